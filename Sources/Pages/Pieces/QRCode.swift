import CQRencode

/// A QR code (ISO/IEC 18004) of a text: a square of dark and light modules.
public struct QRCode: Sendable, Hashable {
  /// Modules on a side, without the light margin.
  public let size: Int
  /// Row by row.
  private let dark: [Bool]

  /// Modules of light margin on each side that the standard asks for.
  public static let quietZone = 4

  /// The largest version whose modules phones still tell apart at 32 mm: 57 modules on a side.
  public static let largestVersion = 10

  /// Nil if the text is too long for the largest version.
  ///
  /// A quarter of it may be lost: a poster is copied, creased and rained on.
  public init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q) else { return nil }
    defer { QRcode_free(code) }
    guard code.pointee.version <= Self.largestVersion, let modules = code.pointee.data else {
      return nil
    }
    let size = Int(code.pointee.width)
    self.size = size
    // The lowest bit is the colour; the others say what the module is for.
    dark = (0..<size * size).map { modules[$0] & 1 == 1 }
  }

  public func isDark(row: Int, column: Int) -> Bool { dark[row * size + column] }

  /// The code as SVG, black on white whatever the colours of the page, its light margin within.
  ///
  /// - Parameter title: what readers are told who do not see it.
  public func svg(title: String) -> [UInt8] {
    let side = String(size + 2 * Self.quietZone)
    var svg = HTML()
    svg.raw("<svg class=\"qr\"")
    svg.attribute("viewBox", "0 0 \(side) \(side)")
    svg.raw(" role=\"img\" aria-labelledby=\"qr-title\"><title id=\"qr-title\">")
    svg.text(title)
    svg.raw("</title><rect")
    svg.attribute("width", side)
    svg.attribute("height", side)
    svg.raw(" fill=\"#fff\"/><path fill=\"#000\" shape-rendering=\"crispEdges\"")
    svg.attribute("d", path)
    svg.raw("/></svg>")
    return svg.bytes
  }

  /// A rectangle for each run of dark modules in a row.
  private var path: String {
    var path = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        let start = column
        while column < size, isDark(row: row, column: column) { column += 1 }
        if column > start {
          path +=
            "M\(start + Self.quietZone) \(row + Self.quietZone)"
            + "h\(column - start)v1h-\(column - start)z"
        }
        column += 1
      }
    }
    return path
  }
}
