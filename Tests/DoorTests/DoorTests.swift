import Foundation
import Testing

/// What a program that was run left behind.
struct Outcome {
  let status: Int32
  let output: String
}

/// Runs a program of the toolchain and waits for it.
func run(_ arguments: [String], in folder: String? = nil) throws -> Outcome {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = arguments
  if let folder { process.currentDirectoryURL = URL(filePath: folder) }
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Outcome(
    status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
}

/// The repository's folder.
let repository = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

@Suite("The door: only Disclosure makes a cleared table")
struct DoorTests {
  /// Modules of the build that these tests belong to.
  static var modules: String {
    var folder = URL(filePath: CommandLine.arguments[0])
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let modules = folder.appending(path: "Modules").path
      if FileManager.default.fileExists(atPath: modules + "/Tables.swiftmodule") { return modules }
    }
    return ""
  }

  /// Type-checks a file as a room of the package, or as one outside it.
  func typecheck(_ source: String, insideThePackage: Bool) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "Forge.swift")
    try source.write(to: file, atomically: true, encoding: .utf8)
    let package = insideThePackage ? ["-package-name", Self.packageName] : []
    return try run(
      ["swiftc", "-typecheck", "-swift-version", "6", "-I", Self.modules] + Self.cModules
        + package + [file.path])
  }

  /// The identity of a root package is the name of its folder, made an identifier.
  static var packageName: String {
    let name = URL(filePath: repository).lastPathComponent.lowercased()
    return String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// Where the module maps of the C libraries lie that rooms and their dependencies import.
  static var cModules: [String] {
    var folder = URL(filePath: modules)
    var checkouts = ""
    while folder.path != "/", checkouts.isEmpty {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "checkouts").path
      if FileManager.default.fileExists(atPath: candidate) { checkouts = candidate }
    }
    return [
      "-I", checkouts + "/Yams/Sources/CYaml/include", "-I", repository + "/Sources/CCrypto",
    ]
  }

  static let forgeries = [
    """
    import Site
    import Tables
    func forge(_ table: ClearedTable) -> ClearedTable {
      ClearedTable(
        id: table.id, title: table.title, dataset: table.dataset, measures: table.measures,
        axes: table.axes, fixed: table.fixed, layout: table.layout, notes: table.notes,
        provenance: table.provenance, acrossBreak: table.acrossBreak,
        cells: [.value(Quantity(3), [])])
    }
    """,
    """
    import Tables
    func forge(_ edition: ClearedEdition, _ tables: [ClearedTable]) -> ClearedEdition {
      ClearedEdition(
        edition: edition.edition, asOf: edition.asOf, dataStatus: edition.dataStatus,
        tables: tables, declaredTables: edition.declaredTables)
    }
    """,
  ]

  @Test("a forged table does not compile outside, for exactly that reason", arguments: forgeries)
  func forged(source: String) throws {
    let outside = try typecheck(source, insideThePackage: false)
    #expect(outside.status != 0)
    #expect(outside.output.contains("'package' protection level"), "\(outside.output)")
    let inside = try typecheck(source, insideThePackage: true)
    #expect(inside.status == 0, "\(inside.output)")
  }

  @Test("a cleared table is not Decodable: that would be a second door")
  func notDecodable() throws {
    let source = """
      import Tables
      func needsDecodable<T: Decodable>(_ type: T.Type) {}
      func forge() { needsDecodable(ClearedTable.self) }
      """
    let inside = try typecheck(source, insideThePackage: true)
    #expect(inside.status != 0)
    #expect(inside.output.contains("Decodable"), "\(inside.output)")
  }

  @Test("cells of a cleared table can't be changed")
  func immutable() throws {
    let source = """
      import Tables
      func forge(_ table: inout ClearedTable) { table.cells[0] = .value(Quantity(3), []) }
      """
    let inside = try typecheck(source, insideThePackage: true)
    #expect(inside.status != 0)
    #expect(inside.output.contains("'let' constant"), "\(inside.output)")
  }
}

@Suite("The rooms: who may know whom")
struct RoomTests {
  struct Package: Decodable {
    struct Target: Decodable {
      let name: String
      let type: String
      let packageAccess: Bool
      let dependencies: [Dependency]
    }

    struct Dependency: Decodable {
      let byName: [String?]?

      enum CodingKeys: CodingKey { case byName }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        // `["Tables", null]`: a name and a condition.
        byName = try? container.decodeIfPresent([String?].self, forKey: .byName)
      }
    }

    let targets: [Target]

    func dependencies(of name: String) -> [String] {
      targets.first { $0.name == name }?.dependencies
        .compactMap { $0.byName?.first ?? nil } ?? []
    }

    /// Every room that a room reaches, directly or through others.
    func reach(of name: String) -> Set<String> {
      var found: Set<String> = []
      var rest = dependencies(of: name)
      while let next = rest.popLast() {
        if found.insert(next).inserted { rest += dependencies(of: next) }
      }
      return found
    }
  }

  static let outside = [
    "Indicators", "Markup", "Charts", "Downloads", "Search", "Pages", "Publishing", "minhbach",
  ]

  /// The manifest as the package manager reads it; in a build folder of its own, for the one of
  /// the running tests is locked.
  func package() throws -> Package {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let outcome = try run(
      ["swift", "package", "dump-package", "--scratch-path", scratch], in: repository)
    let start = try #require(outcome.output.firstIndex(of: "{"))
    return try JSONDecoder().decode(Package.self, from: Data(outcome.output[start...].utf8))
  }

  @Test func rooms() throws {
    let package = try package()
    for room in Self.outside {
      let target = try #require(package.targets.first { $0.name == room })
      #expect(!target.packageAccess, "\(room) could make a cleared table")
    }
    for room in ["Indicators", "Markup", "Charts", "Downloads", "Search", "Pages"] {
      let reach = package.reach(of: room)
      #expect(!reach.isEmpty)
      #expect(
        reach.isDisjoint(with: ["Observations", "Disclosure"]), "\(room) reaches true figures")
    }
    #expect(package.dependencies(of: "Disclosure").contains("Observations"))
    for target in package.targets where target.packageAccess && target.type == "regular" {
      let secret = ["Observations", "Disclosure", "DisclosureCases"]
      let reach = package.reach(of: target.name)
      #expect(
        secret.contains(target.name) || reach.isDisjoint(with: secret),
        "\(target.name) sees true figures and could make a cleared table")
    }
  }

  @Test("no way around access control in Sources")
  func noBackDoors() throws {
    let outcome = try run(
      ["grep", "-rnE", "@testable|@_spi|@_implementationOnly|unsafeBitCast", "Sources"],
      in: repository)
    #expect(outcome.output == "")
  }

  @Test("nothing in Sources knows the first site")
  func noProvince() throws {
    let outcome = try run(
      ["grep", "-rniE", "đồng tháp|dong-thap|kh-ubnd|tiền giang|gso-20", "Sources"],
      in: repository)
    let lines = outcome.output.split(separator: "\n").filter {
      // Examples in comments may name it.
      !$0.contains("///") && !$0.contains("// ")
    }
    #expect(lines.isEmpty, "\(lines)")
  }
}
