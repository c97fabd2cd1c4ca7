import Foundation
import Pages
import Testing

/// The core modules of the Mustache specification (github.com/mustache/spec at 9cb20c3, MIT licence;
/// the files stand unchanged in `MustacheSpecification/`).
///
/// Ours is stricter at three points: an unknown name counts as specified, and is reported besides;
/// a template that names an unknown partial is refused; only what is handed in as HTML prints raw.
@Suite("Mustache specification, core modules")
struct MustacheSpecificationTests {
  @Test(arguments: ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"])
  func module(_ name: String) throws {
    let cases = try SpecifiedCase.all(of: name)
    #expect(cases.count > 10)
    for example in cases {
      let partials = example.partials ?? [:]
      let isRaw = ([example.template] + partials.values).joined().contains(/\{\{\{|(\{\{|\|) ?&/)
      let (text, findings, _) = rendered(
        example.template, root: example.data?.value(isRaw: isRaw) ?? .object([:]),
        partials: partials)
      let isRefused = findings.contains { $0.hasPrefix("MB-TPL-004") }
      #expect(text == (isRefused ? "" : example.expected), "\(name): \(example.name)")
      #expect(isRefused == (example.name == "Failed Lookup"), "\(example.name)")
      let unknown = ["MB-TPL-003", "MB-TPL-004"]
      #expect(
        findings.allSatisfy { unknown.contains(String($0.prefix(10))) },
        "\(name): \(example.name): \(findings)")
    }
  }
}

private struct SpecifiedCase: Decodable {
  let name: String
  let template: String
  let data: JSON?
  let partials: [String: String]?
  let expected: String

  private struct Module: Decodable { let tests: [SpecifiedCase] }

  static func all(of module: String) throws -> [SpecifiedCase] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../MustacheSpecification/\(module).json")
    return try JSONDecoder().decode(Module.self, from: Data(contentsOf: file)).tests
  }
}

private indirect enum JSON: Decodable {
  case null
  case flag(Bool)
  case number(Decimal)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Decimal.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// - Parameter isRaw: whether the template prints it unescaped.
  func value(isRaw: Bool) -> TemplateValue {
    switch self {
    case .null: .nothing
    case .flag(let flag): .flag(flag)
    case .number(let number): JSON.text(number.description).value(isRaw: isRaw)
    case .text(let text): isRaw ? .html(Array(text.utf8)) : .text(text)
    case .list(let list): .list(list.map { $0.value(isRaw: isRaw) })
    case .object(let object):
      .object(TemplateObject(object.mapValues { $0.value(isRaw: isRaw) }))
    }
  }
}
