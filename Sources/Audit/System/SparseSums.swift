/// Sums one behind the other: of each its unknowns with their coefficients.
struct SparseSums: Sendable {
  private var starts: [Int32] = [0]
  private var places: [Int32] = []
  private var factors: [Int32] = []

  init(_ sums: [AuditSystem.Sum]) {
    for sum in sums {
      places += sum.variables
      factors += sum.variables.indices.map { Int32(sum.coefficient($0)) }
      starts.append(Int32(places.count))
    }
  }

  var lineCount: Int { starts.count - 1 }

  func range(of line: Int) -> Range<Int> { Int(starts[line])..<Int(starts[line + 1]) }
  func place(_ entry: Int) -> Int { Int(places[entry]) }
  func factor(_ entry: Int) -> Int { Int(factors[entry]) }

  /// The same by unknown.
  ///
  /// - Parameter lineCount: how many unknowns there are.
  func transposed(lineCount: Int) -> SparseSums {
    var result = SparseSums([])
    result.starts = [Int32](repeating: 0, count: lineCount + 1)
    for place in places { result.starts[Int(place) + 1] += 1 }
    for line in 0..<lineCount { result.starts[line + 1] += result.starts[line] }
    result.places = [Int32](repeating: 0, count: places.count)
    result.factors = result.places
    var next = result.starts
    for line in 0..<self.lineCount {
      for entry in range(of: line) {
        let target = Int(next[Int(places[entry])])
        result.places[target] = Int32(line)
        result.factors[target] = factors[entry]
        next[Int(places[entry])] += 1
      }
    }
    return result
  }
}
