import PublishedFiles

/// Measures of a data set that say something of each other, by `partOf`, `derivedFrom` or an
/// identity.
struct MeasureTies {
  let measures: [PublishedMeasure]
  /// Index of the measure of which each counts a part.
  let whole: [Int?]
  /// Index of the measure that each gives away.
  let source: [Int?]
  /// Σ coefficient · measure = 0.
  let identities: [[(measure: Int, coefficient: Int)]]
  /// Of identities of stocks and flows: what a period ends with and what the next begins with.
  let carried: [(closing: Int, opening: Int)]

  /// The part of a whole that is taken as a summand of it; further parts are only no greater.
  func firstPart(of measure: Int) -> Int? {
    measures.indices.first { whole[$0] == measure }
  }

  /// Every group of tied measures of a data set's tables.
  static func components(of tables: [PublishedTable]) -> [MeasureTies] {
    var measures: [PublishedMeasure] = []
    for measure in tables.flatMap(\.measures)
    where !measures.contains(where: { $0.id == measure.id }) {
      measures.append(measure)
    }
    var identities: [[Term]] = []
    var seen: Set<String> = []
    for text in tables.flatMap(\.identities) where seen.insert(text).inserted {
      let terms = parse(text)
      // A measure that nobody publishes still is no less than zero.
      for term in terms where !measures.contains(where: { $0.id == term.id }) {
        measures.append(PublishedMeasure(id: term.id, unit: "", sensitivity: .open))
      }
      if !terms.isEmpty { identities.append(terms) }
    }
    let named = identities.compactMap { stocks(in: $0, measures) }
    var group = Array(measures.indices)
    func index(_ id: String?) -> Int? { measures.firstIndex { $0.id == id } }
    func unite(_ a: Int, _ b: Int) {
      let (from, to) = (group[b], group[a])
      for place in group.indices where group[place] == from { group[place] = to }
    }
    for (place, measure) in measures.enumerated() {
      for other in [index(measure.partOf), index(measure.derivedFrom)].compactMap(\.self) {
        unite(place, other)
      }
    }
    for terms in identities {
      let places = terms.compactMap { index($0.id) }
      for place in places { unite(places[0], place) }
    }
    return Set(group).sorted().map { number in
      let members = measures.indices.filter { group[$0] == number }.map { measures[$0] }
      func place(_ id: String?) -> Int? { members.firstIndex { $0.id == id } }
      return MeasureTies(
        // A figure that gives away a measure which no table shows stands for it.
        measures: members.map { member in
          guard let source = member.derivedFrom, place(source) == nil else { return member }
          return PublishedMeasure(
            id: member.id, unit: member.unit, sensitivity: .persons, partOf: member.partOf,
            complement: member.complement, pools: member.pools)
        },
        whole: members.map { place($0.partOf) }, source: members.map { place($0.derivedFrom) },
        identities: identities.compactMap { terms in
          let places = terms.compactMap { term in
            place(term.id).map { (measure: $0, coefficient: term.coefficient) }
          }
          return places.count == terms.count ? places : nil
        },
        carried: named.compactMap { stock in
          guard let closing = place(stock.closing), let opening = place(stock.opening) else {
            return nil
          }
          return (closing, opening)
        })
    }
  }

  private struct Term {
    let id: String
    /// Brought to the left side.
    let coefficient: Int
    /// 1 on the left, −1 on the right.
    let side: Int
  }

  /// What a reader takes for the stock at the beginning and at the end of a period: the only two
  /// measures whose periods can't be added, if they are on different sides; or else one measure
  /// that stands alone, and the first one on the other side.
  private static func stocks(
    in terms: [Term], _ measures: [PublishedMeasure]
  ) -> (closing: String, opening: String)? {
    guard terms.count > 2 else { return nil }
    let alone = [1, -1].compactMap { side -> Term? in
      let found = terms.filter { $0.side == side }
      return found.count == 1 ? found[0] : nil
    }.first
    let unpooled = terms.filter { term in measures.contains { $0.id == term.id && !$0.pools } }
    if unpooled.count == 2, unpooled[0].coefficient != unpooled[1].coefficient {
      let (one, other) = (unpooled[0], unpooled[1])
      return one.id == alone?.id ? (one.id, other.id) : (other.id, one.id)
    }
    guard let alone, let first = terms.first(where: { $0.side != alone.side }),
      first.coefficient != alone.coefficient
    else { return nil }
    return (alone.id, first.id)
  }

  /// "opening + received - closed = closing"; empty if it has another form.
  private static func parse(_ text: String) -> [Term] {
    var terms: [Term] = []
    var sign = 1
    var side = 1
    for word in text.split(separator: " ") {
      switch word {
      case "+": sign = 1
      case "-", "−": sign = -1
      case "=":
        guard side == 1 else { return [] }
        side = -1
        sign = 1
      default:
        terms.append(Term(id: String(word), coefficient: sign * side, side: side))
        sign = 1
      }
    }
    return side == -1 ? terms : []
  }
}
