import Observations
import Tables

/// How the cells of a system are called where people read about them: `table[measure, axis=code]`,
/// and what is taken from what.
struct CellNames {
  let system: DataSetSystem
  let dataSet: DataSet
  let seeds: SeedData

  init(_ system: DataSetSystem, dataSet: DataSet, _ seeds: SeedData) {
    self.system = system
    self.dataSet = dataSet
    self.seeds = seeds
  }

  func name(of cell: Int) -> String {
    switch system.origins[cell] {
    case .table(let name): seeds.frames[name.frame].name(of: name.aggregate, dataSet)
    case .earlier(let name): name.text
    case .known(let index): "known[\(index)]"
    case .remainder(let whole, let part): "\(name(of: whole)) − \(name(of: part))"
    case .complement(let part): "complement of \(name(of: part))"
    case .missingParts(let total): "not collected below \(name(of: total))"
    case .otherCategories(let row): "other categories of \(name(of: row))"
    case .complementRemainder(let whole, let part):
      "complement of \(name(of: whole)) − complement of \(name(of: part))"
    case .overlap(let place): "overlap in \(name(of: place))"
    case .latticeNode(let measure, let codes):
      "\(dataSet.name)[\(cellText(measure, Array(zip(dataSet.axisNames, codes))))]"
    }
  }

  private func name(of place: OverlappingCells.Place) -> String {
    let outside = place.outsidePart.map { "complement of \(dataSet.measures[$0].id) in " } ?? ""
    return outside + "\(dataSet.name)[\(cellText(place.measure, named(place.codes)))]"
  }

  /// Axes at which all cells stand at one code.
  private func named(_ codes: [String]) -> [(String, String)] {
    Array(zip(dataSet.axisNames, codes)).filter { !$0.1.isEmpty }
  }

  private func cellText(_ measure: Int, _ codes: [(String, String)]) -> String {
    ([dataSet.measures[measure].id] + codes.map { "\($0.0)=\($0.1)" }).joined(separator: ", ")
  }
}

extension TableFrame {
  /// A cell as `minhbach explain` names it: `table[measure, axis=code, …]`.
  func name(of aggregate: Int, _ dataSet: DataSet) -> String {
    let measure = dataSet.measures[measures[aggregate % measures.count]].id
    let codes = zip(axes, position(of: aggregate)).map { "\($0.name)=\($1.code)" }
    return "\(id)[\(([measure] + codes).joined(separator: ", "))]"
  }

  /// The code of a cell on each axis that is shown.
  func position(of aggregate: Int) -> [AxisCode] {
    var rest = aggregate / measures.count
    var codes: [AxisCode] = []
    for axis in axes.reversed() {
      codes.insert(axis.codes[rest % axis.codes.count], at: 0)
      rest /= axis.codes.count
    }
    return codes
  }
}
