import Diagnostics
import SourceFiles

/// The templates of a site, compiled: the frame and one template for each kind of page.
struct PageTemplates: Sendable {
  private let library: TemplateLibrary
  /// Where the names that pages give are noted, if somebody asks for them.
  private let givenNames: GivenNames?

  /// Templates that the program asks for; a site may replace each, but not leave one out.
  private static let needed =
    ["layouts/page"]
    + [
      "home", "content", "plan", "indicator", "tables", "table", "search", "topic", "campaigns",
      "campaign", "poster", "not-found", "moved",
    ].map { "pages/\($0)" }

  /// Names of the templates that some page is made of.
  var inUse: Set<String> { library.names(neededBy: Self.needed) }

  init?(_ folder: TemplateFolder, givenNames: GivenNames?, into diagnostics: inout Diagnostics) {
    var files: [String: SourceFile] = [:]
    for path in folder.paths where path.hasSuffix(".mustache") {
      guard let file = folder.file(path, into: &diagnostics) else { return nil }
      files[String(path.dropLast(".mustache".count))] = file
    }
    for name in Self.needed where files[name] == nil {
      diagnostics.report(
        .templateMissing, at: nil,
        what: Phrase(
          vi: "Thiếu mẫu “\(name).mustache”.", en: "The template “\(name).mustache” is missing."),
        mend: Phrase(
          vi: "Dùng bộ mẫu có sẵn: “templates: default”.",
          en: "Use the program's own templates: “templates: default”."))
      return nil
    }
    guard
      let library = TemplateLibrary.compile(files, partialsIn: "partials/", into: &diagnostics)
    else { return nil }
    self.library = library
    self.givenNames = givenNames
  }

  /// A whole page: the kind's template inside the frame.
  ///
  /// - Parameters:
  ///   - frame: names of the frame, which the kind's template may use too.
  ///   - names: names of the kind.
  func page(
    _ kind: String, frame: TemplateObject, names: TemplateObject,
    into diagnostics: inout Diagnostics
  ) -> [UInt8] {
    var object = frame
    object.merge(names)
    var main: [UInt8] = []
    library.render("pages/\(kind)", with: object, into: &main, &diagnostics)
    object["main"] = .html(main)
    givenNames?.record(object, kind: kind)
    var html: [UInt8] = []
    html.reserveCapacity(main.count + 8192)
    library.render("layouts/page", with: object, into: &html, &diagnostics)
    return html
  }

  /// A page without the frame.
  func bare(
    _ kind: String, names: TemplateObject, into diagnostics: inout Diagnostics
  ) -> [UInt8] {
    var html: [UInt8] = []
    givenNames?.record(names, kind: kind)
    library.render("pages/\(kind)", with: names, into: &html, &diagnostics)
    return html
  }
}
