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
  private let overlapping: Set<String>
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

/// What is known when some sums of disjoint groups are known.
struct GroupSums {
  /// Groups of variables that lie in the same sums, each ascending.
  let groups: [[Int]]
  /// The groups in each sum.
  private let sums: [[Int]]

  /// More sums than this at one place are not played off against each other.
  private static let mostSums = 1_000
  /// Combinations that are looked at.
  private static let mostSteps = 20_000

  /// - Parameter sets: each ascending, none empty, in a fixed order.
  init(_ sets: [[Int]]) {
    var sumsOf: [Int: [Int]] = [:]
    for (index, set) in sets.enumerated() {
      for variable in set { sumsOf[variable, default: []].append(index) }
    }
    var members: [[Int]: [Int]] = [:]
    for (variable, sums) in sumsOf { members[sums, default: []].append(variable) }
    let found = members.map { (sums: $0, variables: $1.sorted()) }
      .sorted { $0.variables.lexicographicallyPrecedes($1.variables) }
    groups = found.map(\.variables)
    var sums = [[Int]](repeating: [], count: sets.count)
    for (group, entry) in found.enumerated() { for sum in entry.sums { sums[sum].append(group) } }
    self.sums = sums
  }

  /// Whether the last sum follows from those before it.
  var lastFollows: Bool {
    guard let last = sums.last, sums.count <= Self.mostSums else { return false }
    var space = RowSpace(width: groups.count)
    for sum in sums.dropLast() { space.add(sum) }
    return !space.rest(of: last).contains { $0 != 0 }
  }

  /// Sets of groups whose sum follows from the known sums and is 1 … `limit` − 1, without those
  /// that fall into two such sets.
  func smallSums(below limit: Int, _ value: (Int) -> Int) -> [[Int]] {
    // Where every group is a sum itself, whatever follows is made of them.
    let single = Set(sums.filter { $0.count == 1 }.map { $0[0] })
    guard single.count < groups.count, sums.count <= Self.mostSums else { return [] }
    var space = RowSpace(width: groups.count)
    for sum in sums { space.add(sum) }
    var found: [[Int]] = []
    var open: [(group: Int, value: Int, rest: [Int])] = []
    for group in groups.indices where value(group) < limit {
      let rest = space.rest(of: [group])
      if rest.contains(where: { $0 != 0 }) {
        open.append((group, value(group), rest))
      } else if value(group) > 0, !single.contains(group) {
        found.append([group])
      }
    }
    var steps = 0
    func extend(_ chosen: [Int], _ sum: Int, _ rest: [Int]?, from next: Int) {
      for index in next..<max(next, open.count) {
        steps += 1
        if steps > Self.mostSteps { return }
        let entry = open[index]
        guard sum + entry.value < limit else { continue }
        let left = rest.map { RowSpace.sum($0, entry.rest) } ?? entry.rest
        if !left.contains(where: { $0 != 0 }) {
          if sum + entry.value > 0 { found.append(chosen + [entry.group]) }
        } else {
          extend(chosen + [entry.group], sum + entry.value, left, from: index + 1)
        }
      }
    }
    extend([], 0, nil, from: 0)
    return found
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
