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

  /// A figure printed then and now whose change is 1 … T − 1 persons tells about these few; so does
  /// one that was and is the difference of two.
  func checkDifferences(into diagnostics: inout Diagnostics) {
    let today = TodaysFigures(system, hidden: hidden)
    let revised = system.revised.filter { dataSet.isSensitive(measure: $0.measure) }
    for cell in revised where isSmall(cell) && !isAccepted(cell) {
      guard let source = today.source(of: cell.variables) else { continue }
      report(source, cell, into: &diagnostics)
    }
    for (whole, part) in differences(of: revised) {
      let left = Set(whole.variables).subtracting(part.variables).sorted()
      guard let one = today.source(of: whole.variables) ?? today.source(of: left),
        today.source(of: part.variables) != nil || today.source(of: left) != nil
      else { continue }
      report(one, whole, less: part, into: &diagnostics)
    }
  }

  /// Whether 1 … T − 1 persons came or went. A derived figure changes by their share of it.
  private func isSmall(_ cell: RevisedCell) -> Bool {
    guard let change = cell.then.change(to: cell.now) else { return false }
    let threshold = edition.disclosure.threshold
    if dataSet.measures[cell.measure].sensitivity == .persons { return abs(change) < threshold }
    let persons = cell.variables.reduce(0) { $0 + system.system.counts[$1] }
    let digits = max(cell.then.decimals, cell.now.decimals)
    guard let figure = Quantity(mantissa: 0, decimals: digits).change(to: cell.now) else {
      return false
    }
    return Int128(abs(change)) * Int128(persons) < Int128(threshold) * Int128(abs(figure))
  }

  /// Pairs of one release, one within the other, that both changed by much, and not by the same.
  private func differences(of revised: [RevisedCell]) -> [(whole: RevisedCell, part: RevisedCell)] {
    struct Group: Hashable {
      let release: String
      let measure: Int
    }
    var found: [(whole: RevisedCell, part: RevisedCell)] = []
    let counts = revised.filter {
      dataSet.measures[$0.measure].sensitivity == .persons && !isAccepted($0)
    }
    let groups = Dictionary(grouping: counts) {
      Group(release: $0.name.release, measure: $0.measure)
    }
    for (_, cells) in groups.sorted(by: {
      ($0.key.release, $0.key.measure) < ($1.key.release, $1.key.measure)
    }) {
      var seen = Set<[Int]>()
      let changes = cells.filter { seen.insert($0.variables).inserted }
        .compactMap { cell in cell.then.change(to: cell.now).map { (cell: cell, change: $0) } }
        .sorted { $0.change < $1.change }
      for (index, lower) in changes.enumerated() {
        for upper in changes[(index + 1)...] {
          if upper.change - lower.change >= edition.disclosure.threshold { break }
          guard upper.change != lower.change else { continue }
          for (whole, part) in [(lower.cell, upper.cell), (upper.cell, lower.cell)]
          where DataSetSystemBuilder.contains(whole.variables, part.variables) {
            found.append((whole, part))
          }
        }
      }
    }
    return found
  }

  private func report(
    _ source: TodaysFigures.Source, _ cell: RevisedCell, into diagnostics: inout Diagnostics
  ) {
    let frame = frames.first { $0.index == source.cell?.frame } ?? frames.first
    let what: Phrase
    switch source {
    case .printed(let today):
      what = Phrase(
        vi: "Ấn bản “\(edition.name)”: ô \(name(of: today)) chỉ khác \(cell.name.text) vài người.",
        en:
          "Edition “\(edition.name)”: \(name(of: today)) differs from \(cell.name.text) by a few persons only."
      )
    case .workedOut(let today):
      let figure = today.map(name) ?? ""
      what = Phrase(
        vi:
          "Ấn bản “\(edition.name)”: từ \(figure) và các ô khác tính ra được một số chỉ khác \(cell.name.text) vài người.",
        en:
          "Edition “\(edition.name)”: \(figure) and other cells give a figure that differs from \(cell.name.text) by a few persons only."
      )
    }
    diagnostics.report(.smallRevision, at: frame?.frame.place, what: what, mend: Self.mend)
  }

  private func report(
    _ source: TodaysFigures.Source, _ whole: RevisedCell, less part: RevisedCell,
    into diagnostics: inout Diagnostics
  ) {
    let frame = frames.first { $0.index == source.cell?.frame } ?? frames.first
    diagnostics.report(
      .smallRevision, at: frame?.frame.place,
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: \(whole.name.text) trừ \(part.name.text) nay chỉ khác vài người.",
        en:
          "Edition “\(edition.name)”: \(whole.name.text) less \(part.name.text) differs from today's by a few persons only."
      ),
      mend: Self.mend)
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
