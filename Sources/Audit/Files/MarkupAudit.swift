import PublishedFiles

/// Compares what a page or picture shows of tables with what the edition's data files hold.
///
/// Read are: tables (`<div class="data" id="t-ID">`), all their cells; the values and the
/// description of charts (`<figure class="chart" data-table="ID">`); and every other element that
/// says `data-table="ID"`, the number that it begins with.
struct MarkupAudit {
  /// By id of the table.
  let numbers: [String: TableNumbers]

  struct Finding: Hashable {
    let table: String
    /// Numbers that the table doesn't hold, or one that stands where a cell is hidden.
    let count: Int
  }

  func findings(in bytes: [UInt8]) -> [Finding] { findings(in: MarkupTree(bytes).root) }

  func findings(in root: MarkupTree.Element) -> [Finding] {
    var found: [Finding] = []
    for element in root.descendants {
      if element.name == "div", element.has("data"), let id = element.attributes["id"],
        id.hasPrefix("t-")
      {
        let (name, numbers) = table(ofElement: String(id.dropFirst(2)))
        let count = numbers.map { differences(element, $0) } ?? 1
        if count > 0 { found.append(Finding(table: name, count: count)) }
      } else if let id = element.attributes["data-table"] {
        let wrong = numbers[id].map { foreign(in: element, $0) } ?? 1
        if wrong > 0 { found.append(Finding(table: id, count: wrong)) }
      }
    }
    return found
  }

  /// A table that stands on a page a second time has a number behind its id.
  private func table(ofElement id: String) -> (String, TableNumbers?) {
    if let known = numbers[id] { return (id, known) }
    guard let dash = id.lastIndex(of: "-"), Int(id[id.index(after: dash)...]) != nil else {
      return (id, nil)
    }
    let name = String(id[..<dash])
    return (name, numbers[name])
  }

  /// Cells that are too many or show another number. A hidden cell that shows one makes one number
  /// too many and one mark too few, wherever it stands.
  private func differences(_ element: MarkupTree.Element, _ numbers: TableNumbers) -> Int {
    var left = numbers.printed
    var hidden = 0
    var differences = 0
    for cell in element.descendants where cell.name == "td" && !cell.has("empty") {
      let text = cell.text(without: ["vh", "mark"]).trimmed
      switch text {
      case "[c]":
        hidden += 1
        continue
      case "[z]", "[x]", "…", "": continue
      default: break
      }
      let readings = text == "-" ? [PublishedNumber(0)] : ShownNumber.readings(of: text)
      guard let number = readings.first(where: { left[$0, default: 0] > 0 }) else {
        differences += 1
        continue
      }
      left[number, default: 0] -= 1
    }
    // Fewer cells than the table has tell nothing; more marks than it has don't either.
    return differences + max(0, hidden < numbers.hidden && differences == 0 ? 1 : 0)
  }

  private func foreign(in element: MarkupTree.Element, _ numbers: TableNumbers) -> Int {
    guard ["figure", "svg"].contains(element.name) else {
      let readings = ShownNumber.leading(element.text())
      return readings.isEmpty || numbers.holds(readings) ? 0 : 1
    }
    var wrong = 0
    for part in element.descendants {
      if part.name == "text", part.has("value") {
        let readings = ShownNumber.readings(of: part.text())
        if !readings.isEmpty, !numbers.holds(readings) { wrong += 1 }
      } else if part.name == "desc" {
        for sentence in part.text().split(separator: ";") {
          guard let colon = sentence.lastIndex(of: ":") else { continue }
          let readings = ShownNumber.leading(String(sentence[sentence.index(after: colon)...]))
          if !readings.isEmpty, !numbers.holds(readings) { wrong += 1 }
        }
      }
    }
    return wrong
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
