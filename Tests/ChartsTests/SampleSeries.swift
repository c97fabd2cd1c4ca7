import Charts
import Site
import Tables
import VietnameseText

/// Series and words that the tests draw.
enum Sample {
  static let words = words(sample: "Số liệu minh họa")

  static func words(sample: String?) -> ChartWords {
    ChartWords(
      language: "vi", suppressed: "bảo mật", noNumber: "chưa có số",
      nothingOccurred: "không phát sinh", notApplicable: "không áp dụng",
      sample: sample, axisStart: "Trục bắt đầu từ {value}", breakFrom: "Từ {date}",
      newTerritory: "ranh giới mới", newLaw: "luật mới", newBoth: "ranh giới và luật mới",
      lineTitle: "{measure}: {last} ở kỳ {period}",
      barTitle: "{measure}: nhiều nhất là {name}, {value}",
      barTitleOfShown: "{measure}: trong các số được công bố, nhiều nhất là {name}, {value}",
      noValues: "{measure}: không có số nào được công bố",
      description: "{points}. Mọi con số ở bảng bên cạnh.", point: "{period}: {value}",
      years: "cả năm", halfYears: "nửa năm", quarters: "quý", months: "tháng")
  }

  static let breaks = [
    SeriesBreak(at: day("2025-07-01"), kind: .territory, note: text("Ranh giới mới.")),
    SeriesBreak(at: day("2025-07-01"), kind: .law, note: text("Luật mới.")),
  ]

  static func text(_ words: String) -> LocalizedText { LocalizedText(words, language: "vi") }

  static func day(_ iso: String) -> CalendarDate {
    guard let date = CalendarDate(iso: iso) else { preconditionFailure("\(iso) is no date") }
    return date
  }

  /// A point of a period: its label is written as in the tables of the site.
  static func point(_ code: String, _ mark: ChartMark?) -> ChartPoint {
    ChartPoint(label: label(code), period: Period(code), mark: mark ?? .missing)
  }

  static func count(_ number: Int) -> ChartMark? {
    ChartMark(.value(Quantity(number), []), language: "vi")
  }

  static func share(_ numerator: Int, _ denominator: Int) -> ChartMark? {
    ChartMark(numerator: numerator, denominator: denominator, language: "vi")
  }

  static func bar(_ label: String, _ mark: ChartMark?) -> ChartPoint {
    ChartPoint(label: label, period: nil, mark: mark ?? .missing)
  }

  static func label(_ code: String) -> String {
    code.replacing(/(\d+)-S1/) { "1–6/\($0.1)" }.replacing(/(\d+)-S2/) { "7–12/\($0.1)" }
      .replacing(/(\d+)-(\d\d)/) { "tháng \($0.2)/\($0.1)" }
  }

  static let rates = ChartSeries(
    name: "Tin được phân loại, xử lý", scale: .rates,
    points: [
      point("2021", share(40, 43)), point("2022", share(45, 47)), point("2023", .missing),
      point("2024", share(58, 60)), point("2025-S1", share(34, 34)),
      point("2025-S2", share(74, 78)),
    ], breaks: breaks, goal: ChartSeries.Goal(value: 100, text: "Mục tiêu 100%"))

  static let counts = ChartSeries(
    name: "Người được tiếp nhận", scale: .counts,
    points: [
      point("2021", count(24)), point("2022", count(31)), point("2023", .suppressed),
      point("2024", count(38)), point("2025-S1", count(17)), point("2025-S2", count(46)),
    ], unit: "Đơn vị: người", breaks: breaks)

  static let states = ChartSeries(
    name: "Cuộc truyền thông", scale: .counts,
    points: [
      bar("Phát thanh xã, phường", count(1468)), bar("Sinh hoạt hội, đoàn thể", count(604)),
      bar("Bài trên mạng xã hội", .suppressed), bar("Nói chuyện chuyên đề", .missing),
      bar("Hội thi, sân khấu hóa", .nothingOccurred), bar("Phát tờ rơi", count(0)),
      bar("Hình thức khác, gồm cả những hình thức chưa được xếp vào nhóm nào", .notApplicable),
    ], unit: "Đơn vị: cuộc")
}
