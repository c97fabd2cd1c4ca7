import Charts
import Diagnostics
import Indicators
import Markup
import Site
import Tables

/// Fills what the text of a page only names: tables, charts, figures, hotlines, links.
struct PageHost: MarkupHost {
  let context: EditionContext
  let node: PageNode
  let words: InterfaceWords
  let links: RelativeLinks
  /// Path of the content file.
  private let source: String
  /// Folders above the content file: `content`, `vi`, …
  private let folder: [String]
  /// The page is read for the search: of a block with figures only its name is written.
  private let namesFigures: Bool

  private(set) var pieces: PagePieces
  private var hasPicture = false
  /// Paths of the pages that the text links to.
  private(set) var linked: Set<String> = []
  /// The page has the hotlines in its text.
  /// Ids of the terms that the text links to.
  private(set) var terms: Set<String> = []
  /// The page has the glossary in its text.
  private(set) var showsGlossary = false

  init(
    context: EditionContext, node: PageNode, words: InterfaceWords, links: RelativeLinks,
    source: String, namesFigures: Bool = false
  ) {
    self.context = context
    self.node = node
    self.words = words
    self.links = links
    self.namesFigures = namesFigures
    self.source = source
    folder = source.split(separator: "/").dropLast().map(String.init)
    pieces = PagePieces(context: context, words: words, links: links)
  }

  mutating func write(
    _ block: DataBlock, into html: inout [UInt8], _ diagnostics: inout Diagnostics
  ) {
    if namesFigures {
      writeName(of: block, into: &html)
      return
    }
    switch block.content {
    case .table(let id):
      if let table = table(id, &diagnostics) { html += pieces.table(table) }
    case .chart(let id, let kind):
      if let table = table(id, &diagnostics) {
        html += pieces.chart(table, kind: kind, at: block.place, into: &diagnostics)
      }
    case .indicator(let id):
      if let indicator = context.catalog.indicator(id.text) {
        html += pieces.indicator(indicator)
      } else {
        report(id, among: context.catalog.indicators.map(\.id), &diagnostics)
      }
    case .scoreboard(let id):
      if let plan = context.catalog.plan(id.text) {
        html += pieces.scoreboard(plan)
      } else {
        report(id, among: context.catalog.plans.map(\.id), &diagnostics)
      }
    case .hotlines:
      html += pieces.calls()
    case .glossary: writeGlossary(at: block.place, into: &html, &diagnostics)
    }
  }

  /// The name of what a block shows; the numbers to call are text.
  private mutating func writeName(of block: DataBlock, into html: inout [UInt8]) {
    var name: LocalizedText?
    switch block.content {
    case .table(let id): name = context.cleared.table(id.text)?.title
    case .indicator(let id): name = context.catalog.indicator(id.text)?.title
    case .chart, .scoreboard: break  // the page doesn't name its table or plan there
    case .hotlines: html += pieces.calls()
    case .glossary:
      // What is wrong with it is reported when the page itself is made.
      var unheard = Diagnostics()
      writeGlossary(at: block.place, into: &html, &unheard)
    }
    guard let name else { return }
    var paragraph = HTML()
    paragraph.element("p") { $0.text(name.text(in: words.language)) }
    html += paragraph.bytes
  }

  mutating func write(
    _ number: NumberReference, into html: inout [UInt8], _ diagnostics: inout Diagnostics
  ) {
    guard let (table, cell) = cell(number, &diagnostics) else { return }
    html += InlineNumber.html(cell, table: table.id, words: words)
  }

  /// The cell that a number names, and its table; what is wrong with the names is reported.
  func cell(
    _ number: NumberReference, _ diagnostics: inout Diagnostics
  ) -> (table: ClearedTable, cell: Cell)? {
    guard let table = table(number.table, &diagnostics),
      let cell = cell(number, in: table, &diagnostics)
    else { return nil }
    return (table, cell)
  }

  mutating func write(
    _ image: MarkupImage, into html: inout [UInt8], _ diagnostics: inout Diagnostics
  ) {
    guard let picture = context.pictures.picture(image, on: source) else { return }
    html += PicturePiece.html(picture, image, isFirst: !hasPicture, links: links)
    hasPicture = true
  }

