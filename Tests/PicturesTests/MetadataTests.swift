import MadePictures
import Pictures
import Testing

@Suite("Nothing of the file but its pixels is published")
struct MetadataTests {
  private static let secrets = [
    "GPSLatitude 10.4938", "SecretCamera X100", "Nguyen Van An", "2025:07:30 08:15:00",
  ]

  private static func hasSecret(_ file: [UInt8]) -> Bool {
    (secrets + ["Exif", "ns.adobe.com", "Photoshop", "ICC_PROFILE", "ftypmp42"]).contains {
      secret in
      let wanted = Array(secret.utf8)
      return file.count >= wanted.count
        && (0...file.count - wanted.count).contains {
          file[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
    }
  }

  @Test("JPEG: EXIF with its small picture, XMP, IPTC, comments, what apps put behind the end")
  func jpeg() throws {
    let thumbnail = MadeJPEG.file(16, 16) { _, _ in green }
    let plain = MadeJPEG.file(800, 32) { x, _ in x < 400 ? red : blue }
    let words = Self.secrets.joined(separator: "\0")
    let block = Array("Exif\0\0".utf8) + exif(orientation: 1, alsoSays: Self.secrets) + thumbnail
    let file =
      MadeJPEG.file(
        plain,
        with: [
          (0xE1, block), (0xE1, Array("http://ns.adobe.com/xap/1.0/\0\(words)".utf8)),
          (0xED, Array("Photoshop 3.0\0\(words)".utf8)), (0xFE, Array(words.utf8)),
          (0xE2, Array("ICC_PROFILE\0\u{1}\u{1}\(words)".utf8)),
        ]) + Array("....ftypmp42 \(words)".utf8)
    #expect(Self.hasSecret(file), "the file has nothing to hide: nothing would be tried")
    let picture = try PublishedPicture.make(from: file)
    for finished in picture.files { #expect(!Self.hasSecret(finished.bytes), "\(finished.path)") }
    for finished in picture.others {
      // JFIF, tables, frame: no APP1 to APP15, no comment.
      let allowed: [UInt8] = [0xE0, 0xDB, 0xC2, 0xC4]
      #expect(MadeJPEG.markers(of: finished.bytes).allSatisfy(allowed.contains))
      #expect(finished.bytes.suffix(2) == [0xFF, 0xD9])
    }
    for finished in picture.webP {
      // One chunk of pixels: `RIFF`, length, `WEBP`, `VP8 `, and it fills the file.
      let head = String(decoding: finished.bytes[8..<16], as: UTF8.self)
      #expect(head == "WEBPVP8 ")
      let length = finished.bytes[16..<20].reversed().reduce(0) { $0 << 8 | Int($1) }
      #expect(20 + length == finished.bytes.count)
    }
    // The same bytes as without all that.
    #expect(try picture == .make(from: plain))
  }

  @Test("PNG: EXIF, texts, time, chunks of apps")
  func png() throws {
    let plain = MadePNG(800, 16) { x, _ in x < 400 ? red : blue }
    var png = plain
    let words = Self.secrets.joined(separator: " ")
    png.chunks = [
      ("tEXt", Array("Author\0\(words)".utf8)),
      ("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0\(words)".utf8)),
      ("tIME", [7, 233, 7, 30, 8, 15, 0]), ("prVt", Array(words.utf8)),
      ("eXIf", exif(orientation: 1, alsoSays: Self.secrets)),
    ]
    #expect(Self.hasSecret(png.bytes))
    let picture = try PublishedPicture.make(from: png.bytes)
    for finished in picture.files { #expect(!Self.hasSecret(finished.bytes), "\(finished.path)") }
    for finished in picture.others {
      #expect(Set(chunkNames(of: finished.bytes)) == ["IHDR", "IDAT", "IEND"])
    }
    #expect(try picture == .make(from: plain.bytes))
  }

  @Test("The name of a file tells its bytes and its width, and nothing of who made it")
  func names() throws {
    let one = try PublishedPicture.make(from: MadeJPEG.file(16, 8) { _, _ in red })
    let other = try PublishedPicture.make(from: MadeJPEG.file(16, 8) { _, _ in blue })
    #expect(one.full.path.wholeMatch(of: #/assets/picture-16\.[0-9a-f]{12}\.jpg/#) != nil)
    #expect(one.full.path != other.full.path)
    #expect(try one == .make(from: MadeJPEG.file(16, 8) { _, _ in red }))
  }
}
