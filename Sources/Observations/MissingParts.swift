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

  init(totals: [Total]) {
    self.totals = totals
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

  /// Totals inside a cell that together hold each of its missing parts exactly once; nil if there
  /// are none: then nothing is known of the cell.
  func cover(of nodes: [Int], missing count: Int, in space: Space) -> [Int]? {
    let inside = totals.indices.filter { index in
      totals[index].period == nodes[space.periodAxis]
        && nodes.indices.allSatisfy {
          space.axes[$0].hierarchy.contains(nodes[$0], totals[index].nodes[$0])
        }
    }
    var taken: [Int] = []
    var covered = Set<Int>()
    for index in inside.sorted(by: { (totals[$1].leaves.count, $0) < (totals[$0].leaves.count, $1) }
    )
    where covered.isDisjoint(with: totals[index].leaves) {
      covered.formUnion(totals[index].leaves)
      taken.append(index)
    }
    return covered.count == count ? taken : nil
  }
}
