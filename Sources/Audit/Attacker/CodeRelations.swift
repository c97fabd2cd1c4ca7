import PublishedFiles

/// Which codes of an axis lie below which, by all tables of a data set together.
struct CodeRelations {
  private(set) var role = PublishedAxis.Role.dimension
  private(set) var isMultiResponse = false
  /// Each code once, in the order of the tables.
  private(set) var order: [String] = []
  private(set) var children: [String: [String]] = [:]
  /// Codes that have more below them than is told.
  private(set) var hasRest: Set<String> = []
  private(set) var untied: [String] = []
  private var seen: Set<String> = []

  init(_ name: String, tables: [PublishedTable], known: [String]) {
    var tops: [[String]] = []
    var fixed: [String] = []
    var parents: [String: Set<String>] = [:]
    let all = Set(
      tables.flatMap { table in table.axes.filter { $0.name == name } }
        .flatMap { $0.codes.map(\.code) })
    var lists: [String: [[String]]] = [:]
    for table in tables {
      if let code = table.at[name], !fixed.contains(code) { fixed.append(code) }
      guard let axis = table.axes.first(where: { $0.name == name }) else { continue }
      role = axis.role
      if axis.isMultiResponse { isMultiResponse = true }
      var below: [String: [String]] = [:]
      for code in axis.codes {
        add(code.code)
        for parent in code.parents where all.contains(parent) && parent != code.code {
          below[parent, default: []].append(code.code)
          if parents[code.code, default: []].insert(parent).inserted {
            children[parent, default: []].append(code.code)
          }
        }
        // What overlaps says what it is made of, shown or not.
        for leaf in code.leaves where leaf != code.code {
          add(leaf)
          if parents[leaf, default: []].insert(code.code).inserted {
            children[code.code, default: []].append(leaf)
          }
        }
      }
      tops.append(axis.codes.filter { $0.parents.isEmpty }.map(\.code))
      for (parent, codes) in below { lists[parent, default: []].append(codes) }
    }
    if order.contains(where: { $0.contains(":") }) || fixed.contains(where: { $0.contains(":") }) {
      role = role == .dimension ? .area : role
    }
    // An axis at which all tables stand doesn't say what it is.
    if tops.isEmpty, !fixed.isEmpty, fixed.allSatisfy({ PeriodSpan($0) != nil }) { role = .period }
    fixed.forEach { add($0) }
    if role == .dimension, !isMultiResponse { dropOtherDivisions(lists) }
    if role != .period {
      tie(
        fixed.filter { parents[$0] == nil }, parents: parents,
        tops: tops.map { $0.filter { parents[$0] == nil } })
    }
    for code in known where !seen.contains(code) {
      if role != .period {
        addKnown(code, fixed: fixed)
      } else if PeriodSpan(code) != nil {
        add(code)
      }
    }
  }

  private mutating func add(_ code: String) {
    if seen.insert(code).inserted { order.append(code) }
  }

  /// Tables may divide a code in ways of which nobody tells how they cross: the finest is kept, for
  /// codes of two of them would be counted twice.
  private mutating func dropOtherDivisions(_ lists: [String: [[String]]]) {
    func leaves(_ code: String, _ depth: Int) -> Set<String> {
      let below = children[code] ?? []
      return below.isEmpty || depth > order.count
        ? [code] : below.reduce(into: []) { $0.formUnion(leaves($1, depth + 1)) }
    }
    for parent in order {
      let divisions = (lists[parent] ?? []).map { codes in
        (codes: codes, leaves: codes.reduce(into: Set()) { $0.formUnion(leaves($1, 0)) })
      }
      guard let kept = divisions.max(by: { $0.leaves.count < $1.leaves.count }) else { continue }
      for other in divisions where !other.leaves.isSubset(of: kept.leaves) {
        for code in other.codes where leaves(code, 0).isDisjoint(with: kept.leaves) {
          children[parent]?.removeAll { $0 == code }
          if !untied.contains(code) { untied.append(code) }
        }
      }
    }
  }

  /// Codes with nothing above them in any table lie below the total of their axis, or scheme.
  private mutating func tie(
    _ fixed: [String], parents: [String: Set<String>], tops: [[String]]
  ) {
    let totals = fixed.filter { $0 != "_T" } + (seen.contains("_T") ? ["_T"] : [])
    var below: Set<String> = []
    for total in totals {
      func isCandidate(_ code: String) -> Bool {
        code != total && parents[code] == nil && !below.contains(code)
          && (total == "_T" || Self.scheme(of: code) == Self.scheme(of: total))
      }
      // Roots of several schemes all lie below the total over time.
      let lists = tops.map { $0.filter(isCandidate) }.filter { !$0.isEmpty }
      let roots = total == "_T" ? totals.filter(isCandidate) : []
      guard let first = lists.max(by: { $0.count < $1.count }) ?? (roots.isEmpty ? nil : roots)
      else { continue }
      if children[total] == nil || total == "_T" && role == .area {
        let all = first + roots.filter { !first.contains($0) }
        children[total, default: []] += all
        below.formUnion(all)
      }
      for code in lists.joined()
      where children[total]?.contains(code) != true && !below.contains(code)
        && !untied.contains(code)
      {
        untied.append(code)
      }
    }
  }

  /// A code that no table shows: it is part of the total, and the total holds more.
  private mutating func addKnown(_ code: String, fixed: [String]) {
    let total = fixed.first { Self.scheme(of: $0) == Self.scheme(of: code) } ?? "_T"
    guard children[total] == nil || hasRest.contains(total) else { return }
    add(total)
    add(code)
    children[total, default: []].append(code)
    hasRest.insert(total)
  }

  /// An area's scheme; empty for other codes.
  private static func scheme(of code: String) -> Substring {
    code.firstIndex(of: ":").map { code[..<$0] } ?? ""
  }
}
