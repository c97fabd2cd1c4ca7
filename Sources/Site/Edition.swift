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

/// What an edition may print.
public struct DisclosurePolicy: Sendable, Hashable {
  /// T: a count of a sensitive measure is small if 1 ≤ count < T.
  public let threshold: Int
  public let zeros: Zeros
  public let lattice: Lattice
  /// Whether a row whose persons all fall in one category is protected.
  public let groupDisclosure: Bool
  /// How many values must stay possible for a hidden count, beyond reaching T; nil: no more.
  public let width: Int?
  /// Most axes (period and area aside) of a table of a sensitive measure; nil: no limit.
  public let maxAxes: Int?
  /// Finest area level of a sensitive measure; nil: no limit.
  public let areaLevel: AreaLevel?

  public enum Zeros: String, Sendable, CaseIterable {
    case print, protect
  }

  public enum Lattice: String, Sendable, CaseIterable {
    /// Every cell of every declared table is protected.
    case tables
    /// Every combination of codes too, printed or not.
    case full
  }

  public init(
    threshold: Int, zeros: Zeros = .print, lattice: Lattice = .tables,
    groupDisclosure: Bool = false, width: Int? = nil, maxAxes: Int? = nil,
    areaLevel: AreaLevel? = nil
  ) {
    self.threshold = threshold
    self.zeros = zeros
    self.lattice = lattice
    self.groupDisclosure = groupDisclosure
    self.width = width
    self.maxAxes = maxAxes
    self.areaLevel = areaLevel
  }
}

/// Administrative levels, coarse to fine.
public enum AreaLevel: String, Sendable, CaseIterable, Comparable {
  case country, province, district, commune

  public static func < (a: AreaLevel, b: AreaLevel) -> Bool { a.depth < b.depth }

  private var depth: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
