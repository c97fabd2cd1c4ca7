import Testing

/// One mistake in a site that has none, and where the program finds it.
struct Mistake: CustomTestStringConvertible {
  let name: String
  /// What is done to the small site.
  let make: @Sendable (TestSite) throws -> Void
  /// `file:line:column CODE` of each diagnostic.
  let findings: [String]

  var testDescription: String { name }

  init(_ name: String, _ findings: String..., make: @escaping @Sendable (TestSite) throws -> Void) {
    self.name = name
    self.findings = findings
    self.make = make
  }

  /// Replaces text in a file.
  static func edit(
    _ name: String, _ path: String, _ old: String, _ new: String, _ findings: String...
  ) -> Mistake {
    Mistake(name, findings) { try $0.edit(path, old, new) }
  }

  /// A page `content/vi/x.md` with some text, which begins on line 4.
  static func page(_ name: String, _ text: String, _ findings: String...) -> Mistake {
    Mistake(name, findings.map { "content/vi/x.md:\($0)" }) {
      try $0.write("content/vi/x.md", "---\ntitle: Trang\n---\n" + text + "\n")
    }
  }

  /// A page that has only front matter, which begins on line 2.
  static func frontMatter(_ name: String, _ text: String, _ findings: String...) -> Mistake {
    Mistake(name, findings.map { "content/vi/x.md:\($0)" }) {
      try $0.write("content/vi/x.md", "---\n" + text + "\n---\nChữ.\n")
    }
  }

  private init(
    _ name: String, _ findings: [String], make: @escaping @Sendable (TestSite) throws -> Void
  ) {
    self.name = name
    self.findings = findings
    self.make = make
  }
}
