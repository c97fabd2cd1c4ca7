/// Measurements as lines of text, each beside the prototype's figures.
struct ResultTable {
  private static let columns = [
    ("case", 12), ("cells", 7), ("small", 6), ("secondary", 10), ("value", 7), ("seconds", 8),
    ("verify", 7), ("CPU s", 8), ("MiB", 5), ("objections", 11), ("exact/below", 12),
    ("prototype", 22),
    ("ratios", 18),
  ]

  static var header: String { line(columns.map(\.0)) }

  static func line(for measured: Measurement, name: String? = nil) -> String {
    let reference = measured.benchmark.prototype
    let seconds = measured.choiceSeconds + measured.verificationSeconds
    let ratios = [
      Double(measured.secondary) / Double(reference.secondary),
      Double(measured.value) / Double(reference.value), seconds / reference.seconds,
    ]
    return line([
      name ?? measured.benchmark.name, "\(measured.cells)", "\(measured.small)",
      "\(measured.secondary)", "\(measured.value)", decimal(seconds),
      "\(Int((100 * measured.verificationSeconds / seconds).rounded()))%",
      decimal(measured.processorSeconds), "\(measured.peakMebibytes)",
      "\(measured.objections)",
      measured.opinion.map {
        "\($0.exact)/\($0.below)" + ($0.inDoubt > 0 ? " (\($0.inDoubt)?)" : "")
      } ?? "-",
      "\(reference.secondary) \(reference.value) \(decimal(reference.seconds)) s",
      ratios.map(decimal).joined(separator: " "),
    ])
  }

  private static func line(_ fields: [String]) -> String {
    zip(fields, columns).enumerated().map { index, pair in
      let padding = String(repeating: " ", count: max(0, pair.1.1 - pair.0.count))
      return index == 0 ? pair.0 + padding : padding + pair.0
    }.joined(separator: " ")
  }

  /// Two decimals.
  private static func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
