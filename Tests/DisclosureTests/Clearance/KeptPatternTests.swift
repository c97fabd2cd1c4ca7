import Diagnostics
import Disclosure
import Site
import Tables
import Testing

@Suite("Patterns that are kept")
struct KeptPatternTests {
  @Test("with and without them the same cells are hidden, and they are read back as written")
  func same() throws {
    for seed in UInt64(0)..<20 {
      let site = RandomSite(seed: seed)
      let first = try ClearanceSite(site.archive)
      let cleared = try #require(first.cleared)
      var kept = KeptPatterns()
      for edition in cleared.editions {
        let bytes = cleared.keptPatterns(of: edition.edition.name).bytes
        #expect(KeptPatterns(bytes).bytes == bytes)
        kept.merge(KeptPatterns(bytes))
      }
      let second = try ClearanceSite(
        site.archive, with: DisclosureInputs(kept: kept, effort: .quick))
      for (one, other) in zip(cleared.editions, try #require(second.cleared).editions) {
        #expect(one.tables.map(\.cells) == other.tables.map(\.cells), "seed \(seed)")
      }
    }
  }

  @Test("a pattern that was tampered with is searched again")
  func tampered() throws {
    let archive = RandomSite(seed: 3).archive
    let first = try #require(try ClearanceSite(archive).cleared)
    let bytes = first.keptPatterns(of: "public").bytes
    let text = String(decoding: bytes, as: UTF8.self)
    // Nothing hidden, no witness.
    var lines = text.split(separator: "\n").map(String.init)
    for index in lines.indices where lines[index].count == 64 {
      let size = lines[index + 2].split(separator: " ")[0]
      lines[index + 2] = String(size)
    }
    for spoilt in [lines.joined(separator: "\n"), "", "no patterns", text + "x\ny", "\u{0}"] {
      let kept = KeptPatterns(Array(spoilt.utf8))
      let again = try ClearanceSite(archive, with: DisclosureInputs(kept: kept, effort: .quick))
      for (one, other) in zip(first.editions, try #require(again.cleared).editions) {
        #expect(one.tables.map(\.cells) == other.tables.map(\.cells))
      }
    }
  }
}
