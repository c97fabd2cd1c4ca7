/// One of the outputs of a site, for one kind of reader.
public struct Edition: Sendable, Hashable {
  /// `public`, `officials`, or a name of the site's own.
  public let name: String
  /// Output folder, relative to the site's folder.
  public let output: String
  public let disclosure: DisclosurePolicy

  public init(name: String, output: String, disclosure: DisclosurePolicy) {
    self.name = name
    self.output = output
    self.disclosure = disclosure
  }

  /// Pages with `audience: officials` and tables of the officials alone stand here, and every
  /// page says that it is an internal document.
  public var isInternal: Bool { name != "public" }
}

/// Administrative levels, coarse to fine.
public enum AreaLevel: String, Sendable, CaseIterable, Comparable {
  case country, province, district, commune

  public static func < (a: AreaLevel, b: AreaLevel) -> Bool { a.depth < b.depth }

  private var depth: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
