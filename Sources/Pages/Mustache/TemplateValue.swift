/// What a name of a template stands for.
public enum TemplateValue: Sendable {
  /// Text for people: `{{name}}` escapes it, `{{{name}}}` is an error.
  case text(String)
  /// HTML that the program wrote itself: only `{{{name}}}` prints it.
  case html([UInt8])
  case flag(Bool)
  case list([TemplateValue])
  case object(TemplateObject)
  /// A name that is known here and has nothing to say: prints nothing, opens no section. Names
  /// below it (`name.part`) are nothing too.
  case nothing

  /// Nothing, if there is no text.
  public static func text(_ text: String?) -> TemplateValue {
    text.map { .text($0) } ?? .nothing
  }

  /// Whether a section opens: not for nothing, false, empty text, empty HTML, an empty list.
  var isTruthy: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .flag(let flag): flag
    case .list(let list): !list.isEmpty
    case .object: true
    case .nothing: false
    }
  }
}

/// Names and what they stand for.
public struct TemplateObject: Sendable, ExpressibleByDictionaryLiteral {
  private var values: [String: TemplateValue]

  public init(_ values: [String: TemplateValue] = [:]) {
    self.values = values
  }

  /// Of a name given twice the last counts.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    values = Dictionary(elements, uniquingKeysWith: { $1 })
  }

  public subscript(_ name: String) -> TemplateValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// This one with the names of another, which win.
  public func merging(_ other: TemplateObject) -> TemplateObject {
    var merged = self
    merged.merge(other)
    return merged
  }

  /// Puts the names of another object in; they win.
  public mutating func merge(_ other: TemplateObject) {
    values.merge(other.values, uniquingKeysWith: { $1 })
  }

  /// In the order of their letters.
  public var names: [String] { values.keys.sorted() }
}

// Literals, so that values read like what they are.

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
  public init(stringLiteral text: String) {
    self = .text(text)
  }

  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(TemplateObject(Dictionary(elements, uniquingKeysWith: { $1 })))
  }
}
