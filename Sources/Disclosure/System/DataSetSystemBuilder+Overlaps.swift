import Observations
import Tables

extension DataSetSystemBuilder {
  /// Where codes overlap, what a reader works out of several cells: three groups of two hierarchies
  /// less their total are the persons in two of them; two ranges less the range of both, the years
  /// that they share.
  mutating func addOverlaps() throws(TooManyOverlaps) {
    guard !overlapping.isEmpty else { return }
    let isZero = knownZeros()
    let places = overlapping.cells.sorted {
      ($0.key.measure, $0.key.codes.joined(separator: "\u{1F}"))
        < ($1.key.measure, $1.key.codes.joined(separator: "\u{1F}"))
    }
    var steps = GroupSums.mostSteps
    for (place, cells) in places {
      let sets = Set(cells.map { $0.filter { !isZero[$0] } }).filter { !$0.isEmpty }
        .sorted { $0.lexicographicallyPrecedes($1) }
      let sums = GroupSums(sets)
      let found: [[Int]]
      do {
        found = try sums.smallSums(below: rules.threshold, steps: &steps) {
          variables.value(of: sums.groups[$0])
        }
      } catch {
        throw TooManyOverlaps(axes: overlapping.overlapping.sorted())
      }
      for chosen in found {
        let sum = chosen.flatMap { sums.groups[$0] }.sorted()
        protect(sum, .overlap(measure: place.measure, codes: place.codes))
      }
    }
  }
}
