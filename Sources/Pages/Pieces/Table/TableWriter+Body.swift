import Tables
import VietnameseText

extension TableWriter {
  /// What stands in a column's cells before their content: it is the same in each row.
  struct CellStarts {
    let number: [UInt8]
    let hidden: [UInt8]
    let state: [UInt8]
  }

  mutating func writeBody() {
    guard !grid.rows.isEmpty else { return writeEmptyBody() }
    let starts = grid.columns.indices.map(cellStarts)
    let signs = NumberSigns(language: words.language)
    let outer = grid.rowLevels.count - 1
    html.raw("<tbody role=\"rowgroup\">\n")
    for (index, row) in grid.rows.enumerated() {
      let startsGroup =
        outer > 0 && (index == 0 || row.path[..<outer] != grid.rows[index - 1].path[..<outer])
      if startsGroup {
        if index > 0 { html.raw("</tbody>\n<tbody role=\"rowgroup\">\n") }
        writeGroupHead(row, levels: outer, after: rowBreaks[index])
      }
      writeRowHead(row, after: startsGroup ? nil : rowBreaks[index])
      for (column, line) in grid.columns.enumerated() {
        writeCell(
          table.cells[row.offset + line.offset], starts[column],
          decimals: marks.decimals[column], signs: signs)
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n")
  }

  private mutating func writeEmptyBody() {
    html.raw("<tbody role=\"rowgroup\">\n<tr role=\"row\"><td role=\"cell\" class=\"empty\"")
    html.attribute("colspan", String(grid.columns.count + 1))
    html.raw(">")
    html.text(words[.emptyTable])
    html.raw("</td></tr>\n</tbody>\n")
  }

  /// The outer heads of a group of rows, in a row of their own.
  private mutating func writeGroupHead(
    _ row: TableGrid.Line, levels: Int, after day: TableBreaks.Day?
  ) {
    html.raw("<tr role=\"row\"")
    writeClasses(["group", day == nil ? nil : "after"])
    html.raw("><th role=\"rowheader\" scope=\"rowgroup\"")
    html.attribute("colspan", String(grid.columns.count + 1))
    html.raw(">")
    for level in 0..<levels {
      if level > 0 { html.raw(", ") }
      html.text(grid.rowLevels[level].entries[row.path[level]].label)
    }
    writeBreak(day)
    html.raw("</th></tr>\n")
  }

  private mutating func writeRowHead(_ row: TableGrid.Line, after day: TableBreaks.Day?) {
    guard let level = grid.rowLevels.last, let last = row.path.last else { return }
    let entry = level.entries[last]
    html.raw("<tr role=\"row\"")
    writeClasses([entry.isTotal ? "total" : nil, day == nil ? nil : "after"])
    html.raw("><th role=\"rowheader\" scope=\"row\"")
    writeClasses([entry.unbroken])
    html.raw(">")
    html.text(entry.label)
    writeBreak(day)
    html.raw("</th>")
  }

  /// The double line above a row, in words for those who don't see it.
  private mutating func writeBreak(_ day: TableBreaks.Day?) {
    guard let day else { return }
    html.raw("<span class=\"vh\"> (")
    html.text(words.fill(.afterBreak, ["date": day.date.short]))
    html.raw(")</span>")
  }

  private mutating func writeCell(
    _ cell: Cell?, _ starts: CellStarts, decimals: Int, signs: NumberSigns
  ) {
    // An area has no cell in a period in which it did not exist.
    let cell = cell ?? .missing(.notApplicable)
    if case .value(let quantity, let status) = cell {
      html.raw(starts.number)
      html.number(quantity, decimals: decimals, signs: signs)
      if !status.isEmpty {
        html.raw("<span class=\"mark\">")
        html.text(status.signs)
        html.raw("</span>")
      }
    } else {
      html.raw(cell == .suppressed ? starts.hidden : starts.state)
      html.raw("<span aria-hidden=\"true\">")
      html.text(cell.sign)
      html.raw("</span><span class=\"vh\">")
      html.text(words.state(of: cell) ?? "")
      html.raw("</span>")
    }
    html.raw("</td>")
  }

  private func cellStarts(_ column: Int) -> CellStarts {
    let label = path(of: grid.columns[column], in: grid.columnLevels)
    let classes = [rule(before: column), marks.hasSlot[column] ? "m" : nil]
    let start = { (kind: String?) -> [UInt8] in
      var html = HTML()
      html.raw("<td role=\"cell\"")
      html.attribute("data-l", label)
      let all = (classes + [kind]).compactMap { $0 }
      if !all.isEmpty { html.attribute("class", all.joined(separator: " ")) }
      html.raw(">")
      return html.bytes
    }
    return CellStarts(number: start(nil), hidden: start("c"), state: start("s"))
  }
}
