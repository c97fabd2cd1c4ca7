/// How long the search for a cheap pattern goes on: counted in steps, never by the clock, so that
/// the answer is the same on every machine.
public enum Effort: String, Sendable, CaseIterable {
  case quick
  case normal
  case thorough
}
