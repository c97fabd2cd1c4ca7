import Diagnostics
import Markup
import SourceFiles

/// A page as the tests see it: what is written, and what is reported as `MB-… line:column`.
struct Page {
  let html: String
  let document: MarkupDocument
  let diagnostics: Diagnostics

  init(
    _ markdown: String, host: TestHost = TestHost(), firstLine: Int = 1, lints: TextLints = .none
  ) {
    var host = host
    var diagnostics = Diagnostics()
    let bytes = Array(markdown.utf8)
    document = MarkupDocument.parse(
      bytes[...], path: "page.md", firstLine: firstLine, lints: lints, into: &diagnostics)
    var output: [UInt8] = []
    document.render(into: &output, host: &host, &diagnostics)
    html = String(decoding: output, as: UTF8.self)
    self.diagnostics = diagnostics
  }

  var findings: [String] {
    diagnostics.sorted.map { "\($0.rule.code) \(spot($0.place))" }
  }

  var mends: [String] {
    diagnostics.sorted.map { $0.mend.en.text(showingSecrets: true) }
  }
}

func spot(_ place: Place?) -> String {
  guard let place, let line = place.line else { return "-" }
  return place.column.map { "\(line):\($0)" } ?? "\(line)"
}

/// Writes what it is asked for in a form that tests can read; knows `other.md` and `#t-known`.
struct TestHost: MarkupHost {
  func write(
    _ block: DataBlock, into html: inout [UInt8], _ diagnostics: inout Diagnostics
  ) {
    html.append(html: "<div>")
    switch block.content {
    case .table(let id): html.append(text: "table \(id.text) \(spot(id.place))")
    case .indicator(let id): html.append(text: "indicator \(id.text)")
    case .chart(let table, let kind):
      html.append(text: "chart \(table.text) \(kind.rawValue)")
    case .scoreboard(let plan): html.append(text: "scoreboard \(plan.text)")
    case .hotlines: html.append(text: "hotlines \(spot(block.place))")
    case .glossary: html.append(text: "glossary")
    }
    html.append(html: "</div>\n")
  }

  func write(
    _ number: NumberReference, into html: inout [UInt8], _ diagnostics: inout Diagnostics
  ) {
    html.append(html: "<span>")
    html.append(text: "\(number.table.text)|\(number.measure.text)")
    for coordinate in number.coordinates {
      html.append(text: "|\(coordinate.axis.text):\(coordinate.code.text)")
    }
    html.append(html: "</span>")
  }

  func write(
    _ image: MarkupImage, into html: inout [UInt8], _ diagnostics: inout Diagnostics
  ) {
    if image.standsAlone { html.append(html: "<figure>") }
    html.append(html: "<img src=\"")
    html.append(text: image.source)
    html.append(html: "\" alt=\"")
    html.append(text: image.alt)
    html.append(html: image.standsAlone ? "\"></figure>" : "\">")
  }

  func address(of link: MarkupLink) -> LinkAnswer {
    if link.kind == .term {
      return link.term == "nan-nhan" ? .leads(to: "#term-nan-nhan") : .broken(mend: nil)
    }
    if link.kind == .anchor {
      return link.fragment == "t-known" ? .leads(to: link.href) : .broken(mend: nil)
    }
    guard link.path == "other.md" else { return .broken(mend: nil) }
    return .leads(to: "../other/index.html" + (link.fragment.map { "#" + $0 } ?? ""))
  }

  func title(of callout: CalloutKind) -> String { "<\(callout.rawValue)>" }

  func word(_ word: MarkupWord) -> String {
    switch word {
    case .footnotes: "Notes"
    case .footnote(let number): "Note \(number)"
    case .backFromFootnote(let number, let reference): "Back \(number).\(reference)"
    case .wideTable: "Wide"
    }
  }
}
