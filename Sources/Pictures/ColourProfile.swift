import Glibc

/// What the numbers of a picture mean: curves from numbers to light, and a matrix from there to
/// the light of sRGB.
///
/// Phones store photographs in Display P3. A page has no profile, so colours are brought to sRGB;
/// else they would come out pale. Profiles of this kind (ICC.1:2010, matrix and curves; or one
/// grey curve) are read; where a profile is another, the numbers are taken for sRGB, as by a
/// browser that knows none.
struct ColourProfile {
  /// For red, green and blue: light of each of the 256 numbers.
  let curves: [[UInt16]]
  /// Rows of the matrix; nil: the light is that of sRGB.
  let matrix: [[Double]]?

  static let sRGB = ColourProfile(
    curves: [[UInt16]](repeating: LinearLight.ofSRGB, count: 3), matrix: nil)

  private init(curves: [[UInt16]], matrix: [[Double]]?) {
    self.curves = curves
    self.matrix = matrix
  }

  init?(icc bytes: ArraySlice<UInt8>) {
    let profile = ByteView(bytes)
    guard let count = profile.number(128, 4), count <= 1000, profile.holds("XYZ ", at: 20) else {
      return nil
    }
    var tags: [String: ByteView] = [:]
    for index in 0..<count {
      let entry = 132 + index * 12
      guard let name = profile.part(entry, 4), let offset = profile.number(entry + 4, 4),
        let length = profile.number(entry + 8, 4), let part = profile.part(offset, length)
      else { continue }
      tags[String(decoding: name, as: UTF8.self)] = ByteView(part)
    }
    if profile.holds("GRAY", at: 16) {
      guard let curve = tags["kTRC"].flatMap(Self.curve) else { return nil }
      self.init(curves: [curve, curve, curve], matrix: nil)
      return
    }
    let curves = ["rTRC", "gTRC", "bTRC"].compactMap { tags[$0].flatMap(Self.curve) }
    let colours = ["rXYZ", "gXYZ", "bXYZ"].compactMap { tags[$0].flatMap(Self.colour) }
    guard profile.holds("RGB ", at: 16), curves.count == 3, colours.count == 3 else { return nil }
    let matrix = Self.fromXYZ.map { row in
      colours.map { colour in zip(row, colour).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    self.init(curves: curves, matrix: Self.isUnity(matrix) ? nil : matrix)
  }

  /// From XYZ under D50, in which profiles speak, to the light of sRGB.
  private static let fromXYZ = [
    [3.1338561, -1.6168667, -0.4906146],
    [-0.9787684, 1.9161415, 0.0334540],
    [0.0719453, -0.2289914, 1.4052427],
  ]

  /// Profiles of sRGB itself differ in the third decimal.
  private static func isUnity(_ matrix: [[Double]]) -> Bool {
    for row in 0..<3 {
      for column in 0..<3 where abs(matrix[row][column] - (row == column ? 1 : 0)) > 0.005 {
        return false
      }
    }
    return true
  }

  private static func colour(_ tag: ByteView) -> [Double]? {
    guard tag.holds("XYZ ") else { return nil }
    let parts = [8, 12, 16].compactMap { fixed(tag, $0) }
    return parts.count == 3 ? parts : nil
  }

  /// A number of the type s15Fixed16.
  private static func fixed(_ tag: ByteView, _ offset: Int) -> Double? {
    tag.number(offset, 4).map { Double(Int32(truncatingIfNeeded: $0)) / 65_536 }
  }

  private static func curve(_ tag: ByteView) -> [UInt16]? {
    if tag.holds("para") { return parametric(tag) }
    guard tag.holds("curv"), let count = tag.number(8, 4), count <= 65_536 else { return nil }
    if count == 0 { return sampled { $0 } }
    if count == 1 {
      guard let gamma = tag.number(12, 2) else { return nil }
      return sampled { pow($0, Double(gamma) / 256) }
    }
    let points = (0..<count).compactMap { tag.number(12 + $0 * 2, 2) }
    guard points.count == count else { return nil }
    return sampled { value in
      let place = value * Double(count - 1)
      let below = min(Int(place), count - 2)
      let part = place - Double(below)
      return (Double(points[below]) * (1 - part) + Double(points[below + 1]) * part) / 65_535
    }
  }

  /// ICC.1:2010, 10.16, types 0 to 4.
  private static func parametric(_ tag: ByteView) -> [UInt16]? {
    let counts = [1, 3, 4, 5, 7]
    guard let type = tag.number(8, 2), counts.indices.contains(type) else { return nil }
    let given = (0..<counts[type]).compactMap { fixed(tag, 12 + $0 * 4) }
    guard given.count == counts[type] else { return nil }
    let g = given[0]
    func parameter(_ index: Int) -> Double { index < given.count ? given[index] : 0 }
    let (a, b) = type == 0 ? (1, 0) : (parameter(1), parameter(2))
    switch type {
    case 0: return sampled { pow($0, g) }
    case 1, 2:
      let c = parameter(3)
      let start = a == 0 ? 0 : -b / a
      return sampled { $0 >= start ? pow(max(0, a * $0 + b), g) + c : c }
    default:
      let (c, d, e, f) = (parameter(3), parameter(4), parameter(5), parameter(6))
      return sampled { $0 >= d ? pow(max(0, a * $0 + b), g) + e : c * $0 + f }
    }
  }

  private static func sampled(_ light: (Double) -> Double) -> [UInt16] {
    (0...255).map { code in
      let value = light(Double(code) / 255)
      return UInt16((min(1, max(0, value.isNaN ? 0 : value)) * Double(LinearLight.full)).rounded())
    }
  }
}
