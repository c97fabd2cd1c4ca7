/// What is known of the cells of one measure that have no number: totals that were given over
/// them.
///
/// The cells under exactly the same totals form an *atom*: together they are one unknown of the
/// system. Where one total is given, the atom is the total less its known parts. Where totals
/// cross (sexes and age groups are given, but not both together), any whole numbers that agree
/// with all of them serve: an attacker knows no more than that either.
struct MissingParts: Sendable {
  struct Total: Sendable {
    let row: Int
    let nodes: [Int]
    let period: Int
    /// The total less its known parts.
    let residual: Int
    /// Keys of the missing cells below it, ascending.
    let leaves: [Int]
  }

  struct Atom: Sendable, Hashable {
    /// Keys of its cells, ascending.
    let leaves: [Int]
    /// Totals above it.
    let totals: [Int]
  }

  let totals: [Total]
  let atoms: [Atom]
  var values: [Int] = []
  /// Index among the data set's unknowns of the first atom; the others follow.
  var firstUnknown = 0
  private let atomsOfTotal: [[Int]]
  private let totalOfRow: [Int: Int]
  private let totalsOfPeriod: [Int: [Int]]

  init(totals: [Total]) {
    self.totals = totals
    totalOfRow = Dictionary(
      totals.enumerated().map { ($1.row, $0) }, uniquingKeysWith: { first, _ in first })
    totalsOfPeriod = Dictionary(grouping: totals.indices) { totals[$0].period }
    var above: [Int: [Int]] = [:]
    for (index, total) in totals.enumerated() {
      for leaf in total.leaves { above[leaf, default: []].append(index) }
    }
    var groups: [[Int]: [Int]] = [:]
    for (leaf, totals) in above { groups[totals, default: []].append(leaf) }
    atoms = groups.map { Atom(leaves: $1.sorted(), totals: $0) }
      .sorted { $0.leaves.lexicographicallyPrecedes($1.leaves) }
    var atomsOfTotal = [[Int]](repeating: [], count: totals.count)
    for (atom, group) in atoms.enumerated() {
      for total in group.totals { atomsOfTotal[total].append(atom) }
    }
    self.atomsOfTotal = atomsOfTotal
  }

  func atoms(below total: Int) -> [Int] { atomsOfTotal[total] }

  func unknown(_ atom: Int) -> Int { firstUnknown + atom }

  /// The unknown of each cell that lies in an atom, by the cell's key.
  var unknownOfLeaf: [Int: Int] {
    var unknowns: [Int: Int] = [:]
    for (index, atom) in atoms.enumerated() {
      for leaf in atom.leaves { unknowns[leaf] = unknown(index) }
    }
    return unknowns
  }

  func total(ofRow row: Int) -> Int? { totalOfRow[row] }

  /// Totals inside a cell that together hold each of its missing parts exactly once; nil if none
  /// were found: then the cell is not computed.
  func cover(of nodes: [Int], missing count: Int, in space: Space) -> [Int]? {
    let inside = (totalsOfPeriod[nodes[space.periodAxis]] ?? []).filter { index in
      nodes.indices.allSatisfy {
        space.axes[$0].hierarchy.contains(nodes[$0], totals[index].nodes[$0])
      }
    }.sorted { (totals[$1].leaves.count, $0) < (totals[$0].leaves.count, $1) }
    // Totals of one axis or of another may do: each of the largest is tried as the first.
    for first in inside.prefix(32) {
      var taken: [Int] = []
      var covered = Set<Int>()
      for index in [first] + inside where covered.isDisjoint(with: totals[index].leaves) {
        covered.formUnion(totals[index].leaves)
        taken.append(index)
      }
      if covered.count == count { return taken }
    }
    return nil
  }
}
