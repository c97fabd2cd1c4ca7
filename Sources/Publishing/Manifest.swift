import SourceFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What an edition was made from and what it consists of. It stays in `.minhbach/`: a checksum of
/// a sensitive input would let figures be guessed.
public struct Manifest: Sendable, Encodable {
  public let version: String
  public let edition: String
  public let asOf: String
  /// The options of the command line that change the output.
  public let options: [String]
  /// SHA-256 of each input by its path.
  public let inputs: [String: String]
  /// SHA-256 of each file of the edition by its path below the edition's folder.
  public internal(set) var outputs: [String: String]

  public init(
    version: String, edition: String, asOf: String, options: [String], inputs: [String: String]
  ) {
    self.version = version
    self.edition = edition
    self.asOf = asOf
    self.options = options
    self.inputs = inputs
    self.outputs = [:]
  }

  /// JSON with sorted keys.
  func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map(Array.init) ?? []
  }
}