  func title(of callout: CalloutKind) -> String {
    switch callout {
    case .danger: words[.calloutDanger]
    case .note: words[.calloutNote]
    case .help: words[.calloutHelp]
    }
  }

  func word(_ word: MarkupWord) -> String {
    switch word {
    case .footnotes: words[.notes]
    case .footnote(let number): words.fill(.noteNumber, ["number": String(number)])
    case .backFromFootnote(let number, let reference):
      reference == 1
        ? words.fill(.noteBack, ["number": String(number)])
        : words.fill(.noteBackAgain, ["number": String(number), "time": String(reference)])
    case .wideTable: words[.wideTable]
    }
  }

  private mutating func writeGlossary(
    at place: Place, into html: inout [UInt8], _ diagnostics: inout Diagnostics
  ) {
    let terms = context.registries.terms(inOrderOf: words.language)
    if terms.isEmpty {
      diagnostics.report(
        .glossaryEmpty, at: place,
        what: Phrase(vi: "Chưa có từ nào để giải thích.", en: "There is no term to explain."),
        mend: Phrase(
          vi: "Viết các từ vào seeds/registries/glossary.yaml, hoặc bỏ khối này.",
          en: "Write terms into seeds/registries/glossary.yaml, or remove the block."))
      return
    }
    html += GlossaryPiece.html(terms, language: words.language, hasIDs: !showsGlossary)
    showsGlossary = true
  }

  private func report(
    _ id: Named, among known: [String], _ diagnostics: inout Diagnostics
  ) {
    diagnostics.report(
      .indicatorUnknown, at: id.place,
      what: Phrase(vi: "Không có “\(id.text)”.", en: "There is no “\(id.text)”."),
      mend: Spelling.mend(for: id.text, among: known))
  }
}

// MARK: Tables and numbers

extension PageHost {
  /// A table of the edition; what is wrong with the name is reported.
  private func table(_ id: Named, _ diagnostics: inout Diagnostics) -> ClearedTable? {
    if let table = context.cleared.table(id.text) { return table }
    let edition = context.edition.name
    if context.cleared.declaredTables.contains(id.text) {
      diagnostics.report(
        .tableNotInEdition, at: id.place,
        what: Phrase(
          vi: "Bảng “\(id.text)” không có trong ấn bản “\(edition)”.",
          en: "The table “\(id.text)” does not stand in the edition “\(edition)”."),
        mend: Phrase(
          vi:
            "Chuyển khối này sang trang có “audience: officials”, hoặc dùng bảng khác; nếu số liệu chưa đến ngày công bố (releasedOn), đợi đến ngày đó.",
          en:
            "Move it to a page with “audience: officials”, or use another table; if its figures are not released yet (releasedOn), wait until they are."
        ))
    } else {
      diagnostics.report(
        .tableUnknown, at: id.place,
        what: Phrase(vi: "Không có bảng “\(id.text)”.", en: "There is no table “\(id.text)”."),
        mend: Spelling.mend(for: id.text, among: context.cleared.declaredTables))
    }
    return nil
  }

