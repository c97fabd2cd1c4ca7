import Diagnostics
import Site
import Tables
import VietnameseText

/// A translation whose original has changed since.
struct OldTranslation {
  let original: PageNode
  /// The day on which the original changed.
  let changed: CalendarDate

  /// Nil where the page is no translation, or as new as its original, or where the original does
  /// not say when it changed (`updatedOn`, `reviewedOn` or `publishOn`).
  init?(_ facts: PageFacts, in context: EditionContext) {
    let today = context.cleared.asOf
    guard let original = context.map.original(of: facts), let index = original.content,
      let changed = context.content.pages[index].facts.changed(by: today)
    else { return nil }
    if let own = facts.changed(by: today), own >= changed { return nil }
    self.original = original
    self.changed = changed
  }
}

extension EditionContext {
  /// Reports the translations that are older than their originals.
  func checkTranslations(into diagnostics: inout Diagnostics) {
    for index in map.nodes.compactMap(\.content) {
      let facts = content.pages[index].facts
      guard let old = OldTranslation(facts, in: self) else { continue }
      diagnostics.report(
        .translationOutdated, at: facts.place,
        what: Phrase(
          vi:
            "Trang gốc “\(old.original.title)” đã đổi ngày \(old.changed.short), sau bản dịch này.",
          en:
            "The original “\(old.original.title)” changed on \(old.changed.iso), after this translation."
        ),
        mend: Phrase(
          vi: "Dịch lại phần đã đổi, rồi ghi ngày đó hoặc ngày sau vào “updatedOn”.",
          en: "Translate what changed, then set “updatedOn” to that day or a later one."))
    }
  }
}
