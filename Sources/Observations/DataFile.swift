import Diagnostics
import Glibc
import Site
import SourceFiles

/// Where the file of a resource lies.
struct DataFile {
  /// On disk.
  let location: String
  /// As diagnostics name it.
  let shown: String

  /// Looks below `--data` first, by its path and by its name alone, then below `seeds`.
  static func find(
    _ resource: Resource, in folder: SiteFolder, into diagnostics: inout Diagnostics
  ) -> DataFile? {
    var candidates: [DataFile] = []
    if let data = folder.data {
      let name = resource.path.split(separator: "/").last.map(String.init) ?? resource.path
      for path in [resource.path, name] {
        let location = Folders.join(data, path)
        candidates.append(DataFile(location: location, shown: location))
      }
    }
    candidates.append(
      DataFile(
        location: Folders.join(folder.root, "seeds/" + resource.path),
        shown: "seeds/" + resource.path))
    if let found = candidates.first(where: { Folders.exists($0.location) }) { return found }
    let looked = candidates.map { "“\($0.shown)”" }.joined(separator: ", ")
    diagnostics.report(
      .resourcePath, at: resource.pathPlace,
      what: Phrase(
        vi: "Không tìm thấy tệp số liệu; đã tìm ở \(looked).",
        en: "There is no data file; looked for \(looked)."),
      mend: Phrase(
        vi: "Sửa “path”, hoặc chỉ thư mục số liệu: --data THƯ-MỤC.",
        en: "Correct “path”, or name the folder of the data: --data DIR."))
    return nil
  }

  // MARK: - Version control

  private enum Tracking {
    case tracked, untracked, unknown
  }

  /// Counts of persons don't belong in a repository that others can read.
  func checkTracking(at place: Place, into diagnostics: inout Diagnostics) {
    switch tracking {
    case .untracked: break
    case .tracked:
      diagnostics.report(
        .sensitiveFileTracked, at: place,
        what: Phrase(
          vi: "Git đang lưu tệp “\(shown)”, là số liệu thật về con người.",
          en: "Git tracks “\(shown)”, which holds true counts of persons."),
        mend: Phrase(
          vi:
            "Chuyển tệp ra ngoài kho và dùng --data THƯ-MỤC, rồi “git rm --cached”; nếu kho là kho riêng, ghi “privateRepository: true” vào site.yaml.",
          en:
            "Move the file out and use --data DIR, then “git rm --cached”; if the repository is private, write “privateRepository: true” in site.yaml."
        ))
    case .unknown:
      diagnostics.report(
        .trackingUnknown, at: place,
        what: Phrase(
          vi: "Không chạy được git nên không biết git có lưu tệp “\(shown)” không.",
          en: "Git can't be run, so it is unknown whether it tracks “\(shown)”."),
        mend: Phrase(
          vi: "Cài git, hoặc tự kiểm tra.", en: "Install git, or check it yourself."))
    }
  }

  /// Asks git; a folder that is no repository tracks nothing.
  private var tracking: Tracking {
    let parts = location.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? location
    let above = parts.dropLast().joined(separator: "/")
    let folder = parts.count == 1 ? "." : above.isEmpty ? "/" : above
    let arguments = ["git", "-C", folder, "ls-files", "--error-unmatch", "--", name]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var process = pid_t()
    guard posix_spawnp(&process, "git", &actions, nil, &pointers, environ) == 0 else {
      return .unknown
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return .unknown }
    }
    // The exit status stands in bits 8 to 15; the low bits are a signal. 127: not found.
    guard status & 0x7F == 0 else { return .unknown }
    switch status >> 8 & 0xFF {
    case 0: return .tracked
    case 127: return .unknown
    default: return .untracked
    }
  }
}
