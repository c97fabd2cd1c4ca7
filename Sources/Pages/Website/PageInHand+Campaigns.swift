import Diagnostics
import Markup
import Site
import Tables
import VietnameseText

extension PageInHand {
  /// Names of the list of campaigns.
  func campaigns() -> TemplateObject {
    ["crumbs": crumbs, "campaigns": years(besides: nil)]
  }

  /// Campaigns, newest first; nothing where there is none.
  func years(besides campaign: Campaign?) -> TemplateValue {
    let others = context.registries.campaigns.filter { $0.id != campaign?.id }
      .sorted { $0.year > $1.year }
    guard !others.isEmpty else { return .nothing }
    return .object([
      "items": .list(
        others.map { campaign in
          let page = context.map.page(ofCampaign: campaign.id, in: language)
          return .object([
            "year": .text(String(campaign.year)),
            "href": .text(page.map { links.link(to: $0.path) }),
            "lang": lang(of: page), "theme": theme(of: campaign),
            "unknown": .text(words.themeUnknown(of: campaign)),
            "themes": .list(
              campaign.themes(besides: language).map {
                .object(["lang": .text($0.key), "text": .text($0.value)])
              }),
          ])
        })
    ])
  }

  /// The banner of the home page, while a campaign is under way.
  var banner: TemplateValue {
    let campaign = context.registries.campaigns.first {
      $0.isUnderWay(on: context.cleared.asOf)
    }
    guard let campaign, let page = context.map.page(ofCampaign: campaign.id, in: language) else {
      return .nothing
    }
    return .object([
      "title": .text(words.title(of: campaign)), "href": .text(links.link(to: page.path)),
      "lang": lang(of: page),
      "dates": .text(
        campaign.peak.map { words.fill(.campaignBanner, ["dates": words.dates(of: $0)]) }),
      "theme": theme(of: campaign),
    ])
  }

  /// Names of the page of a year.
  func campaign(
    _ campaign: Campaign, into diagnostics: inout Diagnostics
  ) -> TemplateObject {
    let pieces = PagePieces(context: context, words: words, links: links)
    let done = campaign.activities(on: context.cleared.asOf).filter { $0.figure == nil }
    return [
      "crumbs": crumbs,
      "theme": theme(of: campaign),
      "unknown": .text(words.themeUnknown(of: campaign)),
      "facts": .list(facts(of: campaign).map(\.templateValue)),
      "figures": figures(of: campaign, into: &diagnostics),
      "activities": done.isEmpty
        ? .nothing : .object(["items": .list(done.map { .object(["text": html($0.text)]) })]),
      "poster": preview(of: campaign),
      "years": years(besides: campaign),
      "help": pieces.help(for: node),
    ]
  }

  /// The link to the poster, and a small picture of it.
  private func preview(of campaign: Campaign) -> TemplateValue {
    guard let page = context.map.poster(ofCampaign: campaign.id, in: language),
      let poster = campaign.poster
    else { return .nothing }
    return .object([
      "text": .text(page.title), "href": .text(links.link(to: page.path)),
      "date": .text(words.date(of: campaign)), "idea": idea(of: poster),
      "points": points(of: poster), "number": .text(posterHotline?.number),
    ])
  }

  /// The theme in the language of the page; nothing where it is not known.
  private func theme(of campaign: Campaign) -> TemplateValue {
    campaign.theme?.texts[language].map { .text($0) } ?? .nothing
  }

  /// What is known besides: the theme in other languages, the days, the decision.
  private func facts(of campaign: Campaign) -> [Fact] {
    var facts = campaign.themes(besides: language).map { other, text in
      var html = HTML()
      html.element("span", ["lang": other]) { $0.text(text) }
      return Fact(words[.campaignThemeElsewhere], html: html.bytes)
    }
    if let peak = campaign.peak {
      facts.append(Fact(words[.campaignPeak], words.dates(of: peak)))
    }
    if let number = campaign.decision {
      let issued = context.registries.instruments.first { $0.number == number }?.issuedOn
      facts.append(
        Fact(
          words[.campaignDecision],
          issued.map {
            words.fill(.campaignDecisionOn, ["number": number, "date": $0.short])
          } ?? number))
    }
    return facts
  }

  func html(_ text: LocalizedText) -> TemplateValue {
    var html = HTML()
    html.text(text, in: language)
    return .html(html.bytes)
  }

  /// The language of a page, where it is another one.
  private func lang(of page: PageNode?) -> TemplateValue {
    guard let other = page?.route.language, other != language else { return .nothing }
    return .text(other)
  }
}

