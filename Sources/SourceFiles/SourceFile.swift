public import Diagnostics
import VietnameseText

#if canImport(Glibc)
  import Glibc
#endif

/// A text file of a site: checked to be UTF-8, without its byte order mark, normalised to NFC.
public struct SourceFile: Sendable {
  /// Path as shown in diagnostics.
  public let path: String
  /// UTF-8 in NFC.
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Reads a file; what is wrong with it is reported and gives nil.
  ///
  /// - Parameters:
  ///   - location: where it lies on disk.
  ///   - path: how diagnostics name it.
  public static func read(
    _ location: String, as path: String, into diagnostics: inout Diagnostics
  ) -> SourceFile? {
    bytes(at: location, as: path, into: &diagnostics).flatMap {
      decode($0, path: path, into: &diagnostics)
    }
  }

  /// Reads a file and notes the SHA-256 of its bytes as they lie on disk; empty if it can't be
  /// read.
  public static func read(
    _ location: String, as path: String, checksum: inout String,
    into diagnostics: inout Diagnostics
  ) -> SourceFile? {
    guard let bytes = bytes(at: location, as: path, into: &diagnostics) else { return nil }
    checksum = Checksum.sha256(bytes)
    return decode(bytes, path: path, into: &diagnostics)
  }

  private static func bytes(
    at location: String, as path: String, into diagnostics: inout Diagnostics
  ) -> [UInt8]? {
    switch Bytes.read(location) {
    case .failure(let error):
      diagnostics.report(
        .fileUnreadable, at: Place(file: path),
        what: Phrase(
          vi: "Không đọc được tệp: \(error.reason).", en: "The file can't be read: \(error.reason)."
        ),
        mend: Phrase(
          vi: "Kiểm tra tên tệp và quyền đọc.", en: "Check the file's name and permissions."))
      return nil
    case .success(let raw):
      return raw
    }
  }

  /// Checks and normalises bytes that were read elsewhere.
  public static func decode(
    _ raw: [UInt8], path: String, into diagnostics: inout Diagnostics
  ) -> SourceFile? {
    let bytes = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
    if let offset = firstInvalidByte(of: bytes) {
      let place = place(of: offset, in: bytes, path: path)
      let hex = hexadecimal(bytes[offset])
      diagnostics.report(
        .fileNotUTF8, at: place,
        what: Phrase(
          vi: "Tệp không phải UTF-8: byte 0x\(hex) không đúng.",
          en: "The file is not UTF-8: byte 0x\(hex) is invalid."),
        mend: Phrase(
          vi: "Lưu lại tệp với mã hóa UTF-8 (Excel: “CSV UTF-8”).",
          en: "Save the file as UTF-8 (Excel: “CSV UTF-8”)."))
      return nil
    }
    return SourceFile(path: path, bytes: NFC.normalize(bytes))
  }

  private static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Place of a byte: line and column (in Unicode scalars) from 1.
  public static func place(of offset: Int, in bytes: [UInt8], path: String) -> Place {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return Place(file: path, line: line, column: column)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
