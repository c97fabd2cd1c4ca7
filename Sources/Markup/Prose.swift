/// The words of one paragraph, heading or cell, gathered while it is written, and where they stand.
struct Prose {
  /// Nothing is gathered where nobody asks, and in quotations.
  var isWanted = false
  private(set) var text: [UInt8] = []
  private var marks: [(offset: Int, line: Int, byte: Int)] = []

  mutating func begin() {
    text.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
  }

  /// - Parameters:
  ///   - line: line of the source, from 1.
  ///   - byte: bytes before the text in that line, as libcmark counts them.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, line: Int, byte: Int) {
    guard isWanted else { return }
    marks.append((text.count, line, byte))
    text.append(contentsOf: bytes)
  }

  /// A blank, the end of a line, or what stands for a number.
  mutating func append(_ byte: UInt8) {
    if isWanted { text.append(byte) }
  }

  /// Line and byte of the word that begins at an offset of `text`. libcmark's columns are short of
  /// the blanks that it strips from lines; so the word is looked for near them.
  func spot(of offset: Int, in source: MarkdownSource, linesAbove: Int) -> (line: Int, byte: Int) {
    guard let mark = marks.last(where: { $0.offset <= offset }) ?? marks.first else {
      return (1, 0)
    }
    let line = mark.line + linesAbove
    let guess = mark.byte + offset - mark.offset
    let text = source.line(line)
    let word = self.text[offset...].prefix { $0 > 0x20 }
    var found: Int?
    if !word.isEmpty, text.count >= word.count {
      for start in 0...(text.count - word.count)
      where text[start] == word.first && text[start...].starts(with: word) {
        if abs(start - guess) < abs((found ?? .max) - guess) { found = start }
      }
    }
    return (line, found ?? min(guess, text.count))
  }
}
