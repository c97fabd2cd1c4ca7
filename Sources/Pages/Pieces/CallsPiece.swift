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

  /// What calling it means, and what to know of it.
  static func words(
    of hotline: Hotline, _ words: InterfaceWords
  ) -> (action: String, notes: [String]) {
    let name = hotline.name.text(in: words.language)
    let action = hotline.isFree ? words[.callFree] : words.fill(.callName, ["name": name])
    return (action, (hotline.isFree ? [name] : []) + notes(hotline, words))
  }

  private static func write(_ hotline: Hotline, _ words: InterfaceWords, to html: inout HTML) {
    let (action, notes) = Self.words(of: hotline, words)
    html.raw("<li><a")
    if hotline.number.count > 4 { html.attribute("class", "long") }
    html.attribute("href", href(hotline))
    html.raw("><span class=\"number\">")
    html.text(hotline.number)
    html.raw("</span><span class=\"who\"><b>")
    html.text(action)
    html.raw("</b>")
    if !notes.isEmpty {
      html.raw("<span class=\"vh\">: </span><span>")
      html.text(notes.joined(separator: ", "))
      html.raw("</span>")
    }
    html.raw("</span></a></li>\n")
  }

  /// What it is for, when somebody answers, and from where it can be reached if that is not
  /// simply here.
  private static func notes(_ hotline: Hotline, _ words: InterfaceWords) -> [String] {
    let purpose = hotline.purpose.map { $0.text(in: words.language) }
    let hours = hotline.hours.map {
      $0 == "24/7" ? words[.callAllHours] : words.fill(.callHours, ["hours": $0])
    }
    let reach: String? =
      switch hotline.reach {
      case .domestic: nil
      case .abroad: words[.callReachAbroad]
      case .both: words[.callReachBoth]
      }
    return [purpose, hours, reach].compactMap { $0 }
  }
}
