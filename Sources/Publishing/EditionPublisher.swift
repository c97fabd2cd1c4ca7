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

  /// What became of an edition.
  public struct Outcome: Sendable {
    public let diagnostics: Diagnostics
    /// Number of files; 0 if none was written.
    public let files: Int
  }

  /// Renders every file; if all are right and `writing` is given, swaps them in as the edition.
  ///
  /// - Parameters:
  ///   - paths: path of each file below the edition's folder.
  ///   - writing: the site's private folder and the manifest; nil: everything is checked and
  ///     nothing written.
  ///   - render: makes the file of an index; called from several threads.
  public func publish(
    _ paths: [String], writing: (folder: PrivateFolder, manifest: Manifest)?,
    render: @escaping @Sendable (Int) -> OutputFile
  ) -> Outcome {
    var diagnostics = Diagnostics()
    let known = Set(paths)
    if known.count != paths.count { reportCollisions(paths, into: &diagnostics) }
    let staged = writing == nil ? nil : StagedEdition(output: output)
    if let staged {
      checkOwnership(into: &diagnostics)
      if diagnostics.hasErrors { return Outcome(diagnostics: diagnostics, files: 0) }
      if case .failure(let error) = staged.begin() {
        diagnostics.report(.writing(error))
        return Outcome(diagnostics: diagnostics, files: 0)
      }
    }
    let rendered = concurrently(paths.count, workers: workers) { index in
      let file = render(index)
      return Rendered(file, known: known, staged: staged)
    }
    for file in rendered { diagnostics.merge(file.diagnostics) }
    checkFragments(rendered, into: &diagnostics)
    guard let staged, let (folder, manifest) = writing else {
      return Outcome(diagnostics: diagnostics, files: 0)
    }
    if diagnostics.hasErrors {
      staged.abandon()
      return Outcome(diagnostics: diagnostics, files: 0)
    }
    var complete = manifest
    for file in rendered { complete.outputs[file.path] = file.checksum }
    if let error = commit(staged, folder: folder, manifest: complete) {
      diagnostics.report(.writing(error))
      staged.abandon()
      return Outcome(diagnostics: diagnostics, files: 0)
    }
    return Outcome(diagnostics: diagnostics, files: rendered.count)
  }

  private func commit(
    _ staged: StagedEdition, folder: PrivateFolder, manifest: Manifest
  ) -> Bytes.Failure? {
    if case .failure(let error) = folder.prepare(edition: edition) { return error }
    if case .failure(let error) = staged.commit() { return error }
    if case .failure(let error) = folder.write(
      manifest.json(), to: "manifest.json", edition: edition)
    {
      return error
    }
    return nil
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

/// What remains of a file once it is written.
private struct Rendered: Sendable {
  let path: String
  let isPage: Bool
  let source: Place?
  let checksum: String
  let ids: Set<String>
  let fragments: [(path: String, id: String)]
  let diagnostics: Diagnostics

  init(_ file: OutputFile, known: Set<String>, staged: StagedEdition?) {
    path = file.path
    isPage = file.isPage
    source = file.source
    var found = file.diagnostics
    if file.isPage {
      let links = PageLinks(file.bytes, page: file.path)
      Self.report(links, of: file, known: known, into: &found)
      ids = links.ids
      fragments = links.fragments
    } else {
      ids = []
      fragments = []
    }
    if let staged {
      checksum = Checksum.sha256(file.bytes)
      if case .failure(let error) = staged.write(file) { found.report(.writing(error)) }
    } else {
      checksum = ""
    }
    diagnostics = found
  }

  private static func report(
    _ links: PageLinks, of file: OutputFile, known: Set<String>,
    into diagnostics: inout Diagnostics
  ) {
    let broken = links.targets.filter { !known.contains($0) } + links.escaping
    for target in broken {
      diagnostics.report(
        .linkBroken, at: file.source ?? Place(file: file.path),
        what: Phrase(
          vi: "Liên kết đến “\(target)”, nhưng trang không có tệp đó.",
          en: "A link leads to “\(target)”, but the site has no such file."),
        mend: Phrase(vi: "Sửa địa chỉ liên kết.", en: "Correct the link."))
    }
  }
}
