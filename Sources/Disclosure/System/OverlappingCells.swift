import Observations
import Site
import Tables

/// Cells that a reader can play off against each other because codes overlap (groups of two
/// hierarchies, ranges of years): those at the same codes of all other axes, in whichever tables.
struct OverlappingCells {
  struct Place: Hashable, Comparable {
    let measure: Int
    /// Where those are counted whom this part of the measure does not count.
    var outsidePart: Int?
    /// One for each axis of the data set; empty where codes overlap.
    let codes: [String]

    static func < (a: Place, b: Place) -> Bool {
      if a.measure != b.measure { return a.measure < b.measure }
      if a.outsidePart != b.outsidePart { return (a.outsidePart ?? -1) < (b.outsidePart ?? -1) }
      return a.codes.lexicographicallyPrecedes(b.codes)
    }
  }

  private let axes: [String]
  /// For each axis the codes that stand for all of it.
  private let tops: [String: Set<String>]
  /// The axes on which codes overlap.
  let overlapping: Set<String>
  /// Variables of the cells at each place.
  private(set) var cells: [Place: Set<[Int]>] = [:]

  init(
    _ dataSet: DataSet, frames: [(index: Int, frame: TableFrame)], known: [KnownCell],
    earlier: [EarlierRelease]
  ) {
    axes = dataSet.axisNames
    var codes: [String: Set<String>] = [:]
    for (_, frame) in frames {
      for axis in frame.axes { codes[axis.name, default: []].formUnion(axis.codes.map(\.code)) }
      for axis in frame.fixed { codes[axis.name, default: []].insert(axis.code.code) }
    }
    for table in earlier.flatMap(\.tables) where table.dataset == dataSet.name {
      for axis in table.axes { codes[axis.name, default: []].formUnion(axis.codes) }
      for (axis, code) in table.at { codes[axis, default: []].insert(code) }
    }
    for cell in known {
      for (axis, code) in Self.codes(of: cell, in: dataSet) {
        codes[axis, default: []].insert(code)
      }
    }
    tops = Dictionary(
      uniqueKeysWithValues: dataSet.axisNames.map { ($0, dataSet.tops(of: $0)) })
    // One range and its periods don't overlap otherwise than as a total and its parts.
    overlapping = Set(
      dataSet.axisNames.filter { name in
        dataSet.codesOverlap(on: name)
          || name == dataSet.periodAxis && (codes[name] ?? []).count { $0.contains("/") } > 1
      })
  }

  var isEmpty: Bool { overlapping.isEmpty }

  mutating func add(_ variables: [Int], of measure: Int, at codes: [String: String]) {
    guard !overlapping.isEmpty else { return }
    let place = Place(
      measure: measure,
      codes: axes.map { axis in
        if overlapping.contains(axis) { return "" }
        guard let code = codes[axis], tops[axis]?.contains(code) != true else { return "_T" }
        return code
      })
    cells[place, default: []].insert(variables)
  }

  /// The code of a known figure on each axis; where it names no period, of all of them.
  static func codes(of cell: KnownCell, in dataSet: DataSet) -> [String: String] {
    var codes = Dictionary(
      cell.figure.at.map { ($0.axis.name, $0.code.name) }, uniquingKeysWith: { first, _ in first })
    if codes[dataSet.periodAxis] == nil, let first = dataSet.periods.first?.code,
      let last = dataSet.periods.last?.code
    {
      codes[dataSet.periodAxis] = first == last ? first : "\(first)/\(last)"
    }
    return codes
  }
}

extension TableFrame {
  /// The code at which a cell stands, by axis of the data set.
  func codes(of aggregate: Int) -> [String: String] {
    var codes = Dictionary(
      fixed.map { ($0.name, $0.code.code) }, uniquingKeysWith: { first, _ in first })
    var rest = aggregate / measures.count
    for axis in axes.reversed() {
      codes[axis.name] = axis.codes[rest % axis.codes.count].code
      rest /= axis.codes.count
    }
    return codes
  }
}
