import Diagnostics
import Site
import Tables
import VietnameseText

extension PageInHand {
  /// Names of the list of campaigns.
  func campaigns() -> TemplateObject {
    ["crumbs": crumbs, "campaigns": years(besides: nil)]
  }

  /// Campaigns, newest first; nothing where there is none.
  func years(besides campaign: Campaign?) -> TemplateValue {
    let others = context.registries.campaigns.filter { $0.id != campaign?.id }
      .sorted { $0.year > $1.year }
    guard !others.isEmpty else { return .nothing }
    return .object([
      "items": .list(
        others.map { campaign in
          let page = context.map.page(ofCampaign: campaign.id, in: language)
          return .object([
            "year": .text(String(campaign.year)),
            "href": .text(page.map { links.link(to: $0.path) }),
            "theme": theme(of: campaign),
            "unknown": .text(words.themeUnknown(of: campaign)),
            "themes": .list(
              campaign.themes(besides: language).map {
                .object(["lang": .text($0.key), "text": .text($0.value)])
              }),
          ])
        })
    ])
  }

  /// The banner of the home page, while a campaign is under way.
  var banner: TemplateValue {
    let campaign = context.registries.campaigns.first {
      $0.isUnderWay(on: context.cleared.asOf)
    }
    guard let campaign, let page = context.map.page(ofCampaign: campaign.id, in: language) else {
      return .nothing
    }
    return .object([
      "title": .text(words.title(of: campaign)), "href": .text(links.link(to: page.path)),
      "dates": .text(
        campaign.peak.map { words.fill(.campaignBanner, ["dates": words.dates(of: $0)]) }),
      "theme": theme(of: campaign),
    ])
  }

  /// Names of the page of a year.
  func campaign(
    _ campaign: Campaign, into diagnostics: inout Diagnostics
  ) -> TemplateObject {
    let pieces = PagePieces(context: context, words: words, links: links)
    let done = campaign.activities(on: context.cleared.asOf).filter { $0.figure == nil }
    return [
      "crumbs": crumbs,
      "theme": theme(of: campaign),
      "unknown": .text(words.themeUnknown(of: campaign)),
      "known": known(of: campaign),
      "figures": figures(of: campaign, into: &diagnostics),
      "activities": done.isEmpty
        ? .nothing : .object(["items": .list(done.map { .object(["text": html($0.text)]) })]),
      "poster": preview(of: campaign),
      "years": years(besides: campaign),
      "help": pieces.help(for: node),
    ]
  }

  /// The link to the poster, and a small picture of it.
  private func preview(of campaign: Campaign) -> TemplateValue {
    guard let page = context.map.poster(ofCampaign: campaign.id, in: language),
      let poster = campaign.poster
    else { return .nothing }
    return .object([
      "text": .html(filled(.posterTitle, ["title": poster.title])),
      "href": .text(links.link(to: page.path)),
      "lang": page.route.language == language ? .nothing : .text(page.route.language),
      "date": .text(words.date(of: campaign)), "idea": idea(of: poster),
      "points": points(of: poster), "number": .text(posterHotline?.number),
    ])
  }

  /// The theme in the language of the page; nothing where it is not known.
  private func theme(of campaign: Campaign) -> TemplateValue {
    campaign.theme?.texts[language].map { .text($0) } ?? .nothing
  }

  /// What is known besides: the theme in other languages, the days, the decision.
  private func known(of campaign: Campaign) -> TemplateValue {
    var facts: [Fact] = []
    let themes = campaign.themes(besides: language)
    if !themes.isEmpty {
      var html = HTML()
      for (index, theme) in themes.enumerated() {
        if index > 0 { html.raw("<br>") }
        html.element("span", ["lang": theme.key]) { $0.text(theme.value) }
      }
      facts.append(Fact(words[.campaignThemeElsewhere], html: html.bytes))
    }
    if let peak = campaign.peak {
      facts.append(Fact(words[.campaignPeak], words.dates(of: peak)))
    }
    if let number = campaign.decision {
      let issued = context.registries.instruments.first { $0.number == number }?.issuedOn
      facts.append(
        Fact(
          words[.campaignDecision],
          issued.map {
            words.fill(.campaignDecisionOn, ["number": number, "date": $0.short])
          } ?? number))
    }
    return facts.isEmpty ? .nothing : .object(["facts": .list(facts.map(\.templateValue))])
  }

  func html(_ text: LocalizedText) -> TemplateValue {
    var html = HTML()
    html.text(text, in: language)
    return .html(html.bytes)
  }
}

extension Campaign {
  /// The theme in other languages, by their codes.
  fileprivate func themes(besides language: String) -> [(key: String, value: String)] {
    (theme?.texts ?? [:]).filter { $0.key != language }.sorted { $0.key < $1.key }
  }
}
