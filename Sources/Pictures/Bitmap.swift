/// Pixels of a picture: rows from the top, four bytes each (red, green, blue, and one that is always
/// 255). A picture of a page has no transparency: what shines through depends on the page's colours.
struct Bitmap: Equatable {
  let width: Int
  let height: Int
  let bytes: [UInt8]

  /// Nil if there are not just as many bytes as the sides ask for.
  init?(width: Int, height: Int, bytes: [UInt8]) {
    guard width > 0, height > 0, bytes.count == width * height * 4 else { return nil }
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  var isGrey: Bool {
    for index in stride(from: 0, to: bytes.count, by: 4)
    where bytes[index] != bytes[index + 1] || bytes[index] != bytes[index + 2] { return false }
    return true
  }
}
