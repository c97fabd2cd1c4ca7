import MadePictures
import Pictures
import Testing

@Suite("Colours are brought to sRGB")
struct ColourTests {
  /// Columns of the matrix of sRGB under D50, as its own profile has them.
  private static let sRGB = [
    [0.4360, 0.2225, 0.0139], [0.3851, 0.7169, 0.0971], [0.1431, 0.0606, 0.7139],
  ]

  /// A profile of matrix and curves (ICC.1:2010).
  private static func profile(_ colours: [[Double]], curve: [UInt8], space: String = "RGB ")
    -> [UInt8]
  {
    func fixed(_ value: Double) -> [UInt8] { big(Int((value * 65_536).rounded())) }
    let names = ["rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC"]
    let curves = [[UInt8]](repeating: curve, count: 4)
    let parts =
      colours.map { Array("XYZ ".utf8) + big(0) + $0.flatMap(fixed) } + curves
    var table = big(names.count)
    var data: [UInt8] = []
    for (name, part) in zip(names, parts) {
      table += Array(name.utf8) + big(132 + names.count * 12 + data.count) + big(part.count)
      data += part
    }
    var header = [UInt8](repeating: 0, count: 128)
    header.replaceSubrange(16..<20, with: space.utf8)
    header.replaceSubrange(20..<24, with: "XYZ ".utf8)
    return header + table + data
  }

  /// One exponent (`para`, type 0).
  private static func gamma(_ value: Double) -> [UInt8] {
    Array("para".utf8) + big(0) + [0, 0, 0, 0] + big(Int(value * 65_536))
  }

  private static func seen(_ colour: [UInt8], _ profile: [UInt8]) throws -> [UInt8] {
    var png = MadePNG(2, 2) { _, _ in colour }
    png.chunks = [("iCCP", Array("x".utf8) + [0, 0] + storedZlib(profile))]
    return try Seen.widest(of: png.bytes)[0, 0]
  }

  @Test("Curves: numbers that stand for light itself")
  func curves() throws {
    let linear = Self.profile(Self.sRGB, curve: Self.gamma(1))
    #expect(try Self.seen([128, 128, 128], linear) == [188, 188, 188])
    let none = Self.profile(Self.sRGB, curve: Array("curv".utf8) + big(0) + big(0))
    #expect(try Self.seen([128, 128, 128], none) == [188, 188, 188])
    let points = Self.profile(
      Self.sRGB, curve: Array("curv".utf8) + big(0) + big(2) + [0, 0, 255, 255])
    #expect(try Self.seen([128, 128, 128], points) == [188, 188, 188])
    let exponent = Self.profile(
      Self.sRGB, curve: Array("curv".utf8) + big(0) + big(1) + [1, 0])
    #expect(try Self.seen([128, 128, 128], exponent) == [188, 188, 188])
  }

  @Test("Matrix: where red and green are exchanged, they are exchanged back")
  func matrix() throws {
    let exchanged = Self.profile(
      [Self.sRGB[1], Self.sRGB[0], Self.sRGB[2]], curve: Self.gamma(2.2))
    #expect(isNear(try Self.seen(red, exchanged), green, by: 3))
    #expect(isNear(try Self.seen(green, exchanged), red, by: 3))
  }

  @Test("Display P3, in which phones store: grey stays grey, colours become stronger numbers")
  func displayP3() throws {
    let p3 = Self.profile(
      [[0.5151, 0.2412, -0.0011], [0.2919, 0.6922, 0.0419], [0.1572, 0.0666, 0.7841]],
      curve: Self.gamma(2.2))
    #expect(isNear(try Self.seen([128, 128, 128], p3), [128, 128, 128], by: 2))
    let seen = try Self.seen([200, 100, 100], p3)
    #expect(seen[0] > 208 && seen[1] < 98, "\(seen)")
  }

  @Test("In a JPEG the profile lies in numbered segments, in any order")
  func segments() throws {
    let profile = Self.profile(
      [Self.sRGB[1], Self.sRGB[0], Self.sRGB[2]], curve: Self.gamma(2.2))
    let parts: [(marker: UInt8, content: [UInt8])] = [
      (0xE2, Array("ICC_PROFILE\0".utf8) + [2, 2] + profile[100...]),
      (0xE2, Array("ICC_PROFILE\0".utf8) + [1, 2] + profile[..<100]),
    ]
    let jpeg = MadeJPEG.file(MadeJPEG.file(16, 16) { _, _ in red }, with: parts)
    #expect(isNear(try Seen.widest(of: jpeg)[8, 8], green))
  }

  @Test("A grey profile") func grey() throws {
    let grey = Self.profile(Self.sRGB, curve: Self.gamma(1), space: "GRAY")
    #expect(try Self.seen([128, 128, 128], grey) == [188, 188, 188])
  }

  @Test("A profile that can't be read: the numbers are taken for sRGB")
  func broken() throws {
    let whole = Self.profile(Self.sRGB, curve: Self.gamma(1))
    // The last curve is of grey, which a profile of three colours does not need.
    for length in stride(from: 132, to: whole.count - 20, by: 40) {
      #expect(try Self.seen([128, 128, 128], Array(whole[..<length])) == [128, 128, 128])
    }
    let other = Self.profile(Self.sRGB, curve: Self.gamma(1), space: "CMYK")
    #expect(try Self.seen([128, 128, 128], other) == [128, 128, 128])
  }
}
