import Diagnostics

/// What is wrong with one file of figures. Of each rule the first twenty are told one by one, the
/// others are counted: a wrong column breaks every row.
struct DataFindings {
  static let limit = 20

  let file: String
  let isConfidential: Bool
  private var found = Diagnostics()
  private var counts: [Rule: Int] = [:]

  init(file: String, isConfidential: Bool) {
    self.file = file
    self.isConfidential = isConfidential
  }

  var isEmpty: Bool { counts.isEmpty }

  /// Place, what and mend are only worked out if they will be told.
  mutating func add(
    _ rule: Rule, at place: @autoclosure () -> Place?, what: @autoclosure () -> Phrase,
    mend: @autoclosure () -> Phrase
  ) {
    counts[rule, default: 0] += 1
    guard counts[rule, default: 0] <= Self.limit else { return }
    found.report(rule, at: place(), what: what(), mend: mend(), isConfidential: isConfidential)
  }

  func report(into diagnostics: inout Diagnostics) {
    diagnostics.merge(found)
    for (rule, count) in counts.sorted(by: { $0.key.code < $1.key.code }) where count > Self.limit {
      let more = count - Self.limit
      diagnostics.report(
        rule, at: Place(file: file),
        what: Phrase(
          vi: "Còn \(more) chỗ khác cùng lỗi này.", en: "\(more) more of the same kind."),
        mend: Phrase(
          vi: "Sửa các chỗ đã nêu rồi chạy lại.", en: "Mend those above, then run again."),
        isConfidential: isConfidential)
    }
  }
}
