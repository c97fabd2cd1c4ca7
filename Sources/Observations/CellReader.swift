import Diagnostics
import SourceFiles
import Tables

/// Reads measure cells and their status.
struct CellReader {
  let columns: DataColumns
  /// Decimals of each cell as written; brought to one scale a measure at the end.
  private var written: [UInt8] = []
  private let hasDecimals: Bool

  init(columns: DataColumns) {
    self.columns = columns
    hasDecimals = columns.measures.contains { $0.isDecimal }
  }

  /// Appends the cells of a row of the file.
  mutating func read(_ row: Int, into rows: inout Rows, _ findings: inout DataFindings) {
    let document = columns.document
    for measure in columns.measures {
      let text = CellText(document.bytes(row, measure.column), isDecimal: measure.isDecimal)
      var state = CellState.number
      var value = 0
      var decimals = 0
      switch text {
      case .number(let mantissa, let digits):
        value = mantissa
        decimals = digits
      case .mark(let mark): state = mark
      default: report(text, row, measure.column, isDecimal: measure.isDecimal, into: &findings)
      }
      rows.values.append(value)
      rows.states.append(state)
      if hasDecimals { written.append(UInt8(decimals)) }
      rows.statuses.append(
        measure.status.map { status(row, $0, isNumber: state.isNumber, into: &findings) } ?? [])
    }
  }

  /// Brings the values of each measure, of its whole and of its parts to one number of decimals:
  /// the largest.
  mutating func finish(_ rows: inout Rows, _ findings: inout DataFindings) {
    guard hasDecimals else { return }
    let count = columns.measures.count
    func cells(_ measure: Int) -> StrideTo<Int> {
      stride(from: measure, to: written.count, by: count)
    }
    var largest = columns.measures.indices.map { cells($0).map { written[$0] }.max() ?? 0 }
    for _ in columns.measures {
      for (part, whole) in columns.parts {
        let most = max(largest[part], largest[whole])
        (largest[part], largest[whole]) = (most, most)
      }
    }
    for (measure, most) in largest.enumerated() {
      rows.decimals[measure] = Int(most)
      for cell in cells(measure) {
        for _ in written[cell]..<most {
          let (product, overflows) = rows.values[cell].multipliedReportingOverflow(by: 10)
          if overflows {
            report(
              .tooLarge, Int(rows.records[cell / count]), columns.measures[measure].column,
              isDecimal: true, into: &findings)
            break
          }
          rows.values[cell] = product
        }
      }
    }
  }

  private func status(
    _ row: Int, _ column: Int, isNumber: Bool, into findings: inout DataFindings
  ) -> ObservationStatus {
    let bytes = columns.document.bytes(row, column)
    guard !bytes.isEmpty else { return [] }
    var status: ObservationStatus = []
    var isSound = isNumber
    for byte in bytes {
      let letter = Character(Unicode.Scalar(byte))
      if let known = ObservationStatus.all.first(where: { $0.letter == letter }) {
        isSound = isSound && status.insert(known.status).inserted
      } else {
        isSound = false
      }
    }
    if !isSound {
      let text = columns.document.text(row, column)
      findings.add(
        .statusInvalid, at: columns.document.place(row, column),
        what: isNumber
          ? Phrase(
            vi: "Trạng thái “\(secret: text)” không đúng.",
            en: "The status “\(secret: text)” is wrong.")
          : Phrase(
            vi: "Có trạng thái bên cạnh một ô không có số.",
            en: "A status stands beside a cell without a number."),
        mend: Phrase(
          vi: "Dùng p (sơ bộ), e (ước tính), r (đã sửa), b (đứt gãy chuỗi), mỗi chữ một lần.",
          en: "Use p (provisional), e (estimated), r (revised), b (break), each once."))
    }
    return status
  }

  private func report(
    _ text: CellText, _ row: Int, _ column: Int, isDecimal: Bool,
    into findings: inout DataFindings
  ) {
    let document = columns.document
    let written = document.text(row, column)
    let name = document.header[column]
    let marks = Phrase(
      vi: "Ghi một số (chỉ chữ số), hoặc “0”, “-”, “…”, “[x]”, “[z]”.",
      en: "Write a number in plain digits, or “0”, “-”, “…”, “[x]”, “[z]”.")
    switch text {
    case .number, .mark: break
    case .empty:
      findings.add(
        .cellEmpty, at: document.place(row, column),
        what: Phrase(vi: "Ô “\(name)” để trống.", en: "The cell “\(name)” is empty."), mend: marks)
    case .negative:
      findings.add(
        .cellNegative, at: document.place(row, column),
        what: Phrase(
          vi: "Số “\(secret: written)” là số âm.", en: "“\(secret: written)” is below zero."),
        mend: Phrase(vi: "Sửa lại số đếm.", en: "Correct the count."))
    case .tooLarge:
      findings.add(
        .cellTooLarge, at: document.place(row, column),
        what: Phrase(
          vi: "Số “\(secret: written)” quá lớn.", en: "“\(secret: written)” is too large."),
        mend: Phrase(
          vi: "Kiểm tra lại con số; nhiều nhất 18 chữ số.",
          en: "Check the number; 18 digits at most."))
    case .grouped:
      let digits = written.filter { $0.isNumber }
      let decimal = written.replacing(",", with: ".")
      findings.add(
        .cellGrouped, at: document.place(row, column),
        what: Phrase(
          vi:
            "“\(secret: written)” có thể là \(secret: digits) (ngăn hàng nghìn) hoặc \(secret: decimal) (phần thập phân).",
          en:
            "“\(secret: written)” may be \(secret: digits) (thousands) or \(secret: decimal) (decimals)."
        ),
        mend: isDecimal
          ? Phrase(
            vi: "Viết chữ số, phần thập phân sau dấu chấm, không ngăn hàng nghìn.",
            en: "Write digits, decimals after a point, and no sign between thousands.")
          : Phrase(
            vi: "Viết chữ số liền nhau, không có dấu.", en: "Write plain digits without a sign."))
    case .fraction where isDecimal:
      let decimal = written.replacing(",", with: ".")
      findings.add(
        .cellGrouped, at: document.place(row, column),
        what: Phrase(
          vi: "“\(secret: written)” có phần thập phân sau dấu phẩy.",
          en: "“\(secret: written)” has its decimals after a comma."),
        mend: Phrase(
          vi: "Viết “\(secret: decimal)”: phần thập phân đứng sau dấu chấm.",
          en: "Write “\(secret: decimal)”: decimals stand after a point."))
    case .fraction:
      findings.add(
        .cellFraction, at: document.place(row, column),
        what: Phrase(
          vi: "“\(secret: written)” không phải số nguyên.",
          en: "“\(secret: written)” is no whole number."),
        mend: Phrase(
          vi: "Sửa lại số đếm, hoặc khai báo “type: number” nếu cột không đếm người.",
          en: "Correct the count, or declare “type: number” if the column does not count persons."))
    case .hidden:
      findings.add(
        .cellNotNumber, at: document.place(row, column),
        what: Phrase(
          vi: "“[c]” do chương trình đặt khi công bố, không ghi trong số liệu.",
          en: "“[c]” is set by the program when it publishes, never in the data."),
        mend: Phrase(
          vi: "Ghi con số thật, hoặc “…” nếu không có.",
          en: "Write the true number, or “…” if there is none."))
    case .other:
      findings.add(
        .cellNotNumber, at: document.place(row, column),
        what: Phrase(
          vi: "“\(secret: written)” không phải số cũng không phải dấu.",
          en: "“\(secret: written)” is neither a number nor a mark."), mend: marks)
    }
  }
}
