import Diagnostics
import Pages
import SourceFiles
import Tables
import Testing

@Suite struct PiecesWordsTests {
  func text(_ language: String = "vi") throws -> String {
    let bytes = try Bytes.read(Pieces.templates + "/strings/\(language).yaml").get()
    return String(decoding: bytes, as: UTF8.self)
  }

  func read(_ text: String, reference: InterfaceWords? = nil) -> (InterfaceWords?, Diagnostics) {
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "strings/vi.yaml", bytes: Array(text.utf8))
    let words = InterfaceWords(file, language: "vi", reference: reference, into: &diagnostics)
    return (words, diagnostics)
  }

  @Test func `The built-in languages have the same words, and no key that nobody knows`() throws {
    let vi = try Pieces.words("vi")
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "en.yaml", bytes: Array(try text("en").utf8))
    #expect(
      InterfaceWords(file, language: "en", reference: vi, into: &diagnostics)?.language == "en")
    #expect(diagnostics.all == [])
    let known = Set(WordKey.allCases.map(\.rawValue))
    let keys = try text().split(separator: "\n").filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: ":").first.map(String.init) }
    #expect(keys.filter { !known.contains($0) && !$0.hasPrefix("unit") } == [])
    #expect(known.subtracting(keys) == [])
  }

  @Test func `A missing word is named, with what stands there in the default language`() throws {
    let reference = try Pieces.words()
    let broken = try text().replacing("exit: \"Thoát nhanh\"\n", with: "")
    let (words, diagnostics) = read(broken, reference: reference)
    #expect(words == nil)
    let found = try #require(diagnostics.all.first)
    #expect(diagnostics.all.count == 1)
    #expect(found.rule == .wordMissing)
    #expect(found.mend.en.text(showingSecrets: false).contains("exit: \"Thoát nhanh\""))
  }

  @Test func `An empty word is missing, at its line`() throws {
    let broken = try text().replacing("exit: \"Thoát nhanh\"", with: "exit: \"\"")
    let (words, diagnostics) = read(broken)
    #expect(words == nil)
    #expect(diagnostics.all.map(\.rule) == [.wordMissing])
    #expect(diagnostics.all.first?.place?.line != 1)
  }

  @Test func `A misspelt key says what was meant`() throws {
    let broken = try text().replacing("statusMet:", with: "statusMett:")
    let (_, diagnostics) = read(broken)
    #expect(diagnostics.all.map(\.rule) == [.wordMissing])
    #expect(
      diagnostics.all.first?.mend.en.text(showingSecrets: false)
        == "Correct “statusMett” to “statusMet”.")
  }

  @Test func `A placeholder that nobody fills is refused`() throws {
    let broken = try text().replacing("Gọi {number}", with: "Gọi {nummer}")
    let (words, diagnostics) = read(broken)
    #expect(words == nil)
    #expect(diagnostics.all.map(\.rule) == [.wordUnknownPlaceholder])
    #expect(
      diagnostics.all.first?.mend.en.text(showingSecrets: false) == "Did you mean “number”?")
  }

  @Test func `A site's own words must stand in every language`() throws {
    let (reference, _) = read(try text() + "\nownWord: \"Chào\"\n")
    #expect(reference?["ownWord"] == "Chào")
    let (_, missing) = read(try text(), reference: reference)
    #expect(missing.all.map(\.rule) == [.wordMissing])
    let (words, extra) = read(try text() + "\nother: \"?\"\n", reference: try Pieces.words())
    #expect(words != nil)
    #expect(extra.all.map(\.rule) == [.wordUnknown])
  }

  @Test func `Units are words; one without a word reads as its id, with a warning`() throws {
    let words = try Pieces.words("en")
    #expect(words.unit("persons") == "persons")
    #expect(words.unit("persons", count: 1) == "person")
    #expect(words.unit("boats", count: 1) == "boats")
    var diagnostics = Diagnostics()
    words.checkUnits(["persons", "boats", "boats"], into: &diagnostics)
    #expect(diagnostics.all.map(\.rule) == [.unitWithoutWord])
    #expect(!diagnostics.hasErrors)
  }

  @Test(arguments: [
    ("2024", "2024", "2024", "năm 2024"),
    ("2025-S1", "1–6/25", "1–6/2025", "6 tháng đầu năm 2025"),
    ("2025-S2", "7–12/25", "7–12/2025", "6 tháng cuối năm 2025"),
    ("2024-Q3", "quý III/2024", "quý III/2024", "quý III năm 2024"),
    ("2024-07", "tháng 7/2024", "tháng 7/2024", "tháng 7 năm 2024"),
    (
      "2021/2025-S1", "Gộp 2021–6/2025", "Gộp 2021–6/2025",
      "từ năm 2021 đến 6 tháng đầu năm 2025"
    ),
    (
      "2021-S2/2024", "Gộp 7/2021–2024", "Gộp 7/2021–2024",
      "từ 6 tháng cuối năm 2021 đến năm 2024"
    ),
  ])
  func `Periods in three lengths`(code: String, tiny: String, short: String, long: String) throws {
    let words = try Pieces.words()
    let period = try #require(Period(code))
    #expect(words.label(period, .tiny) == tiny)
    #expect(words.label(period) == short)
    #expect(words.label(period, .long) == long)
  }

  @Test func `A span of periods`() throws {
    let words = try Pieces.words()
    let (first, half) = (try #require(Period("2021")), try #require(Period("2025-S1")))
    #expect(words.range(from: first, through: half) == "2021–6/2025")
    #expect(words.range(from: half, through: half) == "1–6/2025")
  }

  @Test(arguments: [(1, "1 KB"), (5210, "6 KB"), (999_000, "999 KB"), (999_001, "1,0 MB")])
  func `Sizes of files`(bytes: Int, expected: String) throws {
    #expect(try Pieces.words().size(bytes: bytes) == expected)
  }

  @Test func `A cell in words, with and without its unit`() throws {
    let words = try Pieces.words()
    #expect(
      words.words(for: try Pieces.cells("311p")[0] ?? .suppressed, unit: "persons")
        == "311 người (sơ bộ)")
    #expect(
      words.words(for: .value(Quantity(mantissa: 975, decimals: 1), []), unit: "percent")
        == "97,5%")
    #expect(words.words(for: .suppressed, unit: "persons") == "bảo mật")
  }

  @Test func `Templates get the words without placeholders`() throws {
    let words = try Pieces.words()
    #expect(words.plain["exit"] == "Thoát nhanh")
    #expect(words.plain["callNumber"] == nil)
    #expect(words["callNumber"] == "Gọi {number}")
    #expect(words.fill(.callNumber, ["number": "111"]) == "Gọi 111")
  }
}
