import Foundation
import Testing
import VietnameseText

@Suite struct CalendarDateTests {
  @Test(arguments: ["2025-07-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `ISO dates come back as they went`(iso: String) {
    #expect(CalendarDate(iso: iso)?.iso == iso)
  }

  @Test(arguments: [
    "2025-7-1", "2025-02-29", "1900-02-29", "2025-00-01", "2025-13-01", "2025-04-31", "2025-01-00",
    "2025/07/01", "01-07-2025", "20250701", " 2025-07-01", "2025-07-01 ", "2025-07-01T00:00",
    "0000-01-01", "+025-07-01", "2025-07-0１", "",
  ])
  func `What is no date`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2025-07-01", "01/07/2025", "ngày 01 tháng 7 năm 2025", "1 July 2025"),
    ("2021-02-09", "09/02/2021", "ngày 09 tháng 02 năm 2021", "9 February 2021"),
    ("2026-01-10", "10/01/2026", "ngày 10 tháng 01 năm 2026", "10 January 2026"),
    ("2024-12-31", "31/12/2024", "ngày 31 tháng 12 năm 2024", "31 December 2024"),
  ])
  func `As readers see it (Decree 30 of 2020)`(
    iso: String, short: String, vi: String, en: String
  ) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.short == short)
    #expect(date.long("vi") == vi)
    #expect(date.long("en") == en)
  }

  @Test func `Every day from 1890 to 2110 is counted as Foundation counts it`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var date = try #require(CalendarDate(iso: "1890-01-01"))
    let end = try #require(CalendarDate(iso: "2110-01-01"))
    while date < end {
      let instant = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: instant)
      guard parts.year == date.year, parts.month == date.month, parts.day == date.day,
        CalendarDate(dayNumber: date.dayNumber) == date
      else {
        Issue.record("\(date.iso)")
        return
      }
      date = try #require(date.adding(days: 1))
    }
  }

  @Test func `Differences, order and the ends of the calendar`() throws {
    let plan = try #require(CalendarDate(iso: "2021-07-07"))
    let merger = try #require(CalendarDate(iso: "2025-07-01"))
    #expect(merger.dayNumber - plan.dayNumber == 1455)
    #expect(
      plan < merger && plan.adding(days: 1455) == merger && merger.adding(days: -1455) == plan)
    let first = try #require(CalendarDate(iso: "0001-01-01"))
    let last = try #require(CalendarDate(iso: "9999-12-31"))
    #expect(first.adding(days: -1) == nil && last.adding(days: 1) == nil)
    #expect(first.adding(days: Int.min) == nil && last.adding(days: Int.max) == nil)
    #expect(first.adding(days: last.dayNumber - first.dayNumber) == last)
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
  }
}
