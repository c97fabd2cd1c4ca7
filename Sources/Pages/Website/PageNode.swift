import Diagnostics
import Site

/// A page of an edition, before it is rendered.
struct PageNode: Sendable {
  let route: Route
  /// Path of its file below the edition's folder.
  let path: String
  let title: String
  /// The title in menus and in the way down to a page.
  let menuTitle: String
  let description: String
  let order: Int?
  let kind: Kind
  /// The file in which its author would mend it.
  let source: Place?

  enum Kind: Sendable, Hashable {
    /// Index among the pages of `SiteContent`.
    case content(Int)
    /// A page about a plan; with the content page that stands below it, if there is one.
    case plan(String, content: Int?)
    case indicator(String)
    case tables
    case table(String)
    /// The search, with the list of all pages of a language.
    case search
    /// The pages about a subject.
    case tag(String)
    /// The list of campaigns, where no page of content shows it.
    case campaigns
    /// The campaign of a year, by its id.
    case campaign(String)
    /// The poster of a campaign, by the campaign's id.
    case poster(String)
  }

  /// Whether menus may name the page: pages of content and plans. Indicators are reached through
  /// their plan, tables through the list of tables.
  var isSectionOrPart: Bool {
    switch kind {
    case .content, .plan: true
    case .indicator, .tables, .table, .search, .tag, .campaigns, .campaign, .poster: false
    }
  }

  /// Index of the content page that the node shows, if any.
  var content: Int? {
    switch kind {
    case .content(let index): index
    case .plan(_, let index): index
    case .indicator, .tables, .table, .search, .tag, .campaigns, .campaign, .poster: nil
    }
  }

  /// What a page is about that is the same in every language.
  enum Subject: Sendable, Hashable {
    case plan(String)
    case indicator(String)
    case tables
    case table(String)
    case search
    case tag(String)
    case campaigns
    case campaign(String)
    case poster(String)
  }

  /// Nil for a page of content about anything else.
  var subject: Subject? {
    switch kind {
    case .content: nil
    case .plan(let id, _): .plan(id)
    case .indicator(let id): .indicator(id)
    case .tables: .tables
    case .table(let id): .table(id)
    case .search: .search
    case .tag(let id): .tag(id)
    case .campaigns: .campaigns
    case .campaign(let id): .campaign(id)
    case .poster(let id): .poster(id)
    }
  }
}
