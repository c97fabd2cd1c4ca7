import ArgumentParser

@main
struct Minhbach: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "minhbach")
}
