/// What a reader of an edition has today: what it prints, and what is known from elsewhere and
/// still holds.
struct TodaysFigures {
  /// How a figure is had.
  enum Source {
    case printed(DataSetSystem.CellName)
    /// From several; one of those that the edition prints.
    case workedOut(DataSetSystem.CellName?)

    var cell: DataSetSystem.CellName? {
      switch self {
      case .printed(let cell): cell
      case .workedOut(let cell): cell
      }
    }
  }

  /// By variables; nil for what others or earlier releases have printed.
  private var figures: [[Int]: DataSetSystem.CellName?] = [:]

  init(_ system: DataSetSystem, hidden: (DataSetSystem.CellName) -> Bool) {
    for (cell, origin) in system.origins.enumerated() {
      let variables = system.key(of: cell)
      switch origin {
      case .table(let name) where !hidden(name): figures[variables] = .some(name)
      case .earlier, .known:
        guard system.system.cells[cell].publication == .alwaysPrinted else { continue }
        if figures[variables] == nil { figures[variables] = .some(nil) }
      default: continue
      }
    }
  }

  /// Whether one figure says it.
  func isGiven(_ variables: [Int]) -> Bool { figures[variables] != nil }

  /// How a reader has the sum of some variables: printed, added up, or left of a whole when
  /// the rest is taken away; nil if in none of these ways.
  func source(of variables: [Int]) -> Source? {
    if let source = sum(variables) { return source }
    let wholes = figures.keys
      .filter { $0.count > variables.count && DataSetSystemBuilder.contains($0, variables) }
      .sorted {
        $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
      }
    for whole in wholes {
      let rest = Set(whole).subtracting(variables).sorted()
      guard let source = sum(rest) else { continue }
      return .workedOut(figures[whole].flatMap(\.self) ?? source.cell)
    }
    return nil
  }

  /// Likewise of those outside a part: at once, or from a whole and its part.
  func source(of count: EarlierCount) -> Source? {
    if let source = source(of: count.variables) { return source }
    guard let part = count.part, let whole = source(of: count.figure.variables),
      let inner = source(of: part.variables)
    else { return nil }
    return .workedOut(whole.cell ?? inner.cell)
  }

  private func sum(_ variables: [Int]) -> Source? {
    if let figure = figures[variables] { return figure.map { .printed($0) } ?? .workedOut(nil) }
    let parts = figures.keys.filter { DataSetSystemBuilder.contains(variables, $0) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    guard parts.reduce(into: Set<Int>(), { $0.formUnion($1) }).count == variables.count,
      GroupSums(parts + [variables]).lastFollows
    else { return nil }
    return .workedOut(parts.lazy.compactMap { figures[$0].flatMap(\.self) }.first)
  }
}
