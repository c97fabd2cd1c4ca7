import Observations
import Tables

/// Cells that a reader can play off against each other because codes overlap (groups of two
/// hierarchies, ranges of years): those at the same codes of all other axes, in whichever tables.
struct OverlappingCells {
  struct Place: Hashable {
    let measure: Int
    /// One for each axis of the data set; empty where codes overlap.
    let codes: [String]
  }

  private let axes: [String]
  /// The axes on which codes overlap.
  let overlapping: Set<String>
  /// Variables of the cells at each place.
  private(set) var cells: [Place: Set<[Int]>] = [:]

  init(
    _ dataSet: DataSet, frames: [(index: Int, frame: TableFrame)], earlier: [EarlierRelease]
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
    // One range and its periods don't overlap otherwise than as a total and its parts.
    let isPeriod = Set(
      frames.flatMap(\.frame.axes).filter { $0.role == .period }.map(\.name)
        + frames.flatMap(\.frame.fixed).filter { $0.code.period != nil }.map(\.name))
    overlapping = Set(
      dataSet.axisNames.filter { name in
        dataSet.codesOverlap(on: name)
          || isPeriod.contains(name) && (codes[name] ?? []).count { $0.contains("/") } > 1
      })
  }

  var isEmpty: Bool { overlapping.isEmpty }

  mutating func add(_ variables: [Int], of measure: Int, at codes: [String: String]) {
    guard !overlapping.isEmpty else { return }
    let place = Place(
      measure: measure,
      codes: axes.map { overlapping.contains($0) ? "" : codes[$0] ?? "_T" })
    cells[place, default: []].insert(variables)
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
