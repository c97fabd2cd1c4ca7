import Site
import VietnameseText

/// The pages that the program makes of the campaigns: the list of years, unless a page of content
/// shows it, a page for each year, and in the public edition the posters.
struct CampaignPages {
  private let campaigns: [Campaign]
  /// By language the page of content that shows the list.
  private let lists: [String: Route]
  private let hasPosters: Bool

  init(_ campaigns: [Campaign], _ content: SiteContent, edition: Edition, day: CalendarDate) {
    self.campaigns = campaigns
    lists = Dictionary(
      content.pages.filter {
        $0.facts.showsCampaigns && $0.facts.isPublished(in: edition, on: day)
      }.map { ($0.route.language, $0.route) }
    ) { first, _ in first }
    // A poster is for everybody: what is internal does not hang on a wall.
    hasPosters = !edition.isInternal
  }

  /// The pages in the language of the words; in another than the default one, without the posters
  /// whose words are not translated.
  func nodes(_ words: InterfaceWords, defaultLanguage: String) -> [PageNode] {
    guard !campaigns.isEmpty else { return [] }
    let language = words.language
    let list =
      lists[language] ?? Route(language: language, segments: [words[.pathCampaigns]])
    func node(
      _ segments: [String], _ title: String, _ kind: PageNode.Kind, menu: String? = nil,
      description: String = ""
    ) -> PageNode {
      let route = Route(language: language, segments: list.segments + segments)
      return PageNode(
        route: route, path: route.path(defaultLanguage: defaultLanguage), title: title,
        menuTitle: menu ?? title, description: description, order: nil, kind: kind, source: nil)
    }
    var nodes =
      lists[language] == nil ? [node([], words[.campaignsHeading], .campaigns)] : []
    for campaign in campaigns {
      let year = String(campaign.year)
      nodes.append(
        node(
          [year], words.title(of: campaign), .campaign(campaign.id), menu: year,
          description: words.theme(of: campaign)))
      guard hasPosters, let poster = campaign.poster,
        language == defaultLanguage || poster.title.isTranslated(into: language)
      else { continue }
      let title = poster.title.text(in: language)
      nodes.append(
        node(
          [year, words[.pathPoster]], words.fill(.posterTitle, ["title": title]),
          .poster(campaign.id)))
    }
    return nodes
  }
}

extension PageNode {
  var isCampaign: Bool {
    if case .campaign = kind { true } else { false }
  }
}

extension InterfaceWords {
  func title(of campaign: Campaign) -> String {
    fill(
      .campaignTitle,
      [
        "day": String(campaign.day.day), "month": String(campaign.day.month),
        "year": String(campaign.year), "date": campaign.day.long(language),
      ])
  }

  /// "30/7".
  func date(of campaign: Campaign) -> String {
    fill(
      .campaignDate,
      [
        "day": String(campaign.day.day), "month": String(campaign.day.month),
        "date": campaign.day.long(language),
      ])
  }

  /// The theme in this language, or that it is not known.
  func theme(of campaign: Campaign) -> String {
    campaign.theme?.texts[language] ?? themeUnknown(of: campaign)
  }

  /// No theme is known, or none in this language.
  func themeUnknown(of campaign: Campaign) -> String {
    self[campaign.theme == nil ? .campaignThemeUnknown : .campaignThemeUnknownHere]
  }

  /// "từ 01/07 đến 30/09/2025".
  func dates(of peak: ClosedRange<CalendarDate>) -> String {
    let from = peak.lowerBound.short.dropLast("/2025".count)
    return fill(.campaignPeakDates, ["from": String(from), "to": peak.upperBound.short])
  }
}
