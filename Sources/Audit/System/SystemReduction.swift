/// A system made small without losing a solution: unknowns that can only have one value are taken
/// out, those in the same sums become one, a printed sum leaves what its printed parts don't
/// cover, and sums that say nothing new go.
struct SystemReduction {
  typealias Sum = AuditSystem.Sum
  typealias Knowledge = AuditSystem.Knowledge

  /// Rows over the unknowns that are left, numbered anew.
  private(set) var rows: [Knowledge] = []
  /// Bounds of the unknowns that are left.
  private(set) var lower: [Int] = []
  private(set) var upper: [Int?] = []
  /// What is left of each target, and what its fixed part adds.
  private(set) var targets: [(sum: Sum, constant: Int)] = []
  private(set) var isContradictory = false

  private var bounds: BoundPropagation

  init(_ system: AuditSystem, targets: [Sum]) {
    bounds = BoundPropagation(variableCount: system.variableCount)
    rows = system.knowledge
    self.targets = targets.map { ($0, 0) }
    for round in 0..<6 {
      bounds.run(rows, rounds: round == 0 ? 12 : 4)
      if bounds.isContradictory {
        isContradictory = true
        return
      }
      let before = rows.reduce(0) { $0 + $1.sum.variables.count }
      takeOutFixed()
      uniteEqualSums()
      leaveOutPrintedParts()
      if isContradictory { return }
      dropImplied()
      if rows.reduce(0, { $0 + $1.sum.variables.count }) == before { break }
    }
    uniteEqualSums()
    if isContradictory { return }
    mergeVariables()
  }

  // MARK: - Fixed unknowns

  private mutating func takeOutFixed() {
    rows = rows.compactMap { row in
      let (sum, constant) = withoutFixed(row.sum)
      if sum.variables.isEmpty { return nil }
      // The unknown's own lower bound says it.
      if sum.variables.count == 1, sum.coefficient(0) == 1, row.upper == nil { return nil }
      return Knowledge(
        sum, lower: row.lower.map { $0 - constant }, upper: row.upper.map { $0 - constant })
    }
    targets = targets.map { target in
      let (sum, constant) = withoutFixed(target.sum)
      return (sum, target.constant + constant)
    }
  }

  private func withoutFixed(_ sum: Sum) -> (Sum, Int) {
    var constant = 0
    var variables: [Int32] = []
    var coefficients: [Int32] = []
    for (position, variable) in sum.variables.enumerated() {
      if let value = bounds.value(of: Int(variable)) {
        constant += value * sum.coefficient(position)
      } else {
        variables.append(variable)
        if !sum.isPlain { coefficients.append(Int32(sum.coefficient(position))) }
      }
    }
    return (Sum(ascending: variables, coefficients: coefficients), constant)
  }

  // MARK: - Equal sums

  private mutating func uniteEqualSums() {
    var known: [Sum: Int] = [:]
    var united: [Knowledge] = []
    for row in rows {
      guard let earlier = known[row.sum] else {
        known[row.sum] = united.count
        united.append(row)
        continue
      }
      let other = united[earlier]
      let lower = [row.lower, other.lower].compactMap(\.self).max()
      let upper = [row.upper, other.upper].compactMap(\.self).min()
      if let lower, let upper, lower > upper { isContradictory = true }
      united[earlier] = Knowledge(row.sum, lower: lower, upper: upper)
    }
    rows = united
  }

  // MARK: - Printed parts of printed sums

  /// Takes from each sum the printed sums within it that don't overlap, the largest first.
  private mutating func leaveOutPrintedParts() {
    let order = rows.indices.filter { rows[$0].isEquation && rows[$0].sum.isPlain }
      .sorted {
        (rows[$0].sum.variables.count, $0) < (rows[$1].sum.variables.count, $1)
      }
    let printed = order.map { rows[$0] }
    var equationsOf = [[Int32]](repeating: [], count: bounds.lower.count)
    for (index, row) in printed.enumerated() {
      for variable in row.sum.variables { equationsOf[Int(variable)].append(Int32(index)) }
    }
    var hits = [Int32](repeating: 0, count: printed.count)
    var taken = [Bool](repeating: false, count: bounds.lower.count)

    /// The sum without printed sums in it, and what those add up to.
    func shrink(_ sum: Sum, itself: Sum?) -> (Sum, Int) {
      guard sum.isPlain else { return (sum, 0) }
      var touched: [Int32] = []
      for variable in sum.variables {
        for equation in equationsOf[Int(variable)] {
          if hits[Int(equation)] == 0 { touched.append(equation) }
          hits[Int(equation)] += 1
        }
      }
      var covered = 0
      var value = 0
      let inside = touched.filter { equation in
        Int(hits[Int(equation)]) == printed[Int(equation)].sum.variables.count
          && (itself == nil || Int(hits[Int(equation)]) < sum.variables.count)
      }.sorted(by: >)
      for equation in touched { hits[Int(equation)] = 0 }
      for equation in inside {
        let part = printed[Int(equation)].sum.variables
        if part.contains(where: { taken[Int($0)] }) { continue }
        for variable in part { taken[Int(variable)] = true }
        covered += part.count
        value += printed[Int(equation)].lower ?? 0
      }
      guard covered > 0 else { return (sum, 0) }
      let rest = sum.variables.filter { !taken[Int($0)] }
      for variable in sum.variables { taken[Int(variable)] = false }
      return (Sum(ascending: rest), value)
    }

    var shrunk: [Knowledge] = []
    for row in rows {
      let (sum, value) = shrink(row.sum, itself: row.isEquation ? row.sum : nil)
      let lower = row.lower.map { $0 - value }
      let upper = row.upper.map { $0 - value }
      if sum.variables.isEmpty {
        if (lower ?? 0) > 0 || (upper ?? 0) < 0 { isContradictory = true }
        continue
      }
      if sum.isPlain, upper == nil, (lower ?? 0) <= 0 { continue }
      shrunk.append(Knowledge(sum, lower: lower, upper: upper))
    }
    rows = shrunk
    targets = targets.map { target in
      let (sum, value) = shrink(target.sum, itself: nil)
      return (sum, target.constant + value)
    }
  }

