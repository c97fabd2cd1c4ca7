extension TableWriter {
  mutating func writeHead() {
    html.raw("<thead>\n")
    let levels = grid.columnLevels.count
    for level in 0..<levels {
      html.raw("<tr>")
      if level == 0 { writeCorner(rows: levels) }
      if level < levels - 1 {
        writeGroups(level)
      } else {
        for column in grid.columns.indices { writeColumnHead(column) }
      }
      html.raw("</tr>\n")
    }
    html.raw("</thead>\n")
  }

  private mutating func writeCorner(rows: Int) {
    html.raw("<th scope=\"col\"")
    if rows > 1 { html.attribute("rowspan", String(rows)) }
    html.raw(">")
    if let title = grid.rowLevels.last?.title { html.text(title) }
    html.raw("</th>")
  }

  /// The heads of an outer level: one over each run of columns that share it.
  private mutating func writeGroups(_ level: Int) {
    var start = 0
    while start < grid.columns.count {
      let path = grid.columns[start].path[...level]
      let end =
        grid.columns[start...].firstIndex { $0.path[...level] != path } ?? grid.columns.count
      html.raw("<th")
      if end - start > 1 {
        html.raw(" scope=\"colgroup\"")
        html.attribute("colspan", String(end - start))
      } else {
        html.raw(" scope=\"col\"")
      }
      let entry = grid.columnLevels[level].entries[grid.columns[start].path[level]]
      writeClasses([rule(before: start), entry.unbroken])
      html.raw(">")
      html.text(entry.label)
      html.raw("</th>")
      start = end
    }
  }

  private mutating func writeColumnHead(_ column: Int) {
    guard let level = grid.columnLevels.last, let last = grid.columns[column].path.last else {
      return
    }
    let entry = level.entries[last]
    html.raw("<th scope=\"col\"")
    writeClasses([rule(before: column), marks.hasSlot[column] ? "m" : nil, entry.unbroken])
    html.raw(">")
    html.text(entry.label)
    html.raw("</th>")
  }
}
