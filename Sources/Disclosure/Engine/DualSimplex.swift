/// The dual simplex method for elastic programmes: few pivots on sparse, large programmes.
///
/// Bounded variables, dual steepest edge (Forrest & Goldfarb 1992), flips of bounds in the ratio
/// test (Maros 2003) and the inverse of the basis as a product of eta matrices, all on sparse vectors:
/// a pivot touches what it changes and nothing else, where a general solver goes over all rows and
/// columns. It starts from the basis of the slacks and is not refactored, which is safe for some
/// hundred pivots on coefficients of 1 and −1; whatever it says is a proposal that whole-number
/// arithmetic checks, or, where it says "infeasible", hides more and never less.
///
/// Every unknown j has a raise (variable 2j) and a fall (2j + 1) with opposite columns, so that one
/// reduced cost serves both. Variables below 0 are the slacks of relations, fixed at 0.
struct DualSimplex: ~Copyable {
  let program: ElasticProgram
  /// Whether the inverse is written as two triangular matrices.
  let splitsFactors: Bool
  let rowCount: Int
  let variableCount: Int

  /// By variable.
  let lower: UnsafeMutablePointer<Double>
  let upper: UnsafeMutablePointer<Double>
  let state: UnsafeMutablePointer<State>
  /// By unknown: the reduced cost of its raise. That of its fall is twice the price less this.
  let reducedCost: UnsafeMutablePointer<Double>
  /// By row: the variable in the basis, its value, and the weight of its steepest edge.
  let basic: UnsafeMutablePointer<Int32>
  let value: UnsafeMutablePointer<Double>
  let edge: UnsafeMutablePointer<Double>

  var etas = EtaFile()
  var column: SparseVector
  var pivotRow: SparseVector
  var tau: SparseVector
  var alpha: SparseVector
  var shift: SparseVector
  /// Rows whose basic variable may be outside its bounds.
  var suspects: RowList
  var candidates: [Int32] = []
  var pivotsSinceFactoring = 0
  var entriesOfFactor = 0
  private(set) var pivots = 0
  /// Whether it gave up, and said so by `undecided`.
  private(set) var isLost = false

  enum State: UInt8 {
    case atLower
    case atUpper
    case basic
  }

  enum Outcome: Sendable {
    case optimal
    case infeasible
    /// Too many pivots, or the numbers got out of hand.
    case undecided
  }

  static let tolerance = 1e-7
  static let pivotTolerance = 1e-7

  init(_ program: ElasticProgram, splitsFactors: Bool) {
    self.program = program
    self.splitsFactors = splitsFactors
    rowCount = program.rows.lineCount
    let nodeCount = program.nodes.count
    variableCount = 2 * nodeCount
    lower = .allocate(capacity: variableCount)
    lower.initialize(repeating: 0, count: variableCount)
    upper = .allocate(capacity: variableCount)
    state = .allocate(capacity: variableCount)
    state.initialize(repeating: .atLower, count: variableCount)
    reducedCost = .allocate(capacity: nodeCount)
    for node in 0..<nodeCount {
      (upper + 2 * node).initialize(to: .infinity)
      (upper + 2 * node + 1).initialize(to: program.fallLimits[node])
      (reducedCost + node).initialize(to: program.prices[node])
    }
    basic = .allocate(capacity: rowCount)
    basic.initialize(repeating: -1, count: rowCount)
    value = .allocate(capacity: rowCount)
    value.initialize(repeating: 0, count: rowCount)
    edge = .allocate(capacity: rowCount)
    edge.initialize(repeating: 1, count: rowCount)
    column = SparseVector(rowCount)
    pivotRow = SparseVector(rowCount)
    tau = SparseVector(rowCount)
    shift = SparseVector(rowCount)
    alpha = SparseVector(nodeCount)
    suspects = RowList(rowCount)
    enterFreeUnknowns()
    setBounds(2 * program.target, program.need, .infinity)
    setBounds(2 * program.target + 1, 0, 0)
  }

  deinit {
    lower.deallocate()
    upper.deallocate()
    state.deallocate()
    reducedCost.deallocate()
    basic.deallocate()
    value.deallocate()
    edge.deallocate()
  }
}

// MARK: - Answers and bounds

