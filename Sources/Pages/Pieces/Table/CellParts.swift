import Tables

/// What stands in a column's cells before their content: the same in each row, so made once.
struct CellStart: Sendable {
  let number: [UInt8]
  let hidden: [UInt8]
  let state: [UInt8]
  /// Digits after the decimal sign, in the whole column.
  let decimals: Int

  init(label: String, classes: [String?], decimals: Int) {
    let start = { (kind: String?) -> [UInt8] in
      var html = HTML()
      html.raw("<td")
      html.attribute("data-l", label)
      let all = (classes + [kind]).compactMap { $0 }
      if !all.isEmpty { html.attribute("class", all.joined(separator: " ")) }
      html.raw(">")
      return html.bytes
    }
    number = start(nil)
    hidden = start("c")
    state = start("s")
    self.decimals = decimals
  }
}

/// What cells without a number hold, and what stands behind numbers, in the words of a language.
struct CellParts: Sendable {
  let signs: NumberSigns
  let hidden: [UInt8]
  let nothing: [UInt8]
  let notCollected: [UInt8]
  let notAvailable: [UInt8]
  let notApplicable: [UInt8]
  /// By the raw value of the status.
  let marks: [[UInt8]]

  init(_ words: InterfaceWords) {
    let state = { (cell: Cell) -> [UInt8] in
      var html = HTML()
      html.raw("<span aria-hidden=\"true\">")
      html.text(cell.sign)
      html.raw("</span><span class=\"vh\">")
      html.text(words.state(of: cell) ?? "")
      html.raw("</span></td>")
      return html.bytes
    }
    signs = NumberSigns(language: words.language)
    hidden = state(.suppressed)
    nothing = state(.nothingOccurred)
    notCollected = state(.missing(.notCollected))
    notAvailable = state(.missing(.notAvailable))
    notApplicable = state(.missing(.notApplicable))
    marks = (UInt8(0)..<16).map { raw in
      var html = HTML()
      html.raw("<span class=\"mark\">")
      html.text(ObservationStatus(rawValue: raw).signs)
      html.raw("</span></td>")
      return raw == 0 ? [UInt8]("</td>".utf8) : html.bytes
    }
  }
}

extension HTML {
  mutating func cell(_ cell: Cell, _ start: CellStart, _ parts: CellParts) {
    switch cell {
    case .value(let quantity, let status):
      raw(start.number)
      number(quantity, decimals: start.decimals, signs: parts.signs)
      raw(parts.marks[Int(status.rawValue & 15)])
    case .suppressed:
      raw(start.hidden)
      raw(parts.hidden)
    case .nothingOccurred:
      raw(start.state)
      raw(parts.nothing)
    case .missing(let state):
      raw(start.state)
      switch state {
      case .notCollected: raw(parts.notCollected)
      case .notAvailable: raw(parts.notAvailable)
      case .notApplicable: raw(parts.notApplicable)
      }
    }
  }
}
