import CTurboJPEG
import MadePictures
import Pictures
import Testing

@Suite("Damaged files are refused, and hurt nobody")
struct DamageTests {
  private static let jpeg = MadeJPEG.file(64, 64) { x, y in [UInt8(x * 4), UInt8(y * 4), 90] }
  private static let progressive = MadeJPEG.file(64, 64, flags: TJFLAG_PROGRESSIVE) { x, y in
    [UInt8(x * 4), UInt8(y * 4), 90]
  }
  private static let png = MadePNG(32, 32) { x, y in [UInt8(x * 8), UInt8(y * 8), 90] }.bytes

  @Test("Cut off anywhere", arguments: [jpeg, progressive, png])
  func cutOff(file: [UInt8]) {
    #expect(flaw(of: file) == nil)
    for length in stride(from: 4, to: file.count - 12, by: max(1, file.count / 60)) {
      switch flaw(of: Array(file[..<length])) {
      case .broken, .unknownKind: break
      case let other: Issue.record("\(length) of \(file.count) bytes: \(String(describing: other))")
      }
    }
  }

  @Test("Any byte changed: an answer, whichever", arguments: [jpeg, progressive, png])
  func changed(file: [UInt8]) {
    var state: UInt32 = 7
    func random(below limit: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % limit
    }
    var refused = 0
    for _ in 0..<300 {
      var broken = file
      for _ in 0...random(below: 4) {
        broken[random(below: file.count)] = UInt8(random(below: 256))
      }
      if flaw(of: broken) != nil { refused += 1 }
    }
    #expect(refused > 20)
  }
}
