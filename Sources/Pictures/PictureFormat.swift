/// Kinds of files that are written; the first two are also read.
public enum PictureFormat: String, Sendable, CaseIterable {
  case jpeg, png, webp

  /// Of the files that are published.
  public var fileExtension: String { self == .jpeg ? "jpg" : rawValue }

  /// What a file is, by its bytes. Its name is not asked: apps on phones save one kind under the
  /// name of another.
  static func recognise(_ bytes: [UInt8]) throws(PictureFlaw) -> PictureFormat {
    let file = ByteView(bytes[...])
    if bytes.isEmpty { throw .empty }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if let other = other(file) { throw .otherKind(other) }
    throw .unknownKind
  }

  private static func other(_ file: ByteView) -> String? {
    if file.holds("GIF8") { return "GIF" }
    if file.holds("RIFF"), file.holds("WEBP", at: 8) { return "WebP" }
    if file.holds("ftyp", at: 4) {
      return file.holds("avi", at: 8) ? "AVIF" : file.holds("mp4", at: 8) ? "MP4" : "HEIC"
    }
    if file.holds("II*\0") || file.holds("MM\0*") { return "TIFF" }
    if file.holds("BM") { return "BMP" }
    if file.holds("%PDF") { return "PDF" }
    let start = String(decoding: file.bytes.prefix(1024), as: UTF8.self)
    return start.contains("<svg") ? "SVG" : nil
  }
}
