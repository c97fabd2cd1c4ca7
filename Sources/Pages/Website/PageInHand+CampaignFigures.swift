import Diagnostics
import Markup
import Site
import Tables
import VietnameseText

// What was done in a campaign, in figures.
extension PageInHand {
  /// Cells are cleared; what somebody typed is shown once it is released.
  func figures(
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
}
