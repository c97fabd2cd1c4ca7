extension NFC {
  /// One base character and the marks after it: taken apart, put in canonical order, put together.
  struct Composer {
    private var run: [UInt32] = []
    private let pairs = CanonicalPairs.shared

    /// Starts with the last character of `output`, which is taken off it.
    mutating func begin(takingBaseFrom output: inout [UInt8]) {
      run.removeAll(keepingCapacity: true)
      guard let base = Composer.lastScalar(of: output) else { return }
      output.removeLast(base.length)
      takeApart(base.scalar)
    }

    mutating func add(_ mark: UInt32) {
      switch mark {
      case 0x340, 0x341: run.append(mark - 0x40)  // grave and acute "tone" marks
      case 0x343: run.append(0x313)
      case 0x344: run.append(contentsOf: [0x308, 0x301])
      default: run.append(mark)
      }
    }

    /// Appends the composed run to `output`.
    mutating func finish(into output: inout [UInt8]) {
      order()
      compose()
      for scalar in run { Composer.append(scalar, to: &output) }
    }

    private mutating func takeApart(_ scalar: UInt32) {
      guard let (base, mark) = pairs.decomposition(of: scalar) else { return run.append(scalar) }
      takeApart(base)
      run.append(mark)
    }

    /// The canonical ordering algorithm: a stable sort by combining class between starters.
    private mutating func order() {
      for index in run.indices.dropFirst() {
        let scalar = run[index]
        let itsClass = CanonicalPairs.combiningClass(of: scalar)
        guard itsClass != 0 else { continue }
        var place = index
        while place > 0, CanonicalPairs.combiningClass(of: run[place - 1]) > itsClass {
          run[place] = run[place - 1]
          place -= 1
        }
        run[place] = scalar
      }
    }

    /// The canonical composition algorithm: a mark joins the starter unless one of its own class,
    /// or a higher one, stands between them.
    private mutating func compose() {
      var starter: Int?
      var lastClass: UInt8 = 0
      var kept = 0
      for scalar in run {
        let itsClass = CanonicalPairs.combiningClass(of: scalar)
        if let starter, lastClass == 0 || lastClass < itsClass,
          let composed = pairs.composition(of: run[starter], scalar)
        {
          run[starter] = composed
          continue
        }
        if itsClass == 0 { starter = kept }
        lastClass = itsClass
        run[kept] = scalar
        kept += 1
      }
      run.removeLast(run.count - kept)
    }

    /// The last character of UTF-8 bytes; nil where they end in none that is complete.
    private static func lastScalar(of bytes: [UInt8]) -> (scalar: UInt32, length: Int)? {
      guard let last = bytes.last else { return nil }
      if last < 0x80 { return (UInt32(last), 1) }
      var scalar: UInt32 = 0
      for length in 1...4 where length <= bytes.count {
        let byte = bytes[bytes.count - length]
        if byte & 0xC0 == 0x80 {
          scalar |= UInt32(byte & 0x3F) << UInt32(6 * (length - 1))
          continue
        }
        let leads: [UInt8] = [0, 0, 0xC0, 0xE0, 0xF0]
        let masks: [UInt8] = [0, 0, 0xE0, 0xF0, 0xF8]
        guard length > 1, byte & masks[length] == leads[length] else { return nil }
        scalar |= UInt32(byte & ~masks[length]) << UInt32(6 * (length - 1))
        return (scalar, length)
      }
      return nil
    }

    private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
      let tail = { (shift: UInt32) in 0x80 | UInt8(scalar >> shift & 0x3F) }
      switch scalar {
      case ..<0x80:
        output.append(UInt8(scalar))
      case ..<0x800:
        output.append(0xC0 | UInt8(scalar >> 6))
        output.append(tail(0))
      case ..<0x10000:
        output.append(0xE0 | UInt8(scalar >> 12))
        output.append(tail(6))
        output.append(tail(0))
      default:
        output.append(0xF0 | UInt8(scalar >> 18 & 0x07))
        output.append(tail(12))
        output.append(tail(6))
        output.append(tail(0))
      }
    }
  }
}
