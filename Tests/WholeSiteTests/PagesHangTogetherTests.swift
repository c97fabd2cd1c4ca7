import Testing

/// The example site has no page at `thu-doan/` and none at `ke-hoach/`.
@Suite("Something leads to every page")
struct PagesHangTogetherTests {
  @Test("The footer names pages and plans whose folder has no page")
  func footer() throws {
    let home = try TestSite(fixture: "example-site").built().edition("public")["index.html"]
    let menu = try #require(home.firstMatch(of: /<nav id="menu"[\s\S]*?<\/nav>/)).0
    #expect(menu.contains("href=\"thu-doan/viec-nhe-luong-cao/index.html\""))
    #expect(menu.contains("href=\"ke-hoach/kh-minh-hoa/index.html\""))
    #expect(!menu.contains("href=\"chi-tieu/"))
  }

  @Test("A figure says below its title what the title doesn't: unit, area, periods")
  func figure() throws {
    let page = try TestSite(fixture: "example-site").built()
      .edition("public")["chi-tieu/ti-le-ho-tro/index.html"]
    let caption = try #require(page.firstMatch(of: /<figcaption><strong>[\s\S]*?<\/figcaption>/)).0
    #expect(
      caption == """
        <figcaption><strong>Tỉ lệ nạn nhân được tiếp nhận được hỗ trợ: 97,3% ở kỳ 2024</strong>
        <span class="sub">Hình 1. Đơn vị: %. Tỉnh Đồng Tháp, 2023–2024. \
        <span class="tag">Số liệu minh họa</span></span></figcaption>
        """)
  }
}
