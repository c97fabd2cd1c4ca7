import Tables
import VietnameseText

/// What one period leaves to the next: of `opening + received - closed = closing`, the opening of a
/// year is the closing of the year before. Nobody declares it and every reader takes it to hold.
struct CarriedOver: Sendable {
  /// At each finest combination of codes.
  var finest: [SumEquation] = []
  /// All of them together; nil where something was not collected.
  var total: SumEquation?
}

extension IdentityCheck {
  /// Adds what may be carried over: each two measures on different sides, from each period to the
  /// one that begins the day after it.
  func addCarriedOver(_ unknowns: UnknownsByCell, to relations: inout DataRelations) {
    let periods = unknowns.space.periods
    let keys = Dictionary(grouping: unknowns.keys) { key in
      unknowns.space.nodes(key)[unknowns.space.periodAxis]
    }
    for (period, next) in zip(periods.indices, periods.indices.dropFirst())
    where periods[period].end.adding(days: 1) == periods[next].start {
      let step = (next - period) * unknowns.space.stride(unknowns.space.periodAxis)
      let cells = Set((keys[period] ?? []) + (keys[next] ?? []).map { $0 - step }).sorted()
      for closing in identity.terms {
        for opening in identity.terms where opening.coefficient != closing.coefficient {
          relations.carried.append(
            Self.carriedOver(
              cells.map {
                (
                  unknowns.content($0, closing.measure),
                  unknowns.content($0 + step, opening.measure)
                )
              }))
        }
      }
    }
  }

  private static func carriedOver(
    _ cells: [(closing: UnknownsByCell.Content, opening: UnknownsByCell.Content)]
  ) -> CarriedOver {
    var carried = CarriedOver()
    var all: [SumEquation.Term] = []
    var isWhole = true
    for cell in cells {
      var terms: [SumEquation.Term] = []
      var isKnown = true
      for (content, coefficient) in [(cell.closing, 1), (cell.opening, -1)] {
        switch content {
        case .unknown(let unknown):
          terms.append(SumEquation.Term(unknown: unknown, coefficient: coefficient))
        case .nothing: break
        case .atom, .missing: isKnown = false
        }
      }
      guard isKnown else {
        isWhole = false
        continue
      }
      guard !terms.isEmpty else { continue }
      carried.finest.append(SumEquation(terms: terms.sorted { $0.unknown < $1.unknown }))
      all += terms
    }
    if isWhole { carried.total = SumEquation(terms: all.sorted { $0.unknown < $1.unknown }) }
    return carried
  }
}
