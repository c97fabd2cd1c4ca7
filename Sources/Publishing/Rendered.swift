import Diagnostics
import SourceFiles

/// What remains of a file once it is written.
struct Rendered: Sendable {
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
      let links = PageLinks(file.bytes, page: file.path, base: file.base)
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
