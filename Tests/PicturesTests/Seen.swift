import CTurboJPEG
import CWebP
import Pictures
import Testing

/// Pixels of a finished file, as a browser would see them.
struct Seen {
  let width: Int
  let height: Int
  private let pixels: [UInt8]

  init(_ file: PublishedPicture.File) throws {
    try #require(file.format != .png)
    let (width, height, pixels) =
      file.format == .webp ? Self.webP(file.bytes) : Self.jpeg(file.bytes)
    try #require(pixels.count == width * height * 4, "it can't be decoded")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// The widest WebP that is made of a file.
  static func widest(of source: [UInt8]) throws -> Seen {
    try Seen(PublishedPicture.make(from: source).widest)
  }

  /// Red, green and blue.
  subscript(x: Int, y: Int) -> [UInt8] {
    let start = (y * width + x) * 4
    return Array(pixels[start..<start + 3])
  }

  /// Rows of pixels.
  var rows: [[[UInt8]]] { (0..<height).map { y in (0..<width).map { self[$0, y] } } }

  private static func webP(_ bytes: [UInt8]) -> (Int, Int, [UInt8]) {
    var (width, height) = (Int32(0), Int32(0))
    let start = WebPDecodeRGBA(bytes, bytes.count, &width, &height)
    defer { WebPFree(start) }
    let count = start == nil ? 0 : Int(width * height * 4)
    return (Int(width), Int(height), Array(UnsafeBufferPointer(start: start, count: count)))
  }

  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int, [UInt8]) {
    let codec = tjInitDecompress()
    defer { tjDestroy(codec) }
    var (width, height, sampling, colours) = (Int32(0), Int32(0), Int32(0), Int32(0))
    tjDecompressHeader3(
      codec, bytes, UInt(bytes.count), &width, &height, &sampling, &colours)
    var pixels = [UInt8](repeating: 0, count: Int(width * height * 4))
    let status = tjDecompress2(
      codec, bytes, UInt(bytes.count), &pixels, width, 0, height, Int32(TJPF_RGBA.rawValue), 0)
    return (Int(width), Int(height), status == 0 ? pixels : [])
  }
}

extension PublishedPicture {
  /// The widest WebP.
  var widest: File { webP[webP.count - 1] }
}

/// Whether two colours are nearly the same; a lossy file never holds the very number.
func isNear(_ a: [UInt8], _ b: [UInt8], by distance: Int = 12) -> Bool {
  zip(a, b).allSatisfy { abs(Int($0) - Int($1)) <= distance }
}

func flaw(of bytes: [UInt8]) -> PictureFlaw? {
  do throws(PictureFlaw) {
    _ = try PublishedPicture.make(from: bytes)
    return nil
  } catch {
    return error
  }
}

let red: [UInt8] = [255, 0, 0]
let green: [UInt8] = [0, 255, 0]
let blue: [UInt8] = [0, 0, 255]
let white: [UInt8] = [255, 255, 255]
let black: [UInt8] = [0, 0, 0]
