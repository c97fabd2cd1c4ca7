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
  private static let most = 400

  /// Numbers that were not given, by way of no more than `most` others.
  static func derived(from given: [(value: Int, set: Set<Int32>)]) -> [Number] {
    var numbers = given.enumerated().map {
      Number(value: $1.value, set: $1.set, sources: [$0])
    }
    var known = Set(numbers.map(\.set))
    func add(_ set: Set<Int32>, _ value: Int, _ from: [Number]) {
      guard !set.isEmpty, value >= 0, numbers.count < most, known.insert(set).inserted else {
        return
      }
      let sources = from.reduce(into: Set<Int>()) { $0.formUnion($1.sources) }
      numbers.append(Number(value: value, set: set, sources: sources))
    }
    var next = 0
    while next < numbers.count {
      let number = numbers[next]
      for other in numbers[..<next] {
        if number.set.isStrictSuperset(of: other.set) {
          add(number.set.subtracting(other.set), number.value - other.value, [number, other])
        } else if other.set.isStrictSuperset(of: number.set) {
          add(other.set.subtracting(number.set), other.value - number.value, [number, other])
        }
      }
      next += 1
    }
    for (position, one) in numbers.enumerated() {
      for other in numbers[..<position] where !one.set.isDisjoint(with: other.set) {
        let either = one.set.symmetricDifference(other.set)
        guard known.contains(either), let third = numbers.first(where: { $0.set == either }) else {
          continue
        }
        let twice = one.value + other.value - third.value
        if twice % 2 == 0 { add(one.set.intersection(other.set), twice / 2, [one, other, third]) }
      }
    }
    return Array(numbers.dropFirst(given.count))
  }
}
