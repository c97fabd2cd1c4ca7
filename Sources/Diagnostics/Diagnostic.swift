/// A place in a file that the user can edit.
public struct Place: Sendable, Hashable, Comparable {
  /// Path as shown: relative to the site's folder where the file lies in it.
  public let file: String
  /// Line, from 1; nil if the whole file is meant.
  public let line: Int?
  /// Column in characters (Unicode scalars after NFC), from 1; nil if the whole line is meant.
  public let column: Int?

  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  public static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line ?? 0, a.column ?? 0) < (b.file, b.line ?? 0, b.column ?? 0)
  }
}

/// One thing that went wrong: where, what, why it matters, and how to mend it.
public struct Diagnostic: Sendable, Hashable, Comparable {
  public let rule: Rule
  public let place: Place?
  public let what: Phrase
  public let mend: Phrase
  /// The file holds sensitive figures: neither its lines nor secret values are shown, unless the
  /// user asks for them.
  public let isConfidential: Bool

  public init(
    _ rule: Rule, at place: Place?, what: Phrase, mend: Phrase, isConfidential: Bool = false
  ) {
    self.rule = rule
    self.place = place
    self.what = what
    self.mend = mend
    self.isConfidential = isConfidential
  }

  /// By place, then by code, then by words: the order in which a run shows them.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    switch (a.place, b.place) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (.some(let p), .some(let q)) where p != q: return p < q
    default: break
    }
    if a.rule.code != b.rule.code { return a.rule.code < b.rule.code }
    return a.what.en.text(showingSecrets: true) < b.what.en.text(showingSecrets: true)
  }
}

/// The diagnostics of a run. They are collected, not thrown one by one, so that a user sees all
/// mistakes at once.
public struct Diagnostics: Sendable {
  public private(set) var all: [Diagnostic] = []

  public init() {}

  public mutating func report(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
  }

  public mutating func report(
    _ rule: Rule, at place: Place?, what: Phrase, mend: Phrase, isConfidential: Bool = false
  ) {
    report(Diagnostic(rule, at: place, what: what, mend: mend, isConfidential: isConfidential))
  }

  public mutating func merge(_ other: Diagnostics) {
    all += other.all
  }

  public var isEmpty: Bool { all.isEmpty }

  public var hasErrors: Bool { all.contains { $0.rule.severity == .error } }

  public var hasWarnings: Bool { all.contains { $0.rule.severity == .warning } }

  public func count(of severity: Severity) -> Int {
    all.count { $0.rule.severity == severity }
  }

  /// Sorted by place, each once.
  public var sorted: [Diagnostic] {
    var seen = Set<Diagnostic>()
    return all.filter { seen.insert($0).inserted }.sorted()
  }

  /// The gravest consequence of the errors; nil if there are none.
  public var consequence: Consequence? {
    all.lazy.filter { $0.rule.severity == .error }.map(\.rule.consequence).max()
  }
}
