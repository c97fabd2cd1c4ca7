import Observations
import Tables

/// A number of persons that readers of an earlier release have, and by how much it is another
/// today: of one cell, or of those whom a sensitive part of it does not count.
struct EarlierCount {
  let figure: EarlierFigure
  /// The part that is taken away: a figure of the same release at the same codes.
  let part: EarlierFigure?
  let variables: [Int]
  let change: Int

  init(_ figure: EarlierFigure, change: Int) {
    self.figure = figure
    part = nil
    variables = figure.variables
    self.change = change
  }

  /// Nil where a part counts others than its whole does, by the numbering of the system.
  init?(_ whole: EarlierFigure, without part: EarlierFigure) {
    guard let ofWhole = whole.then.change(to: whole.now),
      let ofPart = part.then.change(to: part.now),
      DataSetSystemBuilder.contains(whole.variables, part.variables)
    else { return nil }
    figure = whole
    self.part = part
    variables = Set(whole.variables).subtracting(part.variables).sorted()
    change = ofWhole - ofPart
  }

  func variables(without parts: [EarlierCount]) -> [Int] {
    let inside = parts.reduce(into: Set<Int>()) { $0.formUnion($1.variables) }
    return variables.filter { !inside.contains($0) }
  }

  var name: String { [figure, part].compactMap { $0?.name.text }.joined(separator: " − ") }
}

/// The numbers of one measure, or of those whom one part of it does not count, in one release.
struct EarlierSeries {
  let measure: Int
  /// The sensitive part that is taken away.
  let part: Int?
  /// Each once, in the order of the release's tables.
  let counts: [EarlierCount]
  var isRevised: Bool { counts.contains { $0.change != 0 } }

  /// Of each release all measures that count persons, then those outside each sensitive part.
  static func series(of figures: [EarlierFigure], in dataSet: DataSet) -> [EarlierSeries] {
    var releases: [String] = []
    for figure in figures where !releases.contains(figure.name.release) {
      releases.append(figure.name.release)
    }
    return releases.flatMap { release in
      let figures = figures.filter { $0.name.release == release }
      guard figures.contains(where: \.isRevised) else { return [EarlierSeries]() }
      let persons = dataSet.measures.indices.filter {
        dataSet.measures[$0].sensitivity == .persons
      }
      let measured = Dictionary(grouping: figures, by: \.measure)
      let plain = persons.map { measure in
        EarlierSeries(
          measure, nil,
          (measured[measure] ?? []).compactMap { figure in
            figure.then.change(to: figure.now).map { EarlierCount(figure, change: $0) }
          })
      }
      return plain
        + persons.flatMap { measure in
          sensitiveParts(of: measure, in: dataSet).map { part in
            let parts = Dictionary(
              (measured[part] ?? []).map { ($0.codes, $0) }, uniquingKeysWith: { first, _ in first }
            )
            return EarlierSeries(
              measure, part,
              (measured[measure] ?? []).compactMap { whole in
                parts[whole.codes].flatMap { EarlierCount(whole, without: $0) }
              })
          }
        }
    }
  }

  private init(_ measure: Int, _ part: Int?, _ counts: [EarlierCount]) {
    var seen = Set<[Int]>()
    self.measure = measure
    self.part = part
    self.counts = counts.filter { seen.insert($0.variables).inserted }
  }

  /// Parts of a measure, and their parts, of which what they leave is sensitive.
  static func sensitiveParts(of whole: Int, in dataSet: DataSet) -> [Int] {
    let parts = dataSet.measures.indices.filter {
      dataSet.measures[$0].partOf == dataSet.measures[whole].id
        && dataSet.measures[$0].complement == .sensitive
    }
    return parts + parts.flatMap { sensitiveParts(of: $0, in: dataSet) }
  }

  /// Pairs of which one lies within the other and what is left between them changed by 1 to
  /// T − 1.
  func differences(below threshold: Int) -> [(whole: EarlierCount, part: EarlierCount)] {
    var found: [(whole: EarlierCount, part: EarlierCount)] = []
    // Of a measure that did not change, nothing is left over; of a complement, its parts may.
    let changes = counts.filter { part != nil || $0.change != 0 }.sorted { $0.change < $1.change }
    for (index, lower) in changes.enumerated() {
      let start = changes[index...].partitioningIndex { $0.change > lower.change }
      for upper in changes[start...] {
        if upper.change - lower.change >= threshold { break }
        for (whole, part) in [(lower, upper), (upper, lower)]
        where DataSetSystemBuilder.contains(whole.variables, part.variables) {
          found.append((whole, part))
        }
      }
    }
    return found
  }

  /// A figure without all those within it that are given today too, where that changed by 1 to
  /// T − 1: those whom none of them counts.
  func rests(
    below threshold: Int, _ isGiven: ([Int]) -> Bool
  ) -> [(whole: EarlierCount, parts: [EarlierCount])] {
    let given = counts.filter { isGiven($0.variables) }
    return counts.compactMap { whole in
      let parts = given.filter {
        $0.variables.count < whole.variables.count
          && DataSetSystemBuilder.contains(whole.variables, $0.variables)
      }
      guard parts.count > 1, ([whole] + parts).contains(where: { $0.change != 0 }) else {
        return nil
      }
      let rest = whole.variables(without: parts)
      guard !rest.isEmpty,
        let change = KnownSums(([whole] + parts).map { ($0.variables, $0.change) }).value(of: rest),
        change != 0, abs(change) < threshold
      else { return nil }
      return (whole, parts)
    }
  }

  /// By how much a number that readers of the release add up from its figures is another today;
  /// nil if they can't, or one figure says it.
  func change(of variables: [Int]) -> Int? {
    let parts = counts.filter { DataSetSystemBuilder.contains(variables, $0.variables) }
    guard parts.contains(where: { $0.change != 0 }),
      !parts.contains(where: { $0.variables == variables })
    else { return nil }
    return KnownSums(parts.map { ($0.variables, $0.change) }).value(of: variables)
  }
}

extension ArraySlice {
  /// The first place from which a condition holds, where it holds for all that follow.
  fileprivate func partitioningIndex(where isPast: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
