import Synchronization

/// Which names the pages of a run gave to their templates: what templates of a site may use.
public final class GivenNames: Sendable {
  /// A name of a kind of page.
  public struct Name: Sendable, Hashable {
    /// Name of the page's template, for example `indicator`.
    public let kind: String
    /// `menu.text` is a name of the items of the list `menu`; words are one name, `words.*`.
    public let path: String
  }

  /// What a name stood for.
  public struct Given: Sendable {
    /// `text`, `html`, `bool`, `list` or `object`; nil as long as it had nothing to say.
    public fileprivate(set) var type: String?
    /// Whether it had nothing to say on some page.
    public fileprivate(set) var isNothingSometimes = false
    /// The first text that it stood for.
    public fileprivate(set) var example: String?
  }

  private let given = Mutex<[Name: Given]>([:])

  public init() {}

  public var all: [Name: Given] { given.withLock { $0 } }

  func record(_ object: TemplateObject, kind: String) {
    given.withLock { given in
      Self.add(object, below: "", kind: kind, to: &given)
    }
  }

  private static func add(
    _ object: TemplateObject, below prefix: String, kind: String, to given: inout [Name: Given]
  ) {
    for name in object.names {
      guard let value = object[name] else { continue }
      if prefix.isEmpty, name == "words" {
        given[Name(kind: kind, path: "words.*"), default: Given()].type = "text"
        continue
      }
      add(value, at: prefix + name, kind: kind, to: &given)
    }
  }

  private static func add(
    _ value: TemplateValue, at path: String, kind: String, to given: inout [Name: Given]
  ) {
    let name = Name(kind: kind, path: path)
    var entry = given[name] ?? Given()
    switch value {
    case .nothing: entry.isNothingSometimes = true
    case .text(let text):
      entry.type = "text"
      if text.isEmpty { entry.isNothingSometimes = true }
      if entry.example == nil, !text.isEmpty { entry.example = text }
    case .html(let bytes):
      entry.type = "html"
      if bytes.isEmpty { entry.isNothingSometimes = true }
    case .flag: entry.type = "bool"
    case .list(let items):
      entry.type = "list"
      if items.isEmpty { entry.isNothingSometimes = true }
    case .object: entry.type = "object"
    }
    given[name] = entry
    switch value {
    case .object(let object): add(object, below: path + ".", kind: kind, to: &given)
    case .list(let items):
      for case .object(let object) in items {
        add(object, below: path + ".", kind: kind, to: &given)
      }
    default: break
    }
  }
}
