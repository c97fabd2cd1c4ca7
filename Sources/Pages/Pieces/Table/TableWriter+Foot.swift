import Site
import Tables
import VietnameseText

extension TableWriter {
  /// The marks that occur in this table, and nothing else.
  var legend: [UInt8] {
    var html = HTML()
    for (mark, key) in marks.legend {
      let href = key == .markSuppressed && width != .wide ? request.marksHref : nil
      writeLegendItem(mark, words[key], href: href, to: &html)
    }
    for (sign, days) in [("║", columnBreaks), ("═", rowBreaks)] {
      for day in breaks.days where days.contains(day) {
        let text = words.fill(day.legend, ["date": day.date.short])
        writeLegendItem(sign, text, href: nil, to: &html)
      }
    }
    return html.bytes
  }

  private func writeLegendItem(
    _ sign: String, _ text: String, href: String?, to html: inout HTML
  ) {
    html.raw("<span><b>")
    html.text(sign)
    html.raw("</b> ")
    html.text(text)
    if let href {
      html.raw(". ")
      writeWhy(href, to: &html)
    }
    html.raw("</span>\n")
  }

  private func writeWhy(_ href: String, to html: inout HTML) {
    html.element("a", ["href": href]) { $0.text(words[.markSuppressedLink]) }
  }

  mutating func writeFoot() {
    let legend = legend
    if width == .wide {
      // A table may hold no link outside its cells: that of its legend stands below it.
      if let href = request.marksHref, marks.hidden > 0 {
        html.raw("<p class=\"legend\">")
        writeWhy(href, to: &html)
        html.raw("</p>\n")
      }
    } else if !legend.isEmpty {
      html.raw("<p class=\"legend\">\n")
      html.raw(legend)
      html.raw("</p>\n")
    }
    let language = words.language
    for axis in table.axes where axis.isMultiResponse && axis.codes.count > 1 {
      let text = words.fill(.severalCodes, ["axis": axis.title.text(in: language)])
      writeParagraph { $0.text(text) }
    }
    if let reason = table.acrossBreak { writeParagraph { $0.text(reason, in: language) } }
    if request.edition.isInternal, marks.hidden > 0 {
      let text = words.fill(
        .hiddenCells,
        [
          "hidden": words.number(marks.hidden), "all": words.number(marks.cells),
          "threshold": words.number(request.edition.disclosure.threshold),
        ])
      writeParagraph { $0.text(text) }
    }
    writeSource()
    writeDownloads()
  }

  private mutating func writeParagraph(_ content: (inout HTML) -> Void) {
    html.raw("<p class=\"muted\">")
    content(&html)
    html.raw("</p>\n")
  }

  private mutating func writeSource() {
    let source = table.provenance
    let agency = request.registries.agency(source.releasedBy, on: source.releasedOn)
    html.raw("<p class=\"source\"><b>")
    html.text(words[.source])
    html.raw("</b> ")
    if let agency {
      html.text(agency.name, in: words.language)
    } else {
      html.text(source.releasedBy)
    }
    html.raw(". <b>")
    html.text(words[.sourceDocument])
    html.raw("</b> ")
    // Where the whole table was published elsewhere, its document is there to be read.
    if let address = table.measures.first?.source, table.isPublishedElsewhere {
      let language = words.language
      html.element("a", ["href": address, "rel": "noreferrer"]) {
        $0.text(source.document, in: language)
      }
    } else {
      html.text(source.document, in: words.language)
    }
    html.raw(source.document.text(in: words.language).hasSuffix(".") ? " <b>" : ". <b>")
    html.text(words[.sourceReleased])
    html.raw("</b> ")
    html.text(source.releasedOn.short)
    html.raw(".</p>\n")
  }

  private mutating func writeDownloads() {
    guard !request.downloads.isEmpty else { return }
    let name = numberedName.map { String($0.hasSuffix(".") ? $0.dropLast() : $0[...]) }
    html.raw("<ul class=\"downloads\"")
    html.attribute(
      "aria-label",
      words.fill(.downloadsOf, ["title": name ?? table.title.text(in: words.language)]))
    html.raw(">")
    for download in request.downloads {
      html.raw("<li><a")
      html.attribute("href", download.href)
      html.raw(" download>")
      html.text(download.format)
      html.raw(" <span>")
      html.text(words.size(bytes: download.bytes))
      html.raw("</span></a></li>")
    }
    html.raw("</ul>\n")
  }
}
