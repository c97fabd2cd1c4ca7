public import Diagnostics
import Yams

/// A YAML document as written, with places: scalars keep their text (`no` stays "no", `012` stays
/// "012"), mappings keep their order.
public struct YAMLNode: Sendable {
  public let place: Place
  public let content: Content

  public enum Content: Sendable {
    /// An empty value, `~` or `null`.
    case null
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  public struct Entry: Sendable {
    public let key: String
    public let keyPlace: Place
    public let value: YAMLNode
  }

  /// What the node is, in words.
  var kind: Phrase {
    switch content {
    case .null: Phrase(vi: "để trống", en: "empty")
    case .scalar: Phrase(vi: "một giá trị", en: "a single value")
    case .sequence: Phrase(vi: "một danh sách", en: "a list")
    case .mapping: Phrase(vi: "một nhóm tên: giá trị", en: "a group of names and values")
    }
  }

  /// Parses a file that holds one document. What is wrong is reported and gives nil.
  public static func parse(
    _ file: SourceFile, into diagnostics: inout Diagnostics
  ) -> YAMLNode? {
    parse(file.text, path: file.path, firstLine: 1, into: &diagnostics)
  }

  /// Parses text that stands in a file from `firstLine` on (front matter).
  public static func parse(
    _ text: String, path: String, firstLine: Int, into diagnostics: inout Diagnostics
  ) -> YAMLNode? {
    do {
      // The encoding is named: to find the default, Yams reads the whole environment each time.
      // And no scalar is more than its text: the basic resolver spares the guesses at its type.
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        return YAMLNode(place: Place(file: path, line: firstLine, column: 1), content: .null)
      }
      var reader = YAMLReader(path: path, firstLine: firstLine)
      let root = reader.convert(node)
      diagnostics.merge(reader.diagnostics)
      return reader.diagnostics.hasErrors ? nil : root
    } catch {
      report(error, path: path, firstLine: firstLine, into: &diagnostics)
      return nil
    }
  }

  private static func report(
    _ error: any Error, path: String, firstLine: Int, into diagnostics: inout Diagnostics
  ) {
    var place = Place(file: path, line: firstLine)
    var reason = "\(error)"
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      place = Place(file: path, line: mark.line + firstLine - 1, column: mark.column)
      reason = problem
    case .duplicatedKeysInMapping(let duplicates, let context):
      place = Place(
        file: path, line: context.mark.line + firstLine - 1, column: context.mark.column)
      let names = duplicates.map { "“\($0)”" }.joined(separator: ", ")
      diagnostics.report(
        .yamlDuplicateKey, at: place,
        what: Phrase(vi: "Tên xuất hiện hai lần: \(names).", en: "Name given twice: \(names)."),
        mend: Phrase(vi: "Bỏ một trong hai.", en: "Remove one of the two."))
      return
    default: break
    }
    diagnostics.report(
      .yamlSyntax, at: place,
      what: Phrase(vi: "Không phải YAML: \(reason).", en: "Not YAML: \(reason)."),
      mend: mend(for: reason))
  }

  /// The two mistakes that people make most have a mend of their own.
  private static func mend(for reason: String) -> Phrase {
    if reason.contains("mapping values are not allowed") {
      return Phrase(
        vi:
          "Giá trị có dấu hai chấm thì đặt cả giá trị trong ngoặc kép: title: \"Kế hoạch: kết quả\".",
        en: "Put a value that holds a colon in quotes: title: \"Plan: results\".")
    }
    if reason.contains("cannot start any token") {
      return Phrase(
        vi: "Thay dấu tab bằng dấu cách, và đặt giá trị bắt đầu bằng dấu lạ trong ngoặc kép.",
        en: "Use spaces instead of tabs, and quote a value that starts with a special sign.")
    }
    return Phrase(
      vi: "Xem lại thụt đầu dòng (dùng dấu cách, không dùng tab), dấu hai chấm và dấu ngoặc.",
      en: "Check indentation (spaces, no tabs), colons, quotes and brackets.")
  }
}

/// Turns Yams' tree into ours.
private struct YAMLReader {
  let path: String
  let firstLine: Int
  var diagnostics = Diagnostics()

  func place(_ mark: Mark?) -> Place {
    guard let mark else { return Place(file: path, line: firstLine) }
    return Place(file: path, line: mark.line + firstLine - 1, column: mark.column)
  }

  mutating func convert(_ node: Node) -> YAMLNode {
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return YAMLNode(
        place: place(scalar.mark), content: isNull ? .null : .scalar(scalar.string))
    case .sequence(let sequence):
      return YAMLNode(
        place: place(sequence.mark), content: .sequence(sequence.map { convert($0) }))
    case .mapping(let mapping):
      return convert(mapping)
    case .alias(let alias):
      diagnostics.report(
        .yamlSyntax, at: place(alias.mark),
        what: Phrase(vi: "Không dùng bí danh (*) ở đây.", en: "Aliases (*) are not used here."),
        mend: Phrase(vi: "Viết lại giá trị.", en: "Write the value out."))
      return YAMLNode(place: place(alias.mark), content: .null)
    }
  }

  private mutating func convert(_ mapping: Node.Mapping) -> YAMLNode {
    var entries: [YAMLNode.Entry] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key else {
        diagnostics.report(
          .yamlSyntax, at: place(key.mark),
          what: Phrase(vi: "Tên phải là một từ.", en: "A name must be a single word."),
          mend: Phrase(vi: "Viết “tên: giá trị”.", en: "Write “name: value”."))
        continue
      }
      entries.append(
        YAMLNode.Entry(key: name.string, keyPlace: place(name.mark), value: convert(value)))
    }
    return YAMLNode(place: place(mapping.mark), content: .mapping(entries))
  }
}
