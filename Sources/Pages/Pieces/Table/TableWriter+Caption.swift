import Site
import Tables

extension TableWriter {
  mutating func writeCaption() {
    html.raw("<caption>\n<strong")
    html.attribute("id", anchor + "-name")
    html.raw(">")
    if let name = numberedName {
      html.text(name)
      html.raw(" ")
    }
    html.text(table.title, in: words.language)
    html.raw("</strong>\n<span class=\"sub\">")
    html.text(
      ([words.fill(.captionUnit, ["units": units])] + placeAndTime + otherCodes)
        .joined(separator: " "))
    writeTag()
    html.raw("</span>\n")
    if width == .wide {
      let legend = legend
      if !legend.isEmpty {
        html.raw("<span class=\"legend\">\n")
        html.raw(legend)
        html.raw("</span>\n")
      }
      html.raw("<span class=\"cue\" aria-hidden=\"true\">")
      html.text(words[.swipe])
      html.raw(" →</span>\n")
    }
    html.raw("</caption>\n")
  }

  /// "Bảng 3."
  var numberedName: String? {
    request.number.map { words.fill(.tableNumber, ["number": words.number($0)]) }
  }

  /// The units of the measures, each once.
  private var units: String {
    var units: [String] = []
    for measure in table.measures where !units.contains(words.unit(measure.unit)) {
      units.append(words.unit(measure.unit))
    }
    return units.joined(separator: ", ")
  }

  /// Figures that another authority published are no sample, on a sample site either.
  private mutating func writeTag() {
    let isPublished = table.isPublishedElsewhere
    guard isPublished || request.isSample else { return }
    html.raw(isPublished ? " <span class=\"tag published\">" : " <span class=\"tag\">")
    html.text(words[isPublished ? .published : .sample])
    html.raw("</span>")
  }

  /// "Tỉnh Đồng Tháp, 2021–2025." or "Tỉnh Đồng Tháp. Gộp 2021–6/2025."
  private var placeAndTime: [String] {
    let area = areas.joined(separator: "; ")
    let pooled = pooledPeriod.map { words.range(from: $0, through: $0) }
    let areaSentence = area.isEmpty ? [] : [words.fill(.captionArea, ["area": area])]
    if let pooled { return areaSentence + [words.fill(.captionPooled, ["periods": pooled])] }
    guard let periods else { return areaSentence }
    return area.isEmpty
      ? [words.fill(.captionArea, ["area": periods])]
      : [words.fill(.captionPeriods, ["area": area, "periods": periods])]
  }

  /// The areas that the table is about: those at the top of its area axis.
  private var areas: [String] {
    let fixed = table.fixed.filter { $0.code.area != nil }.map(\.code)
    let tops = table.axes.first { $0.role == .area }?.codes.filter(\.isTotal) ?? []
    var names: [String] = []
    for code in fixed + tops where hasCells(code) {
      let name = code.label.text(in: words.language)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Whether the table says anything of an area.
  private func hasCells(_ code: AxisCode) -> Bool {
    guard let axis = table.axes.firstIndex(where: { $0.role == .area }), !grid.rows.isEmpty,
      let index = table.axes[axis].index(of: code.code)
    else { return true }
    let stride = table.shape[(axis + 1)...].reduce(table.measures.count, *)
    return table.cells.indices.contains { place in
      place / stride % table.shape[axis] == index && table.cells[place] != nil
    }
  }

  private var shownPeriods: [Period] {
    let codes = table.axes.first { $0.role == .period }?.codes ?? table.fixed.map(\.code)
    return codes.compactMap(\.period)
  }

  /// The pooled period, if the table is about nothing else.
  private var pooledPeriod: Period? {
    shownPeriods.count == 1 ? shownPeriods.first { $0.isRange } : nil
  }

  private var periods: String? {
    guard let first = shownPeriods.min(by: { $0.start < $1.start }),
      let last = shownPeriods.max(by: { $0.end < $1.end })
    else { return nil }
    return shownPeriods.count == 1 ? words.label(first) : words.range(from: first, through: last)
  }

  /// "Giới tính: Nữ.", where a dimension stands at one code that is not its total.
  private var otherCodes: [String] {
    let axes = table.axes.filter {
      $0.role == .dimension && $0.codes.count == 1 && grid.folded.contains($0.name)
    }
    let single =
      axes.map { ($0.title, $0.codes[0]) }
      + table.fixed.filter { $0.code.area == nil && $0.code.period == nil }
      .map { ($0.title, $0.code) }
    return single.filter { $0.1.code != "_T" }.map { title, code in
      "\(title.text(in: words.language)): \(code.label.text(in: words.language))."
    }
  }
}
