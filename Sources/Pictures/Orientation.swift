/// How a camera was held: what has to be done with the stored pixels so that they stand upright.
/// Numbers of the field Orientation (0x0112) in TIFF 6.0 and EXIF 2.32, 4.6.4.
enum Orientation: Int {
  case upright = 1
  case mirrored, turnedHalf, mirroredTurnedHalf
  /// The stored columns are the rows.
  case transposed, turnedRight, transversed, turnedLeft

  var swapsSides: Bool { rawValue >= 5 }

  /// The field in a block of TIFF, as JPEG, PNG and WebP hold it; upright without one, or where
  /// the block can't be read.
  ///
  /// Nothing else of the block is looked at: a library that reads all of EXIF would be the larger
  /// risk.
  init(tiff block: ArraySlice<UInt8>) {
    self = .upright
    let view = ByteView(block)
    let isLittle = view.holds("II*\0")
    guard isLittle || view.holds("MM\0*"),
      let directory = view.number(4, 4, isLittleEndian: isLittle),
      let count = view.number(directory, 2, isLittleEndian: isLittle)
    else { return }
    for index in 0..<count {
      let entry = directory + 2 + index * 12
      guard let tag = view.number(entry, 2, isLittleEndian: isLittle) else { return }
      guard tag == 0x0112 else { continue }
      // Type SHORT, one of them: the value stands in the entry itself.
      if view.number(entry + 2, 2, isLittleEndian: isLittle) == 3,
        let value = view.number(entry + 8, 2, isLittleEndian: isLittle),
        let orientation = Orientation(rawValue: value)
      {
        self = orientation
      }
      return
    }
  }

  func upright(_ stored: Bitmap) -> Bitmap {
    if self == .upright { return stored }
    let (right, bottom) = (stored.width - 1, stored.height - 1)
    let width = swapsSides ? stored.height : stored.width
    let height = swapsSides ? stored.width : stored.height
    var bytes: [UInt8] = []
    bytes.reserveCapacity(stored.bytes.count)
    for y in 0..<height {
      for x in 0..<width {
        let (column, row) =
          switch self {
          case .upright: (x, y)
          case .mirrored: (right - x, y)
          case .turnedHalf: (right - x, bottom - y)
          case .mirroredTurnedHalf: (x, bottom - y)
          case .transposed: (y, x)
          case .turnedRight: (y, bottom - x)
          case .transversed: (right - y, bottom - x)
          case .turnedLeft: (right - y, x)
          }
        let start = (row * stored.width + column) * 4
        bytes.append(contentsOf: stored.bytes[start..<start + 4])
      }
    }
    return Bitmap(width: width, height: height, bytes: bytes) ?? stored
  }
}
