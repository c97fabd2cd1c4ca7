import Glibc

/// Light instead of the numbers that stand for it: half of black and white is the grey that the
/// eye sees from afar, and only light may be averaged. IEC 61966-2-1 (sRGB), 16 bits.
enum LinearLight {
  static let full = 65_535

  /// Light of each of the 256 numbers of sRGB.
  static let ofSRGB: [UInt16] = (0...255).map { code in
    UInt16((decode(Double(code) / 255) * Double(full)).rounded())
  }

  /// The number of sRGB nearest to an amount of light; what no screen shows is cut off.
  static func number(_ light: Float) -> UInt8 {
    toSRGB[Int(min(Float(full), max(0, light.rounded())))]
  }

  private static let toSRGB: [UInt8] = (0...full).map { light in
    UInt8((encode(Double(light) / Double(full)) * 255).rounded())
  }

  private static func decode(_ value: Double) -> Double {
    value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func encode(_ light: Double) -> Double {
    light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
  }
}
