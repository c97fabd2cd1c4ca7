import Diagnostics
import Site
import SourceFiles

/// `seeds/datapackage.yaml`: a Data Package v2, with what Data Package lacks under `minhbach:`.
enum PackageFile {
  static let path = "seeds/datapackage.yaml"

  /// Keys that Data Package v2 knows and this program has no use for.
  static let packageKeys = [
    "$schema", "profile", "name", "id", "title", "description", "homepage", "version", "created",
    "licenses", "sources", "contributors", "keywords", "image",
  ]
  static let resourceKeys = [
    "$schema", "profile", "type", "description", "homepage", "licenses", "sources", "scheme",
    "mediatype", "bytes", "hash",
  ]
  static let schemaKeys = [
    "$schema", "name", "title", "description", "foreignKeys", "uniqueKeys", "fieldsMatch",
  ]
  static let fieldKeys = [
    "description", "constraints", "example", "categories", "categoriesOrdered", "missingValues",
    "rdfType", "bareNumber", "decimalChar", "groupChar",
  ]

  static func read(
    _ folder: SiteFolder, configuration: SiteConfiguration, registries: Registries,
    into diagnostics: inout Diagnostics
  ) -> [Resource]? {
    let location = Folders.join(folder.root, path)
    guard Folders.exists(location) else {
      diagnostics.report(
        .packageMissing, at: Place(file: path),
        what: Phrase(vi: "Không có tệp \(path).", en: "There is no file \(path)."),
        mend: Phrase(
          vi: "Tạo tệp với “resources:” (xem hướng dẫn).",
          en: "Make one that has “resources:” (see the guide)."))
      return nil
    }
    guard let file = SourceFile.read(location, as: path, into: &diagnostics),
      let node = YAMLNode.parse(file, into: &diagnostics),
      var fields = YAMLFields(node, into: &diagnostics)
    else { return nil }
    let before = diagnostics.count(of: .error)
    _ = fields.required("name", &diagnostics)
    _ = fields.required("resources", &diagnostics)
    let nodes = fields.list("resources", &diagnostics)
    fields.finish(alsoAllowed: packageKeys, &diagnostics)
    var reader = ResourceReader(
      languages: configuration.languages, registries: registries)
    let resources = nodes.compactMap { reader.read($0, into: &diagnostics) }
    return diagnostics.count(of: .error) == before ? resources : nil
  }
}
