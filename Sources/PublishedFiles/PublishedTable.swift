/// A table of an edition: what its entry in `data/index.json` and its CSV file say.
package struct PublishedTable: Sendable {
  package let id: String
  package let title: String
  package let dataset: String
  package let measures: [PublishedMeasure]
  /// "opening + received - closed = closing": they hold in each period.
  package let identities: [String]
  /// Code at which an axis stands that the table doesn't show.
  package let at: [String: String]
  package let axes: [PublishedAxis]
  /// Names of its files in `data/`, by kind.
  package let files: [String: String]
  /// One for each combination of codes, row-major over the axes, the measure innermost; nil where
  /// the file has no row: there is no such cell.
  package let cells: [PublishedCell?]

  package init(
    id: String, title: String = "", dataset: String, measures: [PublishedMeasure],
    identities: [String] = [], at: [String: String] = [:], axes: [PublishedAxis],
    files: [String: String] = [:], cells: [PublishedCell?]
  ) {
    self.id = id
    self.title = title
    self.dataset = dataset
    self.measures = measures
    self.identities = identities
    self.at = at
    self.axes = axes
    self.files = files
    self.cells = cells
  }

  /// The number of combinations of codes.
  package var size: Int { axes.reduce(1) { $0 * $1.codes.count } }

  /// Indices of the codes of a combination, in the order of the axes.
  package func codes(of combination: Int) -> [Int] {
    var rest = combination
    var codes: [Int] = []
    for axis in axes.reversed() {
      let (quotient, index) = rest.quotientAndRemainder(dividingBy: axis.codes.count)
      codes.append(index)
      rest = quotient
    }
    return codes.reversed()
  }

  /// The place of a cell in `cells`.
  package func index(of codes: [Int], measure: Int) -> Int {
    zip(axes, codes).reduce(0) { $0 * $1.0.codes.count + $1.1 } * measures.count + measure
  }

  /// How a person finds a cell: `received, F, 2024`.
  package func name(of cell: Int) -> String {
    let codes = codes(of: cell / measures.count)
    return
      ([measures[cell % measures.count].id]
      + zip(axes, codes).map { $0.codes[$1].code }).joined(separator: ", ")
  }
}

/// What is counted in a table.
package struct PublishedMeasure: Sendable, Hashable {
  package enum Sensitivity: String, Sendable, CaseIterable {
    case persons, open, published
  }

  package enum Complement: Sendable, Hashable {
    case none, sensitive, open
  }

  package let id: String
  package let unit: String
  package let sensitivity: Sensitivity
  package let partOf: String?
  package let complement: Complement
  package let derivedFrom: String?
  /// Periods may be added.
  package let pools: Bool

  package init(
    id: String, unit: String = "persons", sensitivity: Sensitivity = .persons,
    partOf: String? = nil, complement: Complement = .none, derivedFrom: String? = nil,
    pools: Bool = true
  ) {
    self.id = id
    self.unit = unit
    self.sensitivity = sensitivity
    self.partOf = partOf
    self.complement = complement
    self.derivedFrom = derivedFrom
    self.pools = pools
  }
}

package struct PublishedAxis: Sendable, Hashable {
  package enum Role: String, Sendable, CaseIterable {
    case period, area, dimension
  }

  package struct Code: Sendable, Hashable {
    package let code: String
    /// Codes of this axis directly above it.
    package let parents: [String]
    package let label: String
    /// The finest codes below it, shown or not; empty where it doesn't say.
    package let leaves: [String]

    package init(
      _ code: String, parents: [String] = [], label: String = "", leaves: [String] = []
    ) {
      self.code = code
      self.parents = parents
      self.label = label
      self.leaves = leaves
    }
  }

  package let name: String
  package let role: Role
  /// A person may have several codes: they are never summed.
  package let isMultiResponse: Bool
  package let codes: [Code]

  package init(
    name: String, role: Role = .dimension, isMultiResponse: Bool = false, codes: [Code]
  ) {
    self.name = name
    self.role = role
    self.isMultiResponse = isMultiResponse
    self.codes = codes
  }
}

/// What a row of a data file says of a cell.
package enum PublishedCell: Sendable, Hashable {
  /// A number, zero included; `-` is 0.
  case printed(PublishedNumber)
  /// Mark `c`.
  case hidden
  /// Marks `n` and `x`: nobody says.
  case unknown
  /// Mark `z`: there is nothing, and it is left out of sums.
  case notApplicable
}