  private func cell(
    _ number: NumberReference, in table: ClearedTable, _ diagnostics: inout Diagnostics
  ) -> Cell? {
    func report(_ name: Named, among known: [String]) -> Cell? {
      diagnostics.report(
        .numberUnknown, at: name.place,
        what: Phrase(
          vi: "Bảng “\(table.id)” không có “\(name.text)”.",
          en: "The table “\(table.id)” has no “\(name.text)”."),
        mend: Spelling.mend(for: name.text, among: known))
      return nil
    }
    func report(_ code: Named, on axis: Axis) -> Cell? {
      let known = axis.codes.map(\.code)
      guard axis.role == .period else { return report(code, among: known) }
      // The nearest period is another one: to guess it would put a wrong figure in a sentence.
      let list = known.joined(separator: ", ")
      diagnostics.report(
        .numberUnknown, at: code.place,
        what: Phrase(
          vi: "Bảng “\(table.id)” không có kỳ “\(code.text)” trong ấn bản này.",
          en: "The table “\(table.id)” has no period “\(code.text)” in this edition."),
        mend: Phrase(
          vi: "Các kỳ đã công bố: \(list). Kỳ chưa đến ngày công bố thì chưa dùng được.",
          en: "Periods released so far: \(list). One that is not released yet can't be used."))
      return nil
    }
    guard table.measure(number.measure.text) != nil else {
      return report(number.measure, among: table.measures.map(\.id))
    }
    for coordinate in number.coordinates {
      guard let axis = table.axis(coordinate.axis.text) else {
        return report(coordinate.axis, among: table.axes.map(\.name))
      }
      guard axis.index(of: coordinate.code.text) != nil else {
        return report(coordinate.code, on: axis)
      }
    }
    let codes = Dictionary(
      number.coordinates.map { ($0.axis.text, $0.code.text) }
    ) { first, _ in first }
    if let cell = table.cell(at: codes, measure: number.measure.text) { return cell }
    let open = table.axes.filter { codes[$0.name] == nil && $0.codes.count > 1 }.map(\.name)
    diagnostics.report(
      .numberUnknown, at: number.place,
      what: Phrase(
        vi: "Bảng “\(table.id)” không có ô nào ở đó.",
        en: "The table “\(table.id)” has no cell there."),
      mend: Phrase(
        vi: "Ghi thêm trục: \(open.joined(separator: ", ")).",
        en: "Name more axes: \(open.joined(separator: ", "))."))
    return nil
  }
}

// MARK: Links

extension PageHost {
  /// A link to `….md` leads to the page made from the file, or to the page that the program makes
  /// at that address.
  mutating func address(of link: MarkupLink) -> LinkAnswer {
    let fragment = link.fragment.map { "#\($0)" } ?? ""
    if link.kind == .anchor { return .broken(mend: nil) }
    if link.kind == .term {
      let id = String(link.term)
      guard context.registries.term(id) != nil else {
        return .broken(mend: Spelling.mend(for: id, among: context.registries.terms.map(\.id)))
      }
      terms.insert(id)
      return .leads(to: "#term-\(id)")
    }
    var parts = folder
    for part in link.path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return .broken(mend: nil)
      }
    }
    guard parts.count > 1, parts.last?.hasSuffix(".md") == true else {
      return .broken(
        mend: Phrase(
          vi: "Liên kết đến tệp .md của trang kia.", en: "Link to the other page's .md file."))
    }
    let path = parts.joined(separator: "/")
    if let target = context.map.node(content: path) ?? made(at: parts) {
      linked.insert(target.path)
      return .leads(to: links.link(to: target.path) + fragment)
    }
    if let page = context.content.pages.first(where: { $0.path == path }) {
      return .broken(
        mend: Phrase(
          vi: "Trang “\(page.facts.title)” không có trong ấn bản “\(context.edition.name)”.",
          en: "“\(page.facts.title)” does not stand in the edition “\(context.edition.name)”."))
    }
    return .broken(
      mend: nearest(to: parts.last ?? "").map { nearest in
        Phrase(vi: "Có phải là “\(nearest)”?", en: "Did you mean “\(nearest)”?")
      })
  }

  /// The page whose file has nearly this name, as a link from this page.
  private func nearest(to name: String) -> String? {
    let files = context.content.pages.map { $0.path.split(separator: "/").map(String.init) }
    guard
      let meant = Spelling.nearest(to: name, among: files.compactMap(\.last)),
      let file = files.first(where: { $0.last == meant })
    else { return nil }
    let common = zip(folder, file.dropLast()).prefix { $0 == $1 }.count
    let up = [String](repeating: "..", count: folder.count - common)
    return (up + file.dropFirst(common)).joined(separator: "/")
  }

  /// The page that the program makes at `content/<language>/<address>.md`.
  private func made(at parts: [String]) -> PageNode? {
    var segments = Array(parts.dropFirst(2))
    let name = String((segments.popLast() ?? "").dropLast(".md".count))
    if name != "index" { segments.append(name) }
    return context.map.node(at: Route(language: parts[1], segments: segments))
  }
}
