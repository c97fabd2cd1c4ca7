/// One cell of a published table: a number, or the reason why there is none. Never both.
public enum Cell: Sendable, Hashable {
  /// A number; its status stands beside it.
  case value(Quantity, ObservationStatus)
  /// `-`: nothing of the kind occurred. Counts as 0.
  case nothingOccurred
  /// Occurred but not collected, not available yet, or not applicable.
  case missing(MissingState)
  /// `[c]`: hidden by disclosure control.
  case suppressed

  /// The number that stands here or is meant by `-`; nil if there is none.
  public var quantity: Quantity? {
    switch self {
    case .value(let quantity, _): quantity
    case .nothingOccurred: .zero
    case .missing, .suppressed: nil
    }
  }

  /// The mark in the published files: empty, `-`, `n`, `x`, `z` or `c`; status letters follow
  /// after a space.
  public var mark: String {
    switch self {
    case .value(_, let status): status.letters
    case .nothingOccurred: "-"
    case .missing(let state): state.rawValue
    case .suppressed: "c"
    }
  }
}

/// Why there is no number where nobody hid one. Raw values are the marks of the published files.
public enum MissingState: String, Sendable, Hashable, CaseIterable {
  /// `…`: occurred, not collected.
  case notCollected = "n"
  /// `[x]`: not available yet.
  case notAvailable = "x"
  /// `[z]`: not applicable. Left out of sums.
  case notApplicable = "z"

  /// As it is written in data files and shown in tables.
  public var sign: String {
    switch self {
    case .notCollected: "…"
    case .notAvailable: "[x]"
    case .notApplicable: "[z]"
    }
  }
}

/// What is said about a number by its office: provisional, estimated, revised, break in series.
public struct ObservationStatus: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let provisional = ObservationStatus(rawValue: 1)
  public static let estimated = ObservationStatus(rawValue: 2)
  public static let revised = ObservationStatus(rawValue: 4)
  public static let breakInSeries = ObservationStatus(rawValue: 8)

  /// Each status with its letter, in the order in which they are written.
  public static let all: [(status: ObservationStatus, letter: Character)] = [
    (.provisional, "p"), (.estimated, "e"), (.revised, "r"), (.breakInSeries, "b"),
  ]

  /// The letters of the statuses, for example `pr`; empty if there are none.
  public var letters: String {
    String(Self.all.filter { contains($0.status) }.map(\.letter))
  }
}
