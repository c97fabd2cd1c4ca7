import PublishedFiles

extension DataSetModelBuilder {
  /// What must not be provably small: hidden cells and those that were not collected, sensitive
  /// complements, pieces that overlapping codes leave, and the nodes of the lattice.
  func targets(
    lattice: (cells: [Int], table: ShownTable)?
  ) -> [DataSetModel.Target] {
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
            .init(
              kind: content.hidden == nil ? .missing : .hidden, origin: origin, sum: sum,
              isKnownElsewhere: isKnownElsewhere(measure, cell)))
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
                .joined(separator: ", ")), sum: sum,
            isKnownElsewhere: isKnownElsewhere(measure, cell)))
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
      let sum = AuditSystem.Sum(
        terms: slots[cell].flatMap { termsOutside(part, of: whole, Int($0)) })
      if sum.variables.isEmpty { return nil }
      return .init(
        kind: .complement, origin: self.origin(origin, outside: part, of: whole),
        sum: sum, isKnownElsewhere: isKnownElsewhere(whole, outside: part, cell))
    }
  }

  /// Where a figure stands, said of those whom a part does not count.
  func origin(_ origin: DataSetModel.Origin, outside part: Int, of whole: Int)
    -> DataSetModel.Origin
  {
    let name = "\(ties.measures[whole].id) − \(ties.measures[part].id)"
    let codes = origin.cell.split(separator: ",").dropFirst().joined(separator: ",")
    return .init(
      table: origin.table, cell: name + (codes.isEmpty ? "" : "," + codes),
      earlier: origin.earlier)
  }

  /// A whole less its part, in one slot; nothing where one of them does not apply.
  func termsOutside(
    _ part: Int, of whole: Int, _ slot: Int
  ) -> [(variable: Int, coefficient: Int)] {
    if [part, whole].contains(where: { isLeftOut[slot * measureCount + $0] }) { return [] }
    return atoms(slot, whole).map { ($0, 1) } + atoms(slot, part).map { ($0, -1) }
  }

  private func names(of combination: Int, in table: ShownTable) -> [String] {
    zip(table.axes.indices, table.codes(ofCombination: combination)).compactMap { position, code in
      axes[table.axes[position]].name(of: table.codes[position][code])
    }
  }
}
