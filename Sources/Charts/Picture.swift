/// The shapes of a chart, in units of a picture that is 360 wide; y grows downwards.
struct Picture {
  static let width = 360.0
  /// What a line of text needs at 13 units, from one base line to the next.
  static let lineHeight = 16.0

  private(set) var body: [UInt8] = []
  var height = 0.0
  /// At the bottom right.
  var note: String?

  enum Anchor: String {
    case start, middle, end
  }

  mutating func text(
    _ text: String, x: Double, y: Double, class name: String? = nil, anchor: Anchor = .start
  ) {
    body += "<text".utf8
    if let name { body += " class=\"\(name)\"".utf8 }
    body += " x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"".utf8
    if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"".utf8 }
    body.append(UInt8(ascii: ">"))
    Self.escape(text, to: &body)
    body += "</text>\n".utf8
  }

  /// Text that a line may pass below: first its outline in the colour of the paper.
  mutating func outlinedText(
    _ text: String, x: Double, y: Double, class name: String, anchor: Anchor = .start
  ) {
    self.text(text, x: x, y: y, class: name + " halo", anchor: anchor)
    self.text(text, x: x, y: y, class: name, anchor: anchor)
  }

  mutating func path(_ data: String, class name: String) {
    body += "<path class=\"\(name)\" d=\"\(data)\"/>\n".utf8
  }

  /// - Parameter pattern: id of a pattern that fills it.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, class name: String,
    pattern: String? = nil
  ) {
    body += "<rect class=\"\(name)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"".utf8
    body += " width=\"\(Self.number(width))\" height=\"\(Self.number(height))\"".utf8
    if let pattern { body += " fill=\"url(#\(pattern))\"".utf8 }
    body += "/>\n".utf8
  }

  mutating func circle(x: Double, y: Double, radius: Double, class name: String) {
    body += "<circle class=\"\(name)\" cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\"".utf8
    body += " r=\"\(Self.number(radius))\"/>\n".utf8
  }

  /// The whole element, with its words and, at the bottom left, the label of sample figures.
  func svg(id: String, title: String, description: String, words: ChartWords) -> [UInt8] {
    var picture = self
    if words.sample != nil || note != nil {
      picture.height += Self.lineHeight + 8
      let y = picture.height - 5
      if let sample = words.sample { picture.text(sample, x: 0, y: y, class: "value") }
      if let note { picture.text(note, x: Self.width, y: y, anchor: .end) }
    }
    var bytes: [UInt8] = []
    bytes += "<svg class=\"plot\" xmlns=\"http://www.w3.org/2000/svg\"".utf8
    bytes += " viewBox=\"0 0 360 \(Self.number(picture.height))\" role=\"img\"".utf8
    bytes += " aria-labelledby=\"\(id)-t \(id)-d\">\n<title id=\"\(id)-t\">".utf8
    Self.escape(title, to: &bytes)
    bytes += "</title>\n<desc id=\"\(id)-d\">".utf8
    Self.escape(description, to: &bytes)
    bytes += "</desc>\n".utf8
    return bytes + picture.body + Array("</svg>\n".utf8)
  }

  /// To a tenth of a unit.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
  }

  static func escape(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
    }
  }
}

/// How wide words are, roughly: pictures are drawn before any font is known.
enum TextMeasure {
  /// A letter or digit at 13 units takes about 7 units, a bold one a little more.
  static func width(_ text: String, isBold: Bool = false) -> Double {
    Double(text.count) * (isBold ? 7.5 : 7)
  }

  /// Breaks text between words so that each line fits, where its words allow.
  static func lines(_ text: String, width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, Self.width("\(last) \(word)") <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
