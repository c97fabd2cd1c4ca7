import Tables

extension ClearedEdition {
  /// Hidden cells, and printed ones other than 0, by measure and codes, whichever table shows them.
  /// An axis left out is at its total.
  var cellNames: (hidden: Set<[String]>, printed: Set<[String]>) {
    var hidden: Set<[String]> = []
    var printed: Set<[String]> = []
    for table in tables {
      var keys = [table.fixed.map { "\($0.name)=\($0.code.code)" }]
      for axis in table.axes {
        keys = keys.flatMap { key in axis.codes.map { key + ["\(axis.name)=\($0.code)"] } }
      }
      for (position, key) in keys.enumerated() {
        for (offset, measure) in table.measures.enumerated() {
          let cell = table.cells[position * table.measures.count + offset]
          let name = key.sorted() + [measure.id]
          if cell == .suppressed { hidden.insert(name) }
          if (cell?.quantity?.mantissa ?? 0) > 0 { printed.insert(name) }
        }
      }
    }
    return (hidden, printed)
  }
}
