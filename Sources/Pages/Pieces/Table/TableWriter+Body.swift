import Tables
import VietnameseText

extension TableWriter {
  mutating func writeBody() {
    guard !grid.rows.isEmpty else { return writeEmptyBody() }
    let cells = table.cells
    let columns = zip(grid.columns, cellStarts).map { line, start in (line.offset, start) }
    let parts = CellParts(words)
    let outer = grid.rowLevels.count - 1
    html.raw("<tbody>\n")
    for (index, row) in grid.rows.enumerated() {
      let startsGroup =
        outer > 0 && (index == 0 || row.path[..<outer] != grid.rows[index - 1].path[..<outer])
      if startsGroup {
        if index > 0 { html.raw("</tbody>\n<tbody>\n") }
        writeGroupHead(row, levels: outer, after: rowBreaks[index])
      }
      writeRowHead(row, after: startsGroup ? nil : rowBreaks[index])
      for (offset, start) in columns {
        // An area has no cell in a period in which it did not exist.
        let cell = cells[row.offset + offset] ?? .missing(.notApplicable)
        html.cell(cell, start, parts)
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n")
  }

  private mutating func writeEmptyBody() {
    html.raw("<tbody>\n<tr><td class=\"empty\"")
    html.attribute("colspan", String(grid.columns.count + 1))
    html.raw(">")
    html.text(words[.emptyTable])
    html.raw("</td></tr>\n</tbody>\n")
  }

  /// The outer heads of a group of rows, in a row of their own.
  private mutating func writeGroupHead(
    _ row: TableGrid.Line, levels: Int, after day: TableBreaks.Day?
  ) {
    html.raw("<tr")
    writeClasses(["group", day == nil ? nil : "after"])
    html.raw("><th scope=\"rowgroup\"")
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
    html.raw("<tr")
    writeClasses([entry.isTotal ? "total" : nil, day == nil ? nil : "after"])
    html.raw("><th scope=\"row\"")
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

  private var cellStarts: [CellStart] {
    grid.columns.enumerated().map { column, line in
      CellStart(
        label: path(of: line, in: grid.columnLevels),
        classes: [rule(before: column), marks.hasSlot[column] ? "m" : nil],
        decimals: marks.decimals[column])
    }
  }
}
