public import VietnameseText

/// `seeds/registries/*.yaml`: who and what the site may name, with the time in which it holds.
public struct Registries: Sendable {
  public let agencies: [Agency]
  public let instruments: [Instrument]
  public let hotlines: [Hotline]
  public let campaigns: [Campaign]
  public let revisions: [Revision]
  public let terms: [Term]
  public let tags: [Tag]
  public let unwantedWords: [UnwantedWord]

  public init(
    agencies: [Agency], instruments: [Instrument], hotlines: [Hotline], campaigns: [Campaign],
    revisions: [Revision] = [], terms: [Term] = [], tags: [Tag] = [],
    unwantedWords: [UnwantedWord] = []
  ) {
    self.agencies = agencies
    self.instruments = instruments
    self.hotlines = hotlines
    self.campaigns = campaigns
    self.revisions = revisions
    self.terms = terms
    self.tags = tags
    self.unwantedWords = unwantedWords
  }

  public func agency(_ id: String) -> Agency? { agencies.first { $0.id == id } }

  public func term(_ id: String) -> Term? { terms.first { $0.id == id } }

  public func instrument(_ id: String) -> Instrument? { instruments.first { $0.id == id } }

  public func campaign(_ id: String) -> Campaign? { campaigns.first { $0.id == id } }

  /// The agency that has the task of agency `id` on a day: itself or a successor.
  public func agency(_ id: String, on day: CalendarDate) -> Agency? {
    var agency = agency(id)
    for _ in agencies {
      guard let current = agency, let end = current.validTo, end < day,
        let successor = current.successor
      else { break }
      agency = self.agency(successor)
    }
    return agency
  }
}

/// An office that releases figures or is responsible for a target.
public struct Agency: Sendable, Hashable {
  public let id: String
  public let name: LocalizedText
  public let validFrom: CalendarDate?
  public let validTo: CalendarDate?
  /// Id of the agency that took the task over.
  public let successor: String?
}

/// A law or another legal instrument.
public struct Instrument: Sendable, Hashable {
  public let id: String
  /// Official number, for example `53/2024/QH15`.
  public let number: String
  public let title: LocalizedText
  public let issuedOn: CalendarDate?
  public let inForceFrom: CalendarDate?
  public let inForceTo: CalendarDate?
  /// Id of the instrument that replaced it.
  public let replacedBy: String?
  public let note: LocalizedText?
}

/// A number to call.
public struct Hotline: Sendable, Hashable {
  public let id: String
  public let number: String
  public let name: LocalizedText
  /// What to call it for, in a few words.
  public let purpose: LocalizedText?
  public let hours: String?
  public let isFree: Bool
  public let reach: Reach
  public let verifiedBy: String?
  public let verifiedOn: CalendarDate?

  public enum Reach: String, Sendable, CaseIterable {
    case domestic, abroad, both
  }

  let show: Bool

  /// An unverified number is never rendered, whatever `show` says.
  public var isShown: Bool { show && verifiedBy != nil && verifiedOn != nil }
}

/// Why figures that were published were changed.
public struct Revision: Sendable, Hashable {
  /// Name of the data set.
  public let dataset: String
  /// Codes that the changed cells have, by axis; empty: the whole data set.
  public let at: [String: String]
  public let on: CalendarDate
  public let reason: LocalizedText
  /// A change by a few persons tells readers about these few: somebody has to want it.
  public let acceptsSmallDifferences: Bool

  public init(
    dataset: String, at: [String: String], on: CalendarDate, reason: LocalizedText,
    acceptsSmallDifferences: Bool
  ) {
    self.dataset = dataset
    self.at = at
    self.on = on
    self.reason = reason
    self.acceptsSmallDifferences = acceptsSmallDifferences
  }

  public func covers(dataset: String, codes: [String: String]) -> Bool {
    dataset == self.dataset && at.allSatisfy { codes[$0.key] == $0.value }
  }
}
