import Diagnostics
import Disclosure
import Site
import SourceFiles
import Tables
import Testing

@Suite("Patterns that are kept")
struct KeptPatternTests {
  @Test("with and without them the same cells are hidden, and they are read back as written")
  func same() throws {
    for seed in UInt64(0)..<20 {
      let site = RandomSite(seed: seed)
      let cleared = try #require(try ClearanceSite(site.archive).cleared)
      var kept = KeptPatterns()
      for edition in cleared.editions.map(\.edition.name) {
        let bytes = cleared.keptPatterns(of: edition).bytes(of: edition)
        let (read, notes) = read(bytes, of: edition)
        #expect(notes == [])
        #expect(read.bytes(of: edition) == bytes)
        kept.merge(read)
      }
      let again = try ClearanceSite(
        site.archive, with: DisclosureInputs(kept: kept, effort: .quick))
      #expect(cells(try #require(again.cleared)) == cells(cleared), "seed \(seed)")
    }
  }

  /// A site whose public edition hides one cell more if it is told so by a valid pattern.
  private let archive = RandomSite(seed: 3).archive

  /// The file of the public edition without its last line, and what the search hides.
  private func searched() throws -> (content: String, cleared: ClearedSite) {
    let cleared = try #require(try ClearanceSite(archive).cleared)
    let text = String(
      decoding: cleared.keptPatterns(of: "public").bytes(of: "public"), as: UTF8.self)
    let last = try #require(text.firstRange(of: "checksum "))
    return (String(text[..<last.lowerBound]), cleared)
  }

  private func sealed(_ content: String) -> [UInt8] {
    Array("\(content)checksum \(Checksum.sha256(Array(content.utf8)))\n".utf8)
  }

  /// One cell more hidden in one of the patterns: a text for each such cell.
  private func hidingMore(_ content: String) -> [String] {
    let lines = content.split(separator: "\n").map(String.init)
    let marks = lines.indices.filter { lines[$0].count == 64 }.map { $0 + 2 }
    return marks.flatMap { index in
      let numbers = lines[index].split(separator: " ").compactMap { Int($0) }
      return (0..<numbers[0]).filter { !numbers.dropFirst().contains($0) }.map { cell in
        var edited = lines
        edited[index] += " \(cell)"
        return edited.joined(separator: "\n") + "\n"
      }
    }
  }

  @Test("an edit by hand that hides more is valid, and yet not taken")
  func hidesMore() throws {
    let (content, cleared) = try searched()
    let edited = hidingMore(content)
    let seal = sealed(content).dropFirst(content.utf8.count)
    // The verifier alone would let some of them pass: that is what the checksum is for.
    #expect(try edited.contains { try cells(clear(with: sealed($0)).site) != cells(cleared) })
    for content in edited {
      let (site, notes) = try clear(with: Array(content.utf8) + seal)
      #expect(cells(site) == cells(cleared))
      #expect(notes == ["changed"])
    }
  }

  @Test("hiding less is caught by the verifier, whatever the checksum says")
  func hidesLess() throws {
    let (content, cleared) = try searched()
    var lines = content.split(separator: "\n").map(String.init)
    for index in lines.indices where lines[index].count == 64 {
      lines[index + 2] = String(lines[index + 2].split(separator: " ")[0])
    }
    let (site, notes) = try clear(with: sealed(lines.joined(separator: "\n") + "\n"))
    #expect(cells(site) == cells(cleared))
    #expect(notes == [])
  }

  @Test("a file that is not as it was written is set aside with a note, wherever it is damaged")
  func damaged() throws {
    let (content, cleared) = try searched()
    let whole = sealed(content)
    for length in 0..<whole.count {
      let (patterns, notes) = read(Array(whole[..<length]), of: "public")
      #expect(patterns.isEmpty && notes.count == 1, "cut off after \(length) bytes")
    }
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 1
      let (patterns, notes) = read(bytes, of: "public")
      #expect(patterns.isEmpty && notes.count == 1, "byte \(place) is another")
    }
    let (site, notes) = try clear(with: whole.dropLast(100))
    #expect(cells(site) == cells(cleared))
    #expect(notes == ["changed"])
  }

  @Test("files of other versions and editions, and rubbish")
  func foreign() throws {
    let (content, cleared) = try searched()
    let old = content.replacing("minhbach patterns 2\nedition public", with: "minhbach patterns 1")
    var random = SplitMix64(seed: 1)
    let rubbish = (0..<5_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let header = Array("minhbach patterns 2\n".utf8)
    let cases: [(bytes: [UInt8], doubt: String)] = [
      (Array(old.utf8), "format"), (sealed(old), "format"), ([], "format"), ([0], "format"),
      (rubbish, "format"), (header, "changed"), (header + rubbish, "changed"),
      (sealed(content.replacing("edition public", with: "edition officials")), "edition"),
    ]
    for (bytes, doubt) in cases {
      let (site, notes) = try clear(with: bytes)
      #expect(cells(site) == cells(cleared))
      #expect(notes == [doubt])
    }
    // Of the right form, but no patterns: forged, not damaged.
    let start = "minhbach patterns 2\nedition public\n"
    let key = String(repeating: "a", count: 64)
    for rows in [
      "", key, "\(key)\n", "\(key)\n0\n", "\(key)\n-1\n5\n", "\(key)\n1\n5 1\n", "\(key)\n0\n5 5\n",
      "\(key)\n0\n-5\n", "\(key)\n1\n5 1\n1 2\n", "\(key)\n0\n999999999999\n", "\(key)\nx\n5\n",
      "\(key)\n0\n99999999999999999999\n",
    ] {
      let (site, notes) = try clear(with: sealed(start + rows))
      #expect(cells(site) == cells(cleared), "“\(rows)”")
      #expect(notes == (rows.isEmpty ? [] : ["changed"]), "“\(rows)”")
    }
  }

  // MARK: -

  private func read(_ bytes: [UInt8], of edition: String) -> (KeptPatterns, notes: [String]) {
    var diagnostics = Diagnostics()
    let patterns = KeptPatterns.read(
      bytes, of: edition, at: ".minhbach/\(edition)/patterns.txt", into: &diagnostics)
    let words = ["version": "format", "edition": "edition", "changed": "changed"]
    return (
      patterns,
      diagnostics.sorted.map { note in
        #expect(note.rule == .keptPatternsNotRead && note.rule.severity == .note)
        #expect(note.place?.file == ".minhbach/\(edition)/patterns.txt")
        let text = note.what.en.text(showingSecrets: true)
        return words.first { text.contains($0.key) }?.value ?? text
      }
    )
  }

  private func clear(with bytes: some Sequence<UInt8>) throws -> (
    site: ClearedSite, notes: [String]
  ) {
    let (kept, notes) = read(Array(bytes), of: "public")
    let site = try ClearanceSite(archive, with: DisclosureInputs(kept: kept, effort: .quick))
    return (try #require(site.cleared), notes)
  }

  private func cells(_ site: ClearedSite) -> [[Cell?]] {
    site.editions.flatMap { $0.tables.map(\.cells) }
  }
}
