import Pages
import Site
import Tables
import Testing

/// Every number stands under its own heads, whatever the shape and the layout of the table.
@Suite struct PiecesPlacementTests {
  @Test(arguments: 0..<120)
  func `A table read back gives every cell at its codes`(seed: Int) throws {
    var random = Steps(state: UInt64(seed) &* 7919 &+ 17)
    let table = try randomTable(&random)
    let html = DataTable.html(
      DataTable.Request(
        table: table, words: try Pieces.words(), edition: Pieces.publicEdition, isSample: true,
        registries: try Pieces.registries()))
    Golden.expectWellFormed(html)
    var found = 0
    for (heads, value) in readBack(String(decoding: html, as: UTF8.self)) {
      let indices = table.axes.map { axis in
        axis.codes.firstIndex { heads.contains($0.label.text(in: "vi")) } ?? 0
      }
      let measure =
        table.measures.firstIndex { heads.contains($0.title.text(in: "vi")) } ?? 0
      guard case .value(let quantity, _)? = table.cell(at: indices, measure: measure) else {
        Issue.record("No cell at \(heads)")
        continue
      }
      #expect(value == Pieces.digits(quantity), "\(heads)")
      found += 1
    }
    #expect(found == table.cells.count)
  }

  /// Up to three axes of one to four codes, the first the total of the others; up to three
  /// measures; each cell another number.
  private func randomTable(_ random: inout Steps) throws -> ClearedTable {
    let names = ["a", "b", "c"].prefix(random.next(below: 4))
    let axes = names.map { name in
      Axis(
        name: name, role: .dimension, title: Pieces.vi("trục \(name)"),
        codes: (0..<(1 + random.next(below: 4))).map { index in
          AxisCode(
            code: "\(name)\(index)", parents: index == 0 ? [] : ["\(name)0"],
            label: Pieces.vi("\(name)\(index)"))
        })
    }
    let measures = (0..<(1 + random.next(below: 3))).map {
      Pieces.measure("m\($0)", "đo\($0)", unit: "events")
    }
    let inRows = names.filter { _ in random.next(below: 2) == 0 }
    let count = axes.reduce(measures.count) { $0 * $1.codes.count }
    return ClearedTable(
      id: "thu", title: Pieces.vi("Thử"), dataset: "d", measures: measures, axes: axes, fixed: [],
      layout: Layout(
        rows: Array(inRows), columns: names.filter { !inRows.contains($0) }), notes: nil,
      provenance: try Pieces.provenance(), acrossBreak: nil,
      cells: (0..<count).map { .value(Quantity(1000 + $0), []) })
  }

  /// For each cell the words of all its heads: of its group, its row and its column.
  private func readBack(_ html: String) -> [(heads: Set<String>, value: String)] {
    var cells: [(Set<String>, String)] = []
    var group: [String] = []
    for line in html.split(separator: "\n") where line.hasPrefix("<tr") {
      let row = line.matches(of: /<th[^>]*>([^<]*)</).map { String($0.1) }
      if line.contains("rowgroup\"") {
        group = row.flatMap { $0.split(separator: ", ").map(String.init) }
        continue
      }
      for match in line.matches(of: /data-l="([^"]*)"[^>]*>([^<]*)</) {
        let column = match.1.split(separator: ", ").map(String.init)
        cells.append((Set(group + row + column), String(match.2)))
      }
    }
    return cells
  }
}

/// The same steps each time.
private struct Steps {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
