import Site
import Tables
import Testing

/// A number that names no period or area stands at the total, if there is one.
@Suite("Totals of axes") struct AxisTotalTests {
  private func axis(_ codes: (String, [String])...) -> Axis {
    Axis(
      name: "period", role: .period, title: LocalizedText("Kỳ", language: "vi"),
      codes: codes.map {
        AxisCode(code: $0.0, parents: $0.1, label: LocalizedText($0.0, language: "vi"))
      })
  }

  @Test func theOnlyCodeWithNoneAboveItIsTheTotal() {
    #expect(axis(("2023", ["2023/2024"]), ("2024", ["2023/2024"]), ("2023/2024", [])).total == 2)
    #expect(axis(("2024", [])).total == 0)
  }

  @Test func codesSideBySideHaveNoTotal() {
    #expect(axis(("2023", []), ("2024", [])).total == nil)
    #expect(axis(("2024", ["2024/2025-S1"]), ("2025-S2", []), ("2024/2025-S1", [])).total == nil)
  }
}
