import Diagnostics
import Foundation
import Observations
import Site
import SourceFiles
import Testing
import VietnameseText

/// A site on disk for one test, written from a text archive: a line `-- path --` begins a file.
/// What the archive does not name is as in `base`.
struct SmallSite: ~Copyable {
  let root: String
  var data: String?

  init(_ archive: String = "", without removed: [String] = []) throws {
    root =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("minhbach-observations-\(UUID().uuidString)").path
    var files = Self.files(Self.base)
    files.merge(Self.files(archive)) { _, new in new }
    for path in removed { files[path] = nil }
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ path: String, _ text: String) throws {
    let location = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: location)
  }

  /// Replaces text in a file of the site; the text must be there.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
    try #require(text.contains(old), "\(path) has no “\(old)”")
    try write(path, text.replacingOccurrences(of: old, with: new))
  }

  func read() -> (data: SeedData?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let folder = SiteFolder(root: root, data: data)
    guard let configuration = SiteConfiguration.read(folder, into: &diagnostics) else {
      return (nil, diagnostics.sorted)
    }
    let registries = Registries.read(
      folder, languages: configuration.languages, into: &diagnostics)
    let seeds = SeedData.read(
      folder, configuration: configuration, registries: registries, into: &diagnostics)
    return (seeds, diagnostics.sorted)
  }

  /// The data of a site that has nothing wrong.
  func seeds() throws -> SeedData {
    let (data, diagnostics) = read()
    #expect(diagnostics.map(\.line) == [])
    return try #require(data)
  }

  static func files(_ archive: String) -> [String: String] {
    var files: [String: String] = [:]
    var path: String?
    for line in archive.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- ") && line.hasSuffix(" --") {
        path = String(line.dropFirst(3).dropLast(3))
        files[path ?? ""] = ""
      } else if let path {
        files[path, default: ""] += line + "\n"
      }
    }
    return files
  }

  /// A site with one data set `people`: period, sex and age; persons received and helped.
  static let base = """
    -- site.yaml --
    formatVersion: 1
    title: {vi: Trang thử}
    languages: [vi, en]
    baseURL: https://example.org/
    dataStatus: sample
    asOf: 2026-01-31
    editions:
      public: {output: output/public, disclosure: {threshold: 11}}
      officials: {output: output/officials, disclosure: {threshold: 5}}
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
    82,old,province,Tỉnh,Tiền Giang,,2004-01-01,2025-06-30
    868,old,district,Thành phố,Hồng Ngự,87,2004-01-01,2025-06-30
    869,old,district,Huyện,Tân Hồng,87,2004-01-01,2025-06-30
    29955,old,commune,Xã,Tân Hộ Cơ,869,2004-01-01,2025-06-30
    82,new,province,Tỉnh,Đồng Tháp,,2025-07-01,
    28249,new,commune,Phường,Đạo Thạnh,82,2025-07-01,
    -- seeds/datapackage.yaml --
    name: small
    resources:
      - name: people
        title: Người
        path: data/people.csv
        schema:
          fields:
            - {name: period, type: string, minhbach: {role: period}}
            - {name: sex, type: string, minhbach: {role: dimension, codelist: sex}}
            - {name: age, type: string, minhbach: {role: dimension, codelist: age}}
            - {name: received, type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum}}
        minhbach:
          absentRows: missing
          releasedBy: office
          releasedOn: 2025-03-31
          document: Báo cáo
          populationBasis: Trong tỉnh
          legalRegime: law
    -- seeds/data/people.csv --
    period,sex,age,received
    2023,F,0-17,3
    2023,F,18+,13
    2023,M,0-17,-
    2023,M,18+,5
    2024,F,0-17,4
    2024,F,18+,11
    2024,M,0-17,2
    2024,M,18+,7
    -- seeds/tables.yaml --
    tables:
      - id: by-sex
        title: Theo giới
        dataset: people
        measures: [received]
        axes: {period: {each: true, pooled: ["2023/2024"]}, sex: {}}
        rows: [period]
        columns: [sex]
        editions: [public]

    """
}

extension Diagnostic {
  /// Code and place, for a test to compare: `MB-DATA-001 seeds/data/people.csv:3:14`.
  var line: String {
    var text = rule.code
    if let place {
      text += " " + place.file
      if let line = place.line { text += ":\(line)" }
      if let column = place.column { text += ":\(column)" }
    }
    return text
  }
}

/// Where the test files lie.
enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")
    .path

  static func site(_ name: String) -> SiteFolder { SiteFolder(root: folder + "/" + name) }

  static func read(
    _ folder: SiteFolder
  ) -> (data: SeedData?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    guard let configuration = SiteConfiguration.read(folder, into: &diagnostics) else {
      return (nil, diagnostics.sorted)
    }
    let registries = Registries.read(
      folder, languages: configuration.languages, into: &diagnostics)
    let seeds = SeedData.read(
      folder, configuration: configuration, registries: registries, into: &diagnostics)
    return (seeds, diagnostics.sorted)
  }
}
