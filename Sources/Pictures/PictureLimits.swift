/// What is taken in and what comes out.
public enum PictureLimits {
  /// Of a file, in bytes.
  public static let fileBytes = 30_000_000
  /// Of a side, in pixels: the most that WebP can hold.
  static let side = 16_383
  /// Of a picture: looked at before anything is decoded, for a small file can claim to be huge.
  static let pixels = 50_000_000
  /// Larger ones are decoded one at a time, JPEG in a smaller size: they need up to 300 MB each.
  static let pixelsAtOnce = 12_000_000

  /// Files that are read at the same time, however many processors there are: each may need 100 MB.
  static let filesAtOnce = 8

  /// Widths that pages use, in pixels. The column of text is 38 rem wide (608 px); on a phone of
  /// 360 px a picture has 328, at the double density of its screen 656. Wider ones weigh more than
  /// a page may.
  static let widths = [360, 720]
  /// Bytes that a picture should weigh at most, in WebP at its full width.
  static let pictureBytes = 60_000
  /// Bytes that all pictures of a page should weigh together: 100 KB a page, less its text, style
  /// and script.
  public static let pageBytes = 70_000

  /// Widths at which a picture is published: never wider than it is, and no two that are nearly
  /// the same.
  static func widths(of width: Int) -> [Int] {
    let largest = min(width, widths.last ?? width)
    return widths.filter { $0 * 5 <= largest * 4 } + [largest]
  }
}
