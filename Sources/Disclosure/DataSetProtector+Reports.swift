import Diagnostics
import Observations
import Site
import Tables

/// What is said where a data set can't be protected.
extension DataSetProtector {
  func report(_ error: Unprotectable, into diagnostics: inout Diagnostics) {
    let failure = error.failure
    if failure.unprotected.contains(where: { $0.reason == .tooLarge }) {
      reportTooLarge(cells: error.system.system.cells.count, into: &diagnostics)
      return
    }
    let tables = frames.map { "“\($0.frame.id)”" }.joined(separator: ", ")
    let earlier = earlierTables(failure, error.system)
    diagnostics.report(
      .cannotProtect, at: frames.first?.frame.place,
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: \(failure.unprotected.count) số nhỏ trong bộ “\(data.name)” vẫn tính ra được dù ẩn mọi ô được phép ẩn (các bảng \(tables)\(earlier.isEmpty ? "" : "; cùng với bản đã công bố \(earlier)")).",
        en:
          "Edition “\(edition.name)”: \(failure.unprotected.count) small counts of “\(data.name)” could be worked out even with every cell hidden that may be (tables \(tables)\(earlier.isEmpty ? "" : "; together with the earlier release \(earlier)"))."
      ),
      mend: Phrase(
        vi:
          "Bỏ bớt bảng, dùng bảng thô hơn, hoặc xem lại phép đo “open” gắn với số người, “neverHide” và “known”.",
        en:
          "Declare fewer or coarser tables, or look again at open measures tied to persons, “neverHide” and “known”."
      ))
  }

  /// Names the table with most cells: to make it coarser helps most.
  private func reportTooLarge(cells: Int, into diagnostics: inout Diagnostics) {
    let frames = frames.map(\.frame)
    guard let largest = frames.max(by: { $0.aggregates.count < $1.aggregates.count }) else {
      return
    }
    let count = largest.aggregates.count
    let axis = largest.axes.max { $0.codes.count < $1.codes.count }
    diagnostics.report(
      .systemTooLarge, at: largest.place,
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: các bảng của bộ “\(data.name)” có \(cells) ô, quá nhiều để bảo vệ cùng nhau trong bộ nhớ; bảng lớn nhất là “\(largest.id)”, \(count) ô.",
        en:
          "Edition “\(edition.name)”: the tables of “\(data.name)” have \(cells) cells, too many to protect together in memory; the largest is “\(largest.id)” with \(count) cells."
      ),
      mend: axis.map { axis in
        Phrase(
          vi:
            "Làm thô bảng “\(largest.id)” trước: trục “\(axis.name)” có \(axis.codes.count) mã; bớt cấp của trục ấy (“level”, “depth”), gộp kỳ, hoặc bỏ trục.",
          en:
            "Make “\(largest.id)” coarser first: its axis “\(axis.name)” has \(axis.codes.count) codes; show fewer of its levels (“level”, “depth”), pool periods, or leave the axis out."
        )
      }
        ?? Phrase(
          vi: "Bỏ bớt bảng của bộ này.", en: "Declare fewer tables of the data set."))
  }

  func reportZerosLeftOut(into diagnostics: inout Diagnostics) {
    diagnostics.report(
      .zerosLeftOut, at: data.place,
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)” phải giữ kín cả số 0, nhưng bộ “\(data.name)” có quá nhiều tổ hợp mã không có dòng nào.",
        en:
          "Edition “\(edition.name)” has to keep zeros too, but “\(data.name)” has too many combinations of codes without a row."
      ),
      mend: Phrase(
        vi:
          "Dùng “zeros: print” và bỏ “groupDisclosure” cho ấn bản này; hoặc dùng mã thô hơn, ít trục hơn trong bộ số liệu.",
        en:
          "Use “zeros: print” without “groupDisclosure” in the edition; or coarser codes or fewer axes in the data set."
      ))
  }

  /// Tables of earlier releases that keep a small count from being protected.
  private func earlierTables(_ failure: SuppressionFailure, _ system: DataSetSystem) -> String {
    var tables = Set<String>()
    for cell in failure.unprotected.flatMap(\.printedRegardless) {
      if case .earlier(let name) = system.origins[cell] {
        tables.insert("“\(name.release): \(name.table)”")
      }
    }
    return tables.sorted().joined(separator: ", ")
  }

  func report(_ error: MeasureAtoms.TooManyParts, into diagnostics: inout Diagnostics) {
    diagnostics.report(
      .tooManyParts, at: Place(file: "seeds/datapackage.yaml"),
      what: Phrase(
        vi: "Bộ “\(data.name)” có quá nhiều phép đo là phần của cùng một phép đo.",
        en: "“\(data.name)” has too many measures that are parts of one measure."),
      mend: Phrase(
        vi: "Tách thành nhiều bộ số liệu (tối đa \(error.limit) tổ hợp).",
        en: "Split the data set (at most \(error.limit) combinations)."))
  }

  /// Small counts that nothing can protect any more.
  func report(givenAway count: Int, into diagnostics: inout Diagnostics) {
    guard count > 0 else { return }
    diagnostics.report(
      .givenAwayElsewhere, at: frames.first?.frame.place,
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: \(count) số nhỏ của bộ “\(data.name)” tính ra được từ những gì nơi khác hoặc bản trước đã công bố.",
        en:
          "Edition “\(edition.name)”: \(count) small counts of “\(data.name)” follow from what others, or earlier releases, have published."
      ),
      mend: Phrase(
        vi: "Các số này không được nhắc lại. Nếu được, hãy rút hoặc sửa bản đã công bố.",
        en: "They are not repeated. If you can, withdraw or correct what was published."))
  }

  func report(_ error: TooManyOverlaps, into diagnostics: inout Diagnostics) {
    let axes = error.axes.map { "“\($0)”" }.joined(separator: ", ")
    diagnostics.report(
      .tooManyOverlaps, at: frames.first?.frame.place,
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: trong các bảng của bộ “\(data.name)”, các mã của \(axes) chồng lên nhau theo quá nhiều cách.",
        en:
          "Edition “\(edition.name)”: in the tables of “\(data.name)”, codes of \(axes) overlap in too many ways."
      ),
      mend: Phrase(
        vi:
          "Dùng ít cách phân nhóm hơn trong một ấn bản, hoặc nêu cả các mã nhỏ nhất trong bảng.",
        en:
          "Use fewer groupings in one edition, or show the finest codes in the tables too."))
  }

  func report(_ error: LatticeTooLarge, into diagnostics: inout Diagnostics) {
    diagnostics.report(
      .latticeTooLarge, at: Place(file: "site.yaml"),
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: bộ “\(data.name)” có \(error.combinations) tổ hợp mã, “lattice: full” xét tối đa \(DataSetSystemBuilder.mostCombinations).",
        en:
          "Edition “\(edition.name)”: “\(data.name)” has \(error.combinations) combinations of codes; “lattice: full” looks at \(DataSetSystemBuilder.mostCombinations) at most."
      ),
      mend: Phrase(
        vi: "Dùng “lattice: tables”, hoặc bớt trục, bớt cấp trong các bảng của bộ này.",
        en: "Use “lattice: tables”, or fewer axes or levels in the tables of the data set."))
  }

  func reportProof(into diagnostics: inout Diagnostics) {
    diagnostics.report(
      .proofFailed, at: Place(file: "seeds/datapackage.yaml"),
      what: Phrase(
        vi: "Ấn bản “\(edition.name)”: chứng minh của bộ “\(data.name)” không đúng.",
        en: "Edition “\(edition.name)”: the proofs for “\(data.name)” do not hold."),
      mend: Phrase(
        vi: "Đây là lỗi của chương trình: hãy báo, kèm phiên bản.",
        en: "This is a mistake of the program: please report it, with the version."))
  }
}