// What was done, in figures.
extension PageInHand {
  /// Cells are cleared; what somebody typed is shown once it is released.
  private func figures(
    of campaign: Campaign, into diagnostics: inout Diagnostics
  ) -> TemplateValue {
    let host = PageHost(
      context: context, node: node, words: words, links: links,
      source: "seeds/registries/campaigns.yaml")
    var items: [TemplateValue] = []
    var tables: [ClearedTable] = []
    var report: Campaign.Report?
    for activity in campaign.activities(on: context.cleared.asOf) {
      var number = HTML()
      switch activity.figure {
      case nil: continue
      case .cell(let name):
        guard
          let reference = NumberReference.read(name, at: activity.place, into: &diagnostics),
          let (table, cell) = host.cell(reference, &diagnostics)
        else { continue }
        number.raw(InlineNumber.html(cell, table: table.id, words: words))
        if case .value(let quantity, _) = cell, let measure = table.measure(reference.measure.text)
        {
          number.unit(words.unit(measure.unit, count: quantity.count))
        }
        if !tables.contains(where: { $0.id == table.id }) { tables.append(table) }
      case .typed(let value, let unit):
        guard let source = campaign.report, context.hasReleased(source) else { continue }
        report = source
        number.element("span", ["class": "nb"]) { $0.text(words.number(value)) }
        number.unit(words.unit(unit, count: value))
      }
      items.append(.object(["label": html(activity.text), "html": .html(number.bytes)]))
    }
    guard !items.isEmpty else { return .nothing }
    return .object([
      "items": .list(items), "source": .html(source(report, tables)),
      "sample": .flag(
        context.isSample && (report != nil || tables.contains { !$0.isPublishedElsewhere })),
    ])
  }

  private func source(_ report: Campaign.Report?, _ tables: [ClearedTable]) -> [UInt8] {
    var html = HTML()
    if let report {
      let day = LocalizedText(report.releasedOn.short, language: language)
      for (key, text) in [
        (
          WordKey.source,
          context.registries.agency(report.releasedBy, on: report.releasedOn)?.name
            ?? LocalizedText(report.releasedBy, language: language)
        ), (.sourceDocument, report.document), (.sourceReleased, day),
      ] {
        html.element("b") { $0.text(words[key]) }
        html.raw(" ")
        html.text(text, in: language)
        html.raw(". ")
      }
    }
    guard !tables.isEmpty else { return html.bytes }
    html.element("b") { $0.text(words[.campaignTables]) }
    for (index, table) in tables.enumerated() {
      html.text(index == 0 ? " " : "; ")
      if let page = context.map.page(ofTable: table.id, in: language) {
        html.element("a", ["href": links.link(to: page.path)]) {
          $0.text(table.title, in: language)
        }
      } else {
        html.text(table.title, in: language)
      }
    }
    html.raw(".")
    return html.bytes
  }
}

extension Campaign {
  /// The theme in other languages, by their codes.
  fileprivate func themes(besides language: String) -> [(key: String, value: String)] {
    (theme?.texts ?? [:]).filter { $0.key != language }.sorted { $0.key < $1.key }
  }
}

extension HTML {
  /// The unit behind a large number.
  fileprivate mutating func unit(_ word: String) {
    raw(" ")
    element("small") { $0.text(word) }
  }
}

extension EditionContext {
  /// A figure that is not released yet stands in no file of the public edition.
  fileprivate func hasReleased(_ report: Campaign.Report) -> Bool {
    edition.isInternal || report.releasedOn <= cleared.asOf
  }

  /// Counts that nobody cleared, units without a word, and posters whose code nobody can read.
  func checkCampaigns(into diagnostics: inout Diagnostics) {
    let counted = cleared.tables.flatMap(\.measures)
      .filter { $0.sensitivity == .persons || $0.derivedFrom != nil }.map(\.unit)
    let secret = Set(counted + ["persons"])
    for activity in registries.campaigns.flatMap(\.activities) {
      guard case .typed(_, let unit) = activity.figure else { continue }
      words(for: configuration.defaultLanguage)?.checkUnits([unit], into: &diagnostics)
      guard secret.contains(unit) else { continue }
      diagnostics.report(
        .campaignTypedCount, at: activity.place,
        what: Phrase(
          vi: "Số gõ tay có đơn vị “\(unit)”, là đơn vị mà bảng số liệu bảo mật.",
          en: "A number typed by hand is in “\(unit)”, which tables protect."),
        mend: Phrase(
          vi: "Chỉ một ô bằng “figure”, hoặc đếm cuộc, lượt người, tờ rơi.",
          en: "Name a cell by “figure”, or count events, attendances, leaflets."))
    }
    for (_, code) in posterCodes.sorted(by: { $0.key < $1.key }) where code.picture == nil {
      diagnostics.report(
        .posterAddressTooLong, at: Place(file: "site.yaml"),
        what: Phrase(
          vi: "Địa chỉ “\(code.address)” quá dài cho mã QR của áp phích.",
          en: "“\(code.address)” is too long for the QR code of a poster."),
        mend: Phrase(
          vi: "Rút ngắn “baseURL” hoặc địa chỉ của trang trong “helpPage”.",
          en: "Shorten “baseURL”, or the address of the page in “helpPage”."))
    }
  }
}
