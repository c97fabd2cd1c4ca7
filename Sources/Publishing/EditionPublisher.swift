public import Diagnostics
import SourceFiles
import Workers

/// Renders, checks and writes an edition.
public struct EditionPublisher: Sendable {
  /// Name of the edition.
  public let edition: String
  /// Output folder, absolute.
  public let output: String
  public let workers: Int

  public init(edition: String, output: String, workers: Int) {
    self.edition = edition
    self.output = output
    self.workers = workers
  }

  /// Renders and checks every file.
  ///
  /// - Parameters:
  ///   - paths: path of each file below the edition's folder.
  ///   - manifest: what the edition is made from; nil: everything is checked and nothing written.
  ///   - render: makes the file of an index; called from several threads.
  /// - Returns: the edition, ready to be swapped in; nil if something is wrong or nothing was to
  ///   be written.
  public func prepare(
    _ paths: [String], manifest: Manifest?, into diagnostics: inout Diagnostics,
    render: @escaping @Sendable (Int) -> OutputFile
  ) -> PreparedEdition? {
    let known = Set(paths)
    if known.count != paths.count { reportCollisions(paths, into: &diagnostics) }
    var staged: StagedEdition?
    if manifest != nil {
      staged = begin(into: &diagnostics)
      if staged == nil { return nil }
    }
    let rendered = concurrently(paths.count, workers: workers) { [staged] index in
      Rendered(render(index), known: known, staged: staged)
    }
    for file in rendered { diagnostics.merge(file.diagnostics) }
    checkFragments(rendered, into: &diagnostics)
    guard let staged, var manifest else { return nil }
    if diagnostics.hasErrors {
      staged.abandon()
      return nil
    }
    for file in rendered { manifest.outputs[file.path] = file.checksum }
    return PreparedEdition(edition: edition, staged: staged, manifest: manifest)
  }

  private func begin(into diagnostics: inout Diagnostics) -> StagedEdition? {
    let before = diagnostics.count(of: .error)
    checkOwnership(into: &diagnostics)
    let staged = StagedEdition(output: output, workers: workers)
    if diagnostics.count(of: .error) == before,
      case .failure(let error) = staged.begin()
    {
      diagnostics.report(.writing(error))
    }
    return diagnostics.count(of: .error) == before ? staged : nil
  }

  /// An output folder that holds something that no build made is left alone.
  private func checkOwnership(into diagnostics: inout Diagnostics) {
    let names = Folders.names(in: output).filter { $0 != ".gitkeep" }
    if names.isEmpty || Folders.exists(output + "/data/index.json") { return }
    diagnostics.report(
      .outputNotOurs, at: Place(file: output),
      what: Phrase(
        vi: "Thư mục đầu ra có những tệp không phải do minhbach dựng, ví dụ “\(names[0])”.",
        en: "The output folder holds files that minhbach did not make, such as “\(names[0])”."),
      mend: Phrase(
        vi: "Chọn thư mục khác trong site.yaml, hoặc dời các tệp đó đi.",
        en: "Choose another folder in site.yaml, or move these files away."))
  }

  private func reportCollisions(_ paths: [String], into diagnostics: inout Diagnostics) {
    var seen = Set<String>()
    for path in paths where !seen.insert(path).inserted {
      diagnostics.report(
        .outputCollision, at: nil,
        what: Phrase(
          vi: "Hai trang cùng có địa chỉ “\(path)”.", en: "Two pages have the address “\(path)”."),
        mend: Phrase(vi: "Đổi tên một trong hai tệp.", en: "Rename one of the two files."))
    }
  }

  private func checkFragments(_ files: [Rendered], into diagnostics: inout Diagnostics) {
    var ids: [String: Set<String>] = [:]
    for file in files where file.isPage { ids[file.path] = file.ids }
    for file in files {
      for (path, id) in file.fragments where ids[path]?.contains(id) == false {
        diagnostics.report(
          .anchorBroken, at: file.source ?? Place(file: file.path),
          what: Phrase(
            vi: "Trang “\(path)” không có chỗ nào tên “#\(id)”.",
            en: "The page “\(path)” has no “#\(id)”."),
          mend: Spelling.mend(for: id, among: ids[path]?.sorted() ?? []))
      }
    }
  }
}
