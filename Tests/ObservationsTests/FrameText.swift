import Observations
import Tables

extension SeedData {
  func frame(_ id: String) -> TableFrame? { frames.first { $0.id == id } }

  /// A table as text: one line a row of codes, cells of the last axis and the measures across.
  func text(_ id: String) -> [String] {
    guard let frame = frame(id) else { return ["no table \(id)"] }
    var lines: [String] = []
    var codes = [[]] as [[String]]
    for axis in frame.axes { codes = codes.flatMap { head in axis.codes.map { head + [$0.code] } } }
    for (index, code) in codes.enumerated() {
      let cells = frame.measures.indices.map { measure in
        frame.aggregates[index * frame.measures.count + measure].truth.text
      }
      lines.append(code.joined(separator: " ") + ": " + cells.joined(separator: " "))
    }
    return lines
  }

  /// Values of the unknowns of a cell, and whether they add up to it.
  func parts(
    _ id: String, _ codes: [String], measure: Int = 0
  ) -> [Int] {
    guard let frame = frame(id) else { return [] }
    var index = 0
    for (axis, code) in zip(frame.axes, codes) {
      index = index * axis.codes.count + (axis.index(of: code) ?? 0)
    }
    let aggregate = frame.aggregates[index * frame.measures.count + measure]
    return aggregate.unknowns.map { dataSets[frame.dataSet].unknowns[$0].value.mantissa }
  }

  /// The bounds of the first data set, by the values of their unknowns: `4+3 ≤ 16`.
  var bounds: [String] {
    func text(_ indices: [Int]) -> String {
      indices.map { "\(dataSets[0].unknowns[$0].value.mantissa)" }.joined(separator: "+")
    }
    return dataSets[0].bounds.map { "\(text($0.lesser)) ≤ \(text($0.greater))" }
  }

  /// The equations of the first data set, by the values of their unknowns: `5 +3 -8`.
  var equations: [String] {
    dataSets[0].equations.map { equation in
      equation.terms.map { term in
        (term.coefficient > 0 ? "+" : "-")
          + "\(dataSets[0].unknowns[term.unknown].value.mantissa)"
      }.joined(separator: " ")
    }
  }

  /// Cells whose unknowns don't add up to them: there must be none.
  var unbalanced: [String] {
    var found: [String] = []
    for frame in frames {
      let dataSet = dataSets[frame.dataSet]
      for (index, aggregate) in frame.aggregates.enumerated() {
        let sum = aggregate.unknowns.reduce(0) { $0 + dataSet.unknowns[$1].value.mantissa }
        let measure = frame.measures[index % frame.measures.count]
        if dataSet.measures[measure].derivedFrom != nil {
          // Its unknowns are those of the measure behind it.
          let origin = dataSet.origin(of: measure)
          if aggregate.unknowns.contains(where: { dataSet.unknowns[$0].measure != origin })
            || aggregate.unknowns != Set(aggregate.unknowns).sorted()
          {
            found.append("\(frame.id) \(index)")
          }
          continue
        }
        if sum != aggregate.truth.quantity?.mantissa ?? 0
          || aggregate.unknowns.contains(where: { dataSet.unknowns[$0].measure != measure })
          || aggregate.unknowns != Set(aggregate.unknowns).sorted()
        {
          found.append("\(frame.id) \(index)")
        }
      }
    }
    for dataSet in dataSets {
      for pair in dataSet.pairs {
        let whole = dataSet.unknowns[pair.whole].value.mantissa
        let part = dataSet.unknowns[pair.part].value.mantissa
        if part > whole { found.append("\(dataSet.name) \(pair)") }
      }
      func sum(_ indices: [Int]) -> Int {
        indices.reduce(0) { $0 + dataSet.unknowns[$1].value.mantissa }
      }
      for bound in dataSet.bounds where sum(bound.lesser) > sum(bound.greater) {
        found.append("\(dataSet.name) \(bound)")
      }
      for equation in dataSet.equations {
        let total = equation.terms.reduce(0) { $0 + $1.coefficient * sum([$1.unknown]) }
        if total != 0 { found.append("\(dataSet.name) \(equation)") }
      }
    }
    return found
  }
}

extension CellTruth {
  var text: String {
    switch self {
    case .value(let quantity, let status):
      (quantity.decimals == 0
        ? "\(quantity.mantissa)" : "\(quantity.mantissa)e-\(quantity.decimals)") + status.letters
    case .nothingOccurred: "-"
    case .missing(let state): state.sign
    case .absent: "none"
    }
  }
}
