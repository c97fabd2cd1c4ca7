public import Site
public import Tables
public import VietnameseText

/// One line of a definition list: a term and what is said of it.
public struct Fact: Sendable, Hashable {
  public let term: String
  public let html: [UInt8]

  public init(_ term: String, html: [UInt8]) {
    self.term = term
    self.html = html
  }

  public init(_ term: String, _ text: String) {
    var html = HTML()
    html.text(text)
    self.init(term, html: html.bytes)
  }

  public init(_ term: String, _ text: LocalizedText, in language: String) {
    var html = HTML()
    html.text(text, in: language)
    self.init(term, html: html.bytes)
  }
}

/// Lines that several kinds of pages share.
public enum Facts {
  /// Who reviewed a page and when; without both, that nobody did.
  public static func review(
    by reviewer: String?, on day: CalendarDate?, words: InterfaceWords
  ) -> Fact {
    guard let reviewer, !reviewer.isEmpty, let day else {
      return Fact(words[.reviewed], words[.notReviewed])
    }
    return Fact(
      words[.reviewed], words.fill(.reviewedBy, ["name": reviewer, "date": day.short]))
  }

  /// Titles, as links where there is an address; nil without any.
  public static func sources(
    _ sources: [(title: String, url: String?)], words: InterfaceWords
  ) -> Fact? {
    guard !sources.isEmpty else { return nil }
    var html = HTML()
    html.raw("<ul>")
    for source in sources {
      html.raw("<li>")
      if let url = source.url {
        html.element("a", ["href": url, "rel": "noreferrer"]) { $0.text(source.title) }
      } else {
        html.text(source.title)
      }
      html.raw("</li>")
    }
    html.raw("</ul>")
    return Fact(words[.sources], html: html.bytes)
  }

  /// The agencies that had a task between two days: one name, or each with its time.
  public static func agencies(
    _ id: String, from start: CalendarDate, through end: CalendarDate, registries: Registries,
    words: InterfaceWords
  ) -> Fact {
    var chain: [Agency] = []
    var next = registries.agency(id)
    while let agency = next, !chain.contains(agency) {
      chain.append(agency)
      next = agency.successor.flatMap(registries.agency)
    }
    let valid = chain.filter { agency in
      (agency.validTo.map { $0 >= start } ?? true) && (agency.validFrom.map { $0 <= end } ?? true)
    }
    let names = valid.enumerated().map { index, agency in
      let name = agency.name.text(in: words.language)
      if valid.count > 1, index < valid.count - 1, let day = agency.validTo {
        return words.fill(.agencyUntil, ["name": name, "date": day.short])
      }
      if valid.count > 1, let day = agency.validFrom {
        return words.fill(.agencyFrom, ["name": name, "date": day.short])
      }
      return name
    }
    return Fact(words[.agency], names.isEmpty ? id : names.joined(separator: "; "))
  }

  /// The laws that define who is counted, each with its time; nil without any.
  public static func legalRegimes(
    _ regimes: [LegalRegime], registries: Registries, words: InterfaceWords
  ) -> Fact? {
    guard !regimes.isEmpty else { return nil }
    let names = regimes.enumerated().map { index, regime in
      let name = instrument(regime.instrument, registries, words)
      if index + 1 < regimes.count, let next = regimes[index + 1].from?.adding(days: -1) {
        return words.fill(.inForceUntil, ["instrument": name, "date": next.short])
      }
      if regimes.count > 1, let from = regime.from {
        return words.fill(.inForceFrom, ["instrument": name, "date": from.short])
      }
      return name
    }
    return Fact(words[.legalRegime], names.joined(separator: "; "))
  }

  /// "Luật Phòng, chống mua bán người (53/2024/QH15)".
  private static func instrument(
    _ id: String, _ registries: Registries, _ words: InterfaceWords
  ) -> String {
    registries.instrument(id).map { "\($0.title.text(in: words.language)) (\($0.number))" } ?? id
  }
}
