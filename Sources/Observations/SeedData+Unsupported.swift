public import Diagnostics
import Site
import Tables

extension SeedData {
  /// Reports what is read of a site and not yet honoured by disclosure control: to publish without
  /// it would give figures away.
  public func reportUnsupported(into diagnostics: inout Diagnostics) {
    func report(_ option: Phrase, at place: Place) {
      diagnostics.report(
        .optionNotSupported, at: place,
        what: Phrase(
          vi: "Phiên bản này chưa hỗ trợ “\(option.vi)”.",
          en: "This version does not support “\(option.en)” yet."),
        mend: Phrase(vi: "Bỏ tùy chọn này.", en: "Remove the option."))
    }
    func report(_ option: String, at place: Place) {
      report(Phrase(vi: "\(option)", en: "\(option)"), at: place)
    }
    for dataSet in dataSets {
      let options: [(String, Bool)] = [
        ("identities", !dataSet.identities.isEmpty),
        ("multiResponse", dataSet.observed.space.responseAxis != nil),
        ("derivedFrom", dataSet.measures.contains { $0.derivedFrom != nil }),
        ("sensitivity: published", dataSet.measures.contains { $0.sensitivity == .published }),
      ]
      for (option, isUsed) in options where isUsed { report(option, at: dataSet.place) }
      if !dataSet.bounds.isEmpty && dataSet.observed.space.responseAxis == nil {
        let option = Phrase(
          vi: "các số thiếu những phần khác nhau dưới một tổng",
          en: "measures that lack different parts under a total")
        report(option, at: dataSet.place)
      }
    }
  }
}
