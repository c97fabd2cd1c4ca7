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
