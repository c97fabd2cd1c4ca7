import PublishedFiles
import Testing

@Suite("Published files: numbers and JSON")
struct PublishedFilesTests {
  @Test("Machine numbers are exact; equal ones are equal")
  func numbers() {
    #expect(PublishedNumber(machine: "12") == PublishedNumber(12))
    #expect(PublishedNumber(machine: "-0.50") == PublishedNumber(-5, decimals: 1))
    #expect(PublishedNumber(machine: "3.0") == PublishedNumber(3))
    for text in ["", "-", ".5", "1.", "1.2.3", "1,2", "١", "+1", " 1", "1e3"] {
      #expect(PublishedNumber(machine: text) == nil, "\(text)")
    }
    #expect(PublishedNumber(25, decimals: 1).scaled(3) == 2500)
    #expect(PublishedNumber(25, decimals: 1).scaled(0) == nil)
    #expect(PublishedNumber(.max).scaled(1) == nil)
  }

  @Test("JSON as it is written; null is the same as missing")
  func json() throws {
    let value = try JSONText(Array(#"{"a": [1, -2.50, "x\u00e0\n\ud83d\ude00"], "b": null}"#.utf8))
    #expect(
      value["a"]?.elements == [.number("1"), .number("-2.50"), .string("xà\n😀")])
    #expect(value["b"] == nil && value["c"] == nil)
  }

  @Test(
    "What is no JSON is told with its place",
    arguments: [
      ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("[1] 2", 4), ("\"\\x\"", 2), ("tru", 0), ("", 0),
      (String(repeating: "[", count: 300), 201),
    ])
  func malformed(text: String, offset: Int) {
    do {
      _ = try JSONText(Array(text.utf8))
      Issue.record("read: \(text.prefix(20))")
    } catch {
      #expect(error.offset == offset, "\(text.prefix(20))")
    }
  }
}
