import Diagnostics
import Observations
import Site
import Tables

/// What two releases tell together that neither tells alone.
struct RevisionCheck {
  let edition: Edition
  let dataSet: DataSet
  let system: DataSetSystem
  let hidden: (DataSetSystem.CellName) -> Bool
  let frames: [(index: Int, frame: TableFrame)]
  let revisions: [Revision]

  /// A figure printed then and now whose change is 1 … T − 1 persons tells about these few.
  func checkDifferences(into diagnostics: inout Diagnostics) {
    let printed = printedCells()
    for cell in system.revised where dataSet.measures[cell.measure].sensitivity == .persons {
      guard let change = cell.then.change(to: cell.now), abs(change) < edition.disclosure.threshold,
        !isAccepted(cell)
      else { continue }
      guard let today = printed[cell.variables] else {
        if let part = sum(printed, is: cell.variables) { reportSum(part, cell, &diagnostics) }
        continue
      }
      diagnostics.report(
        .smallRevision, at: frames.first { $0.index == today.frame }?.frame.place,
        what: Phrase(
          vi:
            "Ấn bản “\(edition.name)”: ô \(name(of: today)) chỉ khác \(cell.name.text) vài người.",
          en:
            "Edition “\(edition.name)”: \(name(of: today)) differs from \(cell.name.text) by a few persons only."
        ),
        mend: Self.mend)
    }
  }

  /// Cells hidden because, taken together with what an earlier release printed, they would give a
  /// small count away: neither small themselves nor hidden there.
  func noteCuts(into diagnostics: inout Diagnostics) {
    struct Pair: Hashable, Comparable {
      let frame: Int
      let release: String
      let table: String

      static func < (a: Pair, b: Pair) -> Bool {
        (a.frame, a.release, a.table) < (b.frame, b.release, b.table)
      }
    }
    var cells: [Pair: Set<DataSetSystem.CellName>] = [:]
    let rules = edition.disclosure.suppression
    let hiddenThen = Set(
      system.system.cells.filter { $0.publication == .hiddenEarlier }.map(\.variables))
    for origin in system.origins {
      guard case .remainder(let whole, let part) = origin else { continue }
      for (one, other) in [(whole, part), (part, whole)] {
        guard case .earlier(let earlier) = system.origins[one],
          case .table(let name) = system.origins[other], hidden(name),
          !system.system.isTarget(other, rules), !hiddenThen.contains(system.key(of: other))
        else { continue }
        let pair = Pair(frame: name.frame, release: earlier.release, table: earlier.table)
        cells[pair, default: []].insert(name)
      }
    }
    for (pair, cells) in cells.sorted(by: { $0.key < $1.key }) {
      guard let frame = frames.first(where: { $0.index == pair.frame })?.frame else { continue }
      diagnostics.report(
        .cutsTogether, at: frame.place,
        what: Phrase(
          vi:
            "Ấn bản “\(edition.name)”: \(cells.count) ô của bảng “\(frame.id)” phải ẩn vì cùng với bảng “\(pair.table)” của bản đã công bố “\(pair.release)” sẽ làm lộ số nhỏ.",
          en:
            "Edition “\(edition.name)”: \(cells.count) cells of “\(frame.id)” are hidden because, together with the table “\(pair.table)” of the earlier release “\(pair.release)”, they would give a small count away."
        ),
        mend: Phrase(
          vi: "Nếu ẩn quá nhiều, chia theo đúng các mã mà bản trước đã chia.",
          en: "If that hides too much, break the table down by the codes of the earlier release."))
    }
  }

  /// What an earlier release printed of codes that are no more binds nobody.
  func warnOfUnplaced(into diagnostics: inout Diagnostics) {
    for table in system.unplaced {
      let names = table.lost.prefix(5).joined(separator: ", ") + (table.lost.count > 5 ? ", …" : "")
      diagnostics.report(
        .earlierNotPlaced, at: frames.first?.frame.place,
        what: Phrase(
          vi:
            "Ấn bản “\(edition.name)”: bộ “\(dataSet.name)” không còn \(names), có trong bảng “\(table.table)” của bản đã công bố “\(table.release)”.",
          en:
            "Edition “\(edition.name)”: “\(dataSet.name)” no longer has \(names), which the table “\(table.table)” of the earlier release “\(table.release)” has."
        ),
        mend: Phrase(
          vi:
            "Nếu chỉ đổi tên thì dùng lại tên cũ; nếu không, tự so hai bản trước khi công bố.",
          en:
            "If they were only renamed, use the old names; else compare the two before publishing."
        ))
    }
  }

  private func printedCells() -> [[Int]: DataSetSystem.CellName] {
    var printed: [[Int]: DataSetSystem.CellName] = [:]
    for (cell, origin) in system.origins.enumerated() {
      if case .table(let name) = origin, !hidden(name) { printed[system.key(of: cell)] = name }
    }
    return printed
  }

  /// One of the printed cells that together give a cell away which is not printed itself; nil if it
  /// doesn't follow from cells within it.
  private func sum(
    _ printed: [[Int]: DataSetSystem.CellName], is variables: [Int]
  ) -> DataSetSystem.CellName? {
    let parts = printed.keys.filter { DataSetSystemBuilder.contains(variables, $0) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    guard parts.reduce(into: Set<Int>(), { $0.formUnion($1) }).count == variables.count,
      GroupSums(parts + [variables]).lastFollows
    else { return nil }
    return parts.first.flatMap { printed[$0] }
  }

  private func reportSum(
    _ part: DataSetSystem.CellName, _ cell: RevisedCell, _ diagnostics: inout Diagnostics
  ) {
    diagnostics.report(
      .smallRevision, at: frames.first { $0.index == part.frame }?.frame.place,
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: \(name(of: part)) cùng các ô khác cộng lại chỉ khác \(cell.name.text) vài người.",
        en:
          "Edition “\(edition.name)”: \(name(of: part)) and other cells add up to a figure that differs from \(cell.name.text) by a few persons only."
      ),
      mend: Self.mend)
  }

  private static let mend = Phrase(
    vi:
      "Gộp với lần sửa khác, hoặc ghi lý do và “acceptSmallDifferences: true” trong seeds/registries/revisions.yaml.",
    en:
      "Wait for other changes, or give a reason and “acceptSmallDifferences: true” in seeds/registries/revisions.yaml."
  )

  private func isAccepted(_ cell: RevisedCell) -> Bool {
    revisions.contains {
      $0.acceptsSmallDifferences && $0.covers(dataset: dataSet.name, codes: cell.codes)
    }
  }

  private func name(of cell: DataSetSystem.CellName) -> String {
    frames.first { $0.index == cell.frame }?.frame.name(of: cell.aggregate, dataSet) ?? ""
  }
}

extension EarlierCellName {
  var text: String { "\(release): \(table)[\(cell)]" }
}
