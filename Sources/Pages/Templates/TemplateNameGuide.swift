/// What is said of the names that templates may use: `docs/template-names.md` is made of it, and a
/// test holds it against what pages really give.
public enum TemplateNameGuide {
  struct Entry {
    let path: String
    let type: ValueType
    let meaning: String
    let mayBeNothing: Bool

    init(_ path: String, _ type: ValueType, _ meaning: String, mayBeNothing: Bool = false) {
      self.path = path
      self.type = type
      self.meaning = meaning
      self.mayBeNothing = mayBeNothing
    }
  }

  enum ValueType: String {
    case text, html, bool, list, object
  }

  /// Names of the frame, which every page with a frame has.
  static let frame: [Entry] = [
    Entry("lang", .text, "language of the page, for example `vi`"),
    Entry("main", .html, "layout only: what the template of the page gave"),
    Entry(
      "words.*", .text,
      "interface words of the language (`strings/<lang>.yaml`), only keys without `{…}`"),
    Entry("policy", .text, "Content-Security-Policy of the page"),
    Entry(
      "robots", .text, "for `<meta name=\"robots\">`; officials' edition: `noindex, nofollow`",
      mayBeNothing: true),
    Entry("page", .object, "the page"),
    Entry("page.kind", .text, "name of its template; class of `body`"),
    Entry("page.title", .text, "its h1"),
    Entry(
      "page.documentTitle", .text,
      "title of the tab (`words.documentTitle`, or `neutralTitle` of the site)"),
    Entry("page.description", .text, "for `<meta name=\"description\">`", mayBeNothing: true),
    Entry(
      "page.lead", .text,
      "one sentence below the h1: the description of a page of text, the definition of an indicator",
      mayBeNothing: true),
    Entry(
      "page.canonical", .text, "absolute address, from `baseURL`; public edition",
      mayBeNothing: true),
    Entry("assets", .object, "addresses of files"),
    Entry("assets.style", .text, "the stylesheet"),
    Entry("assets.script", .text, "the script of the way out"),
    Entry("assets.icon", .text, "the icon of the tab"),
    Entry("site", .object, "the site"),
    Entry("site.title", .text, "first line of the masthead"),
    Entry(
      "site.titleLang", .text, "its language, where that is another", mayBeNothing: true),
    Entry("site.subtitle", .text, "second line of the masthead", mayBeNothing: true),
    Entry(
      "site.subtitleLang", .text, "its language, where that is another", mayBeNothing: true),
    Entry("site.href", .text, "the home page"),
    Entry(
      "bar", .object, "the bar with the way in and the way out; public edition", mayBeNothing: true),
    Entry(
      "bar.call", .object, "the first free hotline that is reachable in the country",
      mayBeNothing: true),
    Entry("bar.call.href", .text, "`tel:111`"),
    Entry("bar.call.text", .text, "`words.callNumber`, filled"),
    Entry("bar.exit", .object, "the way out"),
    Entry("bar.exit.href", .text, "`quickExit` of the site"),
    Entry("internal", .bool, "officials' edition"),
    Entry("sample", .bool, "`dataStatus: sample`"),
    Entry(
      "share", .object, "what a link shows where it is passed on; public edition",
      mayBeNothing: true),
    Entry("share.title", .text, "title"),
    Entry("share.description", .text, "description of the page, or else of the site"),
    Entry("share.type", .text, "`website` or `article`"),
    Entry("share.locale", .text, "`words.locale`"),
    Entry("share.url", .text, "absolute address"),
    Entry("feed", .text, "the feed of the language", mayBeNothing: true),
    Entry("menu", .list, "3 to 5 links beside the masthead"),
    Entry("menu.text", .text, "words of the link"),
    Entry("menu.href", .text, "where it leads"),
    Entry("menu.current", .text, "`page`, or `true` on a page below it", mayBeNothing: true),
    Entry(
      "menu.lang", .text, "language of the page, where that is another", mayBeNothing: true),
    Entry("search", .object, "the search of the language", mayBeNothing: true),
    Entry("search.text", .text, "words of the link"),
    Entry("search.href", .text, "where it leads"),
    Entry("search.current", .text, "`page` on the search itself", mayBeNothing: true),
    Entry("sections", .list, "all sections, for the footer"),
    Entry("sections.text", .text, "words of the link"),
    Entry("sections.href", .text, "where it leads"),
    Entry("sections.current", .text, "as `menu.current`", mayBeNothing: true),
    Entry(
      "alternates", .list,
      "this page in each of its languages, if there are several; public edition", mayBeNothing: true
    ),
    Entry("alternates.lang", .text, "language"),
    Entry("alternates.href", .text, "absolute address"),
    Entry("languages", .list, "the switch of languages", mayBeNothing: true),
    Entry("languages.lang", .text, "language"),
    Entry("languages.name", .text, "its name in itself"),
    Entry("languages.href", .text, "this page in that language, or else its home page"),
    Entry(
      "languages.missing", .text,
      "where it is the home page: `words.notTranslated` of that language", mayBeNothing: true),
    Entry(
      "oldTranslation", .object, "on a translation whose original changed later", mayBeNothing: true
    ),
    Entry("oldTranslation.text", .text, "`words.oldTranslation`, filled"),
    Entry("oldTranslation.original", .object, "the original, as one of `languages`"),
    Entry("oldTranslation.original.lang", .text, "its language"),
    Entry("oldTranslation.original.name", .text, "name of the language"),
    Entry("oldTranslation.original.href", .text, "where it is"),
    Entry("oldTranslation.original.missing", .text, "nothing", mayBeNothing: true),
    Entry("dataDate", .text, "`words.dataDate`, filled", mayBeNothing: true),
  ]

