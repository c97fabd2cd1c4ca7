import CSpng
import Glibc

/// PNG (ISO/IEC 15948), read and written with libspng: unlike libpng's own interface it needs no
/// jumps out of C, and it hands out the colour profile.
enum PNGFile {
  /// Of a chunk that is no picture, and of all of them together: what is packed in them may be small
  /// and unpack to anything.
  private static let chunkBytes = 8_000_000

  // MARK: Reading

  static func header(of bytes: [UInt8]) throws(PictureFlaw) -> StoredPicture.Header {
    try reading(bytes) { context throws(PictureFlaw) in
      var header = spng_ihdr()
      try check(spng_get_ihdr(context, &header))
      // Sides that are refused anyway: libspng would look for the rest of the file.
      let isSmall = max(header.width, header.height) <= PictureLimits.side
      return StoredPicture.Header(
        width: Int(header.width), height: Int(header.height),
        exif: isSmall ? exif(of: bytes) : nil, profile: isSmall ? profile(of: context) : nil)
    }
  }

  /// Of an animation the picture that stands for it. What is transparent becomes white.
  static func pixels(of bytes: [UInt8], width: Int, height: Int) throws(PictureFlaw) -> Bitmap {
    var pixels = [UInt8](repeating: 0, count: width * height * 4)
    try reading(bytes) { context throws(PictureFlaw) in
      // A palette, grey, 16 bits and a transparent colour all become red, green, blue and opacity.
      try check(
        spng_decode_image(
          context, &pixels, pixels.count, Int32(SPNG_FMT_RGBA8.rawValue),
          Int32(SPNG_DECODE_TRNS.rawValue)))
    }
    layOnWhite(&pixels)
    guard let bitmap = Bitmap(width: width, height: height, bytes: pixels) else {
      throw .broken("\(width) × \(height)")
    }
    return bitmap
  }

  /// As browsers do it: numbers are mixed, not light.
  private static func layOnWhite(_ pixels: inout [UInt8]) {
    for start in stride(from: 0, to: pixels.count, by: 4) where pixels[start + 3] != 255 {
      let opacity = Int(pixels[start + 3])
      for index in start..<start + 3 {
        pixels[index] = UInt8((Int(pixels[index]) * opacity + 255 * (255 - opacity) + 127) / 255)
      }
      pixels[start + 3] = 255
    }
  }

  private static func profile(of context: OpaquePointer) -> ArraySlice<UInt8>? {
    var profile = spng_iccp()
    guard spng_get_iccp(context, &profile) == 0, let start = profile.profile else { return nil }
    return UnsafeRawBufferPointer(start: start, count: profile.profile_len)[...].map { $0 }[...]
  }

  /// The chunk `eXIf`, wherever it stands; libspng finds it only in front of the picture.
  private static func exif(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let file = ByteView(bytes[...])
    var offset = 8
    while let length = file.number(offset, 4), let content = file.part(offset + 8, length) {
      if file.holds("eXIf", at: offset + 4) { return content }
      offset += 12 + length
    }
    return nil
  }

  private static func reading<Result>(
    _ bytes: [UInt8], _ body: (OpaquePointer) throws(PictureFlaw) -> Result
  ) throws(PictureFlaw) -> Result {
    guard let context = spng_ctx_new(0) else { throw .broken("libspng") }
    defer { spng_ctx_free(context) }
    return try bytes.withUnsafeBufferPointer { buffer throws(PictureFlaw) in
      try check(spng_set_chunk_limits(context, chunkBytes, chunkBytes))
      try check(spng_set_png_buffer(context, buffer.baseAddress, buffer.count))
      return try body(context)
    }
  }

  // MARK: Writing

  /// Header, pixels, end; no other chunk. Grey where the picture has no colours.
  static func encode(_ bitmap: Bitmap) throws(PictureFlaw) -> [UInt8] {
    guard let context = spng_ctx_new(Int32(SPNG_CTX_ENCODER.rawValue)) else {
      throw .broken("libspng")
    }
    defer { spng_ctx_free(context) }
    let isGrey = bitmap.isGrey
    var pixels: [UInt8] = []
    pixels.reserveCapacity(bitmap.width * bitmap.height * (isGrey ? 1 : 3))
    for start in stride(from: 0, to: bitmap.bytes.count, by: 4) {
      pixels += bitmap.bytes[start..<start + (isGrey ? 1 : 3)]
    }
    let colours = isGrey ? SPNG_COLOR_TYPE_GRAYSCALE : SPNG_COLOR_TYPE_TRUECOLOR
    var header = spng_ihdr(
      width: UInt32(bitmap.width), height: UInt32(bitmap.height), bit_depth: 8,
      color_type: UInt8(colours.rawValue), compression_method: 0, filter_method: 0,
      interlace_method: 0)
    try check(spng_set_option(context, SPNG_ENCODE_TO_BUFFER, 1))
    try check(spng_set_option(context, SPNG_IMG_COMPRESSION_LEVEL, 9))
    try check(spng_set_ihdr(context, &header))
    try check(
      spng_encode_image(
        context, pixels, pixels.count, Int32(SPNG_FMT_PNG.rawValue),
        Int32(SPNG_ENCODE_FINALIZE.rawValue)))
    var (count, error) = (0, Int32(0))
    guard let file = spng_get_png_buffer(context, &count, &error) else {
      throw .broken(String(cString: spng_strerror(error)))
    }
    defer { free(file) }
    return Array(UnsafeRawBufferPointer(start: file, count: count))
  }

  private static func check(_ status: Int32) throws(PictureFlaw) {
    if status != 0 { throw .broken(String(cString: spng_strerror(status))) }
  }
}
