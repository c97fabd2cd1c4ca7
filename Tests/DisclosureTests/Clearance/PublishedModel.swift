import Tables

/// What a reader makes of the tables of an edition, and of nothing else: the finest counts behind
/// them as unknowns, every published cell as a sum of them, and each part as at most its whole.
struct PublishedModel {
  /// Σ coefficient · unknown within bounds.
  struct Statement {
    var terms: [(unknown: Int, coefficient: Int)]
    var bounds: ClosedRange<Int>
  }

  /// A cell of a table, by what it counts.
  struct PublishedCell: Hashable {
    let measure: String
    let unknowns: [Int]
  }

  /// More persons than any small site has.
  static let most = 400

  /// Codes by axis, then the measure, of each unknown.
  private(set) var unknowns: [[String]] = []
  private(set) var statements: [Statement] = []
  private(set) var cells: Set<PublishedCell> = []
  private(set) var hidden: Set<PublishedCell> = []
  private var printed: [PublishedCell: Int] = [:]
  private(set) var parts: [(part: String, whole: String)] = []
  let axisNames: [String]
  private let index: [[String]: Int]
  private let leaves: [String: [String: Set<String>]]

  init(_ edition: ClearedEdition) {
    let tables = edition.tables
    var names: [String] = []
    var measures: [Measure] = []
    var parents: [String: [String: Set<String>]] = [:]
    for table in tables {
      for axis in table.axes {
        if !names.contains(axis.name) { names.append(axis.name) }
        for code in axis.codes {
          parents[axis.name, default: [:]][code.code, default: []].formUnion(code.parents)
        }
      }
      for fixed in table.fixed {
        if !names.contains(fixed.name) { names.append(fixed.name) }
        if parents[fixed.name]?[fixed.code.code] == nil {
          parents[fixed.name, default: [:]][fixed.code.code] = []
        }
      }
      for measure in table.measures where !measures.contains(where: { $0.id == measure.id }) {
        measures.append(measure)
      }
    }
    names.sort()
    axisNames = names
    // The leaves below each code, from the parents that are published.
    var leaves: [String: [String: Set<String>]] = [:]
    for (axis, parentsOf) in parents {
      let hasChildren = Set(parentsOf.values.flatMap { $0 })
      for code in parentsOf.keys where !hasChildren.contains(code) {
        var above: Set<String> = [code]
        var waiting = [code]
        while let next = waiting.popLast() {
          for parent in parentsOf[next] ?? [] where above.insert(parent).inserted {
            waiting.append(parent)
          }
        }
        for ancestor in above { leaves[axis, default: [:]][ancestor, default: []].insert(code) }
      }
    }
    self.leaves = leaves
    var keys: [[String]] = [[]]
    for name in names {
      let finest = Set(leaves[name]?.values.flatMap { $0 } ?? []).sorted()
      keys = keys.flatMap { key in finest.map { key + [$0] } }
    }
    unknowns = keys.flatMap { key in measures.map { key + [$0.id] } }
    index = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    parts = measures.compactMap { measure in
      measure.partOf.flatMap { whole in
        measures.contains { $0.id == whole } ? (measure.id, whole) : nil
      }
    }
    for (part, whole) in parts {
      for key in keys {
        guard let p = index[key + [part]], let w = index[key + [whole]] else { continue }
        statements.append(Statement(terms: [(w, 1), (p, -1)], bounds: 0...Self.most))
      }
    }
    for table in tables { read(table) }
  }

  private mutating func read(_ table: ClearedTable) {
    var keys: [[String: String]] = [[:]]
    for fixed in table.fixed { keys[0][fixed.name] = fixed.code.code }
    for axis in table.axes {
      keys = keys.flatMap { key in
        axis.codes.map { key.merging([axis.name: $0.code]) { _, new in new } }
      }
    }
    for (position, key) in keys.enumerated() {
      for (offset, measure) in table.measures.enumerated() {
        guard let cell = table.cells[position * table.measures.count + offset] else { continue }
        let published = PublishedCell(measure: measure.id, unknowns: sum(key, measure.id))
        let terms = published.unknowns.map { (unknown: $0, coefficient: 1) }
        switch cell {
        case .missing: continue
        case .suppressed:
          guard hidden.insert(published).inserted else { break }
          statements.append(Statement(terms: terms, bounds: 1...Self.most))
        case .value, .nothingOccurred:
          let value = cell.quantity?.mantissa ?? 0
          guard printed.updateValue(value, forKey: published) != value else { break }
          statements.append(Statement(terms: terms, bounds: value...value))
        }
        cells.insert(published)
      }
    }
  }

  /// The unknowns below a cell.
  func sum(_ key: [String: String], _ measure: String) -> [Int] {
    var keys: [[String]] = [[]]
    for name in axisNames {
      let below = (leaves[name]?[key[name] ?? ""] ?? []).sorted()
      keys = keys.flatMap { key in below.map { key + [$0] } }
    }
    return keys.compactMap { index[$0 + [measure]] }.sorted()
  }

  /// All that a reader could compute of persons: cells, cells less a cell inside them, wholes less
  /// their parts.
  var targets: [[Int: Int]] {
    var found: Set<[Int: Int]> = []
    for cell in cells {
      found.insert(Dictionary(uniqueKeysWithValues: cell.unknowns.map { ($0, 1) }))
      for other in cells where other.measure == cell.measure {
        let rest = Set(cell.unknowns).subtracting(other.unknowns)
        if !rest.isEmpty, rest.count + other.unknowns.count == cell.unknowns.count {
          found.insert(Dictionary(uniqueKeysWithValues: rest.map { ($0, 1) }))
        }
      }
      for (part, whole) in parts where part == cell.measure || whole == cell.measure {
        var terms: [Int: Int] = [:]
        for unknown in cell.unknowns {
          let key = unknowns[unknown].dropLast()
          if let w = index[key + [whole]] { terms[w] = 1 }
          if let p = index[key + [part]] { terms[p] = -1 }
        }
        found.insert(terms)
      }
    }
    return found.sorted { a, b in
      a.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }.description
        < b.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }.description
    }
  }

  /// The same, told one number more.
  func knowing(_ cell: PublishedCell, is value: Int) -> PublishedModel {
    var copy = self
    copy.statements.append(
      Statement(
        terms: cell.unknowns.map { (unknown: $0, coefficient: 1) }, bounds: value...value))
    return copy
  }
}
