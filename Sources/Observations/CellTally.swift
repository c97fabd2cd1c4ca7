import Tables

/// What the finest cells below a cell say of one measure.
struct CellTally {
  var sum = 0
  var rows = 0
  var numbers = 0
  var nothings = 0
  var notCollected = 0
  var notAvailable = 0
  var notApplicable = 0
  var status: ObservationStatus = []
  var overflows = false

  /// Adds a finest cell: a row, or none under `absentRows: zero`.
  mutating func add(_ row: Int, _ measure: Int, of all: Rows) {
    rows += 1
    guard row >= 0 else {
      numbers += 1
      return
    }
    switch all.state(row, measure) {
    case .number:
      numbers += 1
      let (total, isTooLarge) = sum.addingReportingOverflow(all.value(row, measure))
      sum = total
      overflows = overflows || isTooLarge
    case .nothingOccurred:
      numbers += 1
      nothings += 1
    case .notCollected: notCollected += 1
    case .notAvailable: notAvailable += 1
    case .notApplicable: notApplicable += 1
    }
    status.formUnion(all.status(row, measure))
  }
}
