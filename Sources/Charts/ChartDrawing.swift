/// A chart as it goes into a page.
public struct ChartDrawing: Sendable {
  /// `<svg class="plot" …>`: UTF-8, viewBox 360 wide, no style attribute, colours by class. Its
  /// hatching is the page's pattern `p-hidden`.
  public let svg: [UInt8]
  /// The finding, as plain text: also the caption of the figure.
  public let title: String
  /// All values in words, as plain text.
  public let description: String

  /// Draws a series.
  ///
  /// - Parameter id: unique in the page; the ids of title and description begin with it.
  public init(_ kind: ChartKind, _ series: ChartSeries, id: String, words: ChartWords) {
    let slots = ChartSlots(series)
    let finding = Finding(kind, series, slots: slots, words: words)
    title = finding.title
    description = finding.description
    let picture: Picture =
      switch kind {
      case .line: LineChart(series, slots: slots, words: words).picture
      case .bar: BarChart(series, slots: slots, words: words).picture
      }
    svg = picture.svg(id: id, title: title, description: description, words: words)
  }
}

/// How a chart draws its series.
public enum ChartKind: String, Sendable, Hashable, CaseIterable {
  /// Points over periods, joined where nothing lies between them.
  case line
  /// Lying bars over categories or periods.
  case bar
}
