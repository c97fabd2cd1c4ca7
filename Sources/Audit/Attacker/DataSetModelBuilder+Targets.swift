import PublishedFiles

extension DataSetModelBuilder {
  /// What must not be provably small: hidden cells and those that were not collected, sensitive
  /// complements, and the nodes of the lattice.
  func targets(lattice: (cells: [Int], table: ShownTable)?) -> [DataSetModel.Target] {
    var found: [DataSetModel.Target] = []
    for key in contents.keys.sorted() {
      guard let content = contents[key], let shown = content.shown else { continue }
      let (cell, measure) = key.quotientAndRemainder(dividingBy: measureCount)
      if ties.measures[measure].sensitivity == .persons, content.printed == nil,
        let origin = content.hidden ?? content.missing
      {
        let sum = sum(ofCell: cell, measure: measure)
        if !sum.variables.isEmpty {
          found.append(
            .init(kind: content.hidden == nil ? .missing : .hidden, origin: origin, sum: sum))
        }
      }
      found += complements(cell, measure, shown)
    }
    guard let lattice else { return found }
    for (combination, cell) in lattice.cells.enumerated() where !slots[cell].isEmpty {
      for (measure, description) in ties.measures.enumerated()
      where description.sensitivity == .persons
        && contents[cell * measureCount + measure]?.shown == nil
      {
        let isPooled = zip(
          lattice.table.axes, lattice.table.codes(ofCombination: combination)
        ).enumerated().contains { position, entry in
          axes[entry.0].role == .period && lattice.table.codes[position][entry.1].count > 1
        }
        if isPooled && !description.pools { continue }
        let sum = sum(ofCell: cell, measure: measure)
        if sum.variables.isEmpty { continue }
        found.append(
          .init(
            kind: .lattice,
            origin: .init(
              table: dataset,
              cell: ([description.id] + names(of: combination, in: lattice.table))
                .joined(separator: ", ")), sum: sum))
      }
    }
    return found
  }

  /// A whole less its sensitive part, wherever a table shows one of them.
  private func complements(
    _ cell: Int, _ measure: Int, _ origin: DataSetModel.Origin
  ) -> [DataSetModel.Target] {
    ties.measures.indices.compactMap { part in
      guard let whole = ties.whole[part], ties.measures[part].complement == .sensitive,
        part == measure || whole == measure && contents[cell * measureCount + part]?.shown == nil
      else { return nil }
      let terms = slots[cell].flatMap { slot -> [(variable: Int, coefficient: Int)] in
        let places = [part, whole].map { Int(slot) * measureCount + $0 }
        if places.contains(where: { isLeftOut[$0] }) { return [] }
        return atoms(Int(slot), whole).map { ($0, 1) } + atoms(Int(slot), part).map { ($0, -1) }
      }
      let sum = AuditSystem.Sum(terms: terms)
      if sum.variables.isEmpty { return nil }
      let name = "\(ties.measures[whole].id) − \(ties.measures[part].id)"
      let codes = origin.cell.split(separator: ",").dropFirst().joined(separator: ",")
      return .init(
        kind: .complement,
        origin: .init(table: origin.table, cell: name + (codes.isEmpty ? "" : "," + codes)),
        sum: sum)
    }
  }

  private func names(of combination: Int, in table: ShownTable) -> [String] {
    zip(table.axes.indices, table.codes(ofCombination: combination)).compactMap { position, code in
      axes[table.axes[position]].name(of: table.codes[position][code])
    }
  }

  // MARK: - Plain arithmetic

  /// Small counts that are printed, small remainders of printed cells, and small revisions.
  func findings() -> [DataSetModel.Finding] {
    var found: [DataSetModel.Finding] = []
    let small = scale..<max(scale + 1, threshold * scale)
    func isSmall(_ value: Int) -> Bool { threshold > 1 && small.contains(value) }
    for key in contents.keys.sorted() {
      guard let content = contents[key],
        ties.measures[key % measureCount].sensitivity == .persons
      else { continue }
      if let printed = content.printed, isSmall(printed.value) {
        found.append(.init(kind: .printed, origin: printed.origin, other: nil))
      }
      let prints = content.earlier + (content.printed.map { [$0] } ?? [])
      for (position, print) in prints.enumerated() {
        for earlier in prints[..<position]
        where earlier.origin.earlier != print.origin.earlier
          && isSmall(abs(print.value - earlier.value))
        {
          found.append(.init(kind: .revision, origin: print.origin, other: earlier.origin))
        }
      }
    }
    for measure in 0..<measureCount where ties.measures[measure].sensitivity == .persons {
      found += remainders(of: measure, isSmall) + overlaps(of: measure, isSmall)
      found += withoutCode(measure, isSmall)
    }
    for (part, tied) in ties.measures.enumerated() where tied.complement == .sensitive {
      if let whole = ties.whole[part] { found += withoutCode(whole, outside: part, isSmall) }
    }
    return found
  }

  /// Printed totals less any printed part of them.
  private func remainders(
    of measure: Int, _ isSmall: (Int) -> Bool
  ) -> [DataSetModel.Finding] {
    struct Print {
      let value: Int
      let origin: DataSetModel.Origin
      let slots: [Int32]
    }
    var prints: [Print] = []
    for key in contents.keys.sorted() where key % measureCount == measure {
      guard let content = contents[key], let print = content.printed ?? content.earlier.last,
        print.value > 0
      else { continue }
      // What a printed zero covers counts for nothing.
      prints.append(
        Print(
          value: print.value, origin: print.origin,
          slots: slots[key / measureCount].filter {
            unknowns[Int($0) * measureCount + measure] >= 0
          }))
    }
    prints.sort { $0.value < $1.value }
    var found: [DataSetModel.Finding] = []
    for (position, whole) in prints.enumerated() {
      for part in prints[..<position].reversed() {
        let rest = whole.value - part.value
        if rest >= threshold * scale { break }
        if isSmall(rest), part.slots.count < whole.slots.count,
          Self.contains(whole.slots, part.slots)
        {
          found.append(.init(kind: .remainder, origin: whole.origin, other: part.origin))
        }
      }
    }
    return found
  }

  /// Whether one ascending list holds all of another.
  private static func contains(_ outer: [Int32], _ inner: [Int32]) -> Bool {
    var place = outer.startIndex
    for element in inner {
      while place < outer.endIndex, outer[place] < element { place += 1 }
      guard place < outer.endIndex, outer[place] == element else { return false }
      place += 1
    }
    return true
  }
}
