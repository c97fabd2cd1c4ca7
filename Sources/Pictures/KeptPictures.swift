import SourceFiles
import Glibc

/// What builds before made of pictures, so that it need not be made again. It saves time and changes
/// no byte: a file that was changed or cut off is made anew.
public struct KeptPictures: Sendable {
  private let folder: String
  private let reads: Bool
  private let writes: Bool

  /// - Parameters:
  ///   - folder: it is made when the first picture is kept.
  ///   - reads: what is there is used.
  ///   - writes: what was made is kept.
  public init(folder: String, reads: Bool, writes: Bool) {
    self.folder = folder
    self.reads = reads
    self.writes = writes
  }

  /// - Parameter source: the file that the picture is made from.
  func name(of source: [UInt8]) -> String {
    "\(Checksum.sha256(source))-\(PublishedPicture.recipe)"
  }

  func read(_ name: String) -> PublishedPicture? {
    guard reads, let bytes = try? Bytes.read("\(folder)/\(name)").get() else { return nil }
    return PublishedPicture(kept: bytes)
  }

  /// Where the machine refuses, nothing is kept: the next build then takes longer.
  func write(_ picture: PublishedPicture, as name: String) {
    guard writes, case .success = Folders.make(folder, mode: 0o700) else { return }
    let partial = "\(folder)/\(name).new"
    if case .success = Bytes.write(picture.keptBytes, to: partial, mode: 0o600) {
      rename(partial, "\(folder)/\(name)")
    }
  }

  /// Removes what no picture of the site was made from.
  func forgetAll(but names: Set<String>) {
    guard writes else { return }
    for name in Folders.names(in: folder) where !names.contains(name) {
      _ = Folders.remove("\(folder)/\(name)")
    }
  }
}

extension PublishedPicture {
  /// A line with the checksum of what follows; a line `webp 720 540 48213` for each file, an empty
  /// one, and their bytes.
  var keptBytes: [UInt8] {
    var body: [UInt8] = []
    for file in files {
      let line = "\(file.format.rawValue) \(file.width) \(file.height) \(file.bytes.count)\n"
      body += line.utf8
    }
    body.append(0x0A)
    for file in files { body += file.bytes }
    return Array("\(Checksum.sha256(body))\n".utf8) + body
  }

  init?(kept bytes: [UInt8]) {
    var rest = bytes[...]
    func line() -> String? {
      guard let end = rest.firstIndex(of: 0x0A) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    guard let checksum = line(), checksum == Checksum.sha256(Array(rest)) else { return nil }
    var heads: [(format: PictureFormat, numbers: [Int])] = []
    while let text = line(), !text.isEmpty {
      let words = text.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Int($0) }
      guard let format = words.first.flatMap({ PictureFormat(rawValue: String($0)) }),
        numbers.count == 3
      else { return nil }
      heads.append((format, numbers))
    }
    var files: [File] = []
    for (format, numbers) in heads {
      guard numbers[2] >= 0, rest.count >= numbers[2] else { return nil }
      files.append(
        File(
          format: format, width: numbers[0], height: numbers[1],
          bytes: Array(rest.prefix(numbers[2]))))
      rest = rest.dropFirst(numbers[2])
    }
    guard rest.isEmpty else { return nil }
    self.init(files)
  }
}
