import Observations
import Tables

extension DataSetSystemBuilder {
  /// `groupDisclosure`: where all persons of a row fall in one category, that the other categories
  /// are empty must not become known: who knows that somebody is in the row would know the category.
  mutating func addOtherCategories() {
    for (index, frame) in frames {
      for (position, axis) in frame.axes.enumerated() where axis.role != .period {
        let children = axis.codes.enumerated().flatMap { child, code in
          code.parents.compactMap { axis.index(of: $0) }.map { (parent: $0, child: child) }
        }
        let stride =
          frame.axes[(position + 1)...].reduce(1) { $0 * $1.codes.count } * frame.measures.count
        for aggregate in frame.aggregates.indices {
          let code = aggregate / stride % axis.codes.count
          for pair in children where pair.parent == code {
            let child = aggregate + (pair.child - pair.parent) * stride
            addOthers(of: aggregate, than: child, in: frame, index)
          }
        }
      }
    }
  }

  private mutating func addOthers(
    of row: Int, than category: Int, in frame: TableFrame, _ index: Int
  ) {
    let measure = frame.measures[row % frame.measures.count]
    // Most rows have persons in several categories: that needs no look at their variables.
    let persons = frame.aggregates[row].truth.quantity
    let mayBeAll =
      dataSet.origin(of: measure) != measure
      || persons == frame.aggregates[category].truth.quantity
    guard mayBeAll, dataSet.isSensitive(measure: measure),
      let cell = distinct[dataSet.origin(of: measure)]?[
        variables.variables(of: frame.aggregates[row].unknowns)],
      frame.aggregates[category].truth.isNumber
    else { return }
    let whole = cells[cell].variables
    let part = variables.variables(of: frame.aggregates[category].unknowns)
    let value = variables.value(of: whole)
    guard value > 0, variables.value(of: part) == value, Self.contains(whole, part) else { return }
    protect(
      Set(whole).subtracting(part).sorted(), .otherCategories(of: cell), .emptiness)
  }
}
