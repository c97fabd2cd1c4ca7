extension PageNode {
  /// The search of a language, at the address that its words give.
  static func search(_ words: InterfaceWords, defaultLanguage: String) -> PageNode {
    let route = Route(language: words.language, segments: [words[.pathSearch]])
    return PageNode(
      route: route, path: route.path(defaultLanguage: defaultLanguage),
      title: words[.searchHeading], menuTitle: words[.searchHeading], description: "", order: nil,
      kind: .search, source: nil)
  }
}
