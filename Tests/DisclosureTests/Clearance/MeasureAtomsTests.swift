import Disclosure
import Observations
import Tables
import Testing

@Suite("Atoms of measures")
struct MeasureAtomsTests {
  /// Measures with the one that they are part of.
  typealias Family = [(id: String, whole: String?)]

  private static let families: [Family] = [
    [("a", nil)],
    [("a", nil), ("b", "a")],
    [("a", nil), ("b", "a"), ("c", "b")],
    [("a", nil), ("b", "a"), ("c", "a")],
    [("a", nil), ("b", "a"), ("c", "a"), ("d", "b")],
    [("a", nil), ("b", nil), ("c", "b")],
  ]

  @Test("counts of atoms add up to the measures", arguments: families.indices)
  func addUp(index: Int) throws {
    for rows in [[3, 2, 1, 0], [5, 5, 5, 5], [4, 0, 0, 0], [9, 4, 3, 2]] {
      let dataSet = try dataSet(Self.families[index], rows)
      let atoms = try MeasureAtoms(dataSet) { _ in true }
      #expect(atoms.counts.allSatisfy { $0 >= 0 })
      for (unknown, own) in atoms.atoms.enumerated() {
        #expect(own.reduce(0) { $0 + atoms.counts[$1] } == dataSet.unknowns[unknown].value.mantissa)
      }
    }
  }

  @Test("all counts with part ≤ whole can be written, and no others", arguments: families.indices)
  func representable(index: Int) throws {
    let family = Self.families[index]
    let dataSet = try dataSet(family, [2, 1, 1, 1])
    let atoms = try MeasureAtoms(dataSet) { _ in true }
    // One finest cell: its unknowns are the measures.
    let unknowns = family.map { entry in
      dataSet.unknowns.indices.filter {
        dataSet.measures[dataSet.unknowns[$0].measure].id == entry.id
      }
    }
    #expect(unknowns.allSatisfy { $0.count == 1 })
    let written = Set(
      vectors(atoms.counts.count).map { values in
        unknowns.map { atoms.atoms[$0[0]].reduce(0) { $0 + values[$1] } }
      }.filter { $0.allSatisfy { $0 <= 2 } })
    let allowed = vectors(family.count).filter { counts in
      family.indices.allSatisfy { part in
        family.firstIndex { $0.id == family[part].whole }.map { counts[part] <= counts[$0] }
          ?? true
      }
    }
    #expect(written == Set(allowed))
  }

  @Test("what does not take part has no atoms")
  func leftOut() throws {
    let dataSet = try dataSet([("a", nil), ("b", nil)], [4, 3])
    let atoms = try MeasureAtoms(dataSet) { dataSet.unknowns[$0].measure == 1 }
    #expect(atoms.counts == [3])
    #expect(atoms.atoms.filter(\.isEmpty).count == 1)
  }

  @Test("more parts than a system can hold: refused")
  func tooMany() throws {
    let family: Family = [("a", nil)] + (1...9).map { ("p\($0)", "a") }
    let dataSet = try dataSet(family, [Int](repeating: 1, count: 10))
    #expect(throws: MeasureAtoms.TooManyParts.self) { try MeasureAtoms(dataSet) { _ in true } }
  }

  /// All vectors of 0, 1 and 2.
  private func vectors(_ length: Int) -> [[Int]] {
    (0..<length).reduce([[]]) { vectors, _ in
      vectors.flatMap { head in (0...2).map { head + [$0] } }
    }
  }

  private func dataSet(_ family: Family, _ counts: [Int]) throws -> DataSet {
    let row = family.indices.map { String(counts[$0]) }.joined(separator: ",")
    let site = try ClearanceSite(
      ClearanceSite.package(
        measures: family.map { ClearanceSite.persons($0.id, partOf: $0.whole) },
        absentRows: "missing") + """
          -- seeds/data/people.csv --
          period,sex,age,\(family.map(\.id).joined(separator: ","))
          2023,F,0-17,\(row)
          -- seeds/tables.yaml --
          tables:
            - id: all
              title: Tất cả
              dataset: people
              measures: [\(family[0].id)]
              axes: {period: {each: true}}
              rows: [period]
              columns: []
              editions: [public]

          """)
    return try #require(site.seeds?.dataSets.first)
  }
}
