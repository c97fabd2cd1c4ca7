import Diagnostics
import Observations
import Site
import Tables

/// What an edition hides of one data set, with the proofs.
struct EditionPattern {
  let dataSet: Int
  let system: DataSetSystem
  let pattern: SuppressionPattern

  /// Hidden cells of tables.
  var hidden: Set<DataSetSystem.CellName> {
    Set(system.names.indices.filter { pattern.hidden[$0] }.map { system.names[$0] })
  }
}

/// Chooses what an edition hides of one data set, and has it verified.
struct DataSetProtector {
  let seeds: SeedData
  let dataSet: Int
  let edition: Edition

  private var data: DataSet { seeds.dataSets[dataSet] }
  private var threshold: Int { edition.disclosure.threshold }

  /// Nil if nothing has to be protected, or, with a report, if it can't be.
  func protect(
    hidden: inout HiddenCells, into diagnostics: inout Diagnostics
  ) -> EditionPattern? {
    let rules = EditionRules(edition: edition)
    let frames = seeds.frames.enumerated().filter {
      $0.element.dataSet == dataSet && rules.includes($0.element)
    }.map { (index: $0.offset, frame: $0.element) }
    do {
      var builder = try DataSetSystemBuilder(
        dataSet: data, frames: frames, threshold: threshold, hiddenElsewhere: hidden[dataSet])
      guard let built = try builder.build() else { return nil }
      let pattern = try Suppressor.solve(built.system, edition.disclosure.suppression)
      let objections = WitnessVerifier.objections(
        to: pattern, in: built.system, edition.disclosure.suppression)
      guard objections.isEmpty else {
        report(objections.count, into: &diagnostics)
        return nil
      }
      for cell in built.names.indices where pattern.hidden[cell] {
        hidden.insert(built.key(of: cell), dataSet: dataSet)
      }
      return EditionPattern(dataSet: dataSet, system: built, pattern: pattern)
    } catch let failure as SuppressionFailure {
      report(failure, frames, into: &diagnostics)
    } catch let error as MeasureAtoms.TooManyParts {
      report(error, into: &diagnostics)
    } catch {
      report(1, into: &diagnostics)
    }
    return nil
  }

  private func report(
    _ failure: SuppressionFailure, _ frames: [(index: Int, frame: TableFrame)],
    into diagnostics: inout Diagnostics
  ) {
    let tables = frames.map { "“\($0.frame.id)”" }.joined(separator: ", ")
    diagnostics.report(
      .cannotProtect, at: frames.first?.frame.place,
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: \(failure.unprotected.count) số nhỏ trong bộ “\(data.name)” vẫn tính ra được dù ẩn mọi ô được phép ẩn (các bảng \(tables)).",
        en:
          "Edition “\(edition.name)”: \(failure.unprotected.count) small counts of “\(data.name)” could be worked out even with every cell hidden that may be (tables \(tables))."
      ),
      mend: Phrase(
        vi: "Bỏ bớt bảng, dùng bảng thô hơn, hoặc xem lại phép đo “open” gắn với số người.",
        en:
          "Declare fewer or coarser tables, or look again at open measures tied to persons."))
  }

  private func report(_ error: MeasureAtoms.TooManyParts, into diagnostics: inout Diagnostics) {
    diagnostics.report(
      .tooManyParts, at: Place(file: "seeds/datapackage.yaml"),
      what: Phrase(
        vi: "Bộ “\(data.name)” có quá nhiều phép đo là phần của cùng một phép đo.",
        en: "“\(data.name)” has too many measures that are parts of one measure."),
      mend: Phrase(
        vi: "Tách thành nhiều bộ số liệu (tối đa \(error.limit) tổ hợp).",
        en: "Split the data set (at most \(error.limit) combinations)."))
  }

  private func report(_ objections: Int, into diagnostics: inout Diagnostics) {
    diagnostics.report(
      .proofFailed, at: Place(file: "seeds/datapackage.yaml"),
      what: Phrase(
        vi: "Ấn bản “\(edition.name)”: \(objections) chứng minh của bộ “\(data.name)” không đúng.",
        en: "Edition “\(edition.name)”: \(objections) proofs for “\(data.name)” do not hold."),
      mend: Phrase(
        vi: "Đây là lỗi của chương trình: hãy báo, kèm phiên bản.",
        en: "This is a mistake of the program: please report it, with the version."))
  }
}
