/// Reads records from bytes and notes where their fields lie. It goes on after a defect, at the
/// next record.
struct CSVReader {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  private(set) var findings: CSVFindings
  /// See `CSVDocument.bounds`.
  private(set) var bounds: [Int] = []
  private(set) var lines: [Int] = []

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  /// Bytes at which a plain field stops to be looked at: all are below 64, so a bit for each.
  private let plainStops: UInt64
  private let quotedStops: UInt64
  private var position = 0
  /// Line of `position`, from 1.
  private var line = 1

  init(bytes: UnsafeBufferPointer<UInt8>, delimiter: CSVDelimiter, findings: CSVFindings) {
    self.bytes = bytes
    self.delimiter = delimiter.rawValue
    self.findings = findings
    let bit = { (byte: UInt8) in UInt64(1) << UInt64(byte) }
    quotedStops = bit(0) | bit(Self.quote) | bit(Self.lineFeed)
    plainStops = quotedStops | bit(Self.carriageReturn) | bit(delimiter.rawValue)
    bounds.reserveCapacity(bytes.count / 6)
  }

  /// Reads to the end; the number of columns, or nil if the header itself has a defect.
  mutating func readAll() -> Int? {
    guard readRecord() else { return nil }
    let columnCount = bounds.count - 1
    lines.append(1)
    var blankLines: [Int] = []
    while position < bytes.count {
      let first = bounds.count
      let startLine = line
      let isSound = readRecord()
      if isSound && bounds.count == first + 2 && bounds[first + 1] - 1 == bounds[first] {
        blankLines.append(startLine)
        bounds.removeLast(2)
        continue
      }
      // What stands after them shows that the blank lines were not the end.
      for blank in blankLines { findings.blankRow(line: blank) }
      blankLines.removeAll()
      if isSound && isWholeRow(from: first, startLine: startLine, columnCount: columnCount) {
        lines.append(startLine)
      } else {
        bounds.removeLast(bounds.count - first)
      }
    }
    return columnCount
  }

  /// Whether the record whose bounds begin at `first` has the right number of fields and not
  /// nothing but delimiters.
  private mutating func isWholeRow(from first: Int, startLine: Int, columnCount: Int) -> Bool {
    let fieldCount = bounds.count - first - 1
    let end = bounds[bounds.count - 1] - 1
    if fieldCount > 1, end - bounds[first] == fieldCount - 1 {
      findings.phantomRow(line: startLine)
      return false
    }
    if fieldCount == columnCount { return true }
    // The first field too many, or the end where the missing ones should stand.
    let offset = fieldCount > columnCount ? bounds[first + columnCount] : end
    findings.raggedRow(at: offset, fields: fieldCount, expected: columnCount)
    return false
  }

  // MARK: Records

  /// Appends the bounds of one record and steps behind its line break; false if it has a defect.
  private mutating func readRecord() -> Bool {
    let first = bounds.count
    var isSound = true
    while true {
      bounds.append(position)
      if position < bytes.count && bytes[position] == Self.quote {
        switch readQuoted() {
        case .sound: break
        case .defective: isSound = false
        case .abandoned:
          bounds.removeLast(bounds.count - first)
          return false
        }
      } else if !readPlain() {
        isSound = false
      }
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    bounds.append(position + 1)
    if position < bytes.count {
      position += bytes[position] == Self.carriageReturn ? 2 : 1
      line += 1
    }
    return isSound
  }

  /// Reads to the delimiter or line break; false if a character stands in it that must not.
  private mutating func readPlain() -> Bool {
    var isSound = true
    while position < bytes.count {
      let byte = bytes[position]
      guard byte < 64, plainStops >> UInt64(byte) & 1 == 1 else {
        position += 1
        continue
      }
      if byte == delimiter || byte == Self.lineFeed { return isSound }
      if byte == Self.carriageReturn && isLineBreak(at: position) { return isSound }
      if byte == Self.quote {
        // One finding a field: the second quote of a pair says nothing new.
        if isSound { findings.strayQuote(at: position) }
      } else {
        findings.controlCharacter(byte, at: position)
      }
      isSound = false
      position += 1
    }
    return isSound
  }

  // MARK: Quoted fields

  private enum Quoted {
    case sound, defective
    /// The quote was never closed; reading goes on at the line after it.
    case abandoned
  }

  private mutating func readQuoted() -> Quoted {
    let opened = position
    let openedLine = line
    var isSound = true
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      guard byte < 64, quotedStops >> UInt64(byte) & 1 == 1 else {
        position += 1
        continue
      }
      position += 1
      if byte == Self.lineFeed {
        line += 1
      } else if byte == 0 {
        findings.controlCharacter(byte, at: position - 1)
        isSound = false
      } else if position < bytes.count && bytes[position] == Self.quote {
        position += 1
      } else if isAtFieldEnd {
        return isSound ? .sound : .defective
      } else if line == openedLine {
        findings.textAfterQuote(at: position)
        // A quote in what follows is part of the same mistake.
        while !isAtFieldEnd { position += 1 }
        return .defective
      } else {
        // A quote that is left open ends at the next field that is quoted, somewhere below. (So
        // each line is looked at twice at most, however many quotes are open.)
        return abandon(opened: opened, line: openedLine)
      }
    }
    return abandon(opened: opened, line: openedLine)
  }

  private mutating func abandon(opened: Int, line openedLine: Int) -> Quoted {
    let reachedEnd = position >= bytes.count
    findings.openQuote(at: opened, endsAtLine: reachedEnd ? nil : line)
    position = opened
    line = openedLine
    while position < bytes.count {
      position += 1
      if bytes[position - 1] == Self.lineFeed {
        line += 1
        break
      }
    }
    return .abandoned
  }

  private var isAtFieldEnd: Bool {
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    return byte == delimiter || byte == Self.lineFeed || isLineBreak(at: position)
  }

  /// Whether CR LF stands here.
  private func isLineBreak(at index: Int) -> Bool {
    bytes[index] == Self.carriageReturn && index + 1 < bytes.count
      && bytes[index + 1] == Self.lineFeed
  }
}
