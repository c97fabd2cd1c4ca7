import MadePictures
import Pictures
import Testing

@Suite("A photograph stands upright, however the camera was held")
struct OrientationTests {
  /// The stored pixels of a letter F, three wide and four high, for each value of the field, and one
  /// picture for all: "F" read upright.
  private static let upright = ["###", "#..", "##.", "#.."]

  /// EXIF 2.32, 4.6.4: where the first stored row and column lie in the picture.
  private static func stored(_ orientation: Int) -> [String] {
    let rows = upright.map(Array.init)
    let (width, height) = (3, 4)
    func pick(_ columns: Int, _ lines: Int, _ at: (Int, Int) -> Character) -> [String] {
      (0..<lines).map { y in String((0..<columns).map { x in at(x, y) }) }
    }
    switch orientation {
    case 2: return pick(width, height) { x, y in rows[y][width - 1 - x] }
    case 3: return pick(width, height) { x, y in rows[height - 1 - y][width - 1 - x] }
    case 4: return pick(width, height) { x, y in rows[height - 1 - y][x] }
    // Rows are columns: the first stored row is the left side (5, 8) or the right one (6, 7), read
    // from the top (5, 6) or from the bottom (7, 8).
    case 5: return pick(height, width) { x, y in rows[x][y] }
    case 6: return pick(height, width) { x, y in rows[x][width - 1 - y] }
    case 7: return pick(height, width) { x, y in rows[height - 1 - x][width - 1 - y] }
    case 8: return pick(height, width) { x, y in rows[height - 1 - x][y] }
    default: return upright
    }
  }

  private static func png(_ rows: [String], exif block: [UInt8]?) -> [UInt8] {
    let pixels = rows.map { $0.map { $0 == "#" ? black : white } }
    var png = MadePNG(pixels[0].count, pixels.count) { x, y in pixels[y][x] }
    if let block { png.chunks = [("eXIf", block)] }
    return png.bytes
  }

  @Test("All eight values, both orders of bytes", arguments: 1...8, [true, false])
  func eight(orientation: Int, isLittleEndian: Bool) throws {
    let png = Self.png(
      Self.stored(orientation),
      exif: exif(orientation: UInt8(orientation), isLittleEndian: isLittleEndian))
    let seen = try Seen.widest(of: png)
    #expect(
      seen.rows.map { row in String(row.map { $0 == black ? "#" : "." }) } == Self.upright)
  }

  @Test("In a JPEG too; its sides change places")
  func jpeg() throws {
    // Held upright, the sky on the stored left (value 6: the first row is the right side).
    let lying = MadeJPEG.file(64, 32) { x, _ in x < 32 ? blue : green }
    let file = MadeJPEG.file(
      lying, with: [(0xE1, Array("Exif\0\0".utf8) + exif(orientation: 6))])
    let picture = try PublishedPicture.make(from: file)
    let seen = try Seen(picture.full)
    #expect([seen.width, seen.height] == [32, 64])
    #expect(isNear(seen[16, 8], blue) && isNear(seen[16, 56], green))
    #expect([picture.full.width, picture.full.height] == [32, 64])
  }

  @Test("A wide photograph that is turned is as wide as the page needs")
  func wide() throws {
    var png = MadePNG(40, 1440) { _, y in y < 720 ? red : green }
    png.chunks = [("eXIf", exif(orientation: 8))]
    let seen = try Seen.widest(of: png.bytes)
    #expect([seen.width, seen.height] == [720, 20])
    #expect(seen[10, 10] == red && seen[700, 10] == green)
  }

  @Test(
    "A block that can't be read changes nothing",
    arguments: [
      [0x49], Array("II*\0".utf8), Array("II*\0\u{7F}\u{7F}\u{7F}\u{7F}".utf8),
      exif(orientation: 0), exif(orientation: 9), Array(exif(orientation: 3).dropLast(12)),
    ] as [[UInt8]])
  func broken(block: [UInt8]) throws {
    let seen = try Seen.widest(of: Self.png(Self.upright, exif: block))
    #expect(seen.rows[0] == [black, black, black] && seen.rows[1] == [black, white, white])
  }
}
