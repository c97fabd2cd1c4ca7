public import Diagnostics

extension NumberReference {
  /// Reads `table[measure, axis=code, …]` that stands outside a text, for example in a registry.
  /// What is wrong is reported at `place` and gives nil.
  public static func read(
    _ text: String, at place: Place, into diagnostics: inout Diagnostics
  ) -> NumberReference? {
    parse("= " + text, at: place, placeOf: { _ in place }, into: &diagnostics)
  }

  /// Whether a code span asks for a number: `= `, or `=` before something like `table[`.
  ///
  /// `` `=` `` and `` `=sum(A1)` `` stay code.
  static func isMeant(by code: String) -> Bool {
    guard code.utf8.first == UInt8(ascii: "=") else { return false }
    if code.utf8.dropFirst().first == UInt8(ascii: " ") { return true }
    let name = code.dropFirst().prefix { $0 != "[" }
    return !name.isEmpty && name.utf8.count < code.utf8.count - 1 && name.allSatisfy(isNamePart)
  }

  /// Reads a code span for which `isMeant` holds; what is wrong is reported and gives nil.
  ///
  /// - Parameters:
  ///   - place: place of the code span.
  ///   - placeOf: place of a character of `code`, counted in Unicode scalars from 0.
  static func parse(
    _ code: String, at place: Place, placeOf: (Int) -> Place, into diagnostics: inout Diagnostics
  ) -> NumberReference? {
    var reader = NumberReader(scalars: Array(code.unicodeScalars))
    do throws(NumberReader.Flaw) {
      return try reader.read(at: place, placeOf: placeOf)
    } catch {
      diagnostics.report(
        .numberSyntax, at: placeOf(error.offset), what: error.what,
        mend: Phrase(
          vi: "Viết như `= bảng[chỉ số, trục=mã, period=2024]`.",
          en: "Write it like `= table[measure, axis=code, period=2024]`."))
      return nil
    }
  }

  private static func isNamePart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }
}

/// `= table[measure, axis=code, …]`, character by character.
private struct NumberReader {
  let scalars: [Unicode.Scalar]
  var position = 1

  struct Flaw: Error {
    let offset: Int
    let what: Phrase
  }

  init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  mutating func read(
    at place: Place, placeOf: (Int) -> Place
  ) throws(Flaw) -> NumberReference {
    guard peek == " " else {
      throw Flaw(
        offset: position,
        what: Phrase(vi: "Thiếu dấu cách sau “=”.", en: "A space is missing after “=”."))
    }
    let table = try name(Phrase(vi: "mã bảng", en: "a table's id"), placeOf)
    try expect("[")
    let measure = try name(Phrase(vi: "tên chỉ số", en: "a measure"), placeOf)
    var coordinates: [NumberReference.Coordinate] = []
    while skipBlanks() == "," {
      position += 1
      let start = position
      let axis = try name(Phrase(vi: "tên trục", en: "an axis"), placeOf)
      try expect("=")
      let code = try name(Phrase(vi: "mã", en: "a code"), placeOf)
      if coordinates.contains(where: { $0.axis.text == axis.text }) {
        throw Flaw(
          offset: start,
          what: Phrase(
            vi: "Trục “\(axis.text)” xuất hiện hai lần.",
            en: "The axis “\(axis.text)” is given twice."))
      }
      coordinates.append(NumberReference.Coordinate(axis: axis, code: code))
    }
    try expect("]")
    if skipBlanks() != nil {
      throw Flaw(
        offset: position,
        what: Phrase(vi: "Còn chữ sau dấu “]”.", en: "Something stands behind the “]”."))
    }
    return NumberReference(table: table, measure: measure, coordinates: coordinates, place: place)
  }

  var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  @discardableResult
  mutating func skipBlanks() -> Unicode.Scalar? {
    while peek == " " { position += 1 }
    return peek
  }

  mutating func expect(_ wanted: Unicode.Scalar) throws(Flaw) {
    guard skipBlanks() == wanted else {
      let found = peek.map { "“\($0)”" }
      throw Flaw(
        offset: position,
        what: Phrase(
          vi: "Ở đây cần “\(wanted)”, không phải \(found ?? "chỗ kết thúc").",
          en: "Expected “\(wanted)”, found \(found ?? "the end")."))
    }
    position += 1
  }

  mutating func name(_ wanted: Phrase, _ placeOf: (Int) -> Place) throws(Flaw) -> Named {
    skipBlanks()
    let start = position
    var text = String.UnicodeScalarView()
    while let scalar = peek, !Self.isDelimiter(scalar) {
      text.append(scalar)
      position += 1
    }
    if text.isEmpty {
      throw Flaw(
        offset: start, what: Phrase(vi: "Thiếu \(wanted.vi).", en: "Missing: \(wanted.en)."))
    }
    return Named(String(text), at: placeOf(start))
  }

  static func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
    [" ", ",", "[", "]", "="].contains(scalar)
  }
}
