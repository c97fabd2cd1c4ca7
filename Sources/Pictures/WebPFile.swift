import CWebP

/// WebP (RFC 9649), written with libwebp: one chunk of pixels, no other.
enum WebPFile {
  /// - Parameter quality: 0 to 100; nil: every pixel as it is.
  static func encode(_ bitmap: Bitmap, quality: Int?) throws(PictureFlaw) -> [UInt8] {
    let (width, height) = (Int32(bitmap.width), Int32(bitmap.height))
    var buffer: UnsafeMutablePointer<UInt8>?
    let count =
      if let quality {
        WebPEncodeRGBA(bitmap.bytes, width, height, width * 4, Float(quality), &buffer)
      } else {
        WebPEncodeLosslessRGBA(bitmap.bytes, width, height, width * 4, &buffer)
      }
    defer { WebPFree(buffer) }
    guard count > 0, let buffer else { throw .broken("libwebp") }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }
}
