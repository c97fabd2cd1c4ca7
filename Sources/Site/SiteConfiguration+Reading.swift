public import Diagnostics
import SourceFiles
public import VietnameseText

extension SiteConfiguration {
  /// Reads `site.yaml` below `folder`.
  ///
  /// - Parameter asOf: the date that the command line gives; it wins over the file's.
  public static func read(
    _ folder: SiteFolder, asOf: CalendarDate? = nil, into diagnostics: inout Diagnostics
  ) -> SiteConfiguration? {
    let location = Folders.join(folder.root, "site.yaml")
    guard Folders.exists(location) else {
      diagnostics.report(
        .siteMissing, at: nil,
        what: Phrase(
          vi: "Không có site.yaml trong thư mục “\(folder.root)”.",
          en: "There is no site.yaml in the folder “\(folder.root)”."),
        mend: Phrase(
          vi:
            "Chạy lệnh trong thư mục của trang, hoặc chỉ thư mục đó: minhbach build --site THƯ-MỤC. Một trang mới bắt đầu bằng tệp site.yaml có “formatVersion: 1”, “title”, “languages” và “editions” (xem README).",
          en:
            "Run the command in the folder of a site, or name it: minhbach build --site FOLDER. A new site starts with a file site.yaml that has “formatVersion: 1”, “title”, “languages” and “editions” (see the README)."
        ))
      return nil
    }
    guard
      let file = SourceFile.read(location, as: "site.yaml", into: &diagnostics),
      let node = YAMLNode.parse(file, into: &diagnostics),
      var fields = YAMLFields(node, into: &diagnostics)
    else { return nil }
    return read(&fields, root: folder.root, asOf: asOf, into: &diagnostics)
  }

  private static func read(
    _ fields: inout YAMLFields, root: String, asOf: CalendarDate?,
    into diagnostics: inout Diagnostics
  ) -> SiteConfiguration? {
    readFormatVersion(&fields, into: &diagnostics)
    let languages = fields.texts("languages", &diagnostics)
    let languagesPlace = fields.keyPlace("languages")
    if languages.isEmpty { _ = fields.required("languages", &diagnostics) }
    let title = fields.requiredLocalized("title", languages, &diagnostics)
    let subtitle = fields.localized("subtitle", languages, &diagnostics)
    let description = fields.localized("description", languages, &diagnostics)
    let baseURL = readBaseURL(&fields, into: &diagnostics)
    let baseURLPlace = fields.keyPlace("baseURL")
    let links = fields.choice("links", of: LinkStyle.self, &diagnostics) ?? .explicit
    let quickExit = readQuickExit(&fields, into: &diagnostics)
    let neutralTitle = fields.localized("neutralTitle", languages, &diagnostics)
    let templates = readTemplates(&fields, root: root, into: &diagnostics)
    _ = fields.required("dataStatus", &diagnostics)
    let dataStatus = fields.choice("dataStatus", of: DataStatus.self, &diagnostics)
    let written = fields.date("asOf", &diagnostics)
    let privateRepository = fields.boolean("privateRepository", default: false, &diagnostics)
    let editions = readEditions(&fields, into: &diagnostics)
    let menu = readMenu(&fields, languages, into: &diagnostics)
    let helpPage = fields.text("helpPage", &diagnostics)
    let methodPage = fields.text("methodPage", &diagnostics)
    fields.finish(&diagnostics)

    guard let date = asOf ?? written else {
      diagnostics.report(
        .siteUndated, at: fields.place,
        what: Phrase(vi: "Trang không có ngày số liệu.", en: "The site has no date."),
        mend: Phrase(
          vi: "Thêm “asOf: 2026-11-24” vào site.yaml, hoặc dùng --as-of NGÀY.",
          en: "Add “asOf: 2026-11-24” to site.yaml, or use --as-of DATE."))
      return nil
    }
    guard let title, let dataStatus, !languages.isEmpty, !editions.isEmpty, !baseURL.isEmpty
    else { return nil }
    return SiteConfiguration(
      title: title, subtitle: subtitle, description: description ?? title, languages: languages,
      languagesPlace: languagesPlace, baseURL: baseURL, baseURLPlace: baseURLPlace,
      links: links, quickExit: quickExit, neutralTitle: neutralTitle, templates: templates,
      dataStatus: dataStatus, asOf: date, privateRepository: privateRepository,
      editions: editions, menu: menu, helpPage: helpPage, methodPage: methodPage)
  }

  /// Nil: the program's own alone.
  private static func readTemplates(
    _ fields: inout YAMLFields, root: String, into diagnostics: inout Diagnostics
  ) -> String? {
    guard let node = fields.node("templates"),
      let name = YAMLFields.text(node, into: &diagnostics), name != "default"
    else { return nil }
    if Folders.isFolder(Folders.join(root, name)) { return name }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(vi: "Không có thư mục “\(name)”.", en: "There is no folder “\(name)”."),
      mend: Phrase(
        vi: "Sửa tên thư mục, hoặc viết “templates: default”.",
        en: "Correct its name, or write “templates: default”."))
    return nil
  }

  /// A list for the first language, or a map of languages to lists.
  private static func readMenu(
    _ fields: inout YAMLFields, _ languages: [String], into diagnostics: inout Diagnostics
  ) -> [String: [String]] {
    guard let node = fields.node("menu"), let first = languages.first else { return [:] }
    if case .sequence = node.content { return [first: fields.texts("menu", &diagnostics)] }
    guard var map = YAMLFields(node, into: &diagnostics) else { return [:] }
    var menu: [String: [String]] = [:]
    for language in languages { menu[language] = map.texts(language, &diagnostics) }
    map.finish(&diagnostics)
    return menu
  }

  private static func readFormatVersion(
    _ fields: inout YAMLFields, into diagnostics: inout Diagnostics
  ) {
    guard let node = fields.required("formatVersion", &diagnostics) else { return }
    if case .scalar("1") = node.content { return }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(
        vi: "Chương trình này chỉ hiểu formatVersion 1.",
        en: "This program understands formatVersion 1 only."),
      mend: Phrase(vi: "Viết “formatVersion: 1”.", en: "Write “formatVersion: 1”."))
  }

  private static func readBaseURL(
    _ fields: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> String {
    guard let node = fields.required("baseURL", &diagnostics),
      let text = YAMLFields.text(node, into: &diagnostics)
    else { return "" }
    if text.hasPrefix("https://") || text.hasPrefix("http://") {
      return text.hasSuffix("/") ? text : text + "/"
    }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(vi: "“\(text)” không phải địa chỉ web.", en: "“\(text)” is no web address."),
      mend: Phrase(
        vi: "Viết đủ, ví dụ https://example.org/.", en: "Write it whole: https://example.org/."))
    return ""
  }

  private static func readQuickExit(
    _ fields: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> String? {
    guard let node = fields.node("quickExit"),
      let text = YAMLFields.text(node, into: &diagnostics)
    else { return nil }
    if text.hasPrefix("https://") { return text }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(
        vi: "Trang thoát nhanh phải bắt đầu bằng https://.",
        en: "The quick exit must start with https://."),
      mend: Phrase(
        vi: "Chọn một trang bình thường, ví dụ https://vi.wikipedia.org/.",
        en: "Choose an ordinary page, for example https://vi.wikipedia.org/."))
    return nil
  }
}
