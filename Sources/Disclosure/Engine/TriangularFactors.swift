/// A basis written as a lower times an upper triangular matrix while its columns are taken one by one.
///
/// Of a column that the earlier lower matrices have changed, what stands in rows that await a column
/// goes into the lower matrix, the rest into the upper. Where a basis is nearly triangular, as here,
/// that is a tenth of the entries that whole columns would have in a large cube. Small bases may keep
/// whole columns: they fill little.
struct TriangularFactors {
  private let splits: Bool
  private(set) var lower = EtaFile()
  private var upper = EtaFile()

  init(splits: Bool) { self.splits = splits }

  /// - Returns: the lower matrix's place in `lower`; −1 if it changes nothing.
  mutating func append(
    _ column: borrowing SparseVector, row: Int, isOpen: (Int) -> Bool
  ) -> Int {
    let pivot = column[row]
    let count = lower.count
    if splits {
      lower.append(column, row: row, pivot: 1, dividedBy: pivot, where: isOpen)
      upper.append(column, row: row, pivot: pivot, dividedBy: 1) { !isOpen($0) }
    } else {
      lower.append(column, row: row, pivot: pivot, dividedBy: 1) { _ in true }
    }
    return lower.count > count ? count : -1
  }

  /// The inverse of the product.
  consuming func inverse() -> EtaFile {
    lower.append(reversed: upper)
    return lower
  }
}
