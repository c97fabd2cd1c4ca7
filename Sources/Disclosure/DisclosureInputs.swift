public import Site

/// What disclosure control takes into account beside the site itself.
public struct DisclosureInputs: Sendable {
  /// What readers have of earlier releases.
  public let earlier: [EarlierRelease]
  /// Why published figures were changed.
  public let revisions: [Revision]
  /// Patterns of a build before: they save time and change nothing.
  public let kept: KeptPatterns
  /// How long cheaper patterns are looked for; it is counted in steps, never by the clock.
  public let effort: Effort
  /// In bytes; a system that needs more is refused.
  public let memoryLimit: Int
  /// Threads.
  public let workers: Int

  public init(
    earlier: [EarlierRelease] = [], revisions: [Revision] = [],
    kept: KeptPatterns = KeptPatterns(), effort: Effort = .normal,
    memoryLimit: Int = 4 << 30,
    workers: Int = 1
  ) {
    self.earlier = earlier
    self.revisions = revisions
    self.kept = kept
    self.effort = effort
    self.memoryLimit = memoryLimit
    self.workers = workers
  }
}
