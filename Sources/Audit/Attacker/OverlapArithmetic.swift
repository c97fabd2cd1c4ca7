/// Plain arithmetic with numbers of which each counts a set of groups, where the sets overlap: what
/// one set leaves of another is known, and half of what two sets have beyond a third one that holds
/// exactly what only one of them holds.
struct OverlapArithmetic {
  struct Number {
    let value: Int
    let set: Set<Int32>
    /// The printed numbers from which it is worked out: indices of those given.
    let sources: Set<Int>
  }

  /// More numbers than this are not worked out at one place.
  private static let most = 2_000

  private struct Entry {
    let value: Int
    let mask: GroupMask
    let sources: Set<Int>
  }

  private let groups: [Set<Int32>]
  private var entries: [Entry] = []
  private var places: [GroupMask: Int] = [:]
  private var isCut = false

  /// Numbers that were not given, and whether there are more than are worked out.
  static func derived(
    from given: [(value: Int, set: Set<Int32>)]
  ) -> (numbers: [Number], isCut: Bool) {
    var arithmetic = OverlapArithmetic(given)
    let count = arithmetic.entries.count
    arithmetic.run()
    let found = arithmetic.entries.dropFirst(count).map { entry in
      Number(
        value: entry.value, set: entry.mask.union(of: arithmetic.groups), sources: entry.sources)
    }
    return (found, arithmetic.isCut)
  }

  private init(_ given: [(value: Int, set: Set<Int32>)]) {
    let (groups, masks) = GroupMask.masks(of: given.map(\.set))
    self.groups = groups
    for (index, mask) in masks.enumerated() where places[mask] == nil {
      places[mask] = entries.count
      entries.append(Entry(value: given[index].value, mask: mask, sources: [index]))
    }
  }

  private mutating func add(_ mask: GroupMask, _ value: Int, _ from: [Entry]) {
    guard !mask.isEmpty, value >= 0, places[mask] == nil else { return }
    guard entries.count < Self.most else {
      isCut = true
      return
    }
    places[mask] = entries.count
    entries.append(
      Entry(
        value: value, mask: mask,
        sources: from.reduce(into: Set<Int>()) { $0.formUnion($1.sources) }))
  }

  /// Until nothing new follows.
  private mutating func run() {
    var next = 0
    while !isCut {
      let before = entries.count
      while next < entries.count, !isCut {
        let entry = entries[next]
        for position in 0..<next {
          let other = entries[position]
          if entry.mask.isSuperset(of: other.mask) {
            add(entry.mask.subtracting(other.mask), entry.value - other.value, [entry, other])
          } else if other.mask.isSuperset(of: entry.mask) {
            add(other.mask.subtracting(entry.mask), other.value - entry.value, [entry, other])
          }
        }
        next += 1
      }
      addHalves()
      if entries.count == before { return }
    }
  }

  private mutating func addHalves() {
    for position in entries.indices {
      for other in 0..<position {
        let (one, two) = (entries[position], entries[other])
        let shared = one.mask.intersection(two.mask)
        guard !shared.isEmpty, let place = places[one.mask.symmetricDifference(two.mask)] else {
          continue
        }
        let twice = one.value + two.value - entries[place].value
        if twice % 2 == 0 { add(shared, twice / 2, [one, two, entries[place]]) }
        if isCut { return }
      }
    }
  }
}
