import Synchronization

extension PublishedPicture {
  /// Part of the name under which a result is kept: to be changed whenever other bytes come out.
  static let recipe = "1"

  /// Qualities that are tried, from fine to coarse, until the picture is light enough.
  private static let qualities = [80, 70, 60, 50, 40]

  /// Only one large picture is in memory at a time.
  private static let large = Mutex<Void>(())

  /// Checks a file, by its bytes, and makes what is published of it: upright, in sRGB, in the
  /// widths that pages use. Nothing of the file but its pixels gets there.
  public static func make(from bytes: [UInt8]) throws(PictureFlaw) -> PublishedPicture {
    let stored = try StoredPicture(bytes)
    let (width, height) = stored.upright
    let sizes = PictureLimits.widths(of: width).map { new in
      (width: new, height: max(1, (height * new + width / 2) / width))
    }
    let bitmaps =
      stored.isLarge
      ? try large.withLock { _ throws(PictureFlaw) in try scale(stored, to: sizes) }
      : try scale(stored, to: sizes)
    guard let picture = PublishedPicture(try encode(bitmaps, as: stored.format)) else {
      throw .broken("\(width) × \(height)")
    }
    return picture
  }

  private static func scale(
    _ stored: StoredPicture, to sizes: [(width: Int, height: Int)]
  ) throws(PictureFlaw) -> [Bitmap] {
    let isTurned = stored.orientation.swapsSides
    let widest = sizes.map { isTurned ? $0.height : $0.width }.max() ?? 1
    let pixels = try stored.pixels(atLeast: widest)
    // The small one is turned: that costs less than to turn the large one.
    return sizes.compactMap { width, height in
      pixels.scaled(
        width: isTurned ? height : width, height: isTurned ? width : height,
        profile: stored.profile)
    }.map(stored.orientation.upright)
  }

  private static func encode(
    _ bitmaps: [Bitmap], as format: PictureFormat
  ) throws(PictureFlaw) -> [File] {
    guard let full = bitmaps.last else { return [] }
    let (quality, weight) = try quality(of: full)
    var isDrawing = false
    var other = PictureFormat.jpeg
    if format == .png {
      // A drawing keeps sharp edges without loss, and is lighter so; a photograph is not.
      isDrawing = try WebPFile.encode(full, quality: nil).count <= weight
      // A photograph in PNG would be many times as heavy.
      let jpeg = try JPEGFile.encode(full, quality: quality).count
      if try PNGFile.encode(full).count <= 3 * jpeg { other = .png }
    }
    var files: [File] = []
    for bitmap in bitmaps {
      let webP = try WebPFile.encode(bitmap, quality: isDrawing ? nil : quality)
      let bytes =
        try other == .png
        ? PNGFile.encode(bitmap) : JPEGFile.encode(bitmap, quality: quality)
      for (format, bytes) in [(PictureFormat.webp, webP), (other, bytes)] {
        files.append(
          File(format: format, width: bitmap.width, height: bitmap.height, bytes: bytes))
      }
    }
    return files
  }

  /// The finest quality in which a picture is light enough, or else the coarsest; and its weight.
  private static func quality(
    of bitmap: Bitmap
  ) throws(PictureFlaw) -> (quality: Int, weight: Int) {
    var tried = (quality: 0, weight: 0)
    for quality in qualities {
      tried = (quality, try WebPFile.encode(bitmap, quality: quality).count)
      if tried.weight <= PictureLimits.pictureBytes { break }
    }
    return tried
  }
}
