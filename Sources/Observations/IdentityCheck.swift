import Diagnostics
import SourceFiles
import Tables

/// An identity at the rows of a file and at the unknowns of a data set.
struct IdentityCheck {
  let identity: Identity
  let columns: DataColumns
  let rows: Rows

  // MARK: Rows

  /// Each row whose numbers all stand there must obey it. Where some were not collected, they are
  /// at least 0, which may contradict the others too; what is not applicable says nothing.
  func check(_ findings: inout DataFindings) {
    for row in 0..<rows.count {
      var sum = 0
      var lacking = Set<Int>()
      var isApplicable = true
      for term in identity.terms {
        let state = rows.state(row, term.measure)
        if state.isNumber {
          sum &+= term.coefficient * rows.value(row, term.measure)
        } else if state.isMissing {
          lacking.insert(term.coefficient)
        } else {
          isApplicable = false
        }
      }
      guard isApplicable, !Self.isPossible(sum, lacking: lacking) else { continue }
      let last = identity.terms.last?.measure ?? 0
      findings.add(
        .identityBroken,
        at: columns.document.place(Int(rows.records[row]), columns.measures[last].column),
        what: Phrase(
          vi: "Dòng này không đúng với “\(identity.text)” (lệch \(secret: sum)).",
          en: "The row does not obey “\(identity.text)” (off by \(secret: sum))."),
        mend: Phrase(
          vi: "Sửa các số của dòng, hoặc sửa “identities” trong datapackage.yaml.",
          en: "Correct the numbers of the row, or “identities” in datapackage.yaml."))
    }
  }

  /// Whether terms of these signs, each 0 or more, can bring a sum to 0.
  private static func isPossible(_ sum: Int, lacking: Set<Int>) -> Bool {
    switch lacking {
    case []: sum == 0
    case [1]: sum <= 0
    case [-1]: sum >= 0
    default: true
    }
  }

  // MARK: Unknowns

  /// Adds what it says of unknowns; false if cells without a number lie under totals so that the
  /// measures lack different ones.
  func add(_ unknowns: UnknownsByCell, to relations: inout DataRelations) -> Bool {
    let measures = identity.terms.map(\.measure)
    let hasAtoms = measures.contains { unknowns.hasAtoms($0) }
    /// Cells under the same totals in every measure are one.
    var groups: [[UnknownsByCell.Content]: Int] = [:]
    var order: [[UnknownsByCell.Content]] = []
    for key in unknowns.keys {
      let contents = measures.map { unknowns.content(key, $0) }
      if hasAtoms, contents.contains(where: \.isAtom) {
        groups[contents, default: 0] += 1
        if groups[contents] != 1 { continue }
      }
      order.append(contents)
    }
    for (contents, count) in groups {
      for (measure, content) in zip(measures, contents) {
        switch content {
        case .atom(let unknown):
          if unknowns.leaves(unknown, measure).count != count { return false }
        case .unknown: if count != 1 { return false }
        case .nothing, .missing: break
        }
      }
    }
    for contents in order { add(contents, to: &relations) }
    return true
  }

  private func add(
    _ contents: [UnknownsByCell.Content], to relations: inout DataRelations
  ) {
    var terms: [SumEquation.Term] = []
    var lacking = Set<Int>()
    var isWhole = true
    for (term, content) in zip(identity.terms, contents) {
      switch content {
      case .unknown(let unknown), .atom(let unknown):
        terms.append(SumEquation.Term(unknown: unknown, coefficient: term.coefficient))
      case .missing: lacking.insert(term.coefficient)
      case .nothing(isApplicable: true): break
      case .nothing(isApplicable: false): isWhole = false
      }
    }
    guard !terms.isEmpty else { return }
    if !isWhole {
      guard lacking.isEmpty else { return }
      relations.assumed.append(SumEquation(terms: terms.sorted { $0.unknown < $1.unknown }))
      return
    }
    if lacking.isEmpty {
      relations.equations.append(SumEquation(terms: terms.sorted { $0.unknown < $1.unknown }))
    } else if lacking.count == 1, let sign = lacking.first {
      // What is missing is 0 or more, so the others are not on its side.
      let same = terms.filter { $0.coefficient == sign }.map(\.unknown).sorted()
      let other = terms.filter { $0.coefficient != sign }.map(\.unknown).sorted()
      if !same.isEmpty {
        relations.bounds.append(SumBound(lesser: same, greater: other, kind: .identity))
      }
    }
  }
}

extension UnknownsByCell.Content {
  fileprivate var isAtom: Bool {
    if case .atom = self { true } else { false }
  }
}
