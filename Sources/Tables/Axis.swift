public import Site

/// One axis of a table: a period, an area or another dimension, with the codes that the table
/// shows, in their official order.
public struct Axis: Sendable, Hashable {
  /// Name of the field in the data set; the column of the published CSV has the same name.
  public let name: String
  public let role: Role
  public let title: LocalizedText
  public let codes: [AxisCode]
  /// A person may have several codes: each is at most its parent, and they are never added up.
  public let isMultiResponse: Bool

  public enum Role: String, Sendable, Hashable {
    case period, area, dimension
  }

  package init(
    name: String, role: Role, title: LocalizedText, codes: [AxisCode],
    isMultiResponse: Bool = false
  ) {
    self.name = name
    self.role = role
    self.title = title
    self.codes = codes
    self.isMultiResponse = isMultiResponse
  }

  public func index(of code: String) -> Int? {
    codes.firstIndex { $0.code == code }
  }

  /// Index of the axis's total: the only code with none above it. Nil where several stand side by
  /// side (years without their pooled range, areas of two schemes): none of them is the total.
  public var total: Int? {
    let tops = codes.indices.filter { codes[$0].isTotal }
    return tops.count == 1 ? tops[0] : nil
  }
}

/// A code of an axis.
public struct AxisCode: Sendable, Hashable {
  /// As published: `_T`, `F`, `2024`, `gso-2004:87`.
  public let code: String
  /// The codes *of this axis* directly above it; a pooled period is the parent of its periods.
  public let parents: [String]
  public let label: LocalizedText
  /// For a period axis: the period.
  public let period: Period?
  /// For an area axis: where the area lies and when it existed.
  public let area: AreaFacts?
  /// The finest codes below it, where codes that have nothing below them in the table overlap: who
  /// adds them up must know. Else empty.
  public let leaves: [String]

  package init(
    code: String, parents: [String], label: LocalizedText, period: Period? = nil,
    area: AreaFacts? = nil, leaves: [String] = []
  ) {
    self.code = code
    self.parents = parents
    self.label = label
    self.period = period
    self.area = area
    self.leaves = leaves
  }

  /// Whether the axis has a code above this one; a total has none.
  public var isTotal: Bool { parents.isEmpty }
}
