import Diagnostics
import PublishedFiles

/// What an audit has to say of a data set, in words. Cells are named, the first few of a table one
/// by one; values are not, for the report may lie where the edition doesn't.
struct AuditFindings {
  private typealias Origin = DataSetModel.Origin

  private static let named = 5

  let edition: PublishedEdition
  let dataset: String

  private func place(of table: String) -> Place {
    let csv = edition.tables.first { $0.id == table }?.files["csv"]
    return Place(file: "data/" + (csv ?? "index.json"))
  }

  /// The first names, and how many more there are.
  private func list(_ names: [String]) -> (vi: String, en: String) {
    let shown = names.prefix(Self.named).map { "(\($0))" }.joined(separator: "; ")
    let more = names.count - Self.named
    return more > 0 ? ("\(shown); và \(more) ô nữa", "\(shown); and \(more) more") : (shown, shown)
  }

  private func byTable<Item>(
    _ items: [Item], _ origin: (Item) -> DataSetModel.Origin
  ) -> [(table: String, items: [Item])] {
    var order: [String] = []
    var grouped: [String: [Item]] = [:]
    for item in items {
      let table = origin(item).table
      if grouped[table] == nil { order.append(table) }
      grouped[table, default: []].append(item)
    }
    return order.map { ($0, grouped[$0] ?? []) }
  }

  // MARK: - The promise

  func report(_ findings: [DataSetModel.Finding]) -> Diagnostics {
    var diagnostics = Diagnostics()
    func tell(
      _ kind: DataSetModel.Finding.Kind, _ rule: Rule,
      _ what: (Int, (vi: String, en: String)) -> Phrase, mend: Phrase
    ) {
      for (table, found) in byTable(findings.filter({ $0.kind == kind }), \.origin) {
        let names = found.map { finding in
          finding.other.map { "\(finding.origin.cell) − \($0.table): \($0.cell)" }
            ?? finding.origin.cell
        }
        diagnostics.report(
          rule, at: place(of: table), what: what(found.count, list(names)), mend: mend)
      }
    }
    let t = edition.threshold
    tell(
      .printed, .smallCountPrinted,
      { count, cells in
        Phrase(
          vi: "\(count) ô in số người từ 1 đến \(t - 1): \(cells.vi).",
          en: "\(count) cells print counts of persons from 1 to \(t - 1): \(cells.en).")
      }, mend: Self.rebuild)
    tell(
      .remainder, .smallRemainder,
      { count, cells in
        Phrase(
          vi: "\(count) hiệu của hai ô đã in là từ 1 đến \(t - 1) người: \(cells.vi).",
          en: "\(count) differences of printed cells are 1 to \(t - 1) persons: \(cells.en).")
      }, mend: Self.rebuild)
    tell(
      .revision, .smallRevision,
      { count, cells in
        Phrase(
          vi: "\(count) ô đổi từ 1 đến \(t - 1) người so với ấn bản trước: \(cells.vi).",
          en: "\(count) cells differ by 1 to \(t - 1) persons from an earlier edition: \(cells.en)."
        )
      },
      mend: Phrase(
        vi: "Gộp điều chỉnh này với những điều chỉnh khác, hoặc giữ số cũ.",
        en: "Batch the revision with others, or keep the earlier figure."))
    return diagnostics
  }

  func computable(_ targets: [DataSetModel.Target]) -> Diagnostics {
    var diagnostics = Diagnostics()
    for (table, found) in byTable(targets, \.origin) {
      let cells = list(found.map(\.origin.cell))
      diagnostics.report(
        .smallCountComputable, at: place(of: table),
        what: Phrase(
          vi:
            "Bảng “\(table)”: \(found.count) số không in mà chứng minh được là từ 1 đến \(edition.threshold - 1): \(cells.vi).",
          en:
            "“\(table)”: \(found.count) counts that are not printed are provably from 1 to \(edition.threshold - 1): \(cells.en)."
        ), mend: Self.rebuild)
    }
    return diagnostics
  }

  // MARK: - What was not gone through

  /// Places where two pieces may be small, so that what several add up to may be too.
  func notGoneThrough(axes: [String]) -> Diagnostics {
    tooMany(
      axes,
      (
        vi: "quá nhiều số suy ra được từ các mã chồng lên nhau, chỉ xem xét được một phần",
        en: "its crossing codes let too many sums be worked out; only some were gone through"
      ))
  }

  func notCompared(axes: [String]) -> Diagnostics {
    tooMany(
      axes,
      (
        vi: "quá nhiều số suy ra được để so hết với ấn bản trước",
        en: "too many sums can be worked out to compare all of them with earlier editions"
      ))
  }

  private static let fewerCodes = Phrase(
    vi: "Công bố ít khoảng hoặc nhóm chồng lên nhau hơn.",
    en: "Publish fewer ranges or groups that cross.")

  private func tooMany(
    _ axes: [String], _ what: (vi: String, en: String)
  ) -> Diagnostics {
    var diagnostics = Diagnostics()
    for axis in axes {
      diagnostics.report(
        .tooLargeToAudit, at: Place(file: "data/index.json"),
        what: Phrase(
          vi: "Bộ số liệu “\(dataset)”, trục “\(axis)”: \(what.vi).",
          en: "Data set “\(dataset)”, axis “\(axis)”: \(what.en)."), mend: Self.fewerCodes)
    }
    return diagnostics
  }

