import MadePictures
import Pictures
import Testing

@Suite("Sizes in and out")
struct SizeTests {
  private func widths(_ width: Int, _ height: Int) throws -> [[Int]] {
    let picture = try PublishedPicture.make(
      from: MadePNG(width, height) { _, _ in blue }.bytes)
    #expect(picture.webP.map(\.width) == picture.others.map(\.width))
    return picture.webP.map { [$0.width, $0.height] }
  }

  @Test("Two widths, never wider than the picture, and no two that are nearly the same")
  func widths() throws {
    #expect(try widths(1440, 100) == [[360, 25], [720, 50]])
    #expect(try widths(720, 10) == [[360, 5], [720, 10]])
    #expect(try widths(500, 10) == [[360, 7], [500, 10]])
    #expect(try widths(440, 10) == [[440, 10]])
    #expect(try widths(1, 1) == [[1, 1]])
    #expect(try widths(1000, 1) == [[360, 1], [720, 1]])
  }

  @Test("A small file that claims to be huge is refused before anything is unpacked")
  func bombs() {
    var png = MadePNG(1, 1) { _, _ in red }
    png.width = 40_000
    png.height = 40_000
    png.samples = [UInt8](repeating: 0, count: 40_000)
    #expect(flaw(of: png.bytes) == .tooManyPixels(width: 40_000, height: 40_000))
    png.width = 10_000
    png.height = 10_000
    #expect(flaw(of: png.bytes) == .tooManyPixels(width: 10_000, height: 10_000))
    var jpeg = MadeJPEG.file(16, 16) { _, _ in red }
    let frame = jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 } ?? 0
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xEA, 0x60, 0xEA, 0x60])
    #expect(flaw(of: jpeg) == .tooManyPixels(width: 60_000, height: 60_000))
  }

  @Test("A colour profile that unpacks to more than a profile ever has")
  func packedProfile() {
    var png = MadePNG(1, 1) { _, _ in red }
    let huge = [UInt8](repeating: 0, count: 9_000_000)
    png.chunks = [("iCCP", Array("x".utf8) + [0, 0] + storedZlib(huge))]
    guard case .broken = flaw(of: png.bytes) else {
      Issue.record("it was taken")
      return
    }
  }

  @Test("Light is averaged, not the numbers that stand for it")
  func linearLight() throws {
    // Seen from afar, black and white stripes are as light as this grey.
    let stripes = MadePNG(1440, 2) { x, _ in x % 2 == 0 ? black : white }
    let picture = try PublishedPicture.make(from: stripes.bytes)
    #expect(try Seen(picture.widest)[100, 0] == [188, 188, 188])
  }

  @Test("A pixel across a border goes to both sides")
  func shares() throws {
    // 1080 to 720: each new pixel has one and a half old ones, a white one and half a black one.
    let stripes = MadePNG(1080, 3) { x, _ in x % 3 == 1 ? black : white }
    let row = try Seen.widest(of: stripes.bytes).rows[0]
    #expect(Set(row) == [[213, 213, 213]])
  }

  @Test("A picture of more than twelve million pixels")
  func large() throws {
    let row = Array(
      [repeatElement(red, count: 2048), repeatElement(blue, count: 2048)].joined().joined())
    let jpeg = MadeJPEG.file(height: 3072, row: row)
    let seen = try Seen.widest(of: jpeg)
    #expect([seen.width, seen.height] == [720, 540])
    #expect(isNear(seen[100, 270], red) && isNear(seen[600, 270], blue))
  }

  @Test("A heavy picture comes in a coarser quality")
  func weight() throws {
    var state: UInt32 = 1
    let noise = MadeJPEG.file(720, 480) { _, _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return [UInt8(state >> 24), UInt8(state >> 16 & 255), UInt8(state >> 8 & 255)]
    }
    let calm = MadeJPEG.file(720, 480) { x, y in [UInt8(x / 3), UInt8(y / 3), 80] }
    let (heavy, light) = try (PublishedPicture.make(from: noise), PublishedPicture.make(from: calm))
    #expect(light.weight < 60_000)
    #expect(heavy.weight > 60_000, "nothing but noise: no quality is light enough")
    #expect(heavy.weight < noise.count / 4)
  }
}
