import CTurboJPEG
import MadePictures

/// JPEG files as tests need them: written by libjpeg-turbo, with segments put in by hand.
enum MadeJPEG {
  /// - Parameter pixel: red, green and blue at (x, y).
  static func file(
    _ width: Int, _ height: Int, flags: Int32 = 0, sampling: TJSAMP = TJSAMP_444,
    _ pixel: (Int, Int) -> [UInt8]
  ) -> [UInt8] {
    let pixels = (0..<height).flatMap { y in (0..<width).flatMap { x in pixel(x, y) } }
    return compressed(pixels, width, height, TJPF_RGB, sampling, flags)
  }

  /// A large picture whose rows are all the same.
  static func file(height: Int, row: [UInt8]) -> [UInt8] {
    let rows = Array(repeatElement(row, count: height).joined())
    return compressed(rows, row.count / 3, height, TJPF_RGB, TJSAMP_420, 0)
  }

  /// A picture of one colour of ink.
  static func ink(_ width: Int, _ height: Int) -> [UInt8] {
    compressed(
      [UInt8](repeating: 90, count: width * height * 4), width, height, TJPF_CMYK, TJSAMP_444, 0)
  }

  private static func compressed(
    _ pixels: [UInt8], _ width: Int, _ height: Int, _ format: TJPF, _ sampling: TJSAMP,
    _ flags: Int32
  ) -> [UInt8] {
    let codec = tjInitCompress()
    defer { tjDestroy(codec) }
    var buffer: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    tjCompress2(
      codec, pixels, Int32(width), 0, Int32(height), Int32(format.rawValue), &buffer, &size,
      Int32(sampling.rawValue), 95, flags)
    defer { tjFree(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
  }

  /// The file with segments behind its first mark.
  static func file(
    _ file: [UInt8], with segments: [(marker: UInt8, content: [UInt8])]
  ) -> [UInt8] {
    let inserted = segments.flatMap { segment in
      [0xFF, segment.marker] + big(segment.content.count + 2)[2...] + segment.content
    }
    return file[..<2] + inserted + file[2...]
  }

  /// Markers of the segments in front of the pixels.
  static func markers(of file: [UInt8]) -> [UInt8] {
    var markers: [UInt8] = []
    var offset = 2
    while offset + 4 <= file.count, file[offset] == 0xFF, file[offset + 1] != 0xDA {
      markers.append(file[offset + 1])
      offset += 2 + (Int(file[offset + 2]) << 8 | Int(file[offset + 3]))
    }
    return markers
  }
}

/// A block of EXIF: one field (Orientation), or also the place, the camera and a small picture.
func exif(orientation: UInt8, isLittleEndian: Bool = true, alsoSays words: [String] = []) -> [UInt8]
{
  func number(_ value: Int, _ count: Int) -> [UInt8] {
    let bytes = Array(big(value)[(4 - count)...])
    return isLittleEndian ? bytes.reversed() : bytes
  }
  let mark: [UInt8] = isLittleEndian ? [0x49, 0x49] : [0x4D, 0x4D]
  let value = number(Int(orientation), 2) + [0, 0]
  // One entry in the first directory: tag 0x0112, SHORT, one value. The rest follows behind it, as
  // makers of cameras put it: for a reader that looks for no other field it is not there.
  return mark + number(42, 2) + number(8, 4) + number(1, 2) + number(0x0112, 2) + number(3, 2)
    + number(1, 4) + value + number(0, 4) + words.flatMap { Array($0.utf8) + [0] }
}
