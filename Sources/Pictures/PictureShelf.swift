import SourceFiles
import Workers

/// The pictures of a site, each made once however often it is shown.
public struct PictureShelf: Sendable {
  private let results: [String: Result<PublishedPicture, PictureFlaw>]

  /// Reads and makes pictures, on several threads.
  ///
  /// - Parameters:
  ///   - paths: below `root`, each once.
  ///   - kept: what builds before made.
  public init(_ paths: [String], root: String, kept: KeptPictures, workers: Int) {
    let workers = min(workers, PictureLimits.filesAtOnce)
    let made = concurrently(paths.count, workers: workers) { index in
      Self.make(paths[index], root: root, kept: kept)
    }
    kept.forgetAll(but: Set(made.compactMap(\.name)))
    results = Dictionary(zip(paths, made.map(\.result))) { first, _ in first }
  }

  /// Nil if the path was not asked for.
  public subscript(path: String) -> Result<PublishedPicture, PictureFlaw>? { results[path] }

  private static func make(
    _ path: String, root: String, kept: KeptPictures
  ) -> (result: Result<PublishedPicture, PictureFlaw>, name: String?) {
    guard let location = location(of: path, root: root) else { return (.failure(.missing), nil) }
    // A file that is too large is not even read.
    if let size = Bytes.size(of: location), size > PictureLimits.fileBytes {
      return (.failure(.tooManyBytes(size)), nil)
    }
    switch Bytes.read(location) {
    case .failure(let error): return (.failure(.unreadable(error.reason)), nil)
    case .success(let bytes):
      let name = kept.name(of: bytes)
      if let picture = kept.read(name) { return (.success(picture), name) }
      do throws(PictureFlaw) {
        let picture = try PublishedPicture.make(from: bytes)
        kept.write(picture, as: name)
        return (.success(picture), name)
      } catch {
        return (.failure(error), nil)
      }
    }
  }

  /// Where the file lies. Its name may be stored in another normal form of Unicode than the page's
  /// text has: computers by Apple write NFD.
  private static func location(of path: String, root: String) -> String? {
    var location = root
    for part in path.split(separator: "/").map(String.init) {
      let next = Folders.join(location, part)
      if Folders.exists(next) {
        location = next
      } else if let name = Folders.names(in: location).first(where: { $0 == part }) {
        location = Folders.join(location, name)
      } else {
        return nil
      }
    }
    return location
  }
}
