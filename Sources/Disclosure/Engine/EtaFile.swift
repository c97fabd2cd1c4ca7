/// The inverse of a basis as a product of matrices that differ from the identity in one column
/// (Dantzig & Orchard-Hays 1954).
struct EtaFile {
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

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    pivots.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    places.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
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

/// A vector of doubles with a list of the places that may not be 0.
struct SparseVector: ~Copyable {
  private let values: UnsafeMutablePointer<Double>
  private let places: UnsafeMutablePointer<Int32>
  private let isListed: UnsafeMutablePointer<Bool>
  private(set) var count = 0

  init(_ size: Int) {
    values = .allocate(capacity: max(size, 1))
    values.initialize(repeating: 0, count: max(size, 1))
    places = .allocate(capacity: max(size, 1))
    isListed = .allocate(capacity: max(size, 1))
    isListed.initialize(repeating: false, count: max(size, 1))
  }

  deinit {
    values.deallocate()
    places.deallocate()
    isListed.deallocate()
  }

  var isEmpty: Bool { count == 0 }

  var components: UnsafePointer<Double> { UnsafePointer(values) }

  func place(_ position: Int) -> Int { Int(places[position]) }

  /// Writing is for places that are listed.
  subscript(place: Int) -> Double {
    get { values[place] }
    nonmutating set { values[place] = newValue }
  }

  mutating func add(_ value: Double, at place: Int) {
    values[place] += value
    guard !isListed[place] else { return }
    isListed[place] = true
    places[count] = Int32(place)
    count += 1
  }

  /// Adds the column of a raise (even) or a fall (odd).
  mutating func add(_ columns: SparseMatrix, of variable: Int, times factor: Double) {
    let signed = variable & 1 == 0 ? factor : -factor
    for entry in columns.range(of: variable / 2) {
      add(columns.values[entry] * signed, at: Int(columns.places[entry]))
    }
  }

  mutating func clear() {
    for position in 0..<count {
      values[Int(places[position])] = 0
      isListed[Int(places[position])] = false
    }
    count = 0
  }
}

/// Rows, each listed once, in no order that matters.
struct RowList: ~Copyable {
  private let rows: UnsafeMutablePointer<Int32>
  private let isListed: UnsafeMutablePointer<Bool>
  private(set) var count = 0

  init(_ size: Int) {
    rows = .allocate(capacity: max(size, 1))
    isListed = .allocate(capacity: max(size, 1))
    isListed.initialize(repeating: false, count: max(size, 1))
  }

  deinit {
    rows.deallocate()
    isListed.deallocate()
  }

  func row(_ position: Int) -> Int { Int(rows[position]) }

  mutating func insert(_ row: Int) {
    guard !isListed[row] else { return }
    isListed[row] = true
    rows[count] = Int32(row)
    count += 1
  }

  mutating func remove(_ position: Int) {
    isListed[Int(rows[position])] = false
    count -= 1
    rows[position] = rows[count]
  }
}
