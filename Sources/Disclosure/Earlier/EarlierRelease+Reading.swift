public import Diagnostics
import PublishedFiles
import Tables

extension EarlierRelease {
  /// Reads an edition that was published before from its folder: `data/index.json` and the data
  /// files of its tables.
  ///
  /// - Parameters:
  ///   - folder: where it lies.
  ///   - name: how diagnostics call it.
  /// - Returns: nil, with a report, if it can't be read.
  public static func read(
    _ folder: String, name: String, into diagnostics: inout Diagnostics
  ) -> EarlierRelease? {
    PublishedEdition.read(folder, prefix: name + "/", into: &diagnostics).map { edition in
      EarlierRelease(
        name: name, edition: edition.name, zerosArePrinted: !edition.zerosMayBeHidden,
        tables: edition.tables.map(EarlierTable.init))
    }
  }
}

extension EarlierTable {
  init(_ table: PublishedTable) {
    var tops: [String: String] = [:]
    for axis in table.axes where axis.role != .period {
      let highest = axis.codes.filter(\.parents.isEmpty)
      if highest.count == 1 { tops[axis.name] = highest[0].code }
    }
    self.init(
      id: table.id, dataset: table.dataset, measures: table.measures.map(\.id),
      axes: table.axes.map { (name: $0.name, codes: $0.codes.map(\.code)) }, at: table.at,
      tops: tops,
      countsPersons: table.measures.contains {
        $0.sensitivity == .persons || $0.derivedFrom != nil
      },
      cells: table.cells.map { cell in
        switch cell {
        case .printed(let number):
          .printed(Quantity(mantissa: number.mantissa, decimals: number.decimals))
        case .hidden: .hidden
        case .unknown, .notApplicable, nil: .nothing
        }
      })
  }
}
