import Foundation
import Testing

@Suite("What an edition must not say stands in none of its files")
struct WhatIsHiddenTests {
  /// A number as people and as programs write it.
  private func paths(_ number: String, in tree: Tree) -> [String] {
    var grouped = ""
    for (index, digit) in number.reversed().enumerated() {
      if index > 0 && index % 3 == 0 { grouped = "." + grouped }
      grouped = String(digit) + grouped
    }
    return tree.paths(containing: number) + tree.paths(containing: grouped)
  }

  @Test("A small count, and the one that would give it away")
  func smallCount() throws {
    let site = try TestSite()
    try site.edit("seeds/data/nan-nhan.csv", "2024,F,41", "2024,F,76541")
    try site.write(
      "content/vi/index.md",
      """
      ---
      title: Trang chủ
      ---
      Có `= theo-gioi[received, sex=M, period=2024]` nam, `= theo-gioi[received, sex=F,
      period=2024]` nữ, tất cả `= theo-nam[received, period=2024]` người.

      ```table id=theo-gioi
      ```
      """)
    try site.built()
    // 7 men: below 11, not below 5. With 76548 in all, the women give them away.
    let home = site.edition("public")["index.html"]
    let hidden = "<span class=\"hid\" data-table=\"theo-gioi\">bảo mật</span>"
    #expect(home.split(separator: "Có \(hidden) nam").count == 2)
    #expect(home.split(separator: "\(hidden) nữ").count == 2)
    let all = "<span class=\"nb\" data-table=\"theo-nam\">76.548</span>"
    #expect(home.contains("tất cả \(all) người"))
    #expect(paths("76541", in: site.edition("public")) == [])
    let csv = site.edition("public")["data/theo-gioi.csv"]
    #expect(csv.contains("2024,F,received,,c,") && csv.contains("2024,M,received,,c,"))
    let officials = site.edition("officials")
    let men = "<span class=\"nb\" data-table=\"theo-gioi\">7</span>"
    #expect(officials["index.html"].contains("Có \(men) nam"))
    #expect(!paths("76541", in: officials).isEmpty)
  }

  @Test("A period whose release lies after the date of the build, and every sum with it")
  func embargo() throws {
    let site = try TestSite()
    try site.edit(
      "seeds/datapackage.yaml", "releasedOn: 2025-01-20",
      "releasedOn: {default: 2023-12-20, \"2024\": 2025-07-01}")
    try site.edit("seeds/data/nan-nhan.csv", "2024,F,41", "2024,F,76541")
    try site.edit("seeds/data/nan-nhan.csv", "2024,M,7", "2024,M,20000")
    try site.edit(
      "seeds/tables.yaml", "axes: {period: {each: true}}\n",
      "axes: {period: {each: true, pooled: [\"2023/2024\"]}}\n")
    try site.edit("content/vi/index.md", "period=2024", "period=2023")
    try site.built()
    let (open, closed) = (site.edition("officials"), site.edition("public"))
    // Women, all of 2024, both years together.
    for number in ["76541", "96541", "96611"] {
      #expect(paths(number, in: closed) == [], "\(number)")
      #expect(!paths(number, in: open).isEmpty, "\(number)")
    }
    #expect(closed["data/theo-nam.csv"].contains("2023,received,70,"))
    for code in ["2024", "2023/2024"] {
      #expect(!closed["data/theo-nam.csv"].contains("\n\(code),"))
      #expect(!closed["data/index.json"].contains("\"code\": \"\(code)\""))
      #expect(open["data/index.json"].contains("\"code\": \"\(code)\""))
    }
    try site.built("--as-of", "2025-07-01")
    for number in ["76541", "96541", "96611"] {
      #expect(!paths(number, in: site.edition("public")).isEmpty, "\(number)")
    }
  }

  @Test("A number of an embargoed period in a public page is an error, not a gap")
  func embargoedNumber() throws {
    let site = try TestSite()
    try site.edit(
      "seeds/datapackage.yaml", "releasedOn: 2025-01-20",
      "releasedOn: {default: 2023-12-20, \"2024\": 2025-07-01}")
    #expect(try site.run("check").findings == ["content/vi/index.md:4:42 MB-PAGE-006"])
  }

  @Test("Pages of the officials, drafts, pages of another day: no word of them, no link to them")
  func pages() throws {
    let site = try TestSite(
      """
      -- content/vi/hop-giao-ban.md --
      ---
      title: Họp giao ban
      audience: officials
      order: 1
      ---
      Chỉ cho cán bộ.
      -- content/vi/ban-nhap.md --
      ---
      title: Bản nháp
      draft: true
      order: 2
      ---
      Chưa xong.
      -- content/vi/sau-nay.md --
      ---
      title: Sau này
      publishOn: 2025-07-01
      order: 3
      ---
      Chưa đến ngày.
      -- content/vi/da-qua.md --
      ---
      title: Đã qua
      expiresOn: 2025-06-30
      order: 4
      ---
      Hết hạn.
      """)
    try site.built()
    for words in ["hop-giao-ban", "Họp giao ban", "Chỉ cho cán bộ"] {
      #expect(site.edition("public").paths(containing: words) == [], "\(words)")
      #expect(!site.edition("officials").paths(containing: words).isEmpty, "\(words)")
    }
    for words in ["ban-nhap", "Bản nháp", "sau-nay", "Sau này", "da-qua", "Đã qua"] {
      for edition in ["public", "officials"] {
        #expect(site.edition(edition).paths(containing: words) == [], "\(words)")
      }
    }
  }

  @Test("A telephone number that nobody verified")
  func unverified() throws {
    let site = try TestSite(fixture: "example-site")
    try site.edit(
      "seeds/registries/hotlines.yaml", "reach: domestic, show: false",
      "reach: domestic, show: true")
    let outcome = try site.run("build", "--lang", "en")
    #expect(outcome.status == 0)
    for edition in ["public", "officials"] {
      for written in ["1800 0000", "18000000", "Số chưa kiểm tra"] {
        #expect(site.edition(edition).paths(containing: written) == [], "\(written)")
      }
      #expect(!site.edition(edition).paths(containing: "tel:111").isEmpty)
    }
  }
}
