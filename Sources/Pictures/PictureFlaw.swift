/// Why a file can't become a picture of a page.
public enum PictureFlaw: Error, Sendable, Equatable {
  case missing
  /// With the system's words.
  case unreadable(String)
  case empty
  /// A kind that is known and not taken: `SVG`, `GIF`, `HEIC`…
  case otherKind(String)
  case unknownKind
  /// Colours of ink (CMYK): what they look like depends on the printer.
  case inkColours
  case tooManyBytes(Int)
  case tooManyPixels(width: Int, height: Int)
  /// Cut off or damaged; with the words of the library that found it.
  case broken(String)
}
