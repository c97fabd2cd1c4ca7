import Tables

extension Measure {
  /// The measure at the end of the chain of `derivedFrom`, itself where there is none; nil if the
  /// chain has no end.
  func origin(among measures: [Measure]) -> Measure? {
    var origin = self
    for _ in measures {
      guard let id = origin.derivedFrom else { return origin }
      guard let next = measures.first(where: { $0.id == id }) else { return nil }
      origin = next
    }
    return nil
  }
}
