import VietnameseText
import Workers

/// The index of a search that runs in the reader's browser, without a server.
///
/// Two layers, because their sizes differ by ten. *Words*: which word stands on which page and
/// where; a search reads it all, so it must be small: a sorted vocabulary without marks, each word
/// with its variants of marks and each variant with the pages, as distances. *Texts*: address,
/// title and sentences of the pages, in lots of about 16 KB; only the lots of the best pages are
/// loaded, for the sentence that is shown. (All texts of 100 pages take 80 KB compressed, the
/// words 15.)
///
/// Files are scripts that assign to one global, `searchIndex`: a page that was opened from a disk
/// may load scripts, but may not fetch. `README.md` of the templates has the format.
public struct SearchIndex: Sendable {
  /// `main.js` first; nothing links to a file but the search itself.
  public let files: [File]

  public struct File: Sendable, Hashable {
    /// `main.js`, `w3.js`, `t12.js`.
    public let name: String
    public let bytes: [UInt8]
  }

  /// What one file may hold, in bytes before compression.
  public struct Limits: Sendable {
    /// Vocabulary and words stay in `main.js` up to this size.
    public var main = 200_000
    /// Beyond it, words are cut into files of this size.
    public var words = 48_000
    public var texts = 16_000

    public init() {}
  }

  /// - Parameters:
  ///   - count: how many pages there are.
  ///   - page: a page by its number below `count`, in the order in which pages of equal rank are
  ///     shown. Asked once for each, in lots: a large site's texts never stand in memory twice.
  public init(
    count: Int, limits: Limits = Limits(), workers: Int,
    page: @escaping @Sendable (Int) -> SearchPage
  ) {
    let size = 64
    var lots = concurrently((count + size - 1) / size, workers: workers) { index in
      Lot((index * size..<min(count, (index + 1) * size)).map(page))
    }
    let (texts, textStarts) = Self.texts(of: &lots, limit: limits.texts)
    let words = WordLists(lots.map(\.words))
    let vocabulary = words.vocabulary
    let lists = words.encodedLists
    let bytes = lists.reduce(vocabulary.utf8.count + lists.count) { $0 + $1.utf8.count }
    let starts = bytes <= limits.main ? [0] : Self.starts(lists, limit: limits.words)
    var files: [File] = []
    var main = JavaScript()
    main.assign("main") { script in
      script.raw("{pages:\(count),wordStarts:\(starts),textStarts:\(textStarts),words:")
      script.text(vocabulary)
      script.raw("}")
    }
    for (part, start) in starts.enumerated() {
      let end = part + 1 < starts.count ? starts[part + 1] : lists.count
      var script = JavaScript()
      script.assign("w\(part)") { $0.text(lists[start..<end].joined(separator: " ")) }
      if starts.count == 1 {
        main.bytes += script.bytes
      } else {
        files.append(File(name: "w\(part).js", bytes: script.bytes))
      }
    }
    self.files = [File(name: "main.js", bytes: main.bytes)] + files + texts
  }

  /// Some pages one after the other, read.
  private struct Lot {
    let words: PageWords
    /// For each page `address\ntitle\nlead\nsentence…` as a string literal.
    var texts: [[UInt8]]

    init(_ pages: [SearchPage]) {
      words = PageWords(pages)
      texts = pages.map { page in
        JavaScript.literal(
          ([page.address, page.title, page.lead] + page.lines.map(\.text)).joined(separator: "\n"))
      }
    }
  }

  /// The files of texts, and the first page of each. Takes the texts out of the lots.
  private static func texts(of lots: inout [Lot], limit: Int) -> ([File], [Int]) {
    var files: [File] = []
    var starts: [Int] = []
    var part: [[UInt8]] = []
    var size = 0
    func end() {
      guard !part.isEmpty else { return }
      var script = JavaScript()
      let name = "t\(files.count)"
      script.assign(name) { $0.list(part) }
      files.append(File(name: name + ".js", bytes: script.bytes))
      part = []
      size = 0
    }
    var page = 0
    for index in lots.indices {
      for text in lots[index].texts {
        if size + text.count > limit { end() }
        if part.isEmpty { starts.append(page) }
        part.append(text)
        size += text.count
        page += 1
      }
      lots[index].texts = []
    }
    end()
    return (files, starts)
  }

  /// The first list of each file.
  private static func starts(_ lists: [String], limit: Int) -> [Int] {
    var starts: [Int] = []
    var size = Int.max / 2
    for (index, list) in lists.enumerated() {
      if size + list.utf8.count > limit {
        starts.append(index)
        size = 0
      }
      size += list.utf8.count + 1
    }
    return starts
  }
}
