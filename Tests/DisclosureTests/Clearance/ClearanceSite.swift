import Diagnostics
import Disclosure
import Foundation
import Observations
import Site
import Tables
import Testing

/// A small site for one test, written from a text archive (a line `-- path --` begins a file),
/// read and cleared. What the archive does not name is as in `base`.
struct ClearanceSite {
  let seeds: SeedData?
  let cleared: ClearedSite?
  let diagnostics: [Diagnostic]

  init(
    _ archive: String, with inputs: DisclosureInputs = DisclosureInputs(effort: .quick)
  ) throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("minhbach-door-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let files = Self.files(Self.base).merging(Self.files(archive)) { _, new in new }
    for (path, text) in files {
      let location = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: location)
    }
    var diagnostics = Diagnostics()
    let folder = SiteFolder(root: root.path)
    let configuration = try #require(SiteConfiguration.read(folder, into: &diagnostics))
    let registries = Registries.read(
      folder, languages: configuration.languages, into: &diagnostics)
    seeds = SeedData.read(
      folder, configuration: configuration, registries: registries, into: &diagnostics)
    cleared = seeds.flatMap {
      DisclosureControl.clear(
        $0, configuration: configuration, with: inputs, into: &diagnostics)
    }
    self.diagnostics = diagnostics.sorted
  }

  func edition(_ name: String) throws -> ClearedEdition {
    #expect(diagnostics.filter { $0.rule.severity > .note }.map(\.rule.code) == [])
    return try #require(cleared?.editions.first { $0.edition.name == name })
  }

  private static func files(_ archive: String) -> [String: String] {
    var files: [String: String] = [:]
    var path = ""
    for line in archive.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- ") && line.hasSuffix(" --") {
        path = String(line.dropFirst(3).dropLast(3))
        files[path] = ""
      } else if !path.isEmpty {
        files[path, default: ""] += line + "\n"
      }
    }
    return files
  }

  /// `datapackage.yaml` with one data set `people`; periods, sex and age.
  static func package(
    measures: [String], absentRows: String = "zero", releasedOn: String = "2025-03-31",
    area: Bool = false
  ) -> String {
    let area =
      area
      ? """
              - {name: area_scheme, type: string, minhbach: {role: areaScheme}}
              - {name: area, type: string, minhbach: {role: area, codelist: areas, top: "87"}}

      """ : ""
    return """
      -- seeds/datapackage.yaml --
      name: small
      resources:
        - name: people
          title: Người
          path: data/people.csv
          schema:
            fields:
              - {name: period, type: string, minhbach: {role: period}}
      \(area)        - {name: sex, type: string, minhbach: {role: dimension, codelist: sex}}
              - {name: age, type: string, minhbach: {role: dimension, codelist: age}}
      \(measures.map { "        - " + $0 }.joined(separator: "\n"))
          minhbach:
            absentRows: \(absentRows)
            releasedBy: office
            releasedOn: \(releasedOn)
            document: Báo cáo
            populationBasis: Trong tỉnh
            legalRegime: law

      """
  }

  static func persons(_ name: String, partOf whole: String? = nil) -> String {
    let part = whole.map { ", partOf: \($0), complement: sensitive" } ?? ""
    return "{name: \(name), type: integer, minhbach: {role: measure, unit: persons, "
      + "sensitivity: persons, pooling: sum\(part)}}"
  }

  /// `site.yaml` with these editions, in this order.
  static func configuration(_ editions: [EditionEntry]) -> String {
    """
    -- site.yaml --
    formatVersion: 1
    title: {vi: Trang thử}
    languages: [vi, en]
    baseURL: https://example.org/
    dataStatus: sample
    asOf: 2026-01-31
    editions:
    \(editions.map(\.line).joined(separator: "\n"))

    """
  }

  /// - Parameter rules: more keys of the public edition's `disclosure`, each after a comma.
  static func configuration(public threshold: Int, officials: Int, rules: String = "") -> String {
    configuration([
      EditionEntry("public", threshold, rules), EditionEntry("officials", officials),
    ])
  }

  private static let base =
    configuration(public: 5, officials: 3) + package(measures: [persons("received")]) + """
      -- seeds/registries/agencies.yaml --
      agencies:
        - {id: office, name: {vi: Cơ quan}}
      -- seeds/registries/instruments.yaml --
      instruments:
        - {id: law, number: 1/2012, title: {vi: Luật}}
      -- seeds/codelists/sex.csv --
      code,parent,order,label_vi,label_en
      _T,,0,Tổng số,Total
      F,_T,1,Nữ,Female
      M,_T,2,Nam,Male
      -- seeds/codelists/age.csv --
      code,parent,order,label_vi,label_en
      _T,,0,Mọi lứa tuổi,All ages
      0-17,_T,1,Dưới 18,Under 18
      18+,_T,2,Từ 18,18 and over
      -- seeds/codelists/areas.csv --
      code,scheme,level,type,name,parent,valid_from,valid_to
      87,old,province,Tỉnh,Đồng Tháp,,2004-01-01,2025-06-30
      868,old,district,Thành phố,Hồng Ngự,87,2004-01-01,2025-06-30
      869,old,district,Huyện,Tân Hồng,87,2004-01-01,2025-06-30
      -- seeds/data/people.csv --
      period,sex,age,received
      2023,F,0-17,2
      2023,F,18+,20
      2023,M,0-17,9
      2023,M,18+,30
      2024,F,0-17,8
      2024,F,18+,15
      2024,M,0-17,7
      2024,M,18+,12
      -- seeds/tables.yaml --
      tables:
        - id: by-sex
          title: Theo giới
          dataset: people
          measures: [received]
          axes: {period: {each: true, pooled: ["2023/2024"]}, sex: {}, age: {}}
          rows: [period]
          columns: [sex, age]
          editions: [public]

      """
}

/// An edition as `site.yaml` declares it.
struct EditionEntry {
  let name: String
  let threshold: Int
  /// More keys of `disclosure`, each after a comma.
  let rules: String

  init(_ name: String, _ threshold: Int, _ rules: String = "") {
    self.name = name
    self.threshold = threshold
    self.rules = rules
  }

  fileprivate var line: String {
    "  \(name): {output: output/\(name), disclosure: {threshold: \(threshold)\(rules)}}"
  }
}
