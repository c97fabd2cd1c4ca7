public import Diagnostics
public import VietnameseText

/// `site.yaml`, checked.
public struct SiteConfiguration: Sendable {
  public let title: LocalizedText
  /// Second line of the masthead, for example the province.
  public let subtitle: LocalizedText?
  public let description: LocalizedText
  /// Language codes; the first is the default.
  public let languages: [String]
  /// Where they stand in `site.yaml`.
  public let languagesPlace: Place
  /// Used only in feeds, sitemap, canonical links and codes of posters; ends with a slash.
  public let baseURL: String
  /// Where it stands in `site.yaml`.
  public let baseURLPlace: Place
  public let links: LinkStyle
  /// A neutral page elsewhere, for a reader who must leave at once.
  public let quickExit: String?
  /// What the tab and the history say of every public page, instead of its title.
  public let neutralTitle: LocalizedText?
  /// A folder (relative to the site's) whose files override the program's own; nil: none.
  public let templates: String?
  public let dataStatus: DataStatus
  /// The date of this build; nothing else in the program knows what day it is.
  public let asOf: CalendarDate
  /// The repository may hold sensitive figures of an official site.
  public let privateRepository: Bool
  public let editions: [Edition]
  /// Addresses of the pages in the menu of each language, for example `thu-doan`; a language
  /// that has none gets its first sections.
  public let menu: [String: [String]]
  /// Address of the page with all ways to get help; its translations are found by themselves.
  public let helpPage: String?
  /// Address of the page that explains the marks in tables.
  public let methodPage: String?

  public enum LinkStyle: String, Sendable, CaseIterable {
    /// Links name `…/index.html`, so that they work from `file://`.
    case explicit
    /// Links end with a slash, for hosts.
    case clean
  }

  public enum DataStatus: String, Sendable, CaseIterable {
    case sample, official
  }

  public var defaultLanguage: String { languages.first ?? "vi" }

  /// What links from the top begin with: the path of the base address, with a slash at both ends.
  /// Empty with `links: explicit`, where every link is relative.
  public var topPath: String { links == .clean ? basePath : "" }

  /// The path of the base address, with a slash at both ends.
  public var basePath: String {
    guard let slash = afterScheme.firstIndex(of: "/") else { return "/" }
    return String(afterScheme[slash...])
  }

  /// The host of the base address, with its port if it names one.
  public var host: String { String(afterScheme.prefix { $0 != "/" }) }

  private var afterScheme: Substring {
    baseURL.firstRange(of: "://").map { baseURL[$0.upperBound...] } ?? baseURL[...]
  }

  public func edition(_ name: String) -> Edition? {
    editions.first { $0.name == name }
  }
}

/// A site on disk.
public struct SiteFolder: Sendable {
  /// Folder that holds `site.yaml`.
  public let root: String
  /// Folder in which the paths of resources are looked up first (`--data`); nil: `seeds` alone.
  public let data: String?

  public init(root: String, data: String? = nil) {
    self.root = root
    self.data = data
  }
}
