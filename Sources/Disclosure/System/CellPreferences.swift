import Observations
import Site

/// `neverHide` and `preferHide` for the cells of one frame: which of them serve to protect others.
struct CellPreferences {
  /// How much cheaper it is to hide a cell that is rather hidden than others.
  private static let discount = 0.1

  private let never: [Bool]
  private let preferred: [Bool]

  init(_ policy: DisclosurePolicy, _ frame: TableFrame, _ dataSet: DataSet) {
    func cells(at levels: [AxisLevel]) -> [Bool] {
      levels.map { dataSet.cells(of: frame, at: $0) }.reduce(
        [Bool](repeating: false, count: frame.aggregates.count)
      ) { found, cells in zip(found, cells).map { $0 || $1 } }
    }
    never = cells(at: policy.neverHide)
    preferred = cells(at: policy.preferHide)
  }

  /// Whether a cell that is no target stays printed whatever it could protect.
  func isNeverHidden(_ cell: Int) -> Bool { never[cell] }

  /// The weight of a cell; nil for the engine's own.
  func weight(of cell: Int, value: Int) -> Double? {
    preferred[cell] ? Self.discount * max(0.5, Double(value)).squareRoot() : nil
  }
}
