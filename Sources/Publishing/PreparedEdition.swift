public import Diagnostics
import SourceFiles

/// An edition that is rendered, checked and written beside its output folder. It becomes the
/// edition by `commit`, or nothing by `abandon`: so that of several editions all change or none.
public struct PreparedEdition: Sendable {
  public let edition: String
  let staged: StagedEdition
  let manifest: Manifest

  public var files: Int { manifest.outputs.count }

  /// Swaps the edition in and keeps its manifest, and other files by name, in the private folder.
  public func commit(
    _ folder: PrivateFolder, privateFiles: [String: [UInt8]] = [:],
    into diagnostics: inout Diagnostics
  ) {
    switch folder.prepare(edition: edition).flatMap(staged.commit) {
    case .failure(let error):
      staged.abandon()
      diagnostics.report(.writing(error))
    case .success:
      let files = [("manifest.json", manifest.json())] + privateFiles.sorted { $0.key < $1.key }
      for (name, bytes) in files {
        if case .failure(let error) = folder.write(bytes, to: name, edition: edition) {
          diagnostics.report(.writing(error))
        }
      }
    }
  }

  public func abandon() {
    staged.abandon()
  }
}
