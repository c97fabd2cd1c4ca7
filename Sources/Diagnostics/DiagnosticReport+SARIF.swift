extension DiagnosticReport {
  /// SARIF 2.1.0 (OASIS), one run.
  public static func sarif(
    _ diagnostics: Diagnostics, version: String, language: MessageLanguage, showsSecrets: Bool
  ) -> String {
    let sorted = diagnostics.sorted
    var codes = Set<String>()
    let rules = sorted.filter { codes.insert($0.rule.code).inserted }
      .map { Entry($0, language: language, showsSecrets: showsSecrets) }
      .sorted { $0.code < $1.code }
    return encode(
      Log(runs: [
        Run(
          tool: Tool(
            driver: Driver(
              version: version,
              rules: rules.map {
                ReportingDescriptor(id: $0.code, fullDescription: Message(text: $0.why))
              })),
          results: sorted.map {
            Result(Entry($0, language: language, showsSecrets: showsSecrets))
          })
      ]))
  }

  private struct Log: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  private struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }

  private struct Tool: Encodable {
    let driver: Driver
  }

  private struct Driver: Encodable {
    let name = "minhbach"
    let version: String
    let rules: [ReportingDescriptor]
  }

  private struct ReportingDescriptor: Encodable {
    let id: String
    let fullDescription: Message
  }

  private struct Message: Encodable {
    let text: String
  }

  private struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Message
    let locations: [Location]

    init(_ entry: Entry) {
      ruleId = entry.code
      level = entry.severity
      message = Message(text: "\(entry.what) \(entry.mend)")
      locations =
        entry.file.map { file in
          [
            Location(
              physicalLocation: PhysicalLocation(
                artifactLocation: ArtifactLocation(uri: encodedPath(file)),
                region: entry.line.map { Region(startLine: $0, startColumn: entry.column) }))
          ]
        } ?? []
    }
  }

  private struct Location: Encodable {
    let physicalLocation: PhysicalLocation
  }

  private struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region?
  }

  private struct ArtifactLocation: Encodable {
    let uri: String
  }

  private struct Region: Encodable {
    let startLine: Int
    let startColumn: Int?
  }

  /// A path as a URI reference (RFC 3986).
  private static func encodedPath(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        text += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
    return text
  }
}
