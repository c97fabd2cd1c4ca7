/// The inverse of a basis as a product of matrices that differ from the identity in one column
/// (Dantzig & Orchard-Hays 1954).
struct EtaFile: Sendable {
  private var rows: [Int32] = []
  private var pivots: [Double] = []
  private var starts: [Int32] = [0]
  private var places: [Int32] = []
  private var values: [Double] = []

  var count: Int { rows.count }

  /// - Parameter column: the entering column in the present basis.
  mutating func append(_ column: borrowing SparseVector, row: Int) {
    rows.append(Int32(row))
    pivots.append(column[row])
    for position in 0..<column.count {
      let place = column.place(position)
      guard place != row, abs(column[place]) > 1e-11 else { continue }
      places.append(Int32(place))
      values.append(column[place])
    }
    starts.append(Int32(places.count))
  }

  var entryCount: Int { places.count }

  /// - Parameter takes: which places besides the pivot's row.
  mutating func append(
    _ column: borrowing SparseVector, row: Int, pivot: Double, dividedBy divisor: Double,
    where takes: (Int) -> Bool
  ) {
    for position in 0..<column.count {
      let place = column.place(position)
      guard place != row, abs(column[place]) > 1e-11, takes(place) else { continue }
      places.append(Int32(place))
      values.append(column[place] / divisor)
    }
    if pivot == 1, places.count == Int(starts[rows.count]) { return }
    rows.append(Int32(row))
    pivots.append(pivot)
    starts.append(Int32(places.count))
  }

  /// The matrices of another file, last ones first.
  mutating func append(reversed other: EtaFile) {
    for eta in other.rows.indices.reversed() {
      rows.append(other.rows[eta])
      pivots.append(other.pivots[eta])
      let range = Int(other.starts[eta])..<Int(other.starts[eta + 1])
      places += other.places[range]
      values += other.values[range]
      starts.append(Int32(places.count))
    }
  }

  /// Inverse times vector.
  ///
  /// - Parameter first: the first matrix that may matter.
  func forward(_ vector: inout SparseVector, from first: Int = 0) {
    withPointers { etas in
      for eta in first..<rows.count {
        let row = Int(etas.rows[eta])
        let old = vector[row]
        if old == 0 { continue }
        let factor = old / etas.pivots[eta]
        vector[row] = factor
        for entry in Int(etas.starts[eta])..<Int(etas.starts[eta + 1]) {
          vector.add(-etas.values[entry] * factor, at: Int(etas.places[entry]))
        }
      }
    }
  }

  /// Vector times inverse.
  func backward(_ vector: inout SparseVector) {
    withPointers { etas in
      let components = vector.components
      for eta in stride(from: rows.count - 1, through: 0, by: -1) {
        var sum = 0.0
        for entry in Int(etas.starts[eta])..<Int(etas.starts[eta + 1]) {
          sum += etas.values[entry] * components[Int(etas.places[entry])]
        }
        let row = Int(etas.rows[eta])
        let old = components[row]
        if sum == 0 && old == 0 { continue }
        vector.add((old - sum) / etas.pivots[eta] - old, at: row)
      }
    }
  }

  private struct Pointers {
    let rows: UnsafePointer<Int32>
    let pivots: UnsafePointer<Double>
    let starts: UnsafePointer<Int32>
    let places: UnsafePointer<Int32>
    let values: UnsafePointer<Double>
  }

  /// Without checks of bounds: these loops take most of the time of the whole search.
  private func withPointers(_ body: (Pointers) -> Void) {
    rows.withUnsafeBufferPointer { rows in
      pivots.withUnsafeBufferPointer { pivots in
        starts.withUnsafeBufferPointer { starts in
          places.withUnsafeBufferPointer { places in
            values.withUnsafeBufferPointer { values in
              guard let rows = rows.baseAddress, let pivots = pivots.baseAddress,
                let starts = starts.baseAddress
              else { return }
              // Matrices without entries leave these empty.
              let nothing = UnsafePointer(starts)
              body(
                Pointers(
                  rows: rows, pivots: pivots, starts: starts,
                  places: places.baseAddress ?? nothing,
                  values: values.baseAddress ?? pivots))
            }
          }
        }
      }
    }
  }
}
