import Observations

/// Parts and wholes of a data set by unknown: found from the unknowns of a cell without a look at
/// all others, of which there may be a hundred thousand.
struct PartsAndWholes {
  typealias Group = (parts: Set<Int>, wholes: Set<Int>, complement: Int)

  private var wholeOf: [Int?]
  private var partsOf: [[Int]]
  private let groups: [Group]
  /// Indices of groups by the least of their parts, and by the least of their wholes.
  private var groupsByPart: [Int: [Int]] = [:]
  private var groupsByWhole: [Int: [Int]] = [:]

  init(_ dataSet: DataSet, _ groups: [Group]) {
    wholeOf = Array(repeating: nil, count: dataSet.unknowns.count)
    partsOf = Array(repeating: [], count: dataSet.unknowns.count)
    for pair in dataSet.pairs {
      wholeOf[pair.part] = pair.whole
      partsOf[pair.whole].append(pair.part)
    }
    self.groups = groups
    for (index, group) in groups.enumerated() {
      if let part = group.parts.min() { groupsByPart[part, default: []].append(index) }
      if let whole = group.wholes.min() { groupsByWhole[whole, default: []].append(index) }
    }
  }

  func wholes(of unknowns: [Int]) -> [Int] { unknowns.compactMap { wholeOf[$0] } }

  func parts(of unknown: Int) -> [Int] { partsOf[unknown] }

  /// Groups all of whose parts are among the unknowns.
  func groups(withPartsIn unknowns: [Int]) -> [Group] {
    among(unknowns, groupsByPart) { $0.parts }
  }

  /// Groups all of whose wholes are among the unknowns.
  func groups(withWholesIn unknowns: [Int]) -> [Group] {
    among(unknowns, groupsByWhole) { $0.wholes }
  }

  private func among(
    _ unknowns: [Int], _ index: [Int: [Int]], _ members: (Group) -> Set<Int>
  ) -> [Group] {
    if index.isEmpty { return [] }
    let candidates = unknowns.flatMap { index[$0] ?? [] }
    if candidates.isEmpty { return [] }
    let all = Set(unknowns)
    return candidates.map { groups[$0] }.filter { members($0).isSubset(of: all) }
  }
}

extension SystemVariables {
  /// The variables of some unknowns without those given, ascending.
  ///
  /// - Parameter others: ascending.
  func variables(of unknowns: [Int], without others: [Int]) -> [Int] {
    var found: [Int] = []
    for unknown in unknowns { found += atoms[unknown] }
    found.sort()
    var left: [Int] = []
    var position = others.startIndex
    for variable in found where variable != left.last {
      while position < others.endIndex, others[position] < variable { position += 1 }
      if position == others.endIndex || others[position] != variable { left.append(variable) }
    }
    return left
  }
}
