/// Whether the description of a picture tells anything to somebody who can't see it.
enum PictureDescription {
  case missing
  /// The name of the file, or of any other one.
  case fileName
  /// Only "ảnh", "picture" and the like, digits or signs.
  case empty
  case telling

  /// - Parameter address: the path of the picture as the page writes it.
  init(_ alt: String, of address: String) {
    let name = (address.split(separator: "/").last ?? "").replacing("%20", with: " ")
    let words = alt.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let letters = Self.letters(of: words)
    if words.isEmpty {
      self = .missing
    } else if words == name || words == name.prefix(while: { $0 != "." }) || Self.isFileName(words)
    {
      self = .fileName
    } else {
      self = letters.isEmpty || Self.saysNothing.contains(letters) ? .empty : .telling
    }
  }

  private static func isFileName(_ text: String) -> Bool {
    guard let dot = text.lastIndex(of: ".") else { return false }
    return endings.contains(text[text.index(after: dot)...].lowercased())
  }

  /// Words in small letters, without digits and signs.
  private static func letters(of text: String) -> String {
    text.lowercased().split { !$0.isLetter }.joined(separator: " ")
  }

  private static let endings: Set = [
    "jpg", "jpeg", "png", "webp", "gif", "heic", "bmp", "svg", "tif", "tiff",
  ]

  /// What people write where something must stand, and what cameras and telephones call a file.
  private static let saysNothing: Set = [
    "ảnh", "hình", "tranh", "hình ảnh", "bức ảnh", "tấm ảnh", "tấm hình", "bức hình", "bức tranh",
    "ảnh chụp", "hình chụp", "hình vẽ", "ảnh số", "hình số", "ảnh minh họa", "ảnh minh hoạ",
    "hình minh họa", "hình minh hoạ", "hình ảnh minh họa", "hình ảnh minh hoạ", "tranh minh họa",
    "tranh minh hoạ", "minh họa", "minh hoạ", "hinh", "hinh anh",
    "image", "an image", "the image", "picture", "a picture", "the picture", "photo", "a photo",
    "the photo", "photograph", "illustration", "figure", "fig", "pic", "img", "dsc", "dscn", "pxl",
    "screenshot", "img wa",
  ]
}
