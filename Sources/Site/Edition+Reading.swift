import Diagnostics
import SourceFiles
import VietnameseText

extension SiteConfiguration {
  static func readEditions(
    _ fields: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> [Edition] {
    guard let node = fields.required("editions", &diagnostics),
      var editions = YAMLFields(node, into: &diagnostics)
    else { return [] }
    var found: [Edition] = []
    for name in editions.keys {
      guard var entry = editions.fields(name, &diagnostics) else { continue }
      let place = editions.keyPlace(name)
      checkName(name, at: place, into: &diagnostics)
      if let edition = readEdition(name, &entry, at: place, into: &diagnostics) {
        found.append(edition)
      }
    }
    for (index, edition) in found.enumerated() {
      for other in found[..<index] where overlap(edition.output, other.output) {
        diagnostics.report(
          .editionsShareOutput, at: editions.keyPlace(edition.name),
          what: Phrase(
            vi: "“\(edition.name)” và “\(other.name)” dùng chung thư mục đầu ra.",
            en: "“\(edition.name)” and “\(other.name)” share an output folder."),
          mend: Phrase(
            vi: "Cho mỗi ấn bản một thư mục riêng.", en: "Give each edition a folder of its own."))
      }
    }
    return found
  }

  /// The name is that of a folder in `.minhbach/`, where proofs lie: it must not lead out of it.
  private static func checkName(
    _ name: String, at place: Place, into diagnostics: inout Diagnostics
  ) {
    if Slug.isValid(name), !["all", "lock"].contains(name) { return }
    diagnostics.report(
      .fieldBadValue, at: place,
      what: Phrase(
        vi: "Ấn bản không thể tên là “\(name)”.", en: "An edition can't be named “\(name)”."),
      mend: Phrase(
        vi: "Chỉ dùng chữ thường không dấu, số và gạch nối, ví dụ “public”, “officials”.",
        en: "Use small letters, digits and hyphens, for example “public”, “officials”."))
  }

  /// Folders that hold what a site is made from: a build must not replace them.
  private static let inputFolders = ["content", "seeds", "templates", ".minhbach", ".git"]

  private static func overlap(_ a: String, _ b: String) -> Bool {
    let (a, b) = (a + "/", b + "/")
    return a.hasPrefix(b) || b.hasPrefix(a)
  }

  private static func readEdition(
    _ name: String, _ entry: inout YAMLFields, at place: Place,
    into diagnostics: inout Diagnostics
  ) -> Edition? {
    let output = entry.requiredText("output", &diagnostics)
    var policy: DisclosurePolicy?
    if let node = entry.required("disclosure", &diagnostics),
      var rules = YAMLFields(node, into: &diagnostics)
    {
      policy = DisclosurePolicy.read(&rules, into: &diagnostics)
    }
    entry.finish(&diagnostics)
    guard var output, let policy else { return nil }
    while output.hasSuffix("/") { output.removeLast() }
    let parts = output.split(separator: "/", omittingEmptySubsequences: false)
    guard !output.isEmpty, !output.hasPrefix("/"), !parts.contains(".."), !parts.contains("."),
      !parts.contains(""), !inputFolders.contains(String(parts[0]))
    else {
      diagnostics.report(
        .fieldBadValue, at: place,
        what: Phrase(
          vi:
            "Thư mục đầu ra “\(output)” phải nằm trong thư mục của trang, ngoài các thư mục nguồn.",
          en:
            "The output folder “\(output)” must lie below the site's folder, apart from its sources."
        ),
        mend: Phrase(
          vi: "Viết ví dụ “output/\(name)”.", en: "Write for example “output/\(name)”."))
      return nil
    }
    return Edition(name: name, output: output, disclosure: policy)
  }
}
