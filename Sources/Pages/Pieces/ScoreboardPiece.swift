public import Indicators
public import Tables
import Site
import VietnameseText

/// The piece "scoreboard": all targets of a plan, how each stands in the latest period, and in
/// those before.
public enum ScoreboardPiece {
  public struct Request: Sendable {
    public let scoreboard: Scoreboard
    public let edition: ClearedEdition
    public let words: InterfaceWords
    /// Address of each indicator's page, by id.
    public let hrefs: [String: String]

    public init(
      scoreboard: Scoreboard, edition: ClearedEdition, words: InterfaceWords,
      hrefs: [String: String]
    ) {
      self.scoreboard = scoreboard
      self.edition = edition
      self.words = words
      self.hrefs = hrefs
    }
  }

  public static func html(_ request: Request) -> [UInt8] {
    var writer = ScoreboardWriter(request)
    writer.write()
    return writer.html.bytes
  }
}

private struct ScoreboardWriter {
  let request: ScoreboardPiece.Request
  let targets: [TargetStanding]
  /// Targets in words, which share the last row.
  let inWords: [TargetStanding]
  /// The latest result of all targets.
  let latest: IndicatorResult?
  var html = HTML()

  var words: InterfaceWords { request.words }

  init(_ request: ScoreboardPiece.Request) {
    self.request = request
    targets = request.scoreboard.targets.filter { $0.status != .qualitative }
    inWords = request.scoreboard.targets.filter { $0.status == .qualitative }
    latest = targets.compactMap { $0.latest?.result }.max { $0.period.end < $1.period.end }
  }

  mutating func write() {
    html.raw("<div class=\"scoreboard\">\n")
    writeSub()
    writeKey()
    html.raw("<ul class=\"targets\">\n")
    for target in targets { write(target) }
    writeInWords()
    html.raw("</ul>\n")
    writeBreakNote()
    html.raw("</div>\n")
  }

  private mutating func writeSub() {
    let isSample = request.edition.dataStatus == .sample
    guard latest != nil || isSample else { return }
    html.raw("<p class=\"sub\">")
    if let latest { html.text(latestPeriod(latest)) }
    if isSample { html.sampleTag(words) }
    html.raw("</p>\n")
  }

  /// "Kỳ gần nhất: 6 tháng cuối năm 2025, tỉnh Đồng Tháp."
  private func latestPeriod(_ result: IndicatorResult) -> String {
    let (period, area) = words.periodAndArea(result.period, result.area)
    if let area { return words.fill(.latestPeriod, ["period": period, "area": area]) }
    return period.sentenceCased + "."
  }

  private mutating func writeKey() {
    let occurring = Set(
      (targets + inWords).flatMap { [$0.status] + $0.periods.map(\.status) })
    html.raw("<ul class=\"key\"")
    html.attribute("aria-label", words[.statusKey])
    html.raw(">")
    for status in TargetStatus.allCases where occurring.contains(status) {
      html.raw("<li>")
      html.shape(StatusShape(status))
      html.raw(" ")
      html.text(words[StatusShape(status).word])
      html.raw("</li>")
    }
    html.raw("</ul>\n")
  }

  private mutating func write(_ standing: TargetStanding) {
    html.raw("<li>\n<p class=\"wording\">")
    writeWording(standing)
    html.raw("</p>\n<div class=\"result\">\n<p class=\"state\">")
    html.status(StatusShape(standing.status), words: words)
    html.raw("</p>\n")
    writeResult(standing)
    html.raw("</div>\n")
    writeRun(standing)
    html.raw("</li>\n")
  }

  private mutating func writeInWords() {
    guard let first = inWords.first else { return }
    html.raw("<li class=\"in-words\">\n<p class=\"state\">")
    html.status(StatusShape(first.status), words: words)
    html.raw(" <span class=\"sub\">")
    html.text(words[.targetNoSeries])
    html.raw("</span></p>\n<ul>\n")
    for standing in inWords {
      html.raw("<li>")
      writeWording(standing)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n</li>\n")
  }

  /// The target verbatim, with its clause.
  private mutating func writeWording(_ standing: TargetStanding) {
    let language = words.language
    if let indicator = standing.indicator, let href = request.hrefs[indicator.id] {
      html.element("a", ["href": href]) { $0.text(standing.target.text, in: language) }
    } else {
      html.text(standing.target.text, in: language)
    }
    let notes = [
      standing.target.clause.map { words.fill(.clause, ["clause": $0]) },
      standing.indicator?.isProxy == true ? words[.proxy] : nil,
    ].compactMap(\.self)
    if !notes.isEmpty {
      html.raw(" <span class=\"clause\">")
      html.text(notes.joined(separator: " · "))
      html.raw("</span>")
    }
  }

  private mutating func writeResult(_ standing: TargetStanding) {
    if standing.status == .suppressed {
      html.raw("<p>")
      html.text(words[.statusSuppressedWhy])
      html.raw("</p>\n")
    }
    guard let indicator = standing.indicator, let result = standing.latest else { return }
    let said = ResultWords(
      series: IndicatorSeries(indicator, in: request.edition), words: words)
    if let value = said.value(result.result) {
      html.raw("<p><b class=\"nb\">")
      html.text(value)
      html.raw("</b>")
      for part in [said.partOfWhole(result.result), said.shortfall(result)].compactMap({ $0 }) {
        html.raw(" · ")
        html.unbroken(part)
      }
      html.raw("</p>\n")
    }
    if result.result.period != latest?.period {
      html.raw("<p class=\"sub\">")
      html.text(latestPeriod(result.result))
      html.raw("</p>\n")
    }
  }

  /// A small shape for each period, by time.
  private mutating func writeRun(_ standing: TargetStanding) {
    guard !standing.periods.isEmpty else { return }
    html.raw("<ol class=\"run\"")
    html.attribute("aria-label", words[.runLabel])
    html.raw(">\n")
    for period in standing.periods.sorted(by: { $0.result.period.start < $1.result.period.start }) {
      let shape = StatusShape(period.status)
      html.raw(period.result.breaksBefore.isEmpty ? "<li>" : "<li class=\"after\">")
      html.shape(shape)
      html.raw("<span class=\"vh\">")
      html.text(words[shape.word] + ": ")
      html.raw("</span>")
      html.text(words.label(period.result.period, .tiny))
      html.raw("</li>\n")
    }
    html.raw("</ol>\n")
  }

  private mutating func writeBreakNote() {
    let breaks = targets.flatMap { $0.periods.flatMap(\.result.breaksBefore) }
    for day in TableBreaks(breaks).days {
      html.raw("<p class=\"muted\">")
      html.text(
        words.fill(.breakNote, ["date": day.date.short, "reason": words[day.reason]]))
      html.raw("</p>\n")
    }
  }
}
