import Diagnostics
import Observations
import Site
import Tables

/// The plain rules of an edition, before any suppression: which tables stand in it, and which are
/// too fine for it.
struct EditionRules {
  let edition: Edition

  /// A public table stands in the internal editions too.
  func includes(_ frame: TableFrame) -> Bool {
    frame.editions.contains(edition.name)
      || (edition.isInternal && frame.editions.contains("public"))
  }

  /// Reports a table of a sensitive measure that has too many axes or too fine areas.
  func check(_ frame: TableFrame, of dataSet: DataSet, into diagnostics: inout Diagnostics) {
    guard frame.measures.contains(where: { dataSet.measures[$0].sensitivity == .persons })
    else { return }
    let axes = frame.axes.filter { $0.role == .dimension }.map(\.name)
    if let limit = edition.disclosure.maxAxes, axes.count > limit {
      diagnostics.report(
        .tooManyAxes, at: frame.place,
        what: Phrase(
          vi:
            "Bảng “\(frame.id)” có \(axes.count) trục (\(axes.joined(separator: ", "))), ấn bản “\(edition.name)” cho phép \(limit) (maxAxes).",
          en:
            "The table “\(frame.id)” has \(axes.count) axes (\(axes.joined(separator: ", "))); the edition “\(edition.name)” allows \(limit) (maxAxes)."
        ),
        mend: Phrase(
          vi: "Bỏ bớt trục, hoặc bỏ “\(edition.name)” khỏi “editions” của bảng.",
          en: "Leave axes out, or take “\(edition.name)” out of the table's “editions”."))
    }
    let codes = frame.axes.flatMap(\.codes) + frame.fixed.map(\.code)
    let finest = codes.compactMap(\.area?.level).max()
    if let limit = edition.disclosure.areaLevel, let finest, finest > limit {
      diagnostics.report(
        .areasTooFine, at: frame.place,
        what: Phrase(
          vi:
            "Bảng “\(frame.id)” chia đến cấp “\(finest.rawValue)”, ấn bản “\(edition.name)” cho phép đến “\(limit.rawValue)” (areaLevel).",
          en:
            "The table “\(frame.id)” goes down to “\(finest.rawValue)”; the edition “\(edition.name)” allows “\(limit.rawValue)” (areaLevel)."
        ),
        mend: Phrase(
          vi: "Dùng “level: \(limit.rawValue)”, hoặc bỏ “\(edition.name)” khỏi “editions”.",
          en: "Use “level: \(limit.rawValue)”, or take “\(edition.name)” out of “editions”."))
    }
  }
}

extension DisclosurePolicy {
  /// What the policy asks of the engine.
  var suppression: SuppressionRules {
    let zeros: SuppressionRules.Zeros =
      switch zeros {
      case .protect: .protected
      case .print: groupDisclosure ? .mayBeHidden : .printed
      }
    return SuppressionRules(threshold: threshold, width: width ?? 1, zeros: zeros)
  }
}