  /// Names that several kinds of pages have.
  static let shared: [Entry] = all(
    [
      Entry("crumbs", .object, "the way down to this page", mayBeNothing: true),
      Entry("crumbs.items", .list, "pages above it, outermost first"),
      Entry("crumbs.items.text", .text, "name"),
      Entry(
        "crumbs.items.href", .text, "where it leads; nothing for a place without page",
        mayBeNothing: true),
      Entry(
        "help", .object,
        "the help panel; nothing where no hotline is shown, on pages of officials and where the text shows the numbers itself",
        mayBeNothing: true),
      Entry("help.calls", .html, "piece \"calls\""),
      Entry("help.abroad", .object, "for readers abroad", mayBeNothing: true),
      Entry(
        "help.abroad.unreachable", .text, "numbers that may not be reachable from there",
        mayBeNothing: true),
      Entry("help.abroad.calls", .html, "piece \"calls\": numbers that are", mayBeNothing: true),
      Entry("help.abroad.advice", .text, "what else to do", mayBeNothing: true),
      Entry("help.more", .object, "the page with other ways to get help", mayBeNothing: true),
      Entry("help.more.href", .text, "where it is"),
      Entry("side", .object, "links beside the text", mayBeNothing: true),
      Entry("side.title", .text, "`words.otherPages` or `words.contents`"),
      Entry(
        "side.ofPage", .bool,
        "whether they lead to parts of this page: folded below the title on small screens"),
      Entry("side.links", .list, "the links"),
      Entry("side.links.text", .text, "words of the link"),
      Entry("side.links.href", .text, "where it leads"),
      Entry("side.links.current", .text, "`page` for this page", mayBeNothing: true),
      Entry("method", .object, "where figures come from", mayBeNothing: true),
      Entry("method.facts", .list, "lines of it"),
    ],
    facts(below: "method.facts"),
    [
      Entry("about", .object, "review and sources of a text", mayBeNothing: true),
      Entry("about.facts", .list, "lines of it"),
    ],
    facts(below: "about.facts"),
    [
      Entry(
        "children", .object, "pages below this one that its text does not link", mayBeNothing: true),
      Entry("children.items", .list, "the pages"),
    ],
    teasers(below: "children.items"),
    [
      Entry("related", .object, "pages that the page names as related", mayBeNothing: true),
      Entry("related.items", .list, "the pages"),
    ],
    teasers(below: "related.items"),
    [
      Entry("terms", .object, "terms of the glossary that the text uses", mayBeNothing: true),
      Entry("terms.items", .list, "the terms"),
      Entry("terms.items.id", .text, "its id in the page is `term-` and this"),
      Entry("terms.items.term", .html, "the term"),
      Entry("terms.items.meaning", .html, "its meaning"),
      Entry("terms.items.back", .text, "words of the link back to where it is used"),
      Entry("tags", .object, "subjects of the page", mayBeNothing: true),
      Entry("tags.items", .list, "the subjects"),
      Entry("tags.items.text", .text, "name"),
      Entry("tags.items.href", .text, "its page"),
      Entry("content", .html, "the Markdown of the page, with its blocks", mayBeNothing: true),
    ])