  // MARK: - Sums that say nothing new

  /// A hidden cell is at least 1 wherever a hidden cell within it is.
  private mutating func dropImplied() {
    var rowsOf = [[Int32]](repeating: [], count: bounds.lower.count)
    var keep = [Bool](repeating: true, count: rows.count)
    var hits = [Int32](repeating: 0, count: rows.count)
    let order = rows.indices.filter {
      rows[$0].sum.isPlain && rows[$0].upper == nil
    }.sorted { (rows[$0].sum.variables.count, $0) < (rows[$1].sum.variables.count, $1) }
    for index in order {
      let row = rows[index]
      let least = row.sum.variables.reduce(0) { $0 + bounds.lower[Int($1)] }
      var implied = least >= (row.lower ?? 0)
      var touched: [Int32] = []
      if !implied {
        search: for variable in row.sum.variables {
          for other in rowsOf[Int(variable)] {
            if hits[Int(other)] == 0 { touched.append(other) }
            hits[Int(other)] += 1
            if Int(hits[Int(other)]) == rows[Int(other)].sum.variables.count,
              (rows[Int(other)].lower ?? 0) >= (row.lower ?? 0)
            {
              implied = true
              break search
            }
          }
        }
      }
      for other in touched { hits[Int(other)] = 0 }
      if implied {
        keep[index] = false
      } else {
        for variable in row.sum.variables { rowsOf[Int(variable)].append(Int32(index)) }
      }
    }
    rows = rows.indices.filter { keep[$0] }.map { rows[$0] }
  }

  // MARK: - Unknowns in the same sums

  /// Unknowns that stand in the same rows and targets become one; the others get new numbers, in
  /// their order.
  private mutating func mergeVariables() {
    var columns = [[Int64]](repeating: [], count: bounds.lower.count)
    for (index, row) in rows.enumerated() {
      for (position, variable) in row.sum.variables.enumerated() {
        columns[Int(variable)].append(
          Int64(index) << 24 | Int64(row.sum.coefficient(position) & 0xFFFFFF))
      }
    }
    for (index, target) in targets.enumerated() {
      for (position, variable) in target.sum.variables.enumerated() {
        columns[Int(variable)].append(
          Int64(index + rows.count) << 24 | Int64(target.sum.coefficient(position) & 0xFFFFFF))
      }
    }
    var numbers: [[Int64]: Int] = [:]
    var number = [Int32](repeating: -1, count: columns.count)
    var isFirst = [Bool](repeating: false, count: columns.count)
    for variable in columns.indices {
      let column = columns[variable]
      if column.isEmpty { continue }
      if let same = numbers[column] {
        number[variable] = Int32(same)
        lower[same] += bounds.lower[variable]
        upper[same] = upper[same].flatMap { high in bounds.upper[variable].map { high + $0 } }
        continue
      }
      numbers[column] = lower.count
      number[variable] = Int32(lower.count)
      isFirst[variable] = true
      lower.append(bounds.lower[variable])
      upper.append(bounds.upper[variable])
    }
    func renumber(_ sum: Sum) -> Sum {
      var variables: [Int32] = []
      var coefficients: [Int32] = []
      for (position, variable) in sum.variables.enumerated() where isFirst[Int(variable)] {
        variables.append(number[Int(variable)])
        if !sum.isPlain { coefficients.append(sum.coefficients[position]) }
      }
      return Sum(ascending: variables, coefficients: coefficients)
    }
    rows = rows.map { Knowledge(renumber($0.sum), lower: $0.lower, upper: $0.upper) }
    targets = targets.map { (renumber($0.sum), $0.constant) }
  }
}
