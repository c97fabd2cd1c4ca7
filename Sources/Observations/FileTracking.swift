package import Diagnostics
import Glibc

/// Whether git tracks a file: true counts of persons don't belong in a repository that others can
/// read.
package struct FileTracking {
  /// On disk.
  let location: String
  /// As diagnostics name it.
  let shown: String
  let program: String

  package init(location: String, shown: String, program: String = "git") {
    self.location = location
    self.shown = shown
    self.program = program
  }

  private enum State {
    case tracked, untracked, unknown
  }

  /// Reports a file that git tracks, and a warning where git can't be asked.
  package func check(at place: Place, into diagnostics: inout Diagnostics) {
    switch state {
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
  private var state: State {
    let parts = location.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? location
    let above = parts.dropLast().joined(separator: "/")
    let folder = parts.count == 1 ? "." : above.isEmpty ? "/" : above
    let arguments = [program, "-C", folder, "ls-files", "--error-unmatch", "--", name]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var process = pid_t()
    guard posix_spawnp(&process, program, &actions, nil, &pointers, environ) == 0 else {
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
