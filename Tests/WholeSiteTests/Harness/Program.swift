import Foundation

/// What a run of the program left behind.
struct Outcome {
  let status: Int32
  /// Standard output.
  let output: String
  /// Standard error.
  let errors: String

  /// The first line of each diagnostic of the text form, without its words:
  /// `content/vi/a.md:3:1 MB-MD-005`.
  var findings: [String] {
    let head =
      #/^(?:(?<place>.*?): )?(?:error|warning|note|lỗi|cảnh báo|ghi chú) (?<code>MB-[A-Z]+-\d+): /#
    return errors.split(separator: "\n").compactMap { line in
      line.firstMatch(of: head).map { match in
        [match.place.map(String.init), String(match.code)].compactMap(\.self)
          .joined(separator: " ")
      }
    }
  }
}

/// The program that was built with these tests: it stands in a folder above the test bundle, or
/// beside it.
let program: String = {
  var folder = URL(filePath: CommandLine.arguments[0])
  while folder.path != "/" {
    folder.deleteLastPathComponent()
    let candidate = folder.appending(path: "minhbach").path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
      !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate)
    {
      return candidate
    }
  }
  return "minhbach-was-not-built"
}()

/// Runs the program as a user would.
///
/// - Parameters:
///   - folder: the working folder.
///   - environment: what is set besides `PATH`; nothing else is.
func minhbach(
  _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
  at program: String = program
) throws -> Outcome {
  try run(program, arguments, in: folder, environment: environment)
}

/// Runs any program and waits for it.
@discardableResult
func run(
  _ program: String, _ arguments: [String], in folder: String? = nil,
  environment: [String: String] = [:]
) throws -> Outcome {
  // Files rather than pipes: nothing can fill up, and other runs can't hold their ends open.
  let base = temporaryFolder()
  defer { for end in [".out", ".err"] { try? FileManager.default.removeItem(atPath: base + end) } }
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  if let folder { process.currentDirectoryURL = URL(filePath: folder) }
  process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin"].merging(environment) { $1 }
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = try create(base + ".out")
  process.standardError = try create(base + ".err")
  try process.run()
  process.waitUntilExit()
  func text(_ end: String) -> String {
    String(decoding: FileManager.default.contents(atPath: base + end) ?? Data(), as: UTF8.self)
  }
  return Outcome(
    status: process.terminationStatus, output: text(".out"), errors: text(".err"))
}

private func create(_ path: String) throws -> FileHandle {
  try Data().write(to: URL(filePath: path))
  return try FileHandle(forWritingTo: URL(filePath: path))
}
