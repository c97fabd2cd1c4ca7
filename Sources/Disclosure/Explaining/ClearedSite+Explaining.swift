public import Diagnostics
import Observations
import Site
import Tables
import VietnameseText

/// Why a cell stands in an edition as it does, in sentences for whoever builds the site.
///
/// True counts are secrets of the sentences.
public struct CellExplanation: Sendable {
  public let edition: String
  /// `table[measure, axis=code, …]`
  public let cell: String
  public let lines: [Phrase]
}

extension ClearedSite {
  /// Explains a cell for each edition that has the table.
  ///
  /// - Parameter cell: `measure, axis=code, …`; an axis that is left out is at its total.
  /// - Returns: empty, with a report, if there is no such table or cell.
  public func explain(
    table: String, cell: String, into diagnostics: inout Diagnostics
  ) -> [CellExplanation] {
    guard let index = seeds.frames.firstIndex(where: { $0.id == table }) else {
      diagnostics.report(
        .cellUnknown, at: Place(file: "seeds/tables.yaml"),
        what: Phrase(vi: "Không có bảng “\(table)”.", en: "There is no table “\(table)”."),
        mend: Spelling.mend(for: table, among: seeds.frames.map(\.id)))
      return []
    }
    let frame = seeds.frames[index]
    do {
      let aggregate = try CellQuery(cell).find(in: frame, seeds.dataSets[frame.dataSet])
      return editions.filter { EditionRules(edition: $0.edition).includes(frame) }.map {
        CellExplainer(site: self, cleared: $0, frame: index, aggregate: aggregate).explanation
      }
    } catch {
      report(error, frame, into: &diagnostics)
      return []
    }
  }

  private func report(
    _ problem: CellQuery.Problem, _ frame: TableFrame, into diagnostics: inout Diagnostics
  ) {
    let what: Phrase
    let mend: Phrase
    switch problem {
    case .measure(let known):
      what = Phrase(
        vi: "Chưa rõ số liệu nào của bảng “\(frame.id)”.",
        en: "It is not clear which measure of “\(frame.id)” is meant.")
      mend = Self.oneOf(known)
    case .axis(let name, let known):
      what = Phrase(
        vi: "Bảng “\(frame.id)” không có trục “\(name)”.",
        en: "“\(frame.id)” has no axis “\(name)”.")
      mend = Self.oneOf(known)
    case .code(let axis, let known):
      what = Phrase(
        vi: "Trục “\(axis)” cần một mã có trong bảng.",
        en: "The axis “\(axis)” needs a code that the table has.")
      mend = Self.oneOf(known.map { "\(axis)=\($0)" })
    }
    diagnostics.report(.cellUnknown, at: frame.place, what: what, mend: mend)
  }

  private static func oneOf(_ known: [String]) -> Phrase {
    let list = known.prefix(20).joined(separator: ", ") + (known.count > 20 ? ", …" : "")
    return Phrase(vi: "Viết một trong: \(list).", en: "Write one of: \(list).")
  }
}

/// Explains one cell in one edition.
private struct CellExplainer {
  let site: ClearedSite
  let cleared: ClearedEdition
  let frame: Int
  let aggregate: Int

  private var edition: Edition { cleared.edition }
  private var name: DataSetSystem.CellName { .init(frame: frame, aggregate: aggregate) }
  private var tableFrame: TableFrame { site.seeds.frames[frame] }
  private var dataSet: DataSet { site.seeds.dataSets[tableFrame.dataSet] }
  private var found: EditionPattern? {
    site.patterns[edition.name]?.first { $0.dataSet == tableFrame.dataSet }
  }

  var explanation: CellExplanation {
    CellExplanation(
      edition: edition.name, cell: tableFrame.name(of: aggregate, dataSet), lines: lines)
  }

  private var lines: [Phrase] {
    guard let quantity = tableFrame.aggregates[aggregate].truth.quantity else {
      return [
        Phrase(
          vi: "Không có số nào ở đây để in hay ẩn.", en: "There is no number here to print or hide."
        )
      ]
    }
    guard let day = embargo else { return standing(quantity) }
    let withheld = Phrase(
      vi: "Chưa công bố: số liệu của kỳ này chỉ được công bố từ ngày \(day.short).",
      en: "Withheld: figures of this period are not released before \(day.iso).")
    // What is hidden already will be on that day, too.
    return [withheld] + (isHidden ? standing(quantity) : [])
  }

  /// The day before which the edition does not show the cell; nil if it does.
  private var embargo: CalendarDate? {
    let periods =
      tableFrame.fixed.compactMap(\.code.period)
      + tableFrame.position(of: aggregate).compactMap(\.period)
    guard !edition.isInternal,
      periods.contains(where: { dataSet.isEmbargoed($0, asOf: cleared.asOf) })
    else { return nil }
    return dataSet.provenance(of: periods).releasedOn
  }

