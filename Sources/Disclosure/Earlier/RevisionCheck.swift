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

  /// A number that readers have then and now, and whose change is 1 … T − 1 persons, tells about
  /// these few: a figure, those outside a sensitive part of it, and what two such numbers leave of
  /// each other, or add up to.
  func checkDifferences(into diagnostics: inout Diagnostics) {
    let figures = system.printedEarlier.filter { dataSet.isSensitive(measure: $0.measure) }
    guard figures.contains(where: \.isRevised) else { return }
    let today = TodaysFigures(system, hidden: hidden)
    for figure in figures where figure.isRevised && isSmall(figure) && !isAccepted(figure) {
      guard let source = today.source(of: figure.variables) else { continue }
      report(source, differsFrom: figure.name.text, into: &diagnostics)
    }
    let printed = printedToday()
    for series in EarlierSeries.series(of: figures, in: dataSet) where series.isRevised {
      check(series, against: today, into: &diagnostics)
      checkSums(of: series, against: printed, into: &diagnostics)
    }
  }

  private func check(
    _ series: EarlierSeries, against today: TodaysFigures, into diagnostics: inout Diagnostics
  ) {
    let threshold = edition.disclosure.threshold
    for count in series.counts
    where count.part != nil && count.change != 0 && abs(count.change) < threshold
      && !isAccepted(count)
    {
      guard let source = today.source(of: count) else { continue }
      report(source, differsFrom: count.name, into: &diagnostics)
    }
    for (whole, part) in series.differences(below: threshold)
    where !isAccepted(whole) && !isAccepted(part) {
      let left = Set(whole.variables).subtracting(part.variables).sorted()
      guard let one = today.source(of: whole) ?? today.source(of: left),
        today.source(of: part) != nil || today.source(of: left) != nil
      else { continue }
      report(one, whole, less: [part], into: &diagnostics)
    }
    for (whole, parts) in series.rests(below: threshold, today.isGiven)
    where !isAccepted(whole) && !parts.contains(where: isAccepted) {
      let rest = whole.variables(without: parts)
      guard let source = today.source(of: whole) ?? today.source(of: rest) else { continue }
      report(source, whole, less: parts, into: &diagnostics)
    }
  }

  /// What a table prints today and figures of the release added up to, though none of them said it.
  private func checkSums(
    of series: EarlierSeries, against printed: [PrintedToday], into diagnostics: inout Diagnostics
  ) {
    let parts = Dictionary(
      printed.filter { $0.measure == series.part }.map { ($0.codes, $0) },
      uniquingKeysWith: { first, _ in first })
    var seen = Set<[Int]>()
    for whole in printed where whole.measure == series.measure {
      var variables = whole.variables
      if series.part != nil {
        guard let part = parts[whole.codes],
          DataSetSystemBuilder.contains(variables, part.variables)
        else { continue }
        variables = Set(variables).subtracting(part.variables).sorted()
      }
      guard seen.insert(variables).inserted, let change = series.change(of: variables),
        change != 0, abs(change) < edition.disclosure.threshold, !isAccepted(whole.codes),
        let first = series.counts.first(where: {
          $0.change != 0 && DataSetSystemBuilder.contains(variables, $0.variables)
        }), !isAccepted(first)
      else { continue }
      report(sumOf: first, whole, less: parts[whole.codes], into: &diagnostics)
    }
  }

  /// A cell that a table of the edition prints.
  private struct PrintedToday {
    let cell: DataSetSystem.CellName
    let measure: Int
    let codes: [String: String]
    let variables: [Int]
  }

  private func printedToday() -> [PrintedToday] {
    let frames = Dictionary(uniqueKeysWithValues: frames.map { ($0.index, $0.frame) })
    return system.origins.indices.compactMap { index in
      guard case .table(let name) = system.origins[index], !hidden(name),
        let frame = frames[name.frame]
      else { return nil }
      return PrintedToday(
        cell: name, measure: frame.measures[name.aggregate % frame.measures.count],
        codes: frame.codes(of: name.aggregate), variables: system.key(of: index))
    }
  }

  /// Whether 1 … T − 1 persons came or went. A derived figure changes by their share of it.
  private func isSmall(_ cell: EarlierFigure) -> Bool {
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

  // MARK: - Words

  private func place(of cell: DataSetSystem.CellName?) -> Place? {
    (frames.first { $0.index == cell?.frame } ?? frames.first)?.frame.place
  }

  private func report(
    _ source: TodaysFigures.Source, differsFrom earlier: String,
    into diagnostics: inout Diagnostics
  ) {
    let what: Phrase
    switch source {
    case .printed(let today):
      what = Phrase(
        vi: "Ấn bản “\(edition.name)”: ô \(name(of: today)) chỉ khác \(earlier) vài người.",
        en:
          "Edition “\(edition.name)”: \(name(of: today)) differs from \(earlier) by a few persons only."
      )
    case .workedOut(let today):
      let figure = today.map(name) ?? ""
      what = Phrase(
        vi:
          "Ấn bản “\(edition.name)”: từ \(figure) và các ô khác tính ra được một số chỉ khác \(earlier) vài người.",
        en:
          "Edition “\(edition.name)”: \(figure) and other cells give a figure that differs from \(earlier) by a few persons only."
      )
    }
    diagnostics.report(.smallRevision, at: place(of: source.cell), what: what, mend: Self.mend)
  }

  private func report(
    _ source: TodaysFigures.Source, _ whole: EarlierCount, less parts: [EarlierCount],
    into diagnostics: inout Diagnostics
  ) {
    let all = ([whole] + parts.prefix(3)).map { $0.part == nil ? $0.name : "(\($0.name))" }
    let names = (
      whole: all[0],
      parts: all.dropFirst().joined(separator: ", ") + (parts.count > 3 ? ", …" : "")
    )
    diagnostics.report(
      .smallRevision, at: place(of: source.cell),
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: \(names.whole) trừ \(names.parts) nay chỉ khác vài người.",
        en:
          "Edition “\(edition.name)”: \(names.whole) less \(names.parts) differs from today's by a few persons only."
      ),
      mend: Self.mend)
  }

  private func report(
    sumOf first: EarlierCount, _ today: PrintedToday, less part: PrintedToday?,
    into diagnostics: inout Diagnostics
  ) {
    let now = name(of: today.cell) + (part.map { " − \(name(of: $0.cell))" } ?? "")
    diagnostics.report(
      .smallRevision, at: place(of: today.cell),
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: \(now) chỉ khác vài người so với số tính ra được từ \(first.name) và các ô khác của bản ấy.",
        en:
          "Edition “\(edition.name)”: \(now) differs by a few persons only from what \(first.name) and other cells of that release give."
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

  private func isAccepted(_ figure: EarlierFigure) -> Bool { isAccepted(figure.codes) }

  private func isAccepted(_ count: EarlierCount) -> Bool { isAccepted(count.figure.codes) }

  private func isAccepted(_ codes: [String: String]) -> Bool {
    revisions.contains {
      $0.acceptsSmallDifferences && $0.covers(dataset: dataSet.name, codes: codes)
    }
  }

  private func name(of cell: DataSetSystem.CellName) -> String {
    frames.first { $0.index == cell.frame }?.frame.name(of: cell.aggregate, dataSet) ?? ""
  }
}

extension EarlierCellName {
  var text: String { "\(release): \(table)[\(cell)]" }
}
