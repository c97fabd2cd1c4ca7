/// What an edition may print.
public struct DisclosurePolicy: Sendable, Hashable {
  /// T: a count of a sensitive measure is small if 1 ≤ count < T.
  public let threshold: Int
  public let zeros: Zeros
  public let lattice: Lattice
  /// Whether a row whose persons all fall in one category is protected.
  public let groupDisclosure: Bool
  /// How many values must stay possible for a small count, the true one and those above it; nil: one.
  public let width: Int?
  /// Most axes (period and area aside) of a table of a sensitive measure; nil: no limit.
  public let maxAxes: Int?
  /// Finest area level of a sensitive measure; nil: no limit.
  public let areaLevel: AreaLevel?
  /// Figures that others publish: the reader of the edition knows them.
  public let known: [KnownFigure]
  /// Cells at these levels are not hidden to protect others.
  public let neverHide: [AxisLevel]
  /// Where there is a choice, cells at these levels are hidden rather than others.
  public let preferHide: [AxisLevel]

  public enum Zeros: String, Sendable, CaseIterable {
    /// A zero is always printed: a hidden count is 1 or more.
    case print
    /// A zero is a small count too: that it is less than T must not become known.
    case protect
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
    areaLevel: AreaLevel? = nil, known: [KnownFigure] = [], neverHide: [AxisLevel] = [],
    preferHide: [AxisLevel] = []
  ) {
    self.threshold = threshold
    self.zeros = zeros
    self.lattice = lattice
    self.groupDisclosure = groupDisclosure
    self.width = width
    self.maxAxes = maxAxes
    self.areaLevel = areaLevel
    self.known = known
    self.neverHide = neverHide
    self.preferHide = preferHide
  }

  /// Whether a hidden count may be a zero.
  public var mayHideZeros: Bool { zeros == .protect || groupDisclosure }
}
