import Diagnostics
import Observations
import Site
import Tables

/// What an edition hides of one data set, with the proofs.
struct EditionPattern: Sendable {
  let dataSet: Int
  let system: DataSetSystem
  let pattern: SuppressionPattern
  /// Under which it is kept for the next build.
  let key: String
  /// Patterns of coarser tables that were tried for advice.
  var tried: [String: SuppressionPattern] = [:]

  /// Hidden cells of tables.
  var hidden: Set<DataSetSystem.CellName> {
    var hidden = Set(system.knownSmall)
    for (cell, origin) in system.origins.enumerated() where pattern.hidden[cell] {
      if case .table(let name) = origin { hidden.insert(name) }
    }
    return hidden
  }

  /// The same cells by what they count, whichever table shows them.
  var hiddenKeys: Set<[Int]> {
    Set(pattern.hidden.indices.filter { pattern.hidden[$0] }.map(system.key))
  }
}

/// Chooses what an edition hides of one data set, and has it verified.
struct DataSetProtector {
  let seeds: SeedData
  let dataSet: Int
  let edition: Edition
  let inputs: DisclosureInputs
  /// What others publish, as far as readers of the edition may have it.
  let known: [KnownCell]
  /// What editions before hide of the data set.
  let hiddenElsewhere: Set<[Int]>

  var data: DataSet { seeds.dataSets[dataSet] }

  /// The tables of the data set that the edition has.
  var frames: [(index: Int, frame: TableFrame)] {
    let rules = EditionRules(edition: edition)
    return seeds.frames.enumerated().filter {
      $0.element.dataSet == dataSet && rules.includes($0.element)
    }.map { (index: $0.offset, frame: $0.element) }
  }

  /// Nil if nothing has to be protected, or, with a report, if it can't be.
  func protect(into diagnostics: inout Diagnostics) -> EditionPattern? {
    do {
      guard var found = try pattern(of: frames, effort: inputs.effort) else { return nil }
      let hidden = found.hidden
      let check = RevisionCheck(
        edition: edition, dataSet: data, system: found.system, hidden: hidden.contains,
        frames: frames, revisions: inputs.revisions)
      report(givenAway: found.system.givenAway, into: &diagnostics)
      check.checkDifferences(into: &diagnostics)
      check.noteCuts(into: &diagnostics)
      check.warnOfUnplaced(into: &diagnostics)
      let (advice, kept) = advise(found)
      found.tried = kept
      for one in advice { one.report(in: edition, into: &diagnostics) }
      return found
    } catch let failure as Unprotectable {
      report(failure, into: &diagnostics)
    } catch let error as MeasureAtoms.TooManyParts {
      report(error, into: &diagnostics)
    } catch let error as LatticeTooLarge {
      report(error, into: &diagnostics)
    } catch let error as TooManyOverlaps {
      report(error, into: &diagnostics)
    } catch is ZerosLeftOut {
      reportZerosLeftOut(into: &diagnostics)
    } catch {
      reportProof(into: &diagnostics)
    }
    return nil
  }

  /// Nil if nothing has to be protected.
  ///
  /// - Throws: `Unprotectable`, what the builder throws, or `ProofFailed`.
  func pattern(
    of frames: [(index: Int, frame: TableFrame)], effort: Effort
  ) throws -> EditionPattern? {
    var givenAway: Set<[Int]> = []
    while true {
      do {
        return try pattern(of: frames, effort: effort, givenAway)
      } catch let failure as Unprotectable {
        let found = failure.givenAway
        if found.isSubset(of: givenAway) { throw failure }
        givenAway.formUnion(found)
      }
    }
  }

  private func pattern(
    of frames: [(index: Int, frame: TableFrame)], effort: Effort, _ givenAway: Set<[Int]>
  ) throws -> EditionPattern? {
    guard let built = try system(of: frames, givenAway) else { return nil }
    let rules = edition.disclosure.suppression
    let key = KeptPatterns.key(built.system, rules, effort)
    if let kept = inputs.kept.pattern(for: key),
      WitnessVerifier.objections(to: kept, in: built.system, rules).isEmpty
    {
      return EditionPattern(dataSet: dataSet, system: built, pattern: kept, key: key)
    }
    let pattern: SuppressionPattern
    do {
      pattern = try Suppressor.solve(
        built.system, rules, effort: effort, workers: inputs.workers,
        memoryLimit: inputs.memoryLimit)
    } catch {
      throw Unprotectable(failure: error, system: built)
    }
    let objections = WitnessVerifier.objections(to: pattern, in: built.system, rules)
    if objections.isEmpty {
      return EditionPattern(dataSet: dataSet, system: built, pattern: pattern, key: key)
    }
    if let failure = built.system.knownZeros(among: objections) {
      throw Unprotectable(failure: failure, system: built)
    }
    throw ProofFailed()
  }

  private func system(
    of frames: [(index: Int, frame: TableFrame)], _ givenAway: Set<[Int]>
  ) throws -> DataSetSystem? {
    var builder = try DataSetSystemBuilder(
      dataSet: data, frames: frames, policy: edition.disclosure, known: known,
      hiddenElsewhere: hiddenElsewhere,
      earlier: inputs.earlier.filter { $0.isRead(in: edition) }, givenAway: givenAway)
    return try builder.build()
  }
}

/// No pattern protects a system.
struct Unprotectable: Error {
  let failure: SuppressionFailure
  let system: DataSetSystem

  /// Variables of the cells that follow from what readers have from elsewhere, whatever is hidden.
  var givenAway: Set<[Int]> {
    let known = system.origins.indices.filter { cell in
      switch system.origins[cell] {
      case .known, .earlier: system.system.cells[cell].publication == .alwaysPrinted
      default: false
      }
    }.map(system.key)
    if known.isEmpty { return [] }
    return Set(
      failure.unprotected.map { system.key(of: $0.cell) }.filter { cell in
        GroupSums(Self.tied(to: cell, known) + [cell]).lastFollows
      })
  }

  /// The sums that share variables with a cell, directly or through others.
  private static func tied(to cell: [Int], _ sums: [[Int]]) -> [[Int]] {
    var reached = Set(cell)
    var rest = sums
    var found: [[Int]] = []
    while true {
      let next = rest.filter { !reached.isDisjoint(with: $0) }
      if next.isEmpty { return found.sorted { $0.lexicographicallyPrecedes($1) } }
      found += next
      rest.removeAll { !reached.isDisjoint(with: $0) }
      for sum in next { reached.formUnion(sum) }
    }
  }
}

/// The verifier objects to what the search has found.
struct ProofFailed: Error {}

extension SuppressionSystem {
  /// Where zeros are protected: targets that lie below zeros which are printed in any case. The
  /// search leaves them out, and nothing can protect them.
  ///
  /// - Returns: nil if anything else is objected to.
  fileprivate func knownZeros(among objections: [WitnessObjection]) -> SuppressionFailure? {
    var zeros: [Int: Int] = [:]
    for (index, cell) in cells.enumerated() where cell.publication == .alwaysPrinted {
      guard cell.variables.allSatisfy({ counts[$0] == 0 }) else { continue }
      for variable in cell.variables { zeros[variable] = index }
    }
    var unprotected: [UnprotectedCell] = []
    for objection in objections {
      guard case .noWitness(let target) = objection else { return nil }
      let printed = cells[target].variables.compactMap { zeros[$0] }
      guard printed.count == cells[target].variables.count else { return nil }
      unprotected.append(
        UnprotectedCell(
          cell: target, reason: .impossible, printedRegardless: Set(printed).sorted()))
    }
    return SuppressionFailure(unprotected: unprotected)
  }
}