extension DualSimplex {
  /// The change of every unknown of the programme.
  func changes() -> [Double] {
    var changes = [Double](repeating: 0, count: program.nodes.count)
    for node in changes.indices {
      changes[node] = valueOutsideBasis(2 * node) - valueOutsideBasis(2 * node + 1)
    }
    for row in 0..<rowCount where basic[row] >= 0 {
      let variable = Int(basic[row])
      changes[variable / 2] += variable & 1 == 0 ? value[row] : -value[row]
    }
    return changes
  }

  /// 0 for a basic variable.
  private func valueOutsideBasis(_ variable: Int) -> Double {
    switch state[variable] {
    case .atLower: lower[variable]
    case .atUpper: upper[variable]
    case .basic: 0
    }
  }

  /// Pins the change of an unknown; the next `solve` goes on from the present basis.
  mutating func fix(_ node: Int, at change: Double) {
    setBounds(2 * node, max(change, 0), max(change, 0))
    setBounds(2 * node + 1, max(-change, 0), max(-change, 0))
  }

  private mutating func setBounds(_ variable: Int, _ newLower: Double, _ newUpper: Double) {
    let old: Double
    switch state[variable] {
    case .basic:
      lower[variable] = newLower
      upper[variable] = newUpper
      if let row = (0..<rowCount).first(where: { basic[$0] == Int32(variable) }) {
        suspects.insert(row)
      }
      return
    case .atLower: old = lower[variable]
    case .atUpper: old = upper[variable]
    }
    lower[variable] = newLower
    upper[variable] = newUpper
    let new = state[variable] == .atUpper && newUpper < .infinity ? newUpper : newLower
    if new == newLower { state[variable] = .atLower }
    guard new != old else { return }
    shift.clear()
    shift.add(program.columns, of: variable, times: new - old)
    applyShift()
  }

  /// Variables outside the basis moved: what that does to the basic ones.
  mutating func applyShift() {
    etas.forward(&shift)
    for position in 0..<shift.count {
      let row = shift.place(position)
      value[row] -= shift[row]
      suspects.insert(row)
    }
  }
}

// MARK: - Pivots

extension DualSimplex {
  /// From the present basis, whose reduced costs are right for its bounds.
  mutating func solve(pivotLimit: Int) -> Outcome {
    let outcome = run(pivotLimit)
    if outcome == .undecided { isLost = true }
    return outcome
  }

  private mutating func run(_ pivotLimit: Int) -> Outcome {
    while true {
      guard let row = leavingRow() else { return .optimal }
      if pivots >= pivotLimit { return .undecided }
      if isEtaFileLong {
        guard factor() else { return .undecided }
        continue
      }
      pivots += 1
      pivotsSinceFactoring += 1
      let leaving = Int(basic[row])
      let (least, most) = leaving < 0 ? (0, 0) : (lower[leaving], upper[leaving])
      let rises = value[row] < least
      computeRow(row)
      guard
        let entering = enteringVariable(
          rises: rises, violation: rises ? least - value[row] : value[row] - most)
      else { return .infeasible }
      column.clear()
      column.add(program.columns, of: entering, times: 1)
      etas.forward(&column)
      let signed = entering & 1 == 0 ? alpha[entering / 2] : -alpha[entering / 2]
      let pivot = column[row]
      guard abs(pivot) > Self.pivotTolerance, abs(pivot - signed) < 1e-5 * (1 + abs(pivot)) else {
        return .undecided
      }
      if !shift.isEmpty { applyShift() }
      updateCosts(entering: entering, leaving: leaving, signed)
      updateEdges(row, pivot)
      exchange(row, pivot, entering: entering, leaving: leaving, bound: rises ? least : most)
      if leaving >= 0 { state[leaving] = rises ? .atLower : .atUpper }
    }
  }

  /// The row whose basic variable is furthest outside its bounds, by the length of its edge.
  private mutating func leavingRow() -> Int? {
    var best: (row: Int, gain: Double)?
    var position = 0
    while position < suspects.count {
      let row = suspects.row(position)
      let variable = Int(basic[row])
      let (least, most) = variable < 0 ? (0, 0) : (lower[variable], upper[variable])
      let violation = max(least - value[row], value[row] - most)
      guard violation > Self.tolerance else {
        suspects.remove(position)
        continue
      }
      let gain = violation * violation / edge[row]
      if best.map({ gain > $0.gain || (gain == $0.gain && row < $0.row) }) ?? true {
        best = (row, gain)
      }
      position += 1
    }
    return best?.row
  }