  func notCompared(_ cells: [DataSetModel.Origin]) -> Diagnostics {
    var diagnostics = Diagnostics()
    guard !cells.isEmpty else { return diagnostics }
    diagnostics.report(
      .tooLargeToAudit, at: Place(file: "data/index.json"),
      what: Phrase(
        vi:
          "Bộ số liệu “\(dataset)”: không rõ \(cells.count) số của ấn bản trước, hoặc suy ra theo tỷ lệ, số nào không khớp, nên không dùng số nào.",
        en:
          "Data set “\(dataset)”: of \(cells.count) figures of earlier editions, or that follow by a rate, it can't be told which do not fit; none was used."
      ),
      mend: Phrase(
        vi: "Kiểm tra riêng với từng ấn bản trước.",
        en: "Audit against one earlier edition at a time."))
    return diagnostics
  }

  func inDoubt(_ targets: [DataSetModel.Target]) -> Diagnostics {
    var diagnostics = Diagnostics()
    for (table, found) in byTable(targets, \.origin) {
      let cells = list(found.map(\.origin.cell))
      diagnostics.report(
        .inDoubt, at: place(of: table),
        what: Phrase(
          vi: "Bảng “\(table)”: \(found.count) số còn chưa rõ: \(cells.vi).",
          en: "“\(table)”: \(found.count) counts are in doubt: \(cells.en)."),
        mend: Phrase(
          vi: "Công bố bảng thô hơn thì dễ kiểm tra hơn.",
          en: "Publish a coarser table: it is easier to check."))
    }
    return diagnostics
  }

  private static let rebuild = Phrase(
    vi: "Không công bố ấn bản này; dựng lại rồi kiểm tra lại.",
    en: "Do not publish this edition; build it again, then audit it again.")

  // MARK: - What does not fit together

  func contradictions(_ pairs: [(DataSetModel.Origin, DataSetModel.Origin)]) -> Diagnostics {
    var diagnostics = Diagnostics()
    for (one, other) in pairs {
      diagnostics.report(
        .editionContradictsItself, at: place(of: other.table),
        what: Phrase(
          vi: "Ô (\(other.cell)) in một số khác với bảng “\(one.table)” (\(one.cell)).",
          en:
            "The cell (\(other.cell)) prints another number than table “\(one.table)” (\(one.cell))."
        ), mend: Self.rebuild)
    }
    return diagnostics
  }

  func contradiction(involving cells: [DataSetModel.Origin]) -> Diagnostics {
    var diagnostics = Diagnostics()
    let names = list(cells.map { "\($0.table): \($0.cell)" })
    diagnostics.report(
      .editionContradictsItself, at: place(of: cells.first?.table ?? ""),
      what: cells.isEmpty
        ? Phrase(
          vi: "Các số của bộ số liệu “\(dataset)” không thể cùng đúng.",
          en: "The figures of data set “\(dataset)” can't all be right.")
        : Phrase(
          vi: "Các số của bộ số liệu “\(dataset)” không thể cùng đúng; nên xem: \(names.vi).",
          en: "The figures of data set “\(dataset)” can't all be right; look at \(names.en)."),
      mend: Self.rebuild)
    return diagnostics
  }

  func leftOut(_ cells: [DataSetModel.Origin]) -> Diagnostics {
    var diagnostics = Diagnostics()
    guard !cells.isEmpty else { return diagnostics }
    let names = list(cells.map { "\($0.table): \($0.cell)" })
    diagnostics.report(
      .earlierFiguresLeftOut, at: Place(file: "data/index.json"),
      what: Phrase(
        vi:
          "\(cells.count) số của ấn bản trước, hoặc suy ra theo tỷ lệ, không khớp với số liệu hôm nay nên được bỏ qua: \(names.vi).",
        en:
          "\(cells.count) figures of earlier editions, or that follow by a rate, don't agree with today's and were left out: \(names.en)."
      ),
      mend: Phrase(
        vi: "Kiểm tra xem các số ấy đã được điều chỉnh có lý do chưa.",
        en: "See whether these figures were revised for a reason."))
    return diagnostics
  }

  func untied(_ axes: [(name: String, codes: [String])]) -> Diagnostics {
    var diagnostics = Diagnostics()
    for axis in axes {
      let codes = list(axis.codes)
      diagnostics.report(
        .codesNotTied, at: Place(file: "data/index.json"),
        what: Phrase(
          vi: "Bộ số liệu “\(dataset)”, trục “\(axis.name)”: không rõ mã nào ở trên \(codes.vi).",
          en: "Data set “\(dataset)”, axis “\(axis.name)”: nothing is told to be above \(codes.en)."
        ),
        mend: Phrase(
          vi: "Cho một bảng của bộ số liệu này nêu cả tổng.",
          en: "Let a table of this data set show the totals too."))
    }
    return diagnostics
  }

  func tooLarge(_ failure: DataSetModelBuilder.Failure) -> Diagnostics {
    var diagnostics = Diagnostics()
    let what =
      switch failure {
      case .tooManyCombinations:
        Phrase(
          vi: "Bộ số liệu “\(dataset)” có quá nhiều tổ hợp mã để kiểm tra.",
          en: "Data set “\(dataset)” has too many combinations of codes for the audit.")
      case .tooLarge:
        Phrase(
          vi: "Bộ số liệu “\(dataset)” có số quá lớn để kiểm tra các tổng.",
          en: "Data set “\(dataset)” has figures too large for the audit's sums.")
      }
    diagnostics.report(
      .tooLargeToAudit, at: Place(file: "data/index.json"), what: what,
      mend: Phrase(
        vi: "Công bố bảng thô hơn, hoặc kiểm tra không có --lattice full.",
        en: "Publish coarser tables, or audit without --lattice full."))
    return diagnostics
  }
}
