import Site
import Tables
import VietnameseText

/// One level of the heads of a table, in rows or columns: an axis, or the measures.
struct TableLevel: Sendable {
  /// Head of the column in which the rows' heads stand.
  let title: Label
  /// In the order in which they are shown: a total after its parts.
  let entries: [Entry]
  let isArea: Bool

  struct Entry: Sendable {
    let label: Label
    /// It sums up others of the level.
    let isTotal: Bool
    /// What it adds to the place of a cell in the table.
    let offset: Int
    let period: Period?

    /// The class of a head that must not be parted: a period.
    var unbroken: String? { period == nil ? nil : "nb" }
  }
}

/// A text, with its language where that is not the page's.
struct Label: Sendable, Hashable {
  let text: String
  let language: String?

  init(_ text: String, language: String? = nil) {
    self.text = text
    self.language = language
  }

  init(_ localized: LocalizedText, in language: String) {
    let actual = localized.language(for: language)
    self.init(
      localized.text(in: language), language: actual == language ? nil : actual)
  }

  /// As it continues a line: with a small first letter, unless it is a name or an abbreviation
  /// (a second capital tells).
  var continued: String {
    let capitals = text.unicodeScalars.count { $0.properties.isUppercase }
    guard capitals == 1, let first = text.first, first.isUppercase else { return text }
    return first.lowercased() + text.dropFirst()
  }
}

extension HTML {
  mutating func text(_ label: Label) {
    if let language = label.language {
      element("span", ["lang": language]) { $0.text(label.text) }
    } else {
      text(label.text)
    }
  }
}

extension TableLevel {
  /// The measures as a level.
  init(measures: [Measure], words: InterfaceWords) {
    title = Label(words[.measure])
    isArea = false
    entries = measures.enumerated().map { index, measure in
      Entry(
        label: Label(measure.title, in: words.language), isTotal: false, offset: index,
        period: nil)
    }
  }

  /// A single row for a table without axes.
  init(totalNamed words: InterfaceWords) {
    title = Label("")
    isArea = false
    entries = [Entry(label: Label(words[.total]), isTotal: false, offset: 0, period: nil)]
  }

  /// - Parameter offsets: for each code of the axis, what it adds to the place of a cell.
  init(_ axis: Axis, offsets: [Int], words: InterfaceWords) {
    let language = words.language
    let named = axis.title.text(in: language)
    title =
      switch axis.role {
      case .period where named.isEmpty || named == axis.name: Label(words[.period])
      case .area where named.isEmpty || named == axis.name: Label(words[.area])
      default: Label(axis.title, in: language)
      }
    isArea = axis.role == .area
    let order = TotalsLast(axis)
    let labels = axis.codes.map { Self.label($0, words: words) }
    let counts = isArea ? Dictionary(labels.map { ($0.text, 1) }, uniquingKeysWith: +) : [:]
    entries = order.indices.map { index in
      let code = axis.codes[index]
      let isAmbiguous = counts[labels[index].text, default: 0] > 1
      return Entry(
        label: isAmbiguous ? Self.dated(labels[index], code.area, words) : labels[index],
        isTotal: order.isTotal[index], offset: offsets[index], period: code.period)
    }
  }

  static func label(_ code: AxisCode, words: InterfaceWords) -> Label {
    code.period.map { Label(words.label($0)) } ?? Label(code.label, in: words.language)
  }

  /// Two areas of one name, an old and a new one, are told apart by their time.
  private static func dated(_ label: Label, _ area: AreaFacts?, _ words: InterfaceWords) -> Label {
    let text: String? =
      if let end = area?.validTo {
        words.fill(.agencyUntil, ["name": label.text, "date": end.short])
      } else if let start = area?.validFrom {
        words.fill(.agencyFrom, ["name": label.text, "date": start.short])
      } else {
        nil
      }
    return text.map { Label($0, language: label.language) } ?? label
  }
}
