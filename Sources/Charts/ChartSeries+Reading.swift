public import Diagnostics
import Site
public import Tables

extension ChartSeries {
  /// The series that a chart of a table draws.
  ///
  /// A line runs over the periods of the table. Bars stand for the codes of its one dimension
  /// (each without its total) in the period that ends last, or, where it has none, for its
  /// periods. Axes that are neither drawn nor named are at their total, an area axis at the top
  /// area of each period.
  ///
  /// - Parameters:
  ///   - measure: id of the measure; may be left out where the table has one.
  ///   - codes: axes that stand at a code, by their name: `["period": "2024"]`.
  ///   - unit: see `ChartSeries.unit`.
  ///   - place: where the chart is asked for.
  /// - Returns: nil, with a report, if the table can't be drawn so.
  public static func read(
    _ table: ClearedTable, kind: ChartKind, measure: String? = nil,
    at codes: [String: String] = [:], unit: String? = nil, language: String, place: Place?,
    into diagnostics: inout Diagnostics
  ) -> ChartSeries? {
    let reader = ChartReader(table: table, place: place)
    guard let measure = reader.measure(measure, &diagnostics),
      let fixed = reader.indices(of: codes, &diagnostics),
      let drawn = reader.drawnAxis(kind, fixed: fixed, &diagnostics),
      let path = reader.path(along: drawn, fixed: fixed, &diagnostics)
    else { return nil }
    var points: [ChartPoint] = []
    for step in path {
      guard let cell = table.cell(at: step.indices, measure: measure) else { continue }
      let code = table.axes[drawn].codes[step.indices[drawn]]
      guard let mark = ChartMark(cell, language: language) else {
        reader.reportNegative(code, &diagnostics)
        return nil
      }
      points.append(
        ChartPoint(label: code.label.text(in: language), period: code.period, mark: mark))
    }
    guard reader.checkCount(points.count, kind: kind, &diagnostics) else { return nil }
    let isOverPeriods = table.axes[drawn].role == .period
    return ChartSeries(
      name: table.measures[measure].title.text(in: language), scale: .counts, points: points,
      unit: unit, breaks: isOverPeriods ? table.provenance.breaks : [],
      standsAt: reader.standsAt(path, drawn: drawn))
  }
}
