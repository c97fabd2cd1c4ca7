public import Diagnostics
import SourceFiles
import Workers

/// Renders, checks and writes an edition.
public struct EditionPublisher: Sendable {
  /// Name of the edition.
  public let edition: String
  /// Output folder, absolute.
  public let output: String
  /// What links from the edition's top begin with; empty: there are none.
  public let root: String
  /// The same in the page that is served at any depth, `404.html`.
  public let rootAtAnyDepth: String
  public let workers: Int

  public init(
    edition: String, output: String, root: String = "", rootAtAnyDepth: String = "/", workers: Int
  ) {
    self.edition = edition
    self.output = output
    self.root = root
    self.rootAtAnyDepth = rootAtAnyDepth
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
    var staged: StagedEdition?
    if manifest != nil {
      staged = begin(into: &diagnostics)
      if staged == nil { return nil }
    }
    let rendered = concurrently(paths.count, workers: workers) {
      [staged, root, rootAtAnyDepth] index in
      let file = render(index)
      let root = file.path == "404.html" ? rootAtAnyDepth : root
      return Rendered(file, known: known, root: root, staged: staged)
    }
    for file in rendered { diagnostics.merge(file.diagnostics) }
    if known.count == paths.count {
      checkFragments(rendered, into: &diagnostics)
    } else {
      reportCollisions(rendered, into: &diagnostics)
    }
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
    var what = Phrase(
      vi: "Ở chỗ của thư mục đầu ra có một tệp.", en: "A file stands in the output folder's place.")
    if Folders.isFolder(output) || !Folders.exists(output) {
      let names = Folders.names(in: output).filter { $0 != ".gitkeep" }
      if names.isEmpty || Folders.exists(output + "/data/index.json") { return }
      what = Phrase(
        vi: "Thư mục đầu ra có những tệp không phải do minhbach dựng, ví dụ “\(names[0])”.",
        en: "The output folder holds files that minhbach did not make, such as “\(names[0])”.")
    }
    diagnostics.report(
      .outputNotOurs, at: Place(file: output), what: what,
      mend: Phrase(
        vi: "Chọn thư mục khác trong site.yaml, hoặc dời các tệp đó đi.",
        en: "Choose another folder in site.yaml, or move these files away."))
  }

  private func reportCollisions(_ files: [Rendered], into diagnostics: inout Diagnostics) {
    var first: [String: Rendered] = [:]
    for file in files {
      guard let other = first[file.path] else {
        first[file.path] = file
        continue
      }
      // A page that the program makes has no source: the author's own is the one to rename.
      let place = file.source ?? other.source
      let rival = file.source == nil ? nil : other.source?.file
      diagnostics.report(
        .outputCollision, at: place,
        what: Phrase(
          vi:
            "Địa chỉ “\(file.path)” đã là của \(rival.map { "trang “\($0)”" } ?? "một trang do chương trình tạo").",
          en:
            "The address “\(file.path)” belongs to \(rival.map { "“\($0)”" } ?? "a page that the program makes")."
        ),
        mend: Phrase(vi: "Đổi tên tệp.", en: "Rename the file."))
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
          mend: Spelling.nearest(to: id, among: ids[path]?.sorted() ?? []).map {
            Phrase(vi: "Có phải là “#\($0)”?", en: "Did you mean “#\($0)”?")
          }
            ?? Phrase(
              vi: "Liên kết đến một tiêu đề của trang đó, hoặc bỏ “#\(id)”.",
              en: "Link to a heading of that page, or remove “#\(id)”."))
      }
    }
  }
}
