import Diagnostics
import Markup
import Site
import Tables
import VietnameseText

extension PageInHand {
  /// Names of the home page.
  func home(_ page: ContentPage, into diagnostics: inout Diagnostics) -> TemplateObject {
    let (html, host) = text(of: page, into: &diagnostics)
    let names: TemplateObject = [
      "help": host.pieces.help(for: node),
      "banner": banner,
      "teasers": teasers(page, into: &diagnostics),
      "content": .html(html),
    ]
    return names.merging(ending(page, host))
  }

  /// Names of a page of text.
  func content(_ page: ContentPage, into diagnostics: inout Diagnostics) -> TemplateObject {
    let (html, host) = text(of: page, into: &diagnostics)
    let isInternal = page.facts.audience == .officials
    let linked = host.linked
    let children = context.map.children(of: node.route).filter {
      !linked.contains($0.path) && !$0.isCampaign
    }
    let names: TemplateObject = [
      "crumbs": crumbs,
      "side": side(page),
      "help": isInternal ? .nothing : host.pieces.help(for: node),
      "children": related(children),
      "campaigns": page.facts.showsCampaigns ? years(besides: nil) : .nothing,
      "content": .html(html),
      "reviewOverdue": reviewOverdue(page, into: &diagnostics),
      "about": host.pieces.about(page.facts),
    ]
    return names.merging(ending(page, host))
  }

  /// The page's Markdown as HTML, and the host that filled it.
  func text(
    of page: ContentPage, into diagnostics: inout Diagnostics
  ) -> (html: [UInt8], host: PageHost) {
    var host = PageHost(
      context: context, node: node, words: words, links: links, source: page.path)
    var html: [UInt8] = []
    page.document.render(into: &html, host: &host, &diagnostics)
    return (html, host)
  }

  private func teasers(
    _ page: ContentPage, into diagnostics: inout Diagnostics
  ) -> TemplateValue {
    guard let name = page.facts.teasers else { return .nothing }
    guard let section = context.map.node(named: name, in: language) else {
      diagnostics.report(
        .pageAddressUnknown, at: page.facts.place,
        what: Phrase(vi: "Không có trang “\(name)”.", en: "There is no page “\(name)”."),
        mend: Spelling.mend(for: name, among: context.map.nodes.map(\.route.name)))
      return .nothing
    }
    let items = context.map.children(of: section.route).prefix(3)
    guard !items.isEmpty else { return .nothing }
    return .object([
      "title": .text(section.title), "items": .list(items.map(teaser)),
      "all": .object([
        "href": .text(links.link(to: section.path)), "text": .text(words[.seeMore]),
      ]),
    ])
  }

  /// The parts of a long page, or else the other pages of its section.
  private func side(_ page: ContentPage) -> TemplateValue {
    var parts = page.document.headings.filter { $0.level == 2 }.map { ($0.id, $0.text) }
    if page.facts.showsCampaigns, !context.registries.campaigns.isEmpty {
      parts.append(("campaigns-title", words[.campaignYears]))
    }
    if parts.count >= 3 { return contents(parts) }
    guard let parent = node.route.parent, !parent.segments.isEmpty else { return .nothing }
    let siblings = context.map.children(of: parent)
    guard (2...30).contains(siblings.count) else { return .nothing }
    return .object([
      "title": .text(words[.otherPages]), "ofPage": .flag(false),
      "links": .list(
        siblings.map { page in
          .object([
            "text": .text(page.title), "href": .text(links.link(to: page.path)),
            "current": page.route == node.route ? .text("page") : .nothing,
          ])
        }),
    ])
  }

  private func reviewOverdue(
    _ page: ContentPage, into diagnostics: inout Diagnostics
  ) -> TemplateValue {
    guard let due = page.facts.reviewDue, due < context.cleared.asOf else { return .nothing }
    diagnostics.report(
      .reviewOverdue, at: page.facts.place,
      what: Phrase(
        vi: "Trang này phải rà soát trước ngày \(due.short).",
        en: "This page was due for review on \(due.iso)."),
      mend: Phrase(
        vi: "Rà soát nội dung, rồi đổi “reviewedOn” và “reviewDue”.",
        en: "Review it, then change “reviewedOn” and “reviewDue”."))
    return .text(words.fill(.reviewOverdue, ["date": due.short]))
  }
}
