import SourceFiles

/// What is published of a picture: the same in several widths, each as WebP and in a kind that every
/// browser knows. The files hold pixels and nothing else.
public struct PublishedPicture: Sendable, Equatable {
  /// From narrow to wide.
  public let webP: [File]
  /// From narrow to wide, all of one kind.
  public let others: [File]

  public struct File: Sendable, Equatable {
    public let format: PictureFormat
    public let width: Int
    public let height: Int
    public let bytes: [UInt8]
    /// Below the edition's folder. The author's own name of the file is not in it: cameras write
    /// the day, people write names.
    public let path: String

    init(format: PictureFormat, width: Int, height: Int, bytes: [UInt8]) {
      self.format = format
      self.width = width
      self.height = height
      self.bytes = bytes
      let checksum = Checksum.sha256(bytes).prefix(12)
      path = "assets/picture-\(width).\(checksum).\(format.fileExtension)"
    }
  }

  /// Nil if a kind or a width is missing.
  init?(_ files: [File]) {
    let webP = files.filter { $0.format == .webp }
    let others = files.filter { $0.format != .webp }
    guard !webP.isEmpty, webP.map(\.width) == others.map(\.width) else { return nil }
    self.webP = webP
    self.others = others
  }

  public var files: [File] { webP + others }

  /// The widest file that every browser knows.
  public var full: File { others[others.count - 1] }

  /// Bytes that a reader loads at most, in a browser of these years.
  public var weight: Int { webP.map(\.bytes.count).max() ?? 0 }
}
