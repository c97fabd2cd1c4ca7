/// Something that can be wrong, with a code that never changes its meaning.
///
/// Each room lists its rules in a file `…Rules.swift` of its own, as static members of an
/// extension of `Rule`. What is wrong in one place, and how to mend it there, is said by the
/// `Diagnostic`; why it matters is the same everywhere and is said here.
public struct Rule: Sendable, Hashable {
  /// Stable code, `MB-<AREA>-<number>`, for example `MB-CSV-001`.
  public let code: String
  public let severity: Severity
  public let consequence: Consequence
  /// Why it matters.
  public let why: Phrase

  public init(
    _ code: String, _ severity: Severity = .error, _ consequence: Consequence = .siteHasErrors,
    why: Phrase
  ) {
    self.code = code
    self.severity = severity
    self.consequence = consequence
    self.why = why
  }
}

public enum Severity: String, Sendable, Comparable, CaseIterable {
  case note, warning, error

  public static func < (a: Severity, b: Severity) -> Bool {
    a.rank < b.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What an error means for the run: the exit status of the command.
public enum Consequence: Int32, Sendable, Comparable {
  /// The site has errors, or there is none here.
  case siteHasErrors = 1
  /// Publishing would break the promise of disclosure control, or an edition's plain rule.
  case refusedForDisclosure = 3
  /// The machine failed: disk, permission.
  case machineFailed = 4

  public static func < (a: Consequence, b: Consequence) -> Bool { a.rawValue < b.rawValue }
}
