import Site
import VietnameseText

extension PageInHand {
  /// Names of a poster.
  func poster(_ poster: Campaign.Poster, of campaign: Campaign) -> TemplateObject {
    let site = context.configuration.subtitle ?? context.configuration.title
    return [
      "crumbs": crumbs,
      "idea": idea(of: poster),
      "day": .text(words[.campaignDay]), "date": .text(words.date(of: campaign)),
      "lead": poster.lead.map(html) ?? .nothing,
      "points": points(of: poster),
      "call": call, "calls": otherCalls,
      "code": code,
      "foot": .html(
        filled(
          .posterFoot,
          [
            "site": site, "year": LocalizedText(String(campaign.year), language: language),
          ])),
      "theme": campaign.theme?.texts[language].map { .text($0) } ?? .nothing,
    ]
  }

  func filled(_ key: WordKey, _ values: KeyValuePairs<String, LocalizedText>) -> [UInt8] {
    var html = HTML()
    html.text(key, of: words, values)
    return html.bytes
  }

  /// What the poster says in its largest letters, a line for each sentence.
  func idea(of poster: Campaign.Poster) -> TemplateValue {
    let text = poster.title.text(in: language)
    let actual = poster.title.language(for: language)
    let bytes = Array(text.utf8)
    return .object([
      "lines": .list(
        Sentences.ranges(in: bytes).map {
          .object(["text": .text(String(decoding: bytes[$0], as: UTF8.self))])
        }),
      "lang": actual == language ? .nothing : .text(actual),
      "isLong": .flag(text.count > Self.longestInLargeType),
    ])
  }

  /// Characters of an idea that fills at most two or three lines at 60 points.
  private static let longestInLargeType = 30

  func points(of poster: Campaign.Poster) -> TemplateValue {
    poster.points.isEmpty
      ? .nothing : .object(["items": .list(poster.points.map { .object(["text": html($0)]) })])
  }

  /// The numbers that can be called here: a poster hangs in the country.
  private var hotlines: [Hotline] {
    context.registries.hotlines.filter { $0.isShown && $0.reach != .abroad }
  }

  /// The number in the largest digits.
  var posterHotline: Hotline? { CallsPiece.first(of: hotlines) ?? hotlines.first }

  private var call: TemplateValue {
    guard let first = posterHotline else { return .nothing }
    let (action, notes) = CallsPiece.words(of: first, words)
    return .object([
      "number": .text(first.number), "href": .text(CallsPiece.href(first)),
      "action": .html(action), "notes": notes.isEmpty ? .nothing : .html(notes),
    ])
  }

  private var otherCalls: TemplateValue {
    let others = hotlines.filter { $0.id != posterHotline?.id }
    guard !others.isEmpty else { return .nothing }
    return .object([
      "items": .list(
        others.map { hotline in
          let (action, notes) = CallsPiece.words(of: hotline, words)
          return .object([
            "number": .text(hotline.number), "href": .text(CallsPiece.href(hotline)),
            "text": .html(notes.isEmpty ? action : action + ", ".utf8 + notes),
          ])
        })
    ])
  }

  private var code: TemplateValue {
    guard let code = context.posterCodes[language], let picture = code.picture else {
      return .nothing
    }
    return .object([
      "svg": .html(picture.svg(title: words.fill(.posterCode, ["address": code.address]))),
      "href": .text(links.link(to: code.page.path)), "address": .text(code.address),
    ])
  }
}

/// Where the QR code of a poster leads: the page with all ways to get help.
struct PosterCode: Sendable {
  let page: PageNode
  /// Absolute, from `baseURL`.
  let address: String
  /// Nil if the address is too long.
  let picture: QRCode?

  /// For each language that has a poster. The home page stands in where the site names no page:
  /// it begins with where to call.
  static func all(
    for map: SiteMap, _ configuration: SiteConfiguration
  ) -> [String: PosterCode] {
    var codes: [String: PosterCode] = [:]
    for node in map.nodes {
      guard case .poster = node.kind, codes[node.route.language] == nil else { continue }
      let language = node.route.language
      guard
        let page = configuration.helpPage.flatMap({ map.node(named: $0, in: language) })
          ?? map.node(named: "", in: language)
      else { continue }
      let address = configuration.baseURL + configuration.address(of: page.path)
      codes[language] = PosterCode(page: page, address: address, picture: QRCode(address))
    }
    return codes
  }
}
