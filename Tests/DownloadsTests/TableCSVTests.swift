import Downloads
import Tables
import Testing

/// `data/<table>.csv` is long: a row for each published cell, marks beside empty values.
@Suite struct TableCSVTests {
  @Test func golden() {
    let expected = """
      period,sex,measure,value,mark,note
      2023/2024,_T,received,78,,Số liệu minh họa
      2023/2024,_T,supported,76,,Số liệu minh họa
      2023/2024,F,received,,c,Số liệu minh họa
      2023/2024,F,supported,,c,Số liệu minh họa
      2023/2024,"M,x",received,,c,Số liệu minh họa
      2023/2024,"M,x",supported,,c,Số liệu minh họa
      2023,_T,received,38,p,Số liệu minh họa
      2023,_T,supported,36,pr,Số liệu minh họa
      2023,F,received,0,-,Số liệu minh họa
      2023,F,supported,0,-,Số liệu minh họa
      2023,"M,x",received,38,,Số liệu minh họa
      2023,"M,x",supported,,n,Số liệu minh họa
      2024,_T,received,40,,Số liệu minh họa
      2024,_T,supported,40.5,,Số liệu minh họa
      2024,F,received,,x,Số liệu minh họa
      2024,F,supported,,z,Số liệu minh họa

      """
    let written = TableCSV.write(SampleTable.table, notice: "Số liệu minh họa")
    #expect(String(decoding: written, as: UTF8.self) == expected.replacing("\n", with: "\r\n"))
  }

  @Test("An official site leaves the note empty") func official() {
    let written = String(decoding: TableCSV.write(SampleTable.table, notice: nil), as: UTF8.self)
    #expect(
      written.hasPrefix("period,sex,measure,value,mark,note\r\n2023/2024,_T,received,78,,\r\n"))
  }

  @Test("A figure that another authority published is no sample")
  func published() {
    let written = TableCSV.write(SampleTable.openTable, notice: "Số liệu minh họa")
    #expect(
      String(decoding: written, as: UTF8.self)
        == "topic,measure,value,mark,note\r\n_T,calls,621,,\r\nlaw,calls,500,,\r\n")
  }

  @Test("A note can't become a formula in a spreadsheet", arguments: ["=1+1", "+1", "-1", "@x"])
  func formula(notice: String) {
    let written = TableCSV.write(SampleTable.table, notice: notice)
    #expect(String(decoding: written, as: UTF8.self).contains(",78,,'\(notice)\r\n"))
  }

  @Test("Quotes, commas and line breaks are quoted (RFC 4180)")
  func quoting() {
    let written = TableCSV.write(SampleTable.table, notice: "a \"b\", c\nd")
    #expect(
      String(decoding: written, as: UTF8.self).contains(",78,,\"a \"\"b\"\", c\nd\"\r\n"))
  }
}
