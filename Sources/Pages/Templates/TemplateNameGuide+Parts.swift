/// Names that several lists and objects have: said once, made below each of them.
extension TemplateNameGuide {
  static func all(_ parts: [Entry]...) -> [Entry] { parts.flatMap(\.self) }

  /// Of the items of a list of pages.
  static func teasers(below prefix: String) -> [Entry] {
    [
      Entry("\(prefix).title", .text, "title"),
      Entry("\(prefix).href", .text, "where it is"),
      Entry("\(prefix).text", .text, "its description", mayBeNothing: true),
      Entry(
        "\(prefix).lang", .text, "its language, where that is another", mayBeNothing: true),
    ]
  }

  /// Of the items of a definition list.
  static func facts(below prefix: String) -> [Entry] {
    [
      Entry("\(prefix).term", .text, "what the line is about"),
      Entry("\(prefix).html", .html, "what it says"),
    ]
  }

  /// Of an object with the years of the campaign.
  static func years(below prefix: String) -> [Entry] {
    [
      Entry("\(prefix).items", .list, "the years, newest first"),
      Entry("\(prefix).items.year", .text, "the year"),
      Entry("\(prefix).items.href", .text, "its page"),
      Entry(
        "\(prefix).items.theme", .text, "its theme, in the language of the page",
        mayBeNothing: true),
      Entry("\(prefix).items.unknown", .text, "words that it is not known"),
      Entry("\(prefix).items.themes", .list, "its theme in other languages", mayBeNothing: true),
      Entry("\(prefix).items.themes.lang", .text, "language"),
      Entry("\(prefix).items.themes.text", .text, "the theme"),
    ]
  }

  /// The largest words of a poster.
  static func idea(at path: String) -> [Entry] {
    [
      Entry(path, .object, "its words"),
      Entry("\(path).lines", .list, "a sentence each"),
      Entry("\(path).lines.text", .text, "the sentence"),
      Entry("\(path).lang", .text, "language, where that is another", mayBeNothing: true),
      Entry("\(path).isLong", .bool, "too long for the largest type"),
    ]
  }

  /// The points of a poster.
  static func points(at path: String) -> [Entry] {
    [
      Entry(path, .object, "what to tick", mayBeNothing: true),
      Entry("\(path).items", .list, "the points"),
      Entry("\(path).items.text", .html, "the point"),
    ]
  }
}
