extension Bitmap {
  /// The picture in sRGB with smaller sides: each pixel is the average light of what it covers.
  ///
  /// Averages of areas neither ring nor alias, and need one pass; only a row of the result is held
  /// besides it. Sides that are not smaller stay as they are.
  ///
  /// - Parameter profile: what the numbers of this picture mean.
  func scaled(width newWidth: Int, height newHeight: Int, profile: ColourProfile) -> Bitmap? {
    let (newWidth, newHeight) = (min(newWidth, width), min(newHeight, height))
    let columns = Share.all(of: width, among: newWidth)
    let light = profile.curves.flatMap { curve in curve.map(Float.init) }
    var result: [UInt8] = []
    result.reserveCapacity(newWidth * newHeight * 4)
    // The row that is being gathered, and what its last source row leaves for the next one.
    var row = [Float](repeating: 0, count: newWidth * 3)
    var next = row
    var gathered = row
    for (y, share) in Share.all(of: height, among: newHeight).enumerated() {
      gather(y, columns, light, into: &gathered)
      for index in row.indices {
        row[index] += gathered[index] * share.own
        next[index] += gathered[index] * share.ofNext
      }
      if share.isLast {
        Self.append(row, to: &result, profile.matrix)
        (row, next) = (next, [Float](repeating: 0, count: newWidth * 3))
      }
    }
    return Bitmap(width: newWidth, height: newHeight, bytes: result)
  }

  /// Light of a row, for fewer columns. By pointers: every pixel of a photograph passes here.
  private func gather(
    _ y: Int, _ columns: [Share], _ light: [Float], into gathered: inout [Float]
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      light.withUnsafeBufferPointer { light in
        columns.withUnsafeBufferPointer { columns in
          gathered.withUnsafeMutableBufferPointer { gathered in
            var start = y * width * 4
            var place = 0
            var (red, green, blue): (Float, Float, Float) = (0, 0, 0)
            for share in columns {
              let lightOfRed = light[Int(bytes[start])]
              let lightOfGreen = light[256 + Int(bytes[start + 1])]
              let lightOfBlue = light[512 + Int(bytes[start + 2])]
              start += 4
              red += lightOfRed * share.own
              green += lightOfGreen * share.own
              blue += lightOfBlue * share.own
              guard share.isLast else { continue }
              (gathered[place], gathered[place + 1], gathered[place + 2]) = (red, green, blue)
              place += 3
              red = lightOfRed * share.ofNext
              green = lightOfGreen * share.ofNext
              blue = lightOfBlue * share.ofNext
            }
          }
        }
      }
    }
  }

  private static func append(_ row: [Float], to result: inout [UInt8], _ matrix: [[Double]]?) {
    for start in stride(from: 0, to: row.count, by: 3) {
      var light = (row[start], row[start + 1], row[start + 2])
      if let matrix {
        func sum(_ line: [Double]) -> Float {
          Float(line[0]) * light.0 + Float(line[1]) * light.1 + Float(line[2]) * light.2
        }
        light = (sum(matrix[0]), sum(matrix[1]), sum(matrix[2]))
      }
      result.append(LinearLight.number(light.0))
      result.append(LinearLight.number(light.1))
      result.append(LinearLight.number(light.2))
      result.append(255)
    }
  }
}

/// How much of one pixel goes to which of fewer: to one, and, where it lies across a border, to the
/// next.
private struct Share {
  let own: Float
  let ofNext: Float
  /// With this pixel the one that it goes to is whole.
  let isLast: Bool

  /// Shares of `old` pixels among `new`, with `new <= old`. What comes to each adds up to 1.
  static func all(of old: Int, among new: Int) -> [Share] {
    (0..<old).map { index in
      let (start, end) = (index * new, (index + 1) * new)
      let border = (start / old + 1) * old
      let own = min(end, border) - start
      return Share(
        own: Float(own) / Float(old), ofNext: Float(new - own) / Float(old),
        isLast: end >= border)
    }
  }
}
