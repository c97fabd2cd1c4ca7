import Diagnostics
import SourceFiles

// The words of a campaign's poster.
extension RegistryReader {
  func poster(
    _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> Campaign.Poster? {
    guard fields.node("poster") != nil, var poster = fields.fields("poster", &diagnostics) else {
      return nil
    }
    let title = poster.requiredLocalized("title", languages, &diagnostics)
    let lead = poster.localized("lead", languages, &diagnostics)
    let nodes = poster.list("points", &diagnostics)
    let points = nodes.compactMap {
      LocalizedText.read($0, languages: languages, into: &diagnostics)
    }
    poster.finish(&diagnostics)
    check(title, Campaign.Poster.longestTitle, at: poster.keyPlace("title"), &diagnostics)
    check(lead, Campaign.Poster.longestLead, at: poster.keyPlace("lead"), &diagnostics)
    for (point, node) in zip(points, nodes) {
      check(point, Campaign.Poster.longestPoint, at: node.place, &diagnostics)
    }
    if points.count > Campaign.Poster.mostPoints {
      diagnostics.report(
        .posterTooLong, at: nodes[Campaign.Poster.mostPoints].place,
        what: Phrase(
          vi: "Áp phích có \(points.count) điều cần kiểm tra.",
          en: "The poster has \(points.count) points."),
        mend: Phrase(
          vi: "Giữ nhiều nhất \(Campaign.Poster.mostPoints) điều.",
          en: "Keep \(Campaign.Poster.mostPoints) at most."))
    }
    return title.map { Campaign.Poster(title: $0, lead: lead, points: points) }
  }

  private func check(
    _ text: LocalizedText?, _ longest: Int, at place: Place, _ diagnostics: inout Diagnostics
  ) {
    for words in (text?.texts ?? [:]).sorted(by: { $0.key < $1.key }).map(\.value)
    where words.count > longest {
      diagnostics.report(
        .posterTooLong, at: place,
        what: Phrase(
          vi: "“\(words)” dài \(words.count) ký tự.",
          en: "“\(words)” is \(words.count) characters long."),
        mend: Phrase(
          vi: "Viết lại trong \(longest) ký tự.", en: "Say it in \(longest) characters."))
    }
  }
}