  /// The row of the tableau: of the inverse in `pivotRow`, of the unknowns in `alpha`.
  private mutating func computeRow(_ row: Int) {
    pivotRow.clear()
    pivotRow.add(1, at: row)
    etas.backward(&pivotRow)
    alpha.clear()
    for position in 0..<pivotRow.count {
      let relation = pivotRow.place(position)
      let factor = pivotRow[relation]
      if abs(factor) < 1e-12 { continue }
      for entry in program.rows.range(of: relation) {
        alpha.add(factor * program.rows.values[entry], at: Int(program.rows.places[entry]))
      }
    }
  }

  /// The variable whose reduced cost first turns; variables that reach their other bound before the
  /// violation is mended are flipped (`shift` holds what that adds), and the next one is taken.
  private mutating func enteringVariable(rises: Bool, violation: Double) -> Int? {
    candidates.removeAll(keepingCapacity: true)
    shift.clear()
    let sign = rises ? -1.0 : 1.0
    for position in 0..<alpha.count {
      let node = alpha.place(position)
      let entry = sign * alpha[node]
      if abs(entry) <= Self.pivotTolerance { continue }
      for variable in 2 * node...2 * node + 1 where lower[variable] < upper[variable] {
        let own = variable & 1 == 0 ? entry : -entry
        switch state[variable] {
        case .atLower where own > 0, .atUpper where own < 0:
          candidates.append(Int32(variable))
        default: break
        }
      }
    }
    var slope = violation
    var flipped: [Int] = []
    while true {
      var least = Double.infinity
      for variable in candidates { least = min(least, ratio(Int(variable))) }
      guard least < .infinity else {
        for variable in flipped { flip(variable) }
        return nil
      }
      // Of those that turn at once, the one with the largest pivot.
      var chosen = -1
      var size = 0.0
      for (position, variable) in candidates.enumerated()
      where ratio(Int(variable)) <= least + 1e-9 {
        let own = abs(alpha[Int(variable) / 2])
        if own > size || (own == size && chosen >= 0 && variable < candidates[chosen]) {
          size = own
          chosen = position
        }
      }
      let variable = Int(candidates[chosen])
      let room = (upper[variable] - lower[variable]) * size
      if room >= slope { return variable }
      slope -= room
      flip(variable)
      flipped.append(variable)
      candidates.remove(at: chosen)
    }
  }

  private func ratio(_ variable: Int) -> Double {
    let node = variable / 2
    let cost =
      variable & 1 == 0 ? reducedCost[node] : 2 * program.prices[node] - reducedCost[node]
    let toward = state[variable] == .atLower ? cost : -cost
    return max(toward, 0) / abs(alpha[node])
  }

  private mutating func flip(_ variable: Int) {
    let room = upper[variable] - lower[variable]
    shift.add(program.columns, of: variable, times: state[variable] == .atLower ? room : -room)
    state[variable] = state[variable] == .atLower ? .atUpper : .atLower
  }

  private mutating func updateCosts(entering: Int, leaving: Int, _ signed: Double) {
    let node = entering / 2
    let cost =
      entering & 1 == 0 ? reducedCost[node] : 2 * program.prices[node] - reducedCost[node]
    let step = cost / signed
    for position in 0..<alpha.count {
      let node = alpha.place(position)
      reducedCost[node] -= step * alpha[node]
    }
  }

  private mutating func updateEdges(_ row: Int, _ pivot: Double) {
    tau.clear()
    var length = 0.0
    for position in 0..<pivotRow.count {
      let place = pivotRow.place(position)
      tau.add(pivotRow[place], at: place)
      length += pivotRow[place] * pivotRow[place]
    }
    etas.forward(&tau)
    for position in 0..<column.count {
      let other = column.place(position)
      guard other != row, column[other] != 0 else { continue }
      let ratio = column[other] / pivot
      edge[other] = max(
        edge[other] - 2 * ratio * tau[other] + ratio * ratio * length, 1e-4)
    }
    edge[row] = max(length / (pivot * pivot), 1e-4)
  }

  private mutating func exchange(
    _ row: Int, _ pivot: Double, entering: Int, leaving: Int, bound: Double
  ) {
    let step = (value[row] - bound) / pivot
    for position in 0..<column.count {
      let other = column.place(position)
      value[other] -= step * column[other]
      suspects.insert(other)
    }
    value[row] =
      (state[entering] == .atUpper ? upper[entering] : lower[entering]) + step
    basic[row] = Int32(entering)
    state[entering] = .basic
    etas.append(column, row: row)
  }
}
