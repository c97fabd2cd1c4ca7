import Diagnostics
import Observations
import Site
import Tables

/// What to declare instead of a table of which most would be hidden.
struct Advice: Sendable {
  /// Where more than this share of a table's cells other than 0 is hidden, a coarser one is sought.
  static let share = 0.5
  /// Systems with more cells are not searched again for advice.
  static let mostCells = 5_000

  let table: TableFrame
  let tally: Tally
  /// The step that would hide least, and what would be hidden then; nil if none hides less.
  let best: (step: Coarsening, tally: Tally)?

  /// Cells other than 0 of a sensitive measure, and how many of them are hidden.
  struct Tally: Sendable, Equatable {
    var cells = 0
    var hidden = 0

    var share: Double { cells == 0 ? 0 : Double(hidden) / Double(cells) }

    /// A smaller share is hidden, or the same of more cells.
    func isBetter(than other: Tally) -> Bool {
      (share, -cells) < (other.share, -other.cells)
    }
  }
}

extension DataSetProtector {
  /// Tables of which too much is hidden, each with the coarser one that would hide least; and the
  /// patterns found on the way, for the next build.
  func advise(_ found: EditionPattern) -> (advice: [Advice], kept: [String: SuppressionPattern]) {
    var advice: [Advice] = []
    var kept: [String: SuppressionPattern] = [:]
    let frames = frames
    let hidden = found.hidden
    for (index, frame) in frames {
      let tally = tally(of: frame, index, hidden)
      guard tally.share > Advice.share else { continue }
      var best: (step: Coarsening, tally: Tally)?
      for step in frame.coarsenings(in: data)
      where found.system.system.cells.count <= Advice.mostCells {
        guard let coarser = frame.coarsened(by: step, in: data) else { continue }
        let replaced = frames.map { $0.index == index ? (index, coarser) : $0 }
        guard let other = try? pattern(of: replaced, effort: .quick) else { continue }
        kept[other.key] = other.pattern
        let result = self.tally(of: coarser, index, other.hidden)
        if result.isBetter(than: best?.tally ?? tally) { best = (step, result) }
      }
      advice.append(Advice(table: frame, tally: tally, best: best))
    }
    return (advice, kept)
  }

  private typealias Tally = Advice.Tally

  private func tally(
    of frame: TableFrame, _ index: Int, _ hidden: Set<DataSetSystem.CellName>
  ) -> Advice.Tally {
    var tally = Advice.Tally()
    for (position, aggregate) in frame.aggregates.enumerated() {
      let measure = frame.measures[position % frame.measures.count]
      guard data.measures[measure].sensitivity == .persons,
        (aggregate.truth.quantity?.mantissa ?? 0) != 0
      else { continue }
      tally.cells += 1
      if hidden.contains(.init(frame: index, aggregate: position)) { tally.hidden += 1 }
    }
    return tally
  }
}

extension Advice {
  func report(in edition: Edition, into diagnostics: inout Diagnostics) {
    let mend =
      best.map { best in
        let step = best.step.phrase
        return Phrase(
          vi: "\(step.vi): chỉ ẩn \(best.tally.hidden) trên \(best.tally.cells) ô.",
          en: "\(step.en): that hides \(best.tally.hidden) of \(best.tally.cells) cells.")
      }
      ?? Phrase(
        vi: "Bỏ bảng này: không cách chia thô hơn nào ẩn ít hơn.",
        en: "Leave the table out: no coarser one hides a smaller share.")
    diagnostics.report(
      .mostlyHidden, at: table.place,
      what: Phrase(
        vi:
          "Ấn bản “\(edition.name)”: bảng “\(table.id)” phải ẩn \(tally.hidden) trên \(tally.cells) ô khác 0.",
        en:
          "Edition “\(edition.name)”: \(tally.hidden) of the \(tally.cells) cells of “\(table.id)” other than 0 are hidden."
      ),
      mend: mend)
  }
}

extension Coarsening {
  fileprivate var phrase: Phrase {
    switch kind {
    case .leftOut: Phrase(vi: "Bỏ trục “\(axis)”", en: "Leave the axis “\(axis)” out")
    case .depth(let depth):
      Phrase(vi: "Dùng “\(axis): {depth: \(depth)}”", en: "Use “\(axis): {depth: \(depth)}”")
    case .level(let level):
      Phrase(
        vi: "Dùng “\(axis): {level: \(level.rawValue)}”",
        en: "Use “\(axis): {level: \(level.rawValue)}”")
    case .pooled:
      Phrase(
        vi: "Gộp các kỳ: “\(axis): {pooled: [\(codes.joined(separator: ", "))]}”",
        en: "Pool the periods: “\(axis): {pooled: [\(codes.joined(separator: ", "))]}”")
    }
  }
}
