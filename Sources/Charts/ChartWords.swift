/// The words of charts in the language of a page, from its `strings`. `{name}` is filled in.
public struct ChartWords: Sendable {
  public let language: String
  /// In a hidden box: "bảo mật".
  public let suppressed: String
  /// In a dashed box: "chưa có số".
  public let noNumber: String
  /// "không phát sinh"; the picture itself shows `-`.
  public let nothingOccurred: String
  /// "không áp dụng".
  public let notApplicable: String
  /// What pictures of a sample site carry: "Số liệu minh họa"; nil for an official site, or for
  /// figures that another authority published.
  public let sample: String?
  /// "Trục bắt đầu từ {value}".
  public let axisStart: String
  /// "Từ {date}".
  public let breakFrom: String
  /// "ranh giới mới", "luật mới", "ranh giới và luật mới".
  public let newTerritory: String
  public let newLaw: String
  public let newBoth: String
  /// "{measure}: {last} ở kỳ {period}".
  public let lineTitle: String
  /// "{measure}: nhiều nhất là {name}, {value}".
  public let barTitle: String
  /// The same where not every value is shown: "{measure}: trong các số được công bố, nhiều nhất
  /// là {name}, {value}".
  public let barTitleOfShown: String
  /// "{measure}: không có số nào được công bố".
  public let noValues: String
  /// "{points}. Mọi con số ở bảng bên cạnh."
  public let description: String
  /// "{period}: {value}".
  public let point: String
  /// Names of groups of periods of one length, written only where there are several: "cả năm",
  /// "nửa năm", "quý", "tháng".
  public let years: String
  public let halfYears: String
  public let quarters: String
  public let months: String

  public init(
    language: String, suppressed: String, noNumber: String, nothingOccurred: String,
    notApplicable: String, sample: String?, axisStart: String, breakFrom: String,
    newTerritory: String, newLaw: String, newBoth: String, lineTitle: String, barTitle: String,
    barTitleOfShown: String, noValues: String, description: String, point: String,
    years: String, halfYears: String, quarters: String, months: String
  ) {
    self.language = language
    self.suppressed = suppressed
    self.noNumber = noNumber
    self.nothingOccurred = nothingOccurred
    self.notApplicable = notApplicable
    self.sample = sample
    self.axisStart = axisStart
    self.breakFrom = breakFrom
    self.newTerritory = newTerritory
    self.newLaw = newLaw
    self.newBoth = newBoth
    self.lineTitle = lineTitle
    self.barTitle = barTitle
    self.barTitleOfShown = barTitleOfShown
    self.noValues = noValues
    self.description = description
    self.point = point
    self.years = years
    self.halfYears = halfYears
    self.quarters = quarters
    self.months = months
  }

  /// Puts values in the place of `{name}`. What was put in is not looked through again.
  static func fill(_ template: String, _ values: [String: String]) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let tail = rest[rest.index(after: open)...]
      guard let close = tail.firstIndex(of: "}"), let value = values[String(tail[..<close])]
      else {
        text += "{"
        rest = tail
        continue
      }
      text += value
      rest = tail[tail.index(after: close)...]
    }
    return text + rest
  }

  /// The name of periods of so many months; nil for other lengths.
  func groupName(months length: Int) -> String? {
    switch length {
    case 12: years
    case 6: halfYears
    case 3: quarters
    case 1: months
    default: nil
    }
  }
}
