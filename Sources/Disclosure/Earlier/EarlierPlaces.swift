import Observations
import Tables

/// Where the cells of a table of an earlier release stand in the data set of today.
struct EarlierPlaces {
  let table: EarlierTable
  /// As `DataSet.grid` asks for them: without axes that the data set no longer has.
  let codes: [String: [String]]
  /// What the data set no longer has: measures, axes, and codes as `axis=code`.
  private(set) var lost: [String] = []
  /// For an axis that is no more, the code that stands for all of it.
  private let totals: [String: String]

  init(_ table: EarlierTable, in dataSet: DataSet) {
    self.table = table
    let names = Set(dataSet.axisNames)
    var codes: [String: [String]] = [:]
    var totals: [String: String] = [:]
    for axis in table.axes {
      if names.contains(axis.name) {
        codes[axis.name] = axis.codes
      } else {
        totals[axis.name] = table.tops[axis.name] ?? "_T"
        lost.append(axis.name)
      }
    }
    for (axis, code) in table.at {
      if names.contains(axis) {
        codes[axis] = [code]
      } else if Period(code) != nil {
        // The axis of periods has another name: which of them this was, can't be said.
        totals[axis] = ""
        lost.append(axis)
      }
    }
    lost += table.measures.filter { dataSet.measure($0) == nil }
    self.codes = codes
    self.totals = totals
    lost.sort()
  }

  /// Whether a cell stands at the total of each axis that is no more.
  func isPlaced(_ codes: [String: String]) -> Bool {
    totals.allSatisfy { axis, total in codes[axis] == total }
  }

  /// Notes the codes that the data set no longer has.
  ///
  /// - Parameter grid: of all codes; nil if it can't be made: then each axis is looked at alone.
  mutating func note(_ grid: CellGrid?, _ measures: [Int], in dataSet: DataSet) {
    for (axis, name) in dataSet.axisNames.enumerated() {
      guard let asked = codes[name] else { continue }
      let found = (grid ?? dataSet.grid(measures, at: [name: asked]))?.codes[axis] ?? []
      lost += asked.filter { !found.contains($0) }.map { "\(name)=\($0)" }
    }
  }
}

/// A table of an earlier release of which some cells have no place in today's data.
struct UnplacedTable {
  let release: String
  let table: String
  /// Names of what is no more.
  let lost: [String]
}