  /// Names that one kind of page has besides.
  static let ofKinds: [(kind: String, entries: [Entry])] = [
    (
      "home",
      all(
        [
          Entry("banner", .object, "a campaign that is under way", mayBeNothing: true),
          Entry("banner.title", .text, "its title"),
          Entry("banner.href", .text, "its page"),
          Entry("banner.dates", .text, "`words.campaignBanner`, filled", mayBeNothing: true),
          Entry("banner.theme", .text, "its theme", mayBeNothing: true),
          Entry(
            "teasers", .object, "awareness pages (`teasers` of the front matter)",
            mayBeNothing: true),
          Entry("teasers.title", .text, "title of their section"),
          Entry("teasers.items", .list, "the pages"),
        ],
        teasers(below: "teasers.items"),
        [
          Entry("teasers.all", .object, "the section, if it has more", mayBeNothing: true),
          Entry("teasers.all.text", .text, "words of the link"),
          Entry("teasers.all.href", .text, "where it leads"),
        ])
    ),
    (
      "content",
      all(
        [
          Entry(
            "campaigns", .object, "the years of the campaign, where the front matter asks for them",
            mayBeNothing: true)
        ],
        years(below: "campaigns"),
        [
          Entry(
            "reviewOverdue", .text,
            "`words.reviewOverdue`, filled, if `reviewDue` is before `asOf`",
            mayBeNothing: true)
        ])
    ),
    (
      "indicator",
      [
        Entry("now", .html, "piece \"key figure\""),
        Entry(
          "formula", .html, "piece \"formula\"; nothing where a part is hidden", mayBeNothing: true),
        Entry("target", .html, "pieces \"quote\", one a target", mayBeNothing: true),
        Entry("series", .object, "the indicator over the periods", mayBeNothing: true),
        Entry("series.chart", .html, "piece \"chart\"", mayBeNothing: true),
        Entry("series.table", .html, "piece \"data table\""),
        Entry("breakdowns", .object, "tables that break it down", mayBeNothing: true),
        Entry("breakdowns.tables", .list, "the tables"),
        Entry("breakdowns.tables.id", .text, "id of its part of the page"),
        Entry("breakdowns.tables.title", .text, "title"),
        Entry("breakdowns.tables.html", .html, "piece \"data table\""),
        Entry("limitations", .html, "paragraphs: how to read the figure", mayBeNothing: true),
      ]
    ),
    (
      "plan",
      all(
        [
          Entry("facts", .list, "document and validity")
        ],
        facts(below: "facts"),
        [
          Entry("quotes", .list, "purpose and goals, verbatim", mayBeNothing: true),
          Entry("quotes.title", .text, "title"),
          Entry("quotes.html", .html, "piece \"quote\""),
          Entry("scoreboard", .html, "piece \"scoreboard\": all targets"),
        ])
    ),
    (
      "tables",
      [
        Entry("groups", .list, "tables by data set", mayBeNothing: true),
        Entry("groups.title", .text, "title of the data set"),
        Entry("groups.tables", .list, "its tables"),
        Entry("groups.tables.title", .text, "title"),
        Entry("groups.tables.href", .text, "its page", mayBeNothing: true),
        Entry("groups.tables.note", .text, "`words.tableNote`, filled"),
        Entry("groups.tables.sample", .bool, "whether its figures are samples"),
        Entry("marksHref", .text, "page that explains the marks", mayBeNothing: true),
      ]
    ),
    (
      "table",
      [
        Entry("chart", .html, "piece \"chart\"", mayBeNothing: true),
        Entry("table", .html, "piece \"data table\""),
        Entry("notes", .html, "paragraphs", mayBeNothing: true),
      ]
    ),
    (
      "search",
      [
        Entry("form", .object, "what the script needs"),
        Entry("form.script", .text, "the script"),
        Entry("form.index", .text, "first file of the index", mayBeNothing: true),
        Entry("form.top", .text, "the home page"),
        Entry("form.found", .text, "words with `{count}`"),
        Entry("form.near", .text, "words with `{count}`"),
        Entry(
          "letters", .list,
          "all pages of the language and terms of its glossary, in alphabetical order"),
        Entry("letters.id", .text, "id of the letter in the page"),
        Entry("letters.letter", .text, "the letter"),
        Entry("letters.pages", .list, "its pages and terms"),
        Entry("letters.pages.text", .text, "title, or the term"),
        Entry("letters.pages.href", .text, "where it is"),
        Entry(
          "letters.pages.lang", .text, "language of a term, where that is another",
          mayBeNothing: true),
        Entry(
          "letters.pages.note", .text, "of a term: title of the page that explains it",
          mayBeNothing: true),
      ]
    ),
    (
      "topic",
      all(
        [
          Entry("pages", .object, "pages about the subject", mayBeNothing: true),
          Entry("pages.items", .list, "the pages"),
        ],
        teasers(below: "pages.items"))
    ),
    (
      "campaigns",
      all(
        [
          Entry("campaigns", .object, "all years", mayBeNothing: true)
        ],
        years(below: "campaigns"))
    ),
    (
      "campaign",
      all(
        [
          Entry("theme", .text, "the theme, in the language of the page", mayBeNothing: true),
          Entry("unknown", .text, "words that it is not known"),
          Entry("known", .object, "themes in other languages, peak, decision", mayBeNothing: true),
          Entry("known.facts", .list, "lines of it"),
        ],
        facts(below: "known.facts"),
        [
          Entry("figures", .object, "figures of the activities", mayBeNothing: true),
          Entry("figures.items", .list, "the figures"),
          Entry("figures.items.label", .html, "what is counted"),
          Entry("figures.items.html", .html, "the number with its unit"),
          Entry("figures.source", .html, "where they come from", mayBeNothing: true),
          Entry("figures.sample", .bool, "whether they are samples"),
          Entry("activities", .object, "activities without a figure", mayBeNothing: true),
          Entry("activities.items", .list, "the activities"),
          Entry("activities.items.text", .html, "the activity"),
          Entry("poster", .object, "the poster", mayBeNothing: true),
          Entry("poster.text", .html, "words of the link"),
          Entry("poster.href", .text, "its page"),
          Entry("poster.lang", .text, "language of that, where it is another", mayBeNothing: true),
          Entry("poster.date", .text, "for a small picture of it: the date"),
        ],
        idea(at: "poster.idea"),
        points(at: "poster.points"),
        [
          Entry("poster.number", .text, "the number to call", mayBeNothing: true),
          Entry("years", .object, "the other years", mayBeNothing: true),
        ],
        years(below: "years"))
    ),
    (
      "poster",
      all(
        [
          Entry("day", .text, "`words.campaignDay`"),
          Entry("date", .text, "`words.campaignDate`, filled"),
        ],
        idea(at: "idea"),
        [
          Entry("lead", .html, "a paragraph", mayBeNothing: true)
        ],
        points(at: "points"),
        [
          Entry("call", .object, "the free number, or else the first", mayBeNothing: true),
          Entry("call.number", .text, "the number"),
          Entry("call.href", .text, "`tel:…`"),
          Entry("call.action", .html, "words of the link"),
          Entry("call.notes", .html, "whose number it is", mayBeNothing: true),
          Entry(
            "calls", .object, "other numbers that can be called in the country", mayBeNothing: true),
          Entry("calls.items", .list, "the numbers"),
          Entry("calls.items.number", .text, "the number"),
          Entry("calls.items.href", .text, "`tel:…`"),
          Entry("calls.items.text", .html, "words of the link"),
          Entry("code", .object, "the help page as a QR code", mayBeNothing: true),
          Entry("code.svg", .html, "piece \"QR code\""),
          Entry("code.href", .text, "the page"),
          Entry("code.address", .text, "its absolute address"),
          Entry("foot", .html, "`words.posterFoot`, filled: place and year"),
          Entry("theme", .text, "the theme", mayBeNothing: true),
        ])
    ),
    (
      "not-found",
      [
        Entry(
          "all", .list,
          "for each language, the site's first one on top, its pages. This page is served at any depth: with `links: clean` its addresses start with the path of `baseURL`"
        ),
        Entry("all.title", .text, "`words.allPages` of that language"),
        Entry("all.lang", .text, "the language, where that is another", mayBeNothing: true),
        Entry("all.pages", .list, "its pages, sorted"),
        Entry("all.pages.text", .text, "title"),
        Entry("all.pages.href", .text, "where it is"),
      ]
    ),
    (
      "moved",
      [
        Entry("title", .text, "title of the page"),
        Entry("href", .text, "where it is now"),
      ]
    ),
  ]
}
