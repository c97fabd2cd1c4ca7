extension SiteConfiguration {
  /// Whether the base address is one that never leads to a site of anybody: names kept for examples
  /// and tests (RFC 2606, RFC 6761), or the machine itself.
  public var isPlaceholderAddress: Bool {
    var name = host.lowercased()
    if name.hasPrefix("[") { return name.hasPrefix("[::1]") }
    name = String(name.prefix { $0 != ":" })
    if name.hasSuffix(".") { name.removeLast() }
    let labels = name.split(separator: ".")
    guard let last = labels.last else { return true }
    if Self.reservedEndings.contains(String(last)) { return true }
    if labels.count == 4, labels[0] == "127" || name == "0.0.0.0" { return true }
    return labels.count > 1 && labels[labels.count - 2] == "example"
      && Self.endingsOfExamples.contains(String(last))
  }

  private static let reservedEndings: Set = ["example", "invalid", "localhost", "test"]
  private static let endingsOfExamples: Set = ["com", "net", "org"]
}
