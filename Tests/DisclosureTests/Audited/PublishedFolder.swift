import Audit
import Diagnostics
import Disclosure
import Downloads
import Foundation
import Tables

/// The data files of a cleared edition in a folder of their own, for as long as it lives.
final class PublishedFolder {
  let path: String

  init(_ edition: ClearedEdition) throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("minhbach-published-\(UUID().uuidString)")
    for file in DataFile.all(of: edition, language: "vi", notice: "Số liệu minh họa") {
      let location = root.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: location)
    }
    path = root.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// What an attacker who shares no code with the door finds wrong.
  func audit(earlier: [PublishedFolder] = [], lattice: Bool = false) -> [Diagnostic] {
    var diagnostics = Diagnostics()
    let audit = EditionAudit(
      path, earlier: earlier.map(\.path), withLattice: lattice, workers: 1)
    _ = audit.run(into: &diagnostics)
    return diagnostics.sorted.filter { $0.rule.severity == .error }
  }

  func release(_ name: String) throws -> EarlierRelease? {
    var diagnostics = Diagnostics()
    return EarlierRelease.read(path, name: name, into: &diagnostics)
  }
}
