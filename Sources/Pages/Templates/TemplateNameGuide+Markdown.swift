extension TemplateNameGuide {
  /// Which kinds have a shared name: what stands behind its first part.
  private static let kindsOfShared: [String: [String]] = [
    "crumbs": [
      "content", "indicator", "plan", "tables", "table", "topic", "campaigns", "campaign", "poster",
    ],
    "help": ["home", "content", "plan", "campaign", "not-found"],
    "side": ["content", "indicator"],
    "method": ["indicator", "table"],
    "about": ["content", "plan"],
    "children": ["content"],
    "related": ["home", "content", "indicator", "plan", "table"],
    "terms": ["home", "content", "plan"],
    "tags": ["home", "content", "plan"],
    "content": ["home", "content", "plan"],
  ]

  /// The names of a kind of page.
  static func entries(of kind: String) -> [Entry] {
    let own = ofKinds.filter { $0.kind == kind }.flatMap(\.entries)
    return frame
      + shared.filter { entry in
        let first = entry.path.split(separator: ".").first.map(String.init) ?? ""
        return kindsOfShared[first]?.contains(kind) == true
      } + own
  }

  /// The page `docs/template-names.md`.
  public static var markdown: String {
    var text = """
      # Names that templates may use

      Made by `minhbach names`; `minhbach names --of-site` shows what the pages of a site give. How \
      templates are written: [templates/README.md](../templates/README.md).

      A name with a dot is a name of what stands before it; that of a list is a name of each of its \
      items. “–” marks names that may have nothing to say: a section of theirs is left out. Text is \
      printed as `{{name}}`, HTML as `{{{name}}}`, the others open a section `{{#name}}`.

      ## Every page


      """
    text += table(frame)
    text += "\n## Several kinds of pages\n\n"
    text += table(shared, kinds: kindsOfShared)
    for (kind, entries) in ofKinds {
      text += "\n## `pages/\(kind).mustache`\n\n"
      if kind == "moved" {
        text += "A page without the layout, at a former address; it is whole by itself.\n\n"
      }
      text += table(entries)
    }
    return text
  }

  private static func table(_ entries: [Entry], kinds: [String: [String]]? = nil) -> String {
    var text = "| name | type | meaning |\n| --- | --- | --- |\n"
    for entry in entries {
      let type = entry.type.rawValue + (entry.mayBeNothing ? " –" : "")
      let on = kinds?[entry.path].map { " (\($0.joined(separator: ", ")))" } ?? ""
      text += "| `\(entry.path)` | \(type) | \(entry.meaning)\(on) |\n"
    }
    return text
  }
}
