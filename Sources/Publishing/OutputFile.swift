public import Diagnostics

/// A file of an edition, ready to be written.
public struct OutputFile: Sendable {
  /// Path below the edition's folder, for example `thu-doan/index.html`.
  public let path: String
  public let bytes: [UInt8]
  /// The file in which its author would mend it; nil if the program made it up.
  public let source: Place?
  /// What links that start with a slash begin with on the host, if this file may have such links:
  /// a page that is served at any depth.
  public let base: String?
  /// What went wrong while it was rendered.
  public let diagnostics: Diagnostics

  public init(
    path: String, bytes: [UInt8], source: Place? = nil, base: String? = nil,
    diagnostics: Diagnostics = Diagnostics()
  ) {
    self.path = path
    self.bytes = bytes
    self.source = source
    self.base = base
    self.diagnostics = diagnostics
  }

  var isPage: Bool { path.hasSuffix(".html") }
}
