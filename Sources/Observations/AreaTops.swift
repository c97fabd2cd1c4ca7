import Diagnostics
import SourceFiles
import Tables

/// Chooses the top area of each scheme that a data set uses: its total.
struct AreaTops {
  let list: AreaList
  let role: Field.AreaRole

  func choose(for schemes: [String], _ findings: inout DataFindings) -> [Int]? {
    for name in role.tops.keys.sorted() where !name.isEmpty && !list.schemes.contains(name) {
      findings.add(
        .areaSchemeUnknown, at: role.topPlace,
        what: Phrase(
          vi: "Không có hệ mã địa bàn “\(name)”.", en: "There is no scheme of areas “\(name)”."),
        mend: Spelling.mend(for: name, among: list.schemes))
    }
    let common = role.tops[""]
    if let common, !schemes.contains(where: { list.index(scheme: $0, code: common) != nil }) {
      unknown(common, in: schemes.joined(separator: ", "), &findings)
    }
    // In the order of the list of areas, so that the order of rows does not matter.
    var tops: [Int] = []
    for scheme in list.schemes where schemes.contains(scheme) {
      let roots = list.roots(of: scheme)
      if let code = role.tops[scheme] {
        if let top = list.index(scheme: scheme, code: code) {
          tops.append(top)
        } else {
          unknown(code, in: scheme, &findings)
        }
      } else if let common, let top = list.index(scheme: scheme, code: common) {
        tops.append(top)
      } else if roots.count == 1 {
        tops.append(roots[0])
      } else {
        let codes = roots.map { list.areas[$0].facts.code }.joined(separator: ", ")
        findings.add(
          .areaTop, at: role.place,
          what: Phrase(
            vi: "Hệ “\(scheme)” có nhiều địa bàn cao nhất: \(codes).",
            en: "The scheme “\(scheme)” has several top areas: \(codes)."),
          mend: Phrase(
            vi: "Thêm “top: MÃ” vào cột địa bàn trong datapackage.yaml.",
            en: "Add “top: CODE” to the area field in datapackage.yaml."))
      }
    }
    return findings.isEmpty ? tops : nil
  }

  private func unknown(_ code: String, in scheme: String, _ findings: inout DataFindings) {
    findings.add(
      .areaTop, at: role.topPlace,
      what: Phrase(
        vi: "Hệ “\(scheme)” không có địa bàn “\(code)”.",
        en: "The scheme “\(scheme)” has no area “\(code)”."),
      mend: Spelling.mend(for: code, among: list.codes(of: scheme)))
  }
}
