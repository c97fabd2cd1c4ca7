import Diagnostics
import Testing

struct TableByHandTests {
  @Test func smallTable() {
    let page = Page(
      """
      ```csv caption="Giấy tờ"
      Giấy tờ,Vì sao,Số bản
      Hộ chiếu,"Để làm lại, khi bị giữ",2
      Hợp đồng,<b>,1.000
      ```
      """)
    #expect(page.findings == [])
    #expect(
      page.html == """
        <div class="data"><div class="scroll">
        <table class="csv narrow">
        <caption><strong>Giấy tờ</strong></caption>
        <thead><tr><th scope="col">Giấy tờ</th>\
        <th scope="col" class="w">Vì sao</th>\
        <th scope="col">Số bản</th></tr></thead>
        <tbody>
        <tr><th scope="row">Hộ chiếu</th>\
        <td data-l="Vì sao" class="w">Để làm lại, khi bị giữ</td>\
        <td data-l="Số bản">2</td></tr>
        <tr><th scope="row">Hợp đồng</th>\
        <td data-l="Vì sao" class="w">&lt;b&gt;</td>\
        <td data-l="Số bản">1.000</td></tr>
        </tbody>
        </table>
        </div></div>

        """)
  }

  @Test func widerTables() {
    let page = Page("```csv caption=Sáu\na,b,c,d,e,f\n1,2,3,4,5,6\n```")
    #expect(page.findings == [])
    #expect(page.html.contains("<table class=\"csv\">"))
  }

  @Test func tooWide() {
    let page = Page("```csv caption=Mười\na,b,c,d,e,f,g,h,i,j\n1,2,3,4,5,6,7,8,9,0\n```")
    #expect(page.findings == ["MB-MD-010 2:1"])
  }

  @Test func withoutCaptionOrRows() {
    #expect(Page("```csv\na,b\n1,2\n```").findings == ["MB-MD-008 1:4"])
    #expect(Page("```csv caption=x\na,b\n```").findings == ["MB-MD-010 2:1"])
    #expect(Page("```csv caption=x\n```").findings.count == 1)
  }

  @Test func mistakesHaveTheirPlaceInThePage() {
    let page = Page("Chữ.\n\n- ```csv caption=x\n  a,b\n  1,2\n  1,\"2\"3\n  ```\n")
    #expect(page.findings.count == 1)
    #expect(page.findings.first?.hasPrefix("MB-CSV-") == true)
    #expect(page.diagnostics.all.first?.place?.line == 6)
    #expect(page.diagnostics.all.first?.place?.column.map { $0 >= 5 } == true)
  }
}
