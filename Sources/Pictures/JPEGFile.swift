import CTurboJPEG

/// JPEG (ITU-T T.81), read and written with libjpeg-turbo.
enum JPEGFile {
  /// Damage that the library could live with is not: a photograph that is grey from the middle on
  /// is worse than none. Scans are limited, for a small file can ask for thousands.
  private static let readingFlags = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT

  // MARK: Reading

  static func header(of bytes: [UInt8]) throws(PictureFlaw) -> StoredPicture.Header {
    let codec = try Codec(tjInitDecompress())
    var (width, height, subsampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let status = tjDecompressHeader3(
      codec.handle, bytes, UInt(bytes.count), &width, &height, &subsampling, &colours)
    guard status == 0 else { throw codec.flaw }
    if colours == Int32(TJCS_CMYK.rawValue) || colours == Int32(TJCS_YCCK.rawValue) {
      throw .inkColours
    }
    let segments = segments(of: bytes)
    let exif = segments.first { $0.marker == 0xE1 && ByteView($0.content).holds("Exif\0\0") }
    return StoredPicture.Header(
      width: Int(width), height: Int(height), exif: exif?.content.dropFirst(6),
      profile: profile(in: segments))
  }

  static func pixels(
    of bytes: [UInt8], width: Int, height: Int, atLeast needed: Int
  ) throws(PictureFlaw) -> Bitmap {
    // The library makes n eighths of a picture in the memory of these pixels alone. It averages
    // numbers, not light: so only where the whole would be too large.
    func isEnough(_ eighths: Int) -> Bool {
      let (width, height) = ((width * eighths + 7) / 8, (height * eighths + 7) / 8)
      return width >= needed && width * height >= PictureLimits.pixelsAtOnce / 4
    }
    let eighths =
      width * height > PictureLimits.pixelsAtOnce ? (1...8).first(where: isEnough) ?? 8 : 8
    let (width, height) = ((width * eighths + 7) / 8, (height * eighths + 7) / 8)
    let codec = try Codec(tjInitDecompress())
    var pixels = [UInt8](repeating: 0, count: width * height * 4)
    let status = tjDecompress2(
      codec.handle, bytes, UInt(bytes.count), &pixels, Int32(width), Int32(width * 4),
      Int32(height), Int32(TJPF_RGBA.rawValue), readingFlags)
    guard status == 0, let bitmap = Bitmap(width: width, height: height, bytes: pixels) else {
      throw codec.flaw
    }
    return bitmap
  }

  /// The parts before the picture's own data.
  private static func segments(
    of bytes: [UInt8]
  ) -> [(marker: UInt8, content: ArraySlice<UInt8>)] {
    let file = ByteView(bytes[...])
    var segments: [(marker: UInt8, content: ArraySlice<UInt8>)] = []
    var offset = 2
    while file[offset] == 0xFF, let marker = file[offset + 1], marker != 0xDA {
      if marker == 0xFF {  // fill
        offset += 1
        continue
      }
      guard let length = file.number(offset + 2, 2), length >= 2,
        let content = file.part(offset + 4, length - 2)
      else { break }
      segments.append((marker, content))
      offset += 2 + length
    }
    return segments
  }

  /// The profile lies in several segments if it is long, numbered from 1 (ICC.1:2010, B.4).
  private static func profile(
    in segments: [(marker: UInt8, content: ArraySlice<UInt8>)]
  ) -> ArraySlice<UInt8>? {
    let parts = segments.filter { segment in
      segment.marker == 0xE2 && ByteView(segment.content).holds("ICC_PROFILE\0")
    }.map(\.content).sorted { (ByteView($0)[12] ?? 0) < (ByteView($1)[12] ?? 0) }
    return parts.isEmpty ? nil : parts.flatMap { $0.dropFirst(14) }[...]
  }

  // MARK: Writing

  /// A progressive JPEG, colours at half the resolution: tables, frame and scans behind the mark of
  /// JFIF, nothing else.
  static func encode(_ bitmap: Bitmap, quality: Int) throws(PictureFlaw) -> [UInt8] {
    let codec = try Codec(tjInitCompress())
    var buffer: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    let sampling = bitmap.isGrey ? TJSAMP_GRAY : TJSAMP_420
    let status = tjCompress2(
      codec.handle, bitmap.bytes, Int32(bitmap.width), Int32(bitmap.width * 4),
      Int32(bitmap.height), Int32(TJPF_RGBA.rawValue), &buffer, &size, Int32(sampling.rawValue),
      Int32(quality), TJFLAG_PROGRESSIVE | TJFLAG_ACCURATEDCT)
    defer { tjFree(buffer) }
    guard status == 0, let buffer else { throw codec.flaw }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
  }

  /// The library's handle, given back whatever happens.
  private struct Codec: ~Copyable {
    let handle: tjhandle

    init(_ handle: tjhandle?) throws(PictureFlaw) {
      guard let handle else { throw .broken("libjpeg-turbo") }
      self.handle = handle
    }

    deinit { tjDestroy(handle) }

    var flaw: PictureFlaw { .broken(String(cString: tjGetErrorStr2(handle))) }
  }
}
