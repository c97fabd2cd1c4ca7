import PublishedFiles

/// A table as cells over the leaves of its data set's axes. A lattice of all codes and a single
/// known figure are such tables too, without content.
struct ShownTable {
  /// The table itself, if it is one.
  let table: PublishedTable?
  /// Index of the earlier edition that it stands in; nil for today's.
  let earlier: Int?
  /// Axes of the data set: first those of the table, in its order, then the others.
  let axes: [Int]
  /// For each of them the leaves of each code.
  let codes: [[[Int]]]
  /// For each of them and each leaf: the group of leaves that lie below the same codes; −1 for
  /// none.
  private let classes: [[Int]]
  /// For each of them and each group: the codes, by position.
  private let members: [[[Int]]]
  private let classStrides: [Int]
  private let codeStrides: [Int]

  init(
    _ table: PublishedTable?, earlier: Int? = nil, axes: [Int], codes: [[[Int]]],
    geometry: [AxisGeometry]
  ) {
    self.table = table
    self.earlier = earlier
    self.axes = axes
    self.codes = codes
    var classes: [[Int]] = []
    var members: [[[Int]]] = []
    for (position, axis) in axes.enumerated() {
      var codesOf = [[Int]](repeating: [], count: geometry[axis].leafCount)
      for (code, leaves) in codes[position].enumerated() {
        for leaf in leaves { codesOf[leaf].append(code) }
      }
      var found: [[Int]: Int] = [:]
      var groups: [[Int]] = []
      classes.append(
        codesOf.map { codes in
          if codes.isEmpty { return -1 }
          if let known = found[codes] { return known }
          found[codes] = groups.count
          groups.append(codes)
          return groups.count - 1
        })
      members.append(groups)
    }
    self.classes = classes
    self.members = members
    classStrides = Self.strides(members.map(\.count))
    codeStrides = Self.strides(codes.map(\.count))
  }

  private static func strides(_ sizes: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: sizes.count)
    for index in sizes.indices.dropLast().reversed() {
      strides[index] = strides[index + 1] * max(1, sizes[index + 1])
    }
    return strides
  }

  /// How often each axis of the data set, by leaf, adds to the number of a combination's group;
  /// a negative number: the table has no cell for the leaf.
  func contributions(axisCount: Int) -> [[Int]] {
    var all = [[Int]](repeating: [], count: axisCount)
    for (position, axis) in axes.enumerated() {
      all[axis] = classes[position].map { $0 < 0 ? .min / 64 : $0 * classStrides[position] }
    }
    return all
  }

  /// The combinations of codes that hold the finest combinations of a group.
  func combinations(ofGroup group: Int) -> [Int] {
    var rest = group
    var found = [0]
    for position in axes.indices {
      let (index, remainder) = rest.quotientAndRemainder(dividingBy: classStrides[position])
      rest = remainder
      let stride = codeStrides[position]
      let codes = members[position][index]
      if codes.count == 1 {
        for place in found.indices { found[place] += codes[0] * stride }
      } else {
        found = found.flatMap { start in codes.map { start + $0 * stride } }
      }
    }
    return found
  }

  var combinationCount: Int { codes.reduce(1) { $0 * $1.count } }

  /// Positions of the codes of a combination, in the order of `axes`.
  func codes(ofCombination combination: Int) -> [Int] {
    var rest = combination
    return codeStrides.map { stride in
      let (index, remainder) = rest.quotientAndRemainder(dividingBy: stride)
      rest = remainder
      return index
    }
  }
}
