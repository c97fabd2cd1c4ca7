/// PNG files as tests need them, written by hand: pixels are not packed.
package struct MadePNG {
  package var width: Int
  package var height: Int
  /// 0 grey, 2 colours, 3 palette, 6 colours and opacity.
  package var colourType: UInt8 = 2
  package var depth: UInt8 = 8
  /// Rows one after the other, without filters.
  package var samples: [UInt8]
  /// Chunks in front of the pixels, such as `eXIf`.
  package var chunks: [(name: String, content: [UInt8])] = []

  /// - Parameter pixel: red, green and blue at (x, y).
  package init(_ width: Int, _ height: Int, _ pixel: (Int, Int) -> [UInt8]) {
    self.width = width
    self.height = height
    samples = (0..<height).flatMap { y in (0..<width).flatMap { x in pixel(x, y) } }
  }

  package var bytes: [UInt8] {
    let header = big(width) + big(height) + [depth, colourType, 0, 0, 0]
    let rowLength = samples.count / height
    let rows = (0..<height).flatMap { y in
      [0] + samples[y * rowLength..<(y + 1) * rowLength]
    }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let pixels = storedZlib(rows)
    for (name, content) in [("IHDR", header)] + chunks + [("IDAT", pixels), ("IEND", [])] {
      let named = Array(name.utf8) + content
      file += big(content.count) + named + big(Int(checksum(named)))
    }
    return file
  }
}

/// A stream of zlib that packs nothing (RFC 1950; RFC 1951, stored blocks).
package func storedZlib(_ bytes: [UInt8]) -> [UInt8] {
  var stream: [UInt8] = [0x78, 0x01]
  var start = 0
  repeat {
    let count = min(65_535, bytes.count - start)
    let isLast: UInt8 = start + count == bytes.count ? 1 : 0
    let low = UInt8(count & 255)
    let high = UInt8(count >> 8)
    stream += [isLast, low, high, ~low, ~high] + bytes[start..<start + count]
    start += count
  } while start < bytes.count
  var (a, b) = (1, 0)
  for byte in bytes {
    a = (a + Int(byte)) % 65_521
    b = (b + a) % 65_521
  }
  return stream + big(b << 16 | a)
}

/// A number of four bytes, the largest first.
package func big(_ number: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(number >> $0 & 255) }
}

/// CRC-32 of ISO 3309.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}

/// Names of the chunks of a PNG.
package func chunkNames(of png: [UInt8]) -> [String] {
  var names: [String] = []
  var offset = 8
  while offset + 8 <= png.count {
    names.append(String(decoding: png[offset + 4..<offset + 8], as: UTF8.self))
    offset += 12 + png[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
  return names
}
