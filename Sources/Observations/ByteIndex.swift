/// Finds the number of a short text by its bytes, so that no `String` is made a cell.
///
/// Open addressing with linear steps; the hash is FNV-1a, the same on every machine.
struct ByteIndex: Sendable {
  private var slots: [Int32]
  private var keys: [[UInt8]] = []
  /// Neighbouring rows often repeat a code.
  private var last: Int32 = -1

  init(_ texts: some Sequence<String> = []) {
    slots = [Int32](repeating: -1, count: 16)
    for text in texts { _ = insert(Array(text.utf8)[...]) }
  }

  var count: Int { keys.count }

  func text(_ index: Int) -> String { String(decoding: keys[index], as: UTF8.self) }

  /// The number under which the bytes were inserted.
  mutating func find(_ bytes: ArraySlice<UInt8>) -> Int? {
    if last >= 0, keys[Int(last)].elementsEqual(bytes) { return Int(last) }
    let slot = slot(of: bytes)
    guard slots[slot] >= 0 else { return nil }
    last = slots[slot]
    return Int(slots[slot])
  }

  /// The number of the bytes, a new one (the next from 0) if they were not there.
  mutating func insert(_ bytes: ArraySlice<UInt8>) -> Int {
    if let found = find(bytes) { return found }
    if (keys.count + 1) * 2 > slots.count { grow() }
    keys.append(Array(bytes))
    slots[slot(of: bytes)] = Int32(keys.count - 1)
    return keys.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, key) in keys.enumerated() { slots[slot(of: key[...])] = Int32(number) }
  }

  /// The slot that holds the bytes, or the free one where they belong.
  private func slot(of bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] >= 0, !keys[Int(slots[slot])].elementsEqual(bytes) {
      slot = (slot + 1) & mask
    }
    return slot
  }
}