  private var isHidden: Bool {
    guard let found else { return false }
    return found.system.knownSmall.contains(name)
      || found.system.cell(name).map { found.pattern.hidden[$0] } ?? false
  }

  private func standing(_ quantity: Quantity) -> [Phrase] {
    guard let found else {
      return [
        Phrase(
          vi: "In ra: bộ số liệu không đếm người.", en: "Printed: the data set counts no persons.")
      ]
    }
    if found.system.knownSmall.contains(name) {
      return [
        Phrase(
          vi: "Ẩn: số nhỏ này nơi khác đã công bố, không bảo vệ được, và không nhắc lại ở đây.",
          en: "Hidden: others publish this small count; nothing protects it, it is not repeated.")
      ]
    }
    guard let cell = found.system.cell(name) else {
      return [
        Phrase(
          vi: "In ra: số liệu mở, hoặc nơi khác đã công bố.",
          en: "Printed: an open figure, or one that others have published.")
      ]
    }
    guard found.pattern.hidden[cell] else {
      return [
        Phrase(
          vi: "In ra: không số nhỏ nào cần ẩn nó.", en: "Printed: no small count needs it hidden.")
      ]
    }
    return hidden(cell, found, value: quantity.mantissa)
  }

  private func hidden(_ cell: Int, _ found: EditionPattern, value: Int) -> [Phrase] {
    let system = found.system.system
    let names = CellNames(found.system, dataSet: dataSet, site.seeds)
    let rules = edition.disclosure.suppression
    let equal = system.cells.indices.filter {
      system.cells[$0].variables == system.cells[cell].variables
    }
    var lines: [Phrase] = []
    if system.isTarget(cell, rules) {
      lines.append(
        Phrase(
          vi: "Ẩn: số nhỏ (\(secret: value)), dưới ngưỡng \(edition.disclosure.threshold).",
          en: "Hidden: a small count (\(secret: value)), below \(edition.disclosure.threshold)."))
    } else if let other = equal.first(where: { system.isTarget($0, rules) }) {
      lines.append(
        Phrase(
          vi: "Ẩn: cho biết điều phải giữ kín: \(names.name(of: other)).",
          en: "Hidden: it says what must be kept: \(names.name(of: other))."))
    } else if system.cells[cell].publication == .alwaysHidden {
      lines.append(
        Phrase(
          vi: "Ẩn: một ấn bản có ngưỡng thấp hơn đã ẩn.",
          en: "Hidden: an edition with a lower threshold hides it."))
    }
    let moving = found.pattern.witnesses.filter { witness in
      change(of: cell, by: witness, in: system) != 0
    }
    let protected = moving.map(\.target).filter { !equal.contains($0) }
    if !protected.isEmpty {
      let list = protected.prefix(5).map(names.name).joined(separator: "; ")
      let more = protected.count > 5 ? " (+\(protected.count - 5))" : ""
      lines.append(
        lines.isEmpty
          ? Phrase(vi: "Ẩn để bảo vệ: \(list)\(more).", en: "Hidden to protect: \(list)\(more).")
          : Phrase(vi: "Cũng bảo vệ: \(list)\(more).", en: "It protects too: \(list)\(more)."))
    }
    let own = found.pattern.witnesses.first { equal.contains($0.target) } ?? moving.first
    if let own { lines += description(of: own, found, names) }
    return lines
  }

  /// The other possible table, as far as it differs in hidden cells.
  private func description(
    of witness: Witness, _ found: EditionPattern, _ names: CellNames
  ) -> [Phrase] {
    let system = found.system.system
    var lines = [
      Phrase(
        vi: "Người đọc không loại trừ được một bảng số khác, trong đó:",
        en: "Readers can't rule out another table, in which:")
    ]
    for cell in system.cells.indices {
      guard found.pattern.hidden[cell] || cell == witness.target else { continue }
      let change = change(of: cell, by: witness, in: system)
      guard change != 0 else { continue }
      let name = names.name(of: cell)
      let (then, now) = (system.values[cell], system.values[cell] + change)
      lines.append(
        change > 0
          ? Phrase(
            vi: "  \(name) lớn hơn (\(secret: then) → \(secret: now))",
            en: "  \(name) is higher (\(secret: then) → \(secret: now))")
          : Phrase(
            vi: "  \(name) nhỏ hơn (\(secret: then) → \(secret: now))",
            en: "  \(name) is lower (\(secret: then) → \(secret: now))"))
    }
    return lines
  }

  private func change(
    of cell: Int, by witness: Witness, in system: SuppressionSystem
  ) -> Int {
    let variables = Set(system.cells[cell].variables)
    return witness.changes.reduce(0) { variables.contains($1.variable) ? $0 + $1.change : $0 }
  }
}
