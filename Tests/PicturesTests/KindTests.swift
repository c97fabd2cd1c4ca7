import CTurboJPEG
import MadePictures
import Pictures
import Testing

@Suite("What a file is, is told by its bytes")
struct KindTests {
  private static let drawing = MadePNG(4, 2) { x, _ in x < 2 ? red : blue }

  @Test("JPEG comes out as WebP and JPEG, PNG as WebP and PNG")
  func twoKinds() throws {
    let photograph = try PublishedPicture.make(from: MadeJPEG.file(16, 8) { _, _ in red })
    #expect(photograph.files.map(\.format) == [.webp, .jpeg])
    #expect(photograph.full.path.hasPrefix("assets/picture-16."))
    #expect(photograph.full.path.hasSuffix(".jpg"))
    let drawing = try PublishedPicture.make(from: Self.drawing.bytes)
    #expect(drawing.files.map(\.format) == [.webp, .png])
    #expect(try Seen(drawing.widest).rows == [[red, red, blue, blue], [red, red, blue, blue]])
  }

  @Test("The PNG holds what the WebP does")
  func sameInBoth() throws {
    let first = try PublishedPicture.make(from: Self.drawing.bytes)
    #expect(try PublishedPicture.make(from: first.full.bytes) == first)
  }

  @Test(
    "Kinds that are not taken are named",
    arguments: [
      ("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "SVG"),
      ("GIF89a....", "GIF"), ("RIFF....WEBPVP8 ", "WebP"), ("....ftypheic", "HEIC"),
      ("....ftypavif", "AVIF"), ("%PDF-1.7", "PDF"), ("BM......", "BMP"), ("II*\0....", "TIFF"),
    ])
  func otherKinds(text: String, kind: String) {
    #expect(flaw(of: Array(text.utf8)) == .otherKind(kind))
  }

  @Test func textIsNoPicture() {
    #expect(flaw(of: Array("Ghi chú cuộc họp".utf8)) == .unknownKind)
    #expect(flaw(of: []) == .empty)
  }

  @Test("Colours of ink are refused") func ink() {
    #expect(flaw(of: MadeJPEG.ink(16, 16)) == .inkColours)
  }

  @Test("A progressive JPEG and a grey one")
  func otherJPEGs() throws {
    let progressive = MadeJPEG.file(16, 8, flags: TJFLAG_PROGRESSIVE) { _, _ in red }
    #expect(isNear(try Seen.widest(of: progressive)[3, 3], red))
    let grey = MadeJPEG.file(16, 8, sampling: TJSAMP_GRAY) { _, _ in white }
    #expect(isNear(try Seen.widest(of: grey)[3, 3], white))
  }

  @Test("Sixteen bits, grey, a palette: all become colours of eight bits")
  func depths() throws {
    var deep = MadePNG(2, 1) { x, _ in x == 0 ? [255, 255, 0, 0, 0, 0] : [0, 0, 0, 0, 255, 255] }
    deep.depth = 16
    #expect(try Seen.widest(of: deep.bytes).rows == [[red, blue]])
    var grey = MadePNG(2, 1) { x, _ in [x == 0 ? 0 : 255] }
    grey.colourType = 0
    #expect(try Seen.widest(of: grey.bytes).rows == [[black, white]])
    var palette = MadePNG(2, 1) { x, _ in [UInt8(x)] }
    palette.colourType = 3
    palette.chunks = [("PLTE", green + blue)]
    #expect(try Seen.widest(of: palette.bytes).rows == [[green, blue]])
  }

  @Test("What is transparent becomes white")
  func transparency() throws {
    var png = MadePNG(3, 1) { x, _ in red + [[0, 255, 128][x]] }
    png.colourType = 6
    #expect(try Seen.widest(of: png.bytes).rows == [[white, red, [255, 127, 127]]])
  }

  @Test("Of an animation the picture that stands for it")
  func animation() throws {
    var png = Self.drawing
    png.chunks = [
      ("acTL", big(2) + big(0)),
      ("fcTL", big(0) + big(4) + big(2) + big(0) + big(0) + [0, 1, 0, 1, 0, 0]),
    ]
    let made = try PublishedPicture.make(from: png.bytes)
    #expect(try made == .make(from: Self.drawing.bytes))
    #expect(chunkNames(of: made.full.bytes) == ["IHDR", "IDAT", "IEND"])
  }
}
