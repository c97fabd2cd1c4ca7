/// Guesses what was meant by a misspelt name.
public enum Spelling {
  /// The candidate nearest to `word`, if at most a third of its characters differ.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let scalars = Array(word.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(scalars, Array(candidate.lowercased().unicodeScalars))
      if distance <= max(1, scalars.count / 3), distance < (best?.distance ?? .max) {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// Optimal string alignment distance: insertions, deletions, replacements and swaps of
  /// neighbours count one each.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var rows = [Array(0...b.count)]
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        row[j] = min(rows[i - 1][j] + 1, row[j - 1] + 1, replaced)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], rows[i - 2][j - 2] + 1)
        }
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }

  /// A mend that names the nearest candidate, or else lists what is allowed.
  public static func mend(for word: String, among candidates: [String]) -> Phrase {
    if let nearest = nearest(to: word, among: candidates) {
      return Phrase(vi: "Có phải là “\(nearest)”?", en: "Did you mean “\(nearest)”?")
    }
    let list = candidates.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
    if candidates.isEmpty {
      return Phrase(vi: "Hãy bỏ tên này.", en: "Remove this name.")
    }
    let rest = candidates.count > 12 ? ", …" : ""
    return Phrase(vi: "Dùng một trong: \(list)\(rest).", en: "Use one of: \(list)\(rest).")
  }
}
