/// The finest combinations of codes of a data set, those that lie in the same cells taken as one.
///
/// Combinations are told apart by the cells of all tables that hold them. The points of a
/// multi-response axis stand side by side in a group, so that what ties them can be said.
struct FinestGroups {
  /// For each group: for each response point (one if there is no such axis) and each table the
  /// number of its group there, −1 for none.
  private(set) var signatures: [[Int32]] = []
  let pointCount: Int
  let tableCount: Int

  struct TooMany: Error {}

  /// Most combinations that are gone through, and most groups that are kept.
  private static let mostCombinations = 60_000_000
  private static let mostGroups = 500_000

  /// - Parameter isNothing: whether nothing is counted in a group of a table, for all measures.
  init(
    _ tables: [ShownTable], axes: [AxisGeometry],
    isNothing: (_ table: Int, _ group: Int) -> Bool
  ) throws(TooMany) {
    tableCount = tables.count
    let ordinary = axes.indices.filter { !axes[$0].isMultiResponse }
    let responses = axes.indices.filter { axes[$0].isMultiResponse }
    let points = responses.reduce([[Int]]([[]])) { points, axis in
      points.flatMap { point in (0..<axes[axis].leafCount).map { point + [$0] } }
    }
    pointCount = points.count
    let contributions = tables.map { $0.contributions(axisCount: axes.count) }
    // What the response points add, by point and table.
    let offsets = points.map { point in
      contributions.map { table in
        zip(responses, point).reduce(0) { $0 + table[$1.0][$1.1] }
      }
    }
    let merged = ordinary.map { axis in
      Self.distinct(axes[axis].leafCount, contributions.map { $0[axis] })
    }
    var count = 1
    for leaves in merged {
      count *= max(1, leaves.count)
      if count * points.count > Self.mostCombinations { throw TooMany() }
    }
    var nothing: [[Int: Bool]] = Array(repeating: [:], count: tables.count)
    var seen: Set<[Int32]> = []
    var place = [Int](repeating: 0, count: merged.count)
    for _ in 0..<count {
      var signature = [Int32](repeating: -1, count: points.count * tables.count)
      var isEmpty = true
      for table in tables.indices {
        var base = 0
        for (position, axis) in ordinary.enumerated() {
          base += contributions[table][axis][merged[position][place[position]]]
        }
        for point in points.indices {
          let group = base + offsets[point][table]
          guard group >= 0 else { continue }
          signature[point * tables.count + table] = Int32(group)
        }
      }
      for point in points.indices {
        var isZero = false
        var isShown = false
        for table in tables.indices {
          let group = Int(signature[point * tables.count + table])
          guard group >= 0 else { continue }
          isShown = true
          if let known = nothing[table][group] {
            isZero = known
          } else {
            isZero = isNothing(table, group)
            nothing[table][group] = isZero
          }
          if isZero { break }
        }
        if isZero {
          for table in tables.indices { signature[point * tables.count + table] = -1 }
        } else if isShown {
          isEmpty = false
        }
      }
      if !isEmpty, seen.insert(signature).inserted {
        signatures.append(signature)
        if signatures.count > Self.mostGroups { throw TooMany() }
      }
      for position in place.indices.reversed() {
        place[position] += 1
        if place[position] < merged[position].count { break }
        place[position] = 0
      }
    }
  }

  func group(_ index: Int, point: Int, table: Int) -> Int? {
    let group = signatures[index][point * tableCount + table]
    return group < 0 ? nil : Int(group)
  }

  /// One leaf for each set of leaves that no table tells apart.
  private static func distinct(_ count: Int, _ tables: [[Int]]) -> [Int] {
    var seen: Set<[Int]> = []
    return (0..<count).filter { leaf in seen.insert(tables.map { $0[leaf] }).inserted }
  }
}
