import Diagnostics
import Disclosure
import Site
import Tables
import Testing

/// The promise, by the auditor: it reads the published files alone.
@Suite("The door: what the auditor finds")
struct AuditedPromiseTests {
  @Test("nothing, whatever ties the figures", arguments: RelatedSite.Kind.allCases)
  func promise(kind: RelatedSite.Kind) throws {
    var hidden = 0
    // What a period leaves to the next is nowhere declared: the door and the auditor each have
    // their own idea of it.
    for seed in UInt64(0)..<(kind == .stocks ? 100 : 40) {
      let site = try ClearanceSite(RelatedSite(kind: kind, seed: seed).archive)
      guard let cleared = site.cleared else {
        #expect(site.refusedForDisclosure, "seed \(seed): \(site.words)")
        continue
      }
      for edition in cleared.editions {
        hidden += edition.tables.flatMap(\.cells).count { $0 == .suppressed }
        let isFull = edition.edition.disclosure.lattice == .full
        let findings = try PublishedFolder(edition).audit(lattice: isFull)
        #expect(findings.isEmpty, "seed \(seed), \(edition.edition.name): \(words(of: findings))")
      }
    }
    #expect(hidden > 60)
  }

  @Test("nothing, also beside an earlier release", arguments: RelatedSite.Kind.allCases)
  func earlier(kind: RelatedSite.Kind) throws {
    var checked = 0
    for seed in UInt64(0)..<15 {
      let before = try ClearanceSite(RelatedSite(kind: kind, seed: seed, tables: 1).archive)
      guard let old = before.cleared?.editions.first(where: { $0.edition.name == "public" }) else {
        continue
      }
      let folder = try PublishedFolder(old)
      let release = try #require(try folder.release("2024"))
      let site = try ClearanceSite(
        RelatedSite(kind: kind, seed: seed, tables: 2).archive,
        with: DisclosureInputs(earlier: [release], effort: .quick))
      guard let cleared = site.cleared else {
        #expect(site.refusedForDisclosure, "seed \(seed): \(site.words)")
        continue
      }
      for edition in cleared.editions {
        checked += 1
        let findings = try PublishedFolder(edition).audit(earlier: [folder])
        #expect(findings.isEmpty, "seed \(seed), \(edition.edition.name): \(words(of: findings))")
      }
    }
    #expect(checked > 1)
  }

  private func words(of findings: [Diagnostic]) -> String {
    findings.map { $0.what.en.text(showingSecrets: true) }.joined(separator: "; ")
  }
}

extension ClearanceSite {
  /// Whether the door, and nothing else, said no.
  var refusedForDisclosure: Bool {
    let errors = diagnostics.filter { $0.rule.severity == .error }
    return !errors.isEmpty && errors.allSatisfy { $0.rule.consequence == .refusedForDisclosure }
  }

  var words: String {
    diagnostics.map { $0.rule.code + " " + $0.what.en.text(showingSecrets: true) }
      .joined(separator: "; ")
  }
}
