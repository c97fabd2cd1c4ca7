import Observations
import Tables

/// A cell of a table as a person names it: `received, period=2024, sex=F`. An axis that is left out
/// is at its total; the measure may be left out where there is only one.
struct CellQuery {
  let measure: String?
  let codes: [(axis: String, code: String)]

  /// Also with the table around it, as reports write it: `table[received, sex=F]`.
  init(_ text: String) {
    var text = Substring(text)
    if text.hasSuffix("]"), let open = text.firstIndex(of: "[") {
      text = text[text.index(after: open)...].dropLast()
    }
    var measure: String?
    var codes: [(axis: String, code: String)] = []
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0.trimmingSpaces) }
      if sides.count == 2 {
        codes.append((sides[0], sides[1]))
      } else if !sides[0].isEmpty {
        measure = sides[0]
      }
    }
    self.measure = measure
    self.codes = codes
  }

  enum Problem: Error, Equatable {
    /// The table has several measures, or not this one: those that it has.
    case measure([String])
    /// The table has no such axis: those that it has.
    case axis(String, [String])
    /// The axis has no such code, or none is given and it has no total: its codes.
    case code(axis: String, [String])
  }

  /// Index of the cell among the aggregates of a frame.
  func find(in frame: TableFrame, _ dataSet: DataSet) throws(Problem) -> Int {
    let ids = frame.measures.map { dataSet.measures[$0].id }
    guard let column = measure.map({ ids.firstIndex(of: $0) }) ?? (ids.count == 1 ? 0 : nil)
    else { throw .measure(ids) }
    for (axis, _) in codes where !frame.axes.contains(where: { $0.name == axis }) {
      throw .axis(axis, frame.axes.map(\.name))
    }
    var position = 0
    for axis in frame.axes {
      let code = codes.last { $0.axis == axis.name }?.code
      guard let index = code.map({ axis.index(of: $0) }) ?? axis.total else {
        throw .code(axis: axis.name, axis.codes.map(\.code))
      }
      position = position * axis.codes.count + index
    }
    return position * ids.count + column
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = drop { $0 == " " }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
