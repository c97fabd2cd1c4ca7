import Pages
import Testing

/// That a reader reads the address is tested in a browser, with a reader (`Tests/Browser`).
@Suite("QR code")
struct QRCodeTests {
  private static let address = "https://example.org/cau-cuu/can-giup-do/index.html"

  private static func modules(_ code: QRCode) -> [[Bool]] {
    (0..<code.size).map { row in
      (0..<code.size).map { code.isDark(row: row, column: $0) }
    }
  }

  @Test func `Three corners have the pattern by which it is found`() throws {
    let code = try #require(QRCode(Self.address))
    let modules = Self.modules(code)
    let ring = (0..<7).map { row in
      (0..<7).map { column in
        [0, 6].contains(row) || [0, 6].contains(column)
          || (2...4).contains(row) && (2...4).contains(column)
      }
    }
    let far = code.size - 7
    for (row, column) in [(0, 0), (0, far), (far, 0)] {
      #expect(modules[row..<row + 7].map { Array($0[column..<column + 7]) } == ring)
    }
    // Between them dark and light alternate: a reader counts the modules there.
    for index in 8..<code.size - 8 {
      #expect(modules[6][index] == (index % 2 == 0))
      #expect(modules[index][6] == (index % 2 == 0))
    }
  }

  @Test func `It is as large as its version says, and a quarter of it may be lost`() throws {
    let code = try #require(QRCode(Self.address))
    #expect(code.size == 37, "50 bytes at level Q need version 5")
    // The first two bits of the format: level Q is 11, under the mask 10 of the standard.
    #expect(!code.isDark(row: 8, column: 0) && code.isDark(row: 8, column: 1))
    #expect(code.isDark(row: code.size - 8, column: 8), "the module that is always dark")
  }

  @Test func `The same text gives the same code, another one another`() throws {
    #expect(QRCode(Self.address) == QRCode(Self.address))
    #expect(QRCode(Self.address) != QRCode(Self.address + "x"))
  }

  @Test func `A text that needs a denser code than phones read has none`() {
    #expect(QRCode(String(repeating: "a", count: 151))?.size == 57)
    #expect(QRCode(String(repeating: "a", count: 152)) == nil)
    #expect(QRCode(String(repeating: "a", count: 5000)) == nil)
    #expect(QRCode("") == nil)
  }

  @Test func `Its picture is black on white, with four modules of margin and a title`() throws {
    let code = try #require(QRCode(Self.address))
    let svg = String(decoding: code.svg(title: "Mã QR & địa chỉ"), as: UTF8.self)
    #expect(svg.hasPrefix("<svg class=\"qr\" viewBox=\"0 0 45 45\" role=\"img\""))
    #expect(svg.contains("<title id=\"qr-title\">Mã QR &amp; địa chỉ</title>"))
    #expect(svg.contains("<rect width=\"45\" height=\"45\" fill=\"#fff\"/><path fill=\"#000\""))
    #expect(!svg.contains("style"))
    // The runs of the path, drawn again, are the modules.
    var drawn = Array(repeating: Array(repeating: false, count: 45), count: 45)
    for run in svg.matches(of: #/M([0-9]+) ([0-9]+)h([0-9]+)v1h-([0-9]+)z/#) {
      let (x, y) = (try #require(Int(run.1)), try #require(Int(run.2)))
      let length = try #require(Int(run.3))
      #expect(run.3 == run.4)
      for column in x..<x + length { drawn[y][column] = true }
    }
    let margin = Array(repeating: false, count: 45)
    let rows = Self.modules(code).map {
      Array(margin.prefix(4)) + $0 + Array(margin.prefix(4))
    }
    #expect(drawn == Array(repeating: margin, count: 4) + rows + Array(repeating: margin, count: 4))
  }
}
