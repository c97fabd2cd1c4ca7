import Downloads
import Foundation
import Site
import Testing

/// `data/index.json` tells programs what is published and under which rules.
@Suite struct DataIndexTests {
  @Test func golden() {
    let written = DataIndex.write(
      SampleTable.edition(), language: "vi", notice: "Số liệu minh họa")
    #expect(String(decoding: written, as: UTF8.self) == goldenIndex)
  }

  @Test("Another JSON reader finds the keys of the contract")
  func readBack() throws {
    let written = DataIndex.write(SampleTable.edition(), language: "vi", notice: nil)
    let object = try JSONSerialization.jsonObject(with: Data(written))
    let index = try #require(object as? [String: Any])
    #expect(
      index.keys.sorted() == [
        "asOf", "dataStatus", "edition", "formatVersion", "known", "tables", "threshold", "zeros",
      ])
    let tables = try #require(index["tables"] as? [[String: Any]])
    #expect(
      tables[0].keys.sorted() == [
        "at", "axes", "dataset", "files", "id", "identities", "measures", "title",
      ])
    #expect(tables[0]["title"] as? String == "Được tiếp nhận và được hỗ trợ, “theo giới”")
    let axes = try #require(tables[0]["axes"] as? [[String: Any]])
    let codes = try #require(axes[1]["codes"] as? [[String: Any]])
    #expect(codes[2]["label"] as? String == "Nam \"khác\"")
  }

  @Test("Where zeros may be hidden, the index says so")
  func zeros() {
    let written = DataIndex.write(
      SampleTable.edition(dataStatus: .official, zeros: .protect), language: "vi", notice: nil)
    let text = String(decoding: written, as: UTF8.self)
    #expect(text.contains("\"zeros\": \"mayBeHidden\""))
    let groups = DataIndex.write(
      SampleTable.edition(groupDisclosure: true), language: "vi", notice: nil)
    #expect(String(decoding: groups, as: UTF8.self).contains("\"zeros\": \"mayBeHidden\""))
    #expect(text.contains("\"dataStatus\": \"official\""))
    #expect(!text.contains("notice"))
  }

  @Test("An edition's data files: the index, then a file for each of its tables")
  func files() {
    let files = DataFile.all(of: SampleTable.edition(), language: "vi", notice: nil)
    #expect(files.map(\.path) == ["data/index.json", "data/ho-tro.csv", "data/cong-bo.csv"])
    #expect(files.allSatisfy { !$0.bytes.isEmpty })
    // A table that is declared for another edition alone leaves no trace.
    let all = files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(!all.contains("noi-bo"))
  }
}
