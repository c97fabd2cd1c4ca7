import Observations
import Tables

extension DataSetSystemBuilder {
  /// Where codes overlap, what a reader works out of several cells: three groups of two hierarchies
  /// less their total are the persons in two of them; two ranges less the range of both, the years
  /// that they share.
  mutating func addOverlaps() throws(TooManyOverlaps) {
    guard !overlapping.isEmpty else { return }
    let isZero = knownZeros()
    let counted = overlapping.cells.map { (place: $0.key, cells: $0.value) }
    let places = (counted + overlappingComplements()).sorted { $0.place < $1.place }
    var steps = GroupSums.mostSteps
    for (place, cells) in places {
      let sets = Set(cells.map { $0.filter { !isZero[$0] } }).filter { !$0.isEmpty }
        .sorted { $0.lexicographicallyPrecedes($1) }
      let sums = GroupSums(sets)
      let found: [[Int]]
      do {
        found = try sums.smallSums(
          from: rules.zeros == .protected ? 0 : 1, below: rules.threshold, steps: &steps
        ) {
          variables.value(of: sums.groups[$0])
        }
      } catch {
        throw TooManyOverlaps(axes: overlapping.overlapping.sorted())
      }
      for chosen in found {
        let sum = chosen.flatMap { sums.groups[$0] }.sorted()
        protect(sum, .overlap(place))
      }
    }
  }
}
