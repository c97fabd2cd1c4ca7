/// Whole numbers for atoms, none below its lower bound, that add up to every given total.
///
/// Depth first, each atom taking as much as the totals above it leave: for totals of one or two
/// axes that is the north-west corner rule of the transportation problem and needs no step back.
struct SplitSolver {
  /// Steps after which the search gives up.
  static let mostSteps = 200_000

  private let totalsOfAtom: [[Int]]
  private let lastAtomOfTotal: [Int]
  private var remaining: [Int]
  private var values: [Int]
  private let lower: [Int]
  private var steps = 0

  private init(totalsOfAtom: [[Int]], residuals: [Int], lower: [Int]) {
    self.totalsOfAtom = totalsOfAtom
    self.lower = lower
    remaining = residuals
    values = [Int](repeating: 0, count: totalsOfAtom.count)
    var last = [Int](repeating: -1, count: residuals.count)
    for (atom, totals) in totalsOfAtom.enumerated() {
      for total in totals { last[total] = atom }
    }
    lastAtomOfTotal = last
  }

  /// Values of the atoms, or nil if none were found.
  static func solve(_ missing: MissingParts, lower: [Int]) -> [Int]? {
    var residuals = missing.totals.map(\.residual)
    for (atom, least) in lower.enumerated() {
      for total in missing.atoms[atom].totals { residuals[total] -= least }
    }
    guard residuals.allSatisfy({ $0 >= 0 }) else { return nil }
    let reduced = reduce(missing, residuals)
    guard let reduced else { return nil }
    var solver = SplitSolver(
      totalsOfAtom: reduced.totalsOfAtom, residuals: reduced.residuals,
      lower: lower)
    // Totals of different periods share no atom, so one search does for all of them in turn.
    guard solver.search() else { return nil }
    return zip(solver.values, lower).map { $0 + $1 }
  }

  /// Takes from each total the smaller ones inside it, so that nested totals become separate ones.
  private static func reduce(
    _ missing: MissingParts, _ residuals: [Int]
  ) -> (totalsOfAtom: [[Int]], residuals: [Int])? {
    var sets = missing.totals.indices.map { Set(missing.atoms(below: $0)) }
    var residuals = residuals
    let order = sets.indices.sorted { (sets[$0].count, $0) < (sets[$1].count, $1) }
    for (position, outer) in order.enumerated() {
      for inner in order[..<position].reversed()
      where !sets[inner].isEmpty && sets[inner].isSubset(of: sets[outer]) {
        sets[outer].subtract(sets[inner])
        residuals[outer] -= residuals[inner]
      }
      if residuals[outer] < 0 || sets[outer].isEmpty && residuals[outer] != 0 { return nil }
    }
    let totalsOfAtom = missing.atoms.indices.map { atom in
      sets.indices.filter { sets[$0].contains(atom) }
    }
    return (totalsOfAtom, residuals)
  }

  private mutating func search() -> Bool {
    // Explicit stack: an atom's choice counts down from its largest value.
    var atom = 0
    var least = [Int](repeating: 0, count: values.count)
    var isFresh = true
    while atom < values.count {
      steps += 1
      if steps > Self.mostSteps { return false }
      if isFresh {
        let most = totalsOfAtom[atom].map { remaining[$0] }.min() ?? 0
        // The last atom of a total takes all that is left of it.
        let forced = totalsOfAtom[atom].filter { lastAtomOfTotal[$0] == atom }
          .map { remaining[$0] }.max()
        least[atom] = forced ?? 0
        if least[atom] <= most {
          take(atom, most)
          atom += 1
          continue
        }
      } else if values[atom] > least[atom] {
        take(atom, values[atom] - 1)
        isFresh = true
        atom += 1
        continue
      } else {
        take(atom, 0)
      }
      atom -= 1
      isFresh = false
      if atom < 0 { return false }
    }
    return remaining.allSatisfy { $0 == 0 }
  }

  private mutating func take(_ atom: Int, _ value: Int) {
    for total in totalsOfAtom[atom] { remaining[total] += values[atom] - value }
    values[atom] = value
  }
}
