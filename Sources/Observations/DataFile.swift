import Diagnostics
import Site
import SourceFiles

/// Where the file of a resource lies.
struct DataFile {
  /// On disk.
  let location: String
  /// As diagnostics name it.
  let shown: String

  /// Looks below `--data` first, by its path and by its name alone, then below `seeds`.
  static func find(
    _ resource: Resource, in folder: SiteFolder, into diagnostics: inout Diagnostics
  ) -> DataFile? {
    var candidates: [DataFile] = []
    if let data = folder.data {
      let name = resource.path.split(separator: "/").last.map(String.init) ?? resource.path
      for path in [resource.path, name] {
        let location = Folders.join(data, path)
        candidates.append(DataFile(location: location, shown: location))
      }
    }
    candidates.append(
      DataFile(
        location: Folders.join(folder.root, "seeds/" + resource.path),
        shown: "seeds/" + resource.path))
    if let found = candidates.first(where: { Folders.exists($0.location) }) { return found }
    let looked = candidates.map { "“\($0.shown)”" }.joined(separator: ", ")
    diagnostics.report(
      .resourcePath, at: resource.pathPlace,
      what: Phrase(
        vi: "Không tìm thấy tệp số liệu; đã tìm ở \(looked).",
        en: "There is no data file; looked for \(looked)."),
      mend: Phrase(
        vi: "Sửa “path”, hoặc chỉ thư mục số liệu: --data THƯ-MỤC.",
        en: "Correct “path”, or name the folder of the data: --data DIR."))
    return nil
  }
}
