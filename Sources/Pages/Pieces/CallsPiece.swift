public import Site

/// The numbers to call. One that nobody checked is never written.
public enum CallsPiece {
  /// Nil if no number may be shown.
  public static func html(_ hotlines: [Hotline], words: InterfaceWords) -> [UInt8]? {
    let shown = hotlines.filter(\.isShown)
    guard !shown.isEmpty else { return nil }
    var html = HTML()
    html.raw("<ul class=\"calls\">\n")
    for hotline in shown { write(hotline, words, to: &html) }
    html.raw("</ul>\n")
    return html.bytes
  }

  /// The number that every page offers: the first free one that is reachable in the country.
  public static func first(of hotlines: [Hotline]) -> Hotline? {
    hotlines.first { $0.isShown && $0.isFree && $0.reach != .abroad }
  }

  /// `tel:` and the digits, with a leading plus.
  public static func href(_ hotline: Hotline) -> String {
    "tel:" + hotline.number.filter { $0 == "+" || ("0"..."9").contains($0) }
  }

  /// What calling it means, and what to know of it (empty: nothing), as HTML.
  static func words(
    of hotline: Hotline, _ words: InterfaceWords
  ) -> (action: [UInt8], notes: [UInt8]) {
    var action = HTML()
    if hotline.isFree {
      action.text(words[.callFree])
    } else {
      action.text(.callName, of: words, ["name": hotline.name])
    }
    return (action.bytes, notes(hotline, words))
  }

  private static func write(_ hotline: Hotline, _ words: InterfaceWords, to html: inout HTML) {
    let (action, notes) = Self.words(of: hotline, words)
    html.raw("<li><a")
    if hotline.number.count > 4 { html.attribute("class", "long") }
    html.attribute("href", href(hotline))
    html.raw("><span class=\"number\">")
    html.text(hotline.number)
    html.raw("</span><span class=\"who\"><b>")
    html.raw(action)
    html.raw("</b>")
    if !notes.isEmpty {
      html.raw("<span class=\"vh\">: </span><span>")
      html.raw(notes)
      html.raw("</span>")
    }
    html.raw("</span></a></li>\n")
  }

  /// Whose number it is if that is not said yet, what it is for, when somebody answers, and from
  /// where it can be reached if that is not simply here.
  private static func notes(_ hotline: Hotline, _ words: InterfaceWords) -> [UInt8] {
    let name = hotline.isFree ? hotline.name : nil
    let hours = hotline.hours.map {
      $0 == "24/7" ? words[.callAllHours] : words.fill(.callHours, ["hours": $0])
    }
    let reach: String? =
      switch hotline.reach {
      case .domestic: nil
      case .abroad: words[.callReachAbroad]
      case .both: words[.callReachBoth]
      }
    let own = [hours, reach].compactMap { text in
      text.map { LocalizedText($0, language: words.language) }
    }
    var html = HTML()
    for text in [name, hotline.purpose].compactMap(\.self) + own {
      if !html.bytes.isEmpty { html.raw(", ") }
      html.text(text, in: words.language)
    }
    return html.bytes
  }
}
