import Site

/// What a server says with every file of an edition, so that a page can do nothing but be read.
struct SecurityHeaders {
  /// The Content-Security-Policy that stands in every page too, where it also holds from a USB stick.
  static let pagePolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"

  /// Names and values, in the order in which they are written.
  let all: [(name: String, value: String)]

  /// - Parameter isInternal: search engines are told to keep out.
  init(isInternal: Bool) {
    // A page can't forbid by itself that others frame it.
    var all = [
      ("Content-Security-Policy", Self.pagePolicy + "; frame-ancestors 'none'"),
      // For browsers older than frame-ancestors.
      ("X-Frame-Options", "DENY"),
      ("Strict-Transport-Security", "max-age=31536000"),
      ("Referrer-Policy", "no-referrer"),
      ("X-Content-Type-Options", "nosniff"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Permissions-Policy", Self.denied.map { "\($0)=()" }.joined(separator: ", ")),
    ]
    if isInternal { all.append(("X-Robots-Tag", "noindex, nofollow")) }
    self.all = all.map { (name: $0.0, value: $0.1) }
  }

  /// What no page asks for.
  private static let denied = [
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "fullscreen",
    "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb",
  ]

  /// A page leaves no copy on a phone that others hold too.
  static let pageCaching = "no-store"
  /// Names of assets hold a checksum of their content.
  static let assetCaching = "public, max-age=31536000, immutable"
}
