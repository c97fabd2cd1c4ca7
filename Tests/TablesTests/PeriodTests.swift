import Tables
import Testing
import VietnameseText

@Suite("Reference periods")
struct PeriodTests {
  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31", 12), ("2024-S1", "2024-01-01", "2024-06-30", 6),
    ("2024-S2", "2024-07-01", "2024-12-31", 6), ("2024-Q3", "2024-07-01", "2024-09-30", 3),
    ("2024-02", "2024-02-01", "2024-02-29", 1), ("2021/2024", "2021-01-01", "2024-12-31", 48),
    ("2021/2025-S1", "2021-01-01", "2025-06-30", 54),
  ])
  func spans(code: String, start: String, end: String, months: Int) throws {
    let period = try #require(Period(code))
    #expect(period.code == code)
    #expect(period.start.iso == start)
    #expect(period.end.iso == end)
    #expect(period.months == months)
  }

  @Test(arguments: [
    "", "24", "2024-S3", "2024-Q0", "2024-13", "2024-7", "2024/2021", "2024/", "2024-S1-S2",
    "2021/2022/2023", "２０２４", "0000",
  ])
  func refused(code: String) {
    #expect(Period(code) == nil)
  }

  @Test func overlap() throws {
    let year = try #require(Period("2025"))
    let half = try #require(Period("2025-S1"))
    let next = try #require(Period("2025-S2"))
    #expect(year.overlaps(half) && year.contains(half))
    #expect(!half.overlaps(next))
  }
}

@Suite("Exact numbers")
struct QuantityTests {
  @Test func sumsKeepDecimals() {
    let sum = Quantity(mantissa: 15, decimals: 1).adding(Quantity(2))
    #expect(sum == Quantity(mantissa: 35, decimals: 1))
  }

  @Test func overflowIsNoNumber() {
    #expect(Quantity(.max).adding(Quantity(1)) == nil)
    #expect(Quantity(.max).adding(Quantity(mantissa: 1, decimals: 1)) == nil)
  }

  @Test("marks are those of the published files")
  func marks() {
    #expect(Cell.value(Quantity(3), [.provisional, .revised]).mark == "pr")
    #expect(Cell.nothingOccurred.mark == "-" && Cell.nothingOccurred.quantity == .zero)
    #expect(Cell.suppressed.mark == "c" && Cell.suppressed.quantity == nil)
    #expect(MissingState.allCases.map(\.rawValue) == ["n", "x", "z"])
  }
}
