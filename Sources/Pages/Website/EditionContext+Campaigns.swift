import Diagnostics
import Site
import Tables
import VietnameseText

extension EditionContext {
  /// Counts that nobody cleared, units without a word, and posters whose code nobody can read.
  func checkCampaigns(into diagnostics: inout Diagnostics) {
    let counted = cleared.tables.flatMap(\.measures)
      .filter { $0.sensitivity == .persons || $0.derivedFrom != nil }.map(\.unit)
    let secret = Set(counted + ["persons"])
    for activity in registries.campaigns.flatMap(\.activities) {
      guard case .typed(_, let unit) = activity.figure else { continue }
      words(for: configuration.defaultLanguage)?.checkUnits([unit], into: &diagnostics)
      guard secret.contains(unit) else { continue }
      diagnostics.report(
        .campaignTypedCount, at: activity.place,
        what: Phrase(
          vi: "Số gõ tay có đơn vị “\(unit)”, là đơn vị mà bảng số liệu bảo mật.",
          en: "A number typed by hand is in “\(unit)”, which tables protect."),
        mend: Phrase(
          vi: "Chỉ một ô bằng “figure”, hoặc đếm cuộc, lượt người, tờ rơi.",
          en: "Name a cell by “figure”, or count events, attendances, leaflets."))
    }
    checkYear(into: &diagnostics)
    for (_, code) in posterCodes.sorted(by: { $0.key < $1.key }) where code.picture == nil {
      diagnostics.report(
        .posterAddressTooLong, at: Place(file: "site.yaml"),
        what: Phrase(
          vi: "Địa chỉ “\(code.address)” quá dài cho mã QR của áp phích.",
          en: "“\(code.address)” is too long for the QR code of a poster."),
        mend: Phrase(
          vi: "Rút ngắn “baseURL” hoặc địa chỉ của trang trong “helpPage”.",
          en: "Shorten “baseURL”, or the address of the page in “helpPage”."))
    }
  }

  /// A site with campaigns has one for the year of its date, as long as there is something to
  /// announce: until the day on which the last one ended, a year or more later.
  private func checkYear(into diagnostics: inout Diagnostics) {
    let (campaigns, date) = (registries.campaigns, configuration.asOf)
    guard let last = campaigns.max(by: { $0.year < $1.year }),
      !campaigns.contains(where: { $0.year == date.year })
    else { return }
    let day = String(date.year) + last.day.iso.dropFirst(4)
    let end = (last.peak?.upperBound ?? last.day).iso.dropFirst(4)
    guard date.iso.dropFirst(4) <= end else { return }
    diagnostics.report(
      .campaignYearMissing, at: Place(file: "seeds/registries/campaigns.yaml"),
      what: Phrase(
        vi: "Chưa có mục cho năm \(date.year), năm của ngày \(date.short).",
        en: "There is no entry for \(date.year), the year of \(date.iso)."),
      mend: Phrase(
        vi:
          "Thêm “{id: nam-\(date.year), year: \(date.year), day: \(day)}”. Điều chưa biết thì để trống.",
        en:
          "Add “{id: nam-\(date.year), year: \(date.year), day: \(day)}”. Leave out what is not known."
      ))
  }
}
