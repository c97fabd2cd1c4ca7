/// A word of the site that readers may not know, and what it means.
public struct Term: Sendable, Hashable {
  public let id: String
  public let term: LocalizedText
  /// In plain words; it doesn't replace a definition by law.
  public let meaning: LocalizedText
}

/// A subject under which pages of several sections are listed.
public struct Tag: Sendable, Hashable {
  /// Part of an address.
  public let id: String
  public let label: LocalizedText
}

/// A word that pages had better not use.
public struct UnwantedWord: Sendable, Hashable {
  /// In each language in which it is unwanted; the others don't know it.
  public let text: LocalizedText
  /// Phrases in which it is right.
  public let exceptions: [String]
  public let instead: LocalizedText?
  public let reason: LocalizedText
}
