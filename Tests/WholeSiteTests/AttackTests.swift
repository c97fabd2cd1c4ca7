import Foundation
import Testing

/// Reads the published files of an edition back, as somebody who looks for a person would: by the
/// printed cells, the sums, and the rule that a hidden cell is 1 or more. Nothing of the program
/// is used, so a mistake anywhere between the proof and the file is found here too.
///
/// The table is sex × kind: two rows of three counts and all their totals.
private struct PublishedTable {
  /// By row (2 is the total) and column (3 is the total): the printed count, or nil if hidden.
  var cells: [[Int?]] = Array(repeating: Array(repeating: nil, count: 4), count: 3)

  init(csv: String) throws {
    let rows = ["F": 0, "M": 1, "_T": 2]
    let columns = ["a": 0, "b": 1, "c": 2, "_T": 3]
    for line in csv.split(separator: "\r\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      // sex, kind, period, measure, value, mark, note
      let row = try #require(rows[fields[0]])
      let column = try #require(columns[fields[1]])
      try #require(fields[4].isEmpty == (fields[5] == "c"))
      cells[row][column] = Int(fields[4])
    }
  }

  /// Whether whole numbers agree with what is printed.
  private func allows(_ value: Int, _ row: Int, _ column: Int) -> Bool {
    cells[row][column].map { $0 == value } ?? (value >= 1)
  }

  /// Every way to fill a row, with no count above `most`.
  private func fillings(of row: Int, upTo most: Int) -> [[Int]] {
    func choices(_ column: Int) -> [Int] {
      cells[row][column].map { [$0] } ?? Array(1...most)
    }
    var found: [[Int]] = []
    for a in choices(0) {
      for b in choices(1) {
        for c in choices(2) where allows(a + b + c, row, 3) { found.append([a, b, c, a + b + c]) }
      }
    }
    return found
  }

  /// For each cell the largest count that some table that agrees with everything gives it.
  func possible(upTo most: Int) -> [[Int]] {
    var largest = Array(repeating: Array(repeating: -1, count: 4), count: 3)
    let below = fillings(of: 1, upTo: most)
    for first in fillings(of: 0, upTo: most) {
      for second in below {
        let total = (0..<4).map { first[$0] + second[$0] }
        guard (0..<4).allSatisfy({ allows(total[$0], 2, $0) }) else { continue }
        for (row, values) in [first, second, total].enumerated() {
          for column in 0..<4 { largest[row][column] = max(largest[row][column], values[column]) }
        }
      }
    }
    return largest
  }
}

@Suite("An attacker who reads the published files learns no small count")
struct AttackTests {
  static let site = """
    -- seeds/codelists/kind.csv --
    code,parent,order,label_vi
    _T,,0,Tổng số
    a,_T,1,A
    b,_T,2,B
    c,_T,3,C
    -- seeds/datapackage.yaml --
    name: trang-thu
    resources:
      - name: nan-nhan
        title: Nạn nhân
        path: data/nan-nhan.csv
        schema:
          fields:
            - {name: period, type: string, minhbach: {role: period}}
            - {name: sex, type: string, minhbach: {role: dimension, codelist: sex}}
            - {name: kind, type: string, minhbach: {role: dimension, codelist: kind}}
            - name: received
              type: integer
              minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum}
        minhbach:
          absentRows: zero
          releasedBy: so-y-te
          releasedOn: 2025-01-20
          document: Báo cáo thử
          populationBasis: Tiếp nhận trên địa bàn
          legalRegime: luat
    -- seeds/tables.yaml --
    tables:
      - id: bang
        title: Bảng
        dataset: nan-nhan
        measures: [received]
        axes: {sex: {}, kind: {}, period: {each: true}}
        rows: [sex]
        columns: [kind]
        editions: [public]
      - id: theo-loai
        title: Theo loại
        dataset: nan-nhan
        measures: [received]
        axes: {kind: {}, period: {each: true}}
        rows: [kind]
        columns: []
        editions: [public]
    -- content/vi/index.md --
    ---
    title: Trang chủ
    ---
    ```table id=bang
    ```
    """

  /// Counts of which most are small, the same at each run.
  private func counts(_ seed: Int) -> [[Int]] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return [0, 1, 2, 3, 4, 5, 6, 8, 11][Int(state >> 33) % 9]
    }
    return (0..<2).map { _ in (0..<3).map { _ in next() } }
  }

  @Test("Neither by reading, nor by subtracting, nor by trying every table", arguments: 1...10)
  func attack(seed: Int) throws {
    let leaves = counts(seed)
    let truth = (leaves + [(0..<3).map { leaves[0][$0] + leaves[1][$0] }]).map { row in
      row + [row.reduce(0, +)]
    }
    let site = try TestSite(Self.site)
    try site.edit("site.yaml", "threshold: 11", "threshold: 6")
    try site.edit("site.yaml", "threshold: 5", "threshold: 4")
    var data = "period,sex,kind,received\n"
    for (row, sex) in ["F", "M"].enumerated() {
      for (column, kind) in ["a", "b", "c"].enumerated() {
        data += "2024,\(sex),\(kind),\(leaves[row][column])\n"
      }
    }
    try site.write("seeds/data/nan-nhan.csv", data)
    try site.built()
    let editions = try [("public", 6), ("officials", 4)].map { edition, threshold in
      (try PublishedTable(csv: site.edition(edition)["data/bang.csv"]), threshold)
    }
    for (published, threshold) in editions {
      let small = 1..<threshold
      let possible = published.possible(upTo: 16)
      for row in 0..<3 {
        for column in 0..<4 {
          let value = truth[row][column]
          if let printed = published.cells[row][column] {
            #expect(printed == value)
            #expect(!small.contains(printed), "printed: \(published.cells)")
          } else if small.contains(value) {
            #expect(possible[row][column] >= threshold, "\(published.cells) of \(truth)")
          }
          // What is left of a printed total without a printed part.
          for (total, part) in [(published.cells[2][column], published.cells[row][column])]
            + [(published.cells[row][3], published.cells[row][column])]
          {
            if let total, let part { #expect(!small.contains(total - part)) }
          }
        }
      }
    }
    // What is hidden from officials is hidden from the public.
    for row in 0..<3 {
      for column in 0..<4 where editions[1].0.cells[row][column] == nil {
        #expect(editions[0].0.cells[row][column] == nil)
      }
    }
  }

  @Test("The attacker of this test does find what is badly hidden")
  func attackerWorks() throws {
    // Alone in its row and column, the hidden 2 follows from the totals.
    let header = "sex,kind,period,measure,value,mark,note\r\n"
    let cells = [
      ("F", "a", "", "c"), ("F", "b", "7", ""), ("F", "c", "8", ""), ("F", "_T", "17", ""),
      ("M", "a", "9", ""), ("M", "b", "7", ""), ("M", "c", "7", ""), ("M", "_T", "23", ""),
      ("_T", "a", "11", ""), ("_T", "b", "14", ""), ("_T", "c", "15", ""), ("_T", "_T", "40", ""),
    ]
    let csv = cells.map { "\($0.0),\($0.1),2024,received,\($0.2),\($0.3),\r\n" }.joined()
    let table = try PublishedTable(csv: header + csv)
    #expect(table.possible(upTo: 16)[0][0] == 2)
  }
}
