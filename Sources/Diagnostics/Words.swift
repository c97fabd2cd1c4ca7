/// A sentence for a person, in one language, in which values that may be confidential are kept
/// apart from the rest: `"the value \(secret: value) is not a whole number"`.
///
/// A diagnostic about a sensitive resource prints its secrets only where the user asked for it.
public struct Words: Sendable, Hashable, ExpressibleByStringInterpolation {
  enum Segment: Sendable, Hashable {
    case plain(String)
    case secret(String)
  }

  let segments: [Segment]

  public init(stringLiteral text: String) {
    segments = [.plain(text)]
  }

  public init(stringInterpolation: StringInterpolation) {
    segments = stringInterpolation.segments
  }

  /// The sentence with its secrets, or with "•••" in their place.
  public func text(showingSecrets: Bool) -> String {
    segments.reduce(into: "") { text, segment in
      switch segment {
      case .plain(let part): text += part
      case .secret(let part): text += showingSecrets ? part : "•••"
      }
    }
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var segments: [Segment] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      segments.reserveCapacity(interpolationCount * 2 + 1)
    }

    public mutating func appendLiteral(_ literal: String) {
      segments.append(.plain(literal))
    }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      segments.append(.plain(value.description))
    }

    /// Puts other words in, with their secrets.
    public mutating func appendInterpolation(_ words: Words) {
      segments += words.segments
    }

    public mutating func appendInterpolation(secret value: some CustomStringConvertible) {
      segments.append(.secret(value.description))
    }
  }
}

/// What a diagnostic says, in the two languages of the program.
public struct Phrase: Sendable, Hashable {
  public let vi: Words
  public let en: Words

  public init(vi: Words, en: Words) {
    self.vi = vi
    self.en = en
  }

  public func words(in language: MessageLanguage) -> Words {
    switch language {
    case .vi: vi
    case .en: en
    }
  }
}

/// A language in which the program speaks to the people who run it.
public enum MessageLanguage: String, Sendable, CaseIterable {
  case vi, en
}
