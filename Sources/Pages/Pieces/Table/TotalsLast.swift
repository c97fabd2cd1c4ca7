import Tables

/// The order in which a table shows the codes of an axis: the official one, but each total after
/// the last of its parts.
struct TotalsLast: Sendable {
  /// Places in `axis.codes`.
  let indices: [Int]
  /// For each code of the axis, whether it has no code above and some below.
  let isTotal: [Bool]

  init(_ axis: Axis) {
    let codes = axis.codes
    let places = Dictionary(
      codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var tops = [[Int]?](repeating: nil, count: codes.count)

    /// The codes without parents above a code.
    func topsOf(_ index: Int) -> [Int] {
      if let known = tops[index] { return known }
      tops[index] = []
      let parents = codes[index].parents.compactMap { places[$0] }
      var found: [Int] = parents.isEmpty ? [index] : []
      for parent in parents {
        for top in topsOf(parent) where !found.contains(top) { found.append(top) }
      }
      tops[index] = found
      return found
    }

    var lastPart = [Int?](repeating: nil, count: codes.count)
    for index in codes.indices {
      for top in topsOf(index) where top != index { lastPart[top] = index }
    }
    isTotal = lastPart.map { $0 != nil }
    indices = codes.indices.sorted { a, b in
      let (placeA, placeB) = (lastPart[a] ?? a, lastPart[b] ?? b)
      if placeA != placeB { return placeA < placeB }
      if (lastPart[a] == nil) != (lastPart[b] == nil) { return lastPart[a] == nil }
      return a < b
    }
  }
}
