import PublishedFiles

/// An axis of a data set as all its tables together show it: which finest parts ("leaves") lie
/// below each code.
struct AxisGeometry {
  let name: String
  let role: PublishedAxis.Role
  /// Codes are points of their own, and never summed.
  let isMultiResponse: Bool
  let leafCount: Int
  /// Codes that no table ties to the total, though there is one: what they add up to is unknown.
  let untied: [String]
  /// Of a multi-response axis: each point with those directly below it.
  let responses: [(whole: Int, parts: [Int])]
  /// Of a period axis: the months of each leaf, the end not in it; otherwise empty.
  let stretches: [(start: Int, end: Int)]
  private let leaves: [String: [Int]]
  private let total: [Int]

  /// - Parameters:
  ///   - tables: every table of the data set, of earlier editions too.
  ///   - known: codes of this axis for which others publish a figure.
  init(_ name: String, in tables: [PublishedTable], known: [String]) {
    self.name = name
    let codes = CodeRelations(name, tables: tables, known: known)
    role = codes.role
    isMultiResponse = codes.isMultiResponse
    if isMultiResponse {
      var points: [String: [Int]] = [:]
      for (index, code) in codes.order.enumerated() { points[code] = [index] }
      leaves = points
      leafCount = codes.order.count
      total = points["_T"] ?? []
      untied = []
      stretches = []
      responses = codes.order.compactMap { code in
        let parts = codes.children[code] ?? []
        return parts.isEmpty
          ? nil : (points[code]?.first ?? 0, parts.compactMap { points[$0]?.first })
      }
      return
    }
    responses = []
    if role == .period, let periods = Self.periods(codes) {
      leaves = periods.leaves
      leafCount = periods.stretches.count
      stretches = periods.stretches
      untied = []
    } else {
      let found = Self.descend(codes)
      leaves = found.leaves
      leafCount = found.count
      stretches = []
      untied = codes.untied
    }
    total = Array(0..<leafCount)
  }

  /// The leaves below a code, ascending; nil for a code that the axis doesn't have.
  func leaves(of code: String) -> [Int]? {
    leaves[code] ?? (code == "_T" && !isMultiResponse ? total : nil)
  }

  /// A code with these leaves; nil for all of them.
  func name(of wanted: [Int]) -> String? {
    if wanted == total { return nil }
    return leaves.filter { $0.value == wanted }.keys.min()
  }

  /// A code with these leaves; `_T` for all of them.
  func code(of wanted: [Int]) -> String {
    leaves.filter { $0.value == wanted }.keys.min() ?? "_T"
  }

  /// The leaves of an axis that a table neither shows nor fixes.
  var everything: [Int] { total }

  // MARK: - Periods

  /// The stretches of time between the ends of all periods are the leaves.
  private static func periods(
    _ codes: CodeRelations
  ) -> (leaves: [String: [Int]], stretches: [(start: Int, end: Int)])? {
    var spans: [(code: String, span: PeriodSpan)] = []
    for code in codes.order where code != "_T" {
      guard let span = PeriodSpan(code) else { return nil }
      spans.append((code, span))
    }
    let ends = Set(spans.flatMap { [$0.span.start, $0.span.end] }).sorted()
    var leaves: [String: [Int]] = [:]
    var stretches: [(start: Int, end: Int)] = []
    for (start, end) in zip(ends, ends.dropFirst()) {
      let covering = spans.filter { $0.span.start <= start && end <= $0.span.end }
      guard !covering.isEmpty else { continue }
      // A range whose periods are all told has nothing between them.
      let isGap = covering.allSatisfy { entry in
        entry.span.isRange
          && (codes.children[entry.code] ?? []).contains { PeriodSpan($0)?.isRange == false }
      }
      if isGap { continue }
      for entry in covering { leaves[entry.code, default: []].append(stretches.count) }
      stretches.append((start, end))
    }
    return (leaves, stretches)
  }

  // MARK: - Hierarchies

  private static func descend(_ codes: CodeRelations) -> (leaves: [String: [Int]], count: Int) {
    var leaves: [String: [Int]] = [:]
    var count = 0
    var open: Set<String> = []
    func below(_ code: String) -> [Int] {
      if let known = leaves[code] { return known }
      guard open.insert(code).inserted else { return [] }
      defer { open.remove(code) }
      let children = codes.children[code] ?? []
      var found: [Int]
      if children.isEmpty {
        found = [count]
        count += 1
      } else {
        found = Set(children.flatMap(below)).sorted()
        if codes.hasRest.contains(code) {
          found.append(count)
          count += 1
        }
      }
      leaves[code] = found
      return found
    }
    for code in codes.order { _ = below(code) }
    return (leaves, count)
  }
}
