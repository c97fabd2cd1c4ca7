import Foundation
import MadePictures
import Pictures
import Testing

@Suite("The pictures of a site, each made once")
struct ShelfTests {
  /// A folder of the test's own, with a site and with what is kept.
  private final class Place {
    let root = FileManager.default.temporaryDirectory
      .appending(path: "minhbach-pictures-\(UUID().uuidString)").path
    var kept: String { root + "/.minhbach/pictures" }

    init() throws {
      try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
      try Data(bytes).write(to: URL(filePath: root + "/" + name))
    }

    func shelf(_ paths: String..., reads: Bool = true, writes: Bool = true) -> PictureShelf {
      PictureShelf(
        paths, root: root, kept: KeptPictures(folder: kept, reads: reads, writes: writes),
        workers: 2)
    }

    var keptNames: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: kept)) ?? []).sorted()
    }
  }

  private static let one = MadePNG(8, 4) { _, _ in red }.bytes
  private static let two = MadePNG(8, 4) { _, _ in blue }.bytes

  @Test("By path; blanks, marks and another normal form of the name do no harm")
  func paths() throws {
    let place = try Place()
    try place.write("Ảnh chụp 1.png", Self.one)
    try place.write("Cửa sổ.png".decomposedStringWithCanonicalMapping, Self.two)
    let shelf = place.shelf("Ảnh chụp 1.png", "Cửa sổ.png", "không có.png")
    #expect(try shelf["Ảnh chụp 1.png"]?.get() == .make(from: Self.one))
    #expect(try shelf["Cửa sổ.png"]?.get() == .make(from: Self.two))
    #expect(shelf["không có.png"] == .failure(.missing))
    #expect(shelf["không hỏi.png"] == nil)
  }

  @Test("A folder, an unreadable and a far too large file")
  func unreadable() throws {
    let place = try Place()
    try FileManager.default.createDirectory(
      atPath: place.root + "/thu-muc.png", withIntermediateDirectories: true)
    try place.write("lon.png", [UInt8](repeating: 0, count: 30_000_001))
    let shelf = place.shelf("thu-muc.png", "lon.png")
    #expect(shelf["thu-muc.png"] == .failure(.unreadable("Is a directory")))
    #expect(shelf["lon.png"] == .failure(.tooManyBytes(30_000_001)))
  }

  @Test("What was made is kept and used by the next build")
  func kept() throws {
    let place = try Place()
    try place.write("a.png", Self.one)
    try place.write("b.png", Self.two)
    _ = place.shelf("a.png", "b.png")
    let names = place.keptNames
    #expect(names.count == 2)
    // The proof that it is used: exchanged, each gives the other.
    let files = names.map { place.kept + "/" + $0 }
    let bytes = files.map { FileManager.default.contents(atPath: $0) ?? Data() }
    try bytes[0].write(to: URL(filePath: files[1]))
    try bytes[1].write(to: URL(filePath: files[0]))
    let exchanged = place.shelf("a.png", "b.png")
    #expect(try exchanged["a.png"]?.get() == .make(from: Self.two))
    #expect(try exchanged["b.png"]?.get() == .make(from: Self.one))
    // Where it is not to be read, it is made anew, and kept.
    #expect(
      try place.shelf("a.png", "b.png", reads: false)["a.png"]?.get() == .make(from: Self.one))
    #expect(try place.shelf("a.png", "b.png")["a.png"]?.get() == .make(from: Self.one))
  }

  @Test("One that was changed or cut off anywhere is made anew")
  func brokenKept() throws {
    let place = try Place()
    try place.write("a.png", Self.one)
    let good = try place.shelf("a.png")["a.png"]?.get()
    let file = place.kept + "/" + (try #require(place.keptNames.first))
    let whole = Array(try #require(FileManager.default.contents(atPath: file)))
    for position in stride(from: 0, to: whole.count, by: 7) {
      var broken = whole
      broken[position] ^= 0x11
      for bytes in [broken, Array(whole[..<position])] {
        try Data(bytes).write(to: URL(filePath: file))
        #expect(try place.shelf("a.png")["a.png"]?.get() == good)
        #expect(FileManager.default.contents(atPath: file) == Data(whole))
      }
    }
  }

  @Test("What no picture is made from any more is removed; a check writes nothing")
  func forgotten() throws {
    let place = try Place()
    try place.write("a.png", Self.one)
    try place.write("b.png", Self.two)
    _ = place.shelf("a.png", writes: false)
    #expect(place.keptNames == [])
    _ = place.shelf("a.png", "b.png")
    _ = place.shelf("a.png", writes: false)
    #expect(place.keptNames.count == 2)
    _ = place.shelf("a.png")
    #expect(place.keptNames.count == 1)
    #expect(
      try FileManager.default.attributesOfItem(atPath: place.kept)[.posixPermissions] as? Int
        == 0o700)
  }
}
