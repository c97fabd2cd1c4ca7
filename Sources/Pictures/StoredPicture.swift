/// A file with a picture, as far as its header tells: nothing is decoded before its size is known
/// to be bearable.
struct StoredPicture {
  let format: PictureFormat
  /// Sides as stored, before it is turned upright.
  let width: Int
  let height: Int
  let orientation: Orientation
  let profile: ColourProfile
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) throws(PictureFlaw) {
    if bytes.count > PictureLimits.fileBytes { throw .tooManyBytes(bytes.count) }
    let format = try PictureFormat.recognise(bytes)
    let header = try format == .jpeg ? JPEGFile.header(of: bytes) : PNGFile.header(of: bytes)
    let (width, height) = (header.width, header.height)
    guard width > 0, height > 0 else { throw .broken("\(width) × \(height)") }
    guard width <= PictureLimits.side, height <= PictureLimits.side,
      width * height <= PictureLimits.pixels
    else { throw .tooManyPixels(width: width, height: height) }
    self.format = format
    self.width = width
    self.height = height
    orientation = header.exif.map { Orientation(tiff: $0) } ?? .upright
    profile = header.profile.flatMap { ColourProfile(icc: $0) } ?? .sRGB
    self.bytes = bytes
  }

  /// What the header of a file says.
  struct Header {
    let width: Int
    let height: Int
    /// A block of TIFF.
    let exif: ArraySlice<UInt8>?
    /// An ICC profile.
    let profile: ArraySlice<UInt8>?
  }

  var isLarge: Bool { width * height > PictureLimits.pixelsAtOnce }

  /// Sides once it is turned upright.
  var upright: (width: Int, height: Int) {
    orientation.swapsSides ? (height, width) : (width, height)
  }

  /// The pixels as stored; of a large JPEG fewer, but at least `width` in a row.
  func pixels(atLeast width: Int) throws(PictureFlaw) -> Bitmap {
    try format == .jpeg
      ? JPEGFile.pixels(of: bytes, width: self.width, height: height, atLeast: width)
      : PNGFile.pixels(of: bytes, width: self.width, height: height)
  }
}
