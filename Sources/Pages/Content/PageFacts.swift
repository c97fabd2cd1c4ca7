import Diagnostics
import Markup
import Site
import SourceFiles
import VietnameseText

/// What the front matter of a page says.
struct PageFacts: Sendable {
  let title: String
  /// A short title for menus; nil: the title.
  let menuTitle: String?
  let description: String
  let audience: Audience
  let reviewedBy: String?
  let reviewedOn: CalendarDate?
  let reviewDue: CalendarDate?
  let sources: [Source]
  let isDraft: Bool
  let publishOn: CalendarDate?
  let expiresOn: CalendarDate?
  /// Path of the page that this one translates, below `content/`.
  let translationOf: String?
  /// Place among the pages of its folder; pages without one come last, by title.
  let order: Int?
  /// Former addresses.
  let aliases: [String]
  /// Id of the plan that this page is about: the page then shows the plan's targets above its
  /// own text.
  let plan: String?
  /// Address of the section whose first pages the home page shows.
  let teasers: String?
  /// The page shows the list of campaigns, and their pages lie below it.
  let showsCampaigns: Bool
  /// The day on which its text last changed in a way that readers should know of.
  let updatedOn: CalendarDate?
  /// Ids of subjects.
  let tags: [String]
  /// Addresses of pages to read next.
  let related: [String]
  /// Words to avoid that the page may say nevertheless.
  let allowWords: [String]
  let place: Place
  /// Where title and description stand.
  private let wordPlaces: (title: Place, description: Place)

  enum Audience: String, Sendable, CaseIterable {
    case `public`, officials
  }

  struct Source: Sendable {
    let title: String
    let url: String?
  }

  /// Whether the page stands in an edition on a day.
  func isPublished(in edition: Edition, on day: CalendarDate) -> Bool {
    if isDraft || (audience == .officials && !edition.isInternal) { return false }
    if let publishOn, publishOn > day { return false }
    if let expiresOn, expiresOn <= day { return false }
    return true
  }

  /// The day on which the page changed, as far as it has come on a day.
  func changed(by day: CalendarDate) -> CalendarDate? {
    [updatedOn, reviewedOn, publishOn].compactMap(\.self).first { $0 <= day }
  }

  /// Checks the words of title and description.
  func check(_ lints: TextLints, into diagnostics: inout Diagnostics) {
    lints.check(title, at: wordPlaces.title, into: &diagnostics)
    lints.check(description, at: wordPlaces.description, into: &diagnostics)
  }
}

extension PageFacts {
  static func read(
    _ node: YAMLNode, registries: Registries, into diagnostics: inout Diagnostics
  ) -> PageFacts? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let title = fields.requiredText("title", &diagnostics)
    let menuTitle = fields.text("menuTitle", &diagnostics)
    let description = fields.text("description", &diagnostics) ?? ""
    let audience = fields.choice("audience", of: Audience.self, &diagnostics) ?? .public
    let reviewedBy = fields.text("reviewedBy", &diagnostics)
    let reviewedOn = fields.date("reviewedOn", &diagnostics)
    let reviewDue = fields.date("reviewDue", &diagnostics)
    let sources = fields.list("sources", &diagnostics).compactMap {
      Source.read($0, into: &diagnostics)
    }
    let isDraft = fields.boolean("draft", default: false, &diagnostics)
    let publishOn = fields.date("publishOn", &diagnostics)
    let expiresOn = fields.date("expiresOn", &diagnostics)
    let translationOf = fields.text("translationOf", &diagnostics)
    let order = fields.integer("order", &diagnostics)
    let aliases = fields.list("aliases", &diagnostics).compactMap {
      alias($0, into: &diagnostics)
    }
    let plan = fields.text("plan", &diagnostics)
    let teasers = fields.text("teasers", &diagnostics)
    let showsCampaigns = fields.boolean("campaigns", default: false, &diagnostics)
    let updatedOn = fields.date("updatedOn", &diagnostics)
    let tags = fields.list("tags", &diagnostics).compactMap {
      tag($0, among: registries.tags, into: &diagnostics)
    }
    let related = fields.texts("related", &diagnostics).map(Self.address)
    let allowWords = fields.texts("allowWords", &diagnostics)
    fields.finish(&diagnostics)
    guard let title else { return nil }
    return PageFacts(
      title: title, menuTitle: menuTitle, description: description, audience: audience,
      reviewedBy: reviewedBy,
      reviewedOn: reviewedOn, reviewDue: reviewDue, sources: sources, isDraft: isDraft,
      publishOn: publishOn, expiresOn: expiresOn, translationOf: translationOf, order: order,
      aliases: aliases, plan: plan, teasers: teasers, showsCampaigns: showsCampaigns,
      updatedOn: updatedOn, tags: tags, related: related, allowWords: allowWords,
      place: fields.place,
      wordPlaces: (fields.keyPlace("title"), fields.keyPlace("description")))
  }

  private static func tag(
    _ node: YAMLNode, among tags: [Tag], into diagnostics: inout Diagnostics
  ) -> String? {
    guard let id = YAMLFields.text(node, into: &diagnostics) else { return nil }
    if tags.contains(where: { $0.id == id }) { return id }
    diagnostics.report(
      .registryUnknownID, at: node.place,
      what: Phrase(
        vi: "Danh mục tags không có “\(id)”.", en: "The registry tags has no “\(id)”."),
      mend: Spelling.mend(for: id, among: tags.map(\.id)))
    return nil
  }

  /// An address as `site.yaml` writes it; a file's name is taken as well.
  private static func address(_ text: String) -> String {
    var text = text.hasSuffix(".md") ? String(text.dropLast(".md".count)) : text
    if text.hasSuffix("/index") { text.removeLast("/index".count) }
    return text.split(separator: "/").joined(separator: "/")
  }
}

extension PageFacts {
  /// A former address: names between slashes, none of which leads out of the edition's folder.
  private static func alias(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> String? {
    guard let text = YAMLFields.text(node, into: &diagnostics) else { return nil }
    let names = text.split(separator: "/")
    let isSound = names.allSatisfy { name in
      name != "." && name != ".."
        && name.utf8.allSatisfy { byte in
          (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(byte)
        }
    }
    if isSound && !names.isEmpty { return names.joined(separator: "/") }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(
        vi: "“\(text)” không phải địa chỉ cũ của một trang.",
        en: "“\(text)” is no former address of a page."),
      mend: Phrase(
        vi: "Viết như “thu-doan/dau-hieu”: chữ không dấu, số và gạch nối giữa các dấu gạch chéo.",
        en: "Write it like “thu-doan/dau-hieu”: plain letters, digits and hyphens between slashes.")
    )
    return nil
  }
}

extension PageFacts.Source {
  static func read(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> Self? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let title = fields.requiredText("title", &diagnostics)
    let url = fields.text("url", &diagnostics)
    fields.finish(&diagnostics)
    if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      diagnostics.report(
        .fieldBadValue, at: fields.keyPlace("url"),
        what: Phrase(
          vi: "Nguồn phải có địa chỉ http hoặc https: “\(url)”.",
          en: "A source's address must be http or https: “\(url)”."),
        mend: Phrase(vi: "Viết đủ địa chỉ, hoặc bỏ “url”.", en: "Write it whole, or drop “url”."))
    }
    return title.map { Self(title: $0, url: url) }
  }
}
