import Diagnostics
import Site
import SourceFiles
import Tables
import VietnameseText

/// Reads the file of a resource and makes its data set.
struct DataSetReader {
  let folder: SiteFolder
  let configuration: SiteConfiguration
  private var lists: [String: CodeList?] = [:]
  private var areaLists: [String: AreaList?] = [:]

  init(folder: SiteFolder, configuration: SiteConfiguration) {
    self.folder = folder
    self.configuration = configuration
  }

  mutating func read(_ resource: Resource, into diagnostics: inout Diagnostics) -> DataSet? {
    guard let (lists, areas, scheme) = codeLists(of: resource, into: &diagnostics) else {
      return nil
    }
    guard let file = DataFile.find(resource, in: folder, into: &diagnostics) else { return nil }
    let isOfficial = configuration.dataStatus == .official && resource.isSensitive
    if isOfficial && !configuration.privateRepository {
      FileTracking(location: file.location, shown: file.shown)
        .check(at: resource.pathPlace, into: &diagnostics)
    }
    let before = diagnostics.count(of: .error)
    guard let source = SourceFile.read(file.location, as: file.shown, into: &diagnostics),
      let document = CSVDocument.read(
        source, delimiter: resource.delimiter, isConfidential: isOfficial, into: &diagnostics)
    else { return nil }
    var findings = DataFindings(file: file.shown, isConfidential: isOfficial)
    defer { findings.report(into: &diagnostics) }
    guard let columns = DataColumns(document, resource, into: &findings) else { return nil }
    if document.rowCount == 0 {
      findings.add(
        .noRows, at: Place(file: file.shown),
        what: Phrase(vi: "Tệp không có dòng số liệu nào.", en: "The file has no row."),
        mend: Phrase(
          vi: "Thêm số liệu, hoặc bỏ bộ số liệu này.", en: "Add figures, or remove the data set."))
      return nil
    }
    var rows = RowReader(columns: columns, lists: lists, areas: areas, scheme: scheme)
    rows.readAll(&findings)
    guard findings.isEmpty, diagnostics.count(of: .error) == before else { return nil }
    var space = SpaceBuilder(resource: resource, reader: rows)
    guard let built = space.build(&findings) else { return nil }
    var builder = DataSetBuilder(
      resource: resource, columns: columns, space: built.space, rows: built.rows,
      rowOf: built.rowOf)
    return builder.build(&findings)
  }

  // MARK: Code lists

  private mutating func codeLists(
    of resource: Resource, into diagnostics: inout Diagnostics
  ) -> (lists: [CodeList?], areas: AreaList?, scheme: String?)? {
    var found: [CodeList?] = []
    var areas: AreaList?
    var scheme: String?
    var isSound = true
    for field in resource.fields {
      switch field.role {
      case .period: found.append(nil)
      case .dimension(let name, let place, _):
        let list = codeList(name, at: place, into: &diagnostics)
        if list == nil { isSound = false }
        found.append(list)
      case .area(let role):
        found.append(nil)
        areas = areaList(role, into: &diagnostics)
        if areas == nil { isSound = false }
        scheme = role.scheme
        if let areas, let scheme, !areas.schemes.contains(scheme) {
          isSound = false
          diagnostics.report(
            .areaSchemeUnknown, at: role.place,
            what: Phrase(
              vi: "Không có hệ mã địa bàn “\(scheme)”.",
              en: "There is no scheme of areas “\(scheme)”."),
            mend: Spelling.mend(for: scheme, among: areas.schemes))
        }
      case .areaScheme, .measure, .status: break
      }
    }
    return isSound ? (found, areas, scheme) : nil
  }

  private mutating func codeList(
    _ name: String, at place: Place, into diagnostics: inout Diagnostics
  ) -> CodeList? {
    if let known = lists[name] { return known }
    let list = CodeList.read(
      name, in: folder, languages: configuration.languages, askedAt: place, into: &diagnostics)
    lists[name] = .some(list)
    return list
  }

  private mutating func areaList(
    _ role: Field.AreaRole, into diagnostics: inout Diagnostics
  ) -> AreaList? {
    if let known = areaLists[role.codelist] { return known }
    let list = AreaList.read(
      role.codelist, in: folder, language: configuration.defaultLanguage, askedAt: role.place,
      into: &diagnostics)
    areaLists[role.codelist] = .some(list)
    return list
  }
}
