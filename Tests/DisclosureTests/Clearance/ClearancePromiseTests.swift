import Site
import Tables
import Testing

/// The promise, seen from outside: what a reader of a cleared edition can work out.
@Suite("The door: what readers can work out")
struct ClearancePromiseTests {
  @Test("no small count, complement or remainder is known to be small, in either edition")
  func promise() throws {
    var (small, hidden, undecided) = (0, 0, 0)
    for seed in UInt64(0)..<160 {
      let site = RandomSite(seed: seed)
      let cleared = try ClearanceSite(site.archive)
      for name in ["officials", "public"] {
        let edition = try cleared.edition(name)
        let model = PublishedModel(edition)
        let truth = site.truth(of: model)
        expectTruth(truth, agreesWith: model, "seed \(seed), \(name)")
        hidden += model.hidden.count
        let threshold = edition.edition.disclosure.threshold
        var reader = Enumeration(model, near: truth)
        for target in model.targets {
          let value = target.reduce(0) { $0 + $1.value * truth[$1.key] }
          guard value >= 1, value < threshold else { continue }
          small += 1
          switch reader.reaches(target, threshold) {
          case .exists: break
          case .none: Issue.record("seed \(seed), \(name): \(named(target, model)) is known")
          case .undecided: undecided += 1
          }
        }
      }
    }
    #expect(small > 700)
    #expect(hidden > 700)
    #expect(undecided * 20 < small, "\(undecided) of \(small) not decided")
  }

  @Test("one hidden cell printed more, and a small count can be known")
  func mutation() throws {
    var (tried, caught) = (0, 0)
    for seed in UInt64(0)..<60 {
      let site = RandomSite(seed: seed)
      let edition = try ClearanceSite(site.archive).edition("officials")
      let model = PublishedModel(edition)
      let truth = site.truth(of: model)
      let threshold = edition.edition.disclosure.threshold
      for cell in model.hidden.sorted(by: { $0.unknowns.lexicographicallyPrecedes($1.unknowns) })
        .prefix(4)
      {
        let value = cell.unknowns.reduce(0) { $0 + truth[$1] }
        var reader = Enumeration(model.knowing(cell, is: value), near: truth)
        tried += 1
        let isCaught = model.targets.contains { target in
          let value = target.reduce(0) { $0 + $1.value * truth[$1.key] }
          return value >= 1 && value < threshold && reader.reaches(target, threshold) == .none
        }
        if isCaught { caught += 1 }
      }
    }
    #expect(tried > 60)
    #expect(caught * 10 >= tried * 9, "\(caught) of \(tried)")
  }

  @Test("what officials don't see, the public doesn't see in any table")
  func nesting() throws {
    var compared = 0
    for seed in UInt64(0)..<120 {
      for (inPublic, inOfficials) in [(5, 3), (4, 4)] {
        let site = RandomSite(seed: seed)
        let cleared = try ClearanceSite(
          site.archive
            + ClearanceSite.configuration(public: inPublic, officials: inOfficials))
        let officials = try cleared.edition("officials").cellNames
        let everybody = try cleared.edition("public").cellNames
        compared += officials.hidden.count
        #expect(officials.hidden.isDisjoint(with: everybody.printed), "seed \(seed)")
      }
    }
    #expect(compared > 500)
  }

  private func expectTruth(
    _ truth: [Int], agreesWith model: PublishedModel, _ comment: Comment
  ) {
    let wrong = model.statements.filter { statement in
      let sum = statement.terms.reduce(0) { $0 + truth[$1.unknown] * $1.coefficient }
      return !statement.bounds.contains(sum)
    }
    #expect(wrong.isEmpty, comment)
  }

  private func named(_ target: [Int: Int], _ model: PublishedModel) -> String {
    target.sorted { $0.key < $1.key }
      .map { "\($0.value > 0 ? "+" : "−")\(model.unknowns[$0.key].joined(separator: " "))" }
      .joined(separator: " ")
  }
}
