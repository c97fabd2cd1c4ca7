/// A set of groups by their numbers: elements that lie in the same of some given sets are one group.
struct GroupMask: Hashable {
  private var words: [UInt64]

  /// The groups, and which of them each set holds.
  static func masks<Element: Hashable & Comparable>(
    of sets: [Set<Element>]
  ) -> (groups: [Set<Element>], masks: [GroupMask]) {
    var signatures: [Element: [Int]] = [:]
    for (index, set) in sets.enumerated() {
      for element in set { signatures[element, default: []].append(index) }
    }
    var numbers: [[Int]: Int] = [:]
    var groups: [Set<Element>] = []
    for (element, signature) in signatures.sorted(by: { $0.key < $1.key }) {
      let number = numbers[signature] ?? groups.count
      if number == groups.count {
        numbers[signature] = number
        groups.append([])
      }
      groups[number].insert(element)
    }
    let empty = GroupMask(words: [UInt64](repeating: 0, count: (groups.count + 63) / 64))
    var masks = [GroupMask](repeating: empty, count: sets.count)
    for (signature, number) in numbers {
      for index in signature { masks[index].words[number / 64] |= 1 << UInt64(number % 64) }
    }
    return (groups, masks)
  }

  func holds(_ number: Int) -> Bool { words[number / 64] & (1 << UInt64(number % 64)) != 0 }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func isSuperset(of other: GroupMask) -> Bool {
    for index in words.indices where other.words[index] & ~words[index] != 0 { return false }
    return true
  }

  func intersection(_ other: GroupMask) -> GroupMask { with(other) { $0 & $1 } }

  func subtracting(_ other: GroupMask) -> GroupMask { with(other) { $0 & ~$1 } }

  func symmetricDifference(_ other: GroupMask) -> GroupMask { with(other) { $0 ^ $1 } }

  private func with(_ other: GroupMask, _ combine: (UInt64, UInt64) -> UInt64) -> GroupMask {
    var result = self
    for index in words.indices { result.words[index] = combine(words[index], other.words[index]) }
    return result
  }

  /// All elements of its groups.
  func union<Element: Hashable>(of groups: [Set<Element>]) -> Set<Element> {
    groups.indices.reduce(into: []) { union, number in
      if holds(number) { union.formUnion(groups[number]) }
    }
  }
}
