public import Diagnostics
import Markup
public import Pictures
public import Site
import SourceFiles

/// The pictures that pages show, made once for all editions.
public struct SitePictures: Sendable {
  private let shelf: PictureShelf

  /// Makes the pictures of all pages; what is wrong with one is reported wherever it is shown.
  ///
  /// - Parameter kept: what builds before made.
  public static func read(
    _ folder: SiteFolder, content: SiteContent, kept: KeptPictures, workers: Int,
    into diagnostics: inout Diagnostics
  ) -> SitePictures {
    var paths: Set<String> = []
    for page in content.pages {
      for image in page.document.images {
        if let path = PicturePath.resolve(image.source, from: page.path) { paths.insert(path) }
      }
    }
    let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let pictures = SitePictures(
      shelf: PictureShelf(sorted, root: folder.root, kept: kept, workers: workers))
    for page in content.pages { pictures.check(page, folder, into: &diagnostics) }
    return pictures
  }

  /// What a page shows; nil if it can't be shown, which was reported.
  func picture(_ image: MarkupImage, on page: String) -> PublishedPicture? {
    guard let path = PicturePath.resolve(image.source, from: page),
      case .success(let picture)? = shelf[path]
    else { return nil }
    return picture
  }

  /// Files with the pictures of some pages, each once, by path.
  func files(of pages: [ContentPage]) -> [PublishedPicture.File] {
    var files: [String: PublishedPicture.File] = [:]
    for page in pages {
      for image in page.document.images {
        for file in picture(image, on: page.path)?.files ?? [] { files[file.path] = file }
      }
    }
    return files.values.sorted { $0.path < $1.path }
  }

  private func check(
    _ page: ContentPage, _ folder: SiteFolder, into diagnostics: inout Diagnostics
  ) {
    var weights: [String: Int] = [:]
    for image in page.document.images {
      let name = PicturePath.decode(image.source)
      guard let path = PicturePath.resolve(image.source, from: page.path) else {
        diagnostics.report(PictureFlaw.missing.diagnostic(name, at: image.place))
        continue
      }
      switch shelf[path] {
      case nil: break
      case .failure(let flaw):
        let near = flaw == .missing ? Self.nearest(to: path, folder) : nil
        diagnostics.report(flaw.diagnostic(name, at: image.place, near: near))
      case .success(let picture):
        let before = weights.values.reduce(0, +)
        weights[path] = picture.weight
        let after = weights.values.reduce(0, +)
        if before <= PictureLimits.pageBytes, after > PictureLimits.pageBytes {
          reportWeight(of: page, at: image.place, into: &diagnostics)
        }
      }
    }
  }

  private func reportWeight(
    of page: ContentPage, at place: Place, into diagnostics: inout Diagnostics
  ) {
    let all = Dictionary(
      page.document.images.compactMap { image in
        picture(image, on: page.path).map { ($0.full.path, $0.weight) }
      }
    ) { first, _ in first }
    let kilobytes = all.values.reduce(0, +) / 1000
    let most = PictureLimits.pageBytes / 1000
    diagnostics.report(
      .picturesTooHeavy, at: place,
      what: Phrase(
        vi: "Các ảnh của trang này nặng \(kilobytes) KB; nên dưới \(most) KB.",
        en: "The pictures of this page weigh \(kilobytes) KB; \(most) KB are enough."),
      mend: Phrase(
        vi: "Bỏ bớt ảnh, hoặc cắt ảnh cho gọn phần cần xem.",
        en: "Take fewer pictures, or cut them to what has to be seen."))
  }

  /// The name of a file in the same folder that is nearly the one meant.
  private static func nearest(to path: String, _ folder: SiteFolder) -> String? {
    let parts = path.split(separator: "/")
    let names = Folders.names(
      in: Folders.join(folder.root, parts.dropLast().joined(separator: "/")))
    return Spelling.nearest(
      to: String(parts.last ?? ""), among: names.filter { !$0.hasSuffix(".md") })
  }
}
