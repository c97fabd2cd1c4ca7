public import Diagnostics
public import Site

/// What a site starts from: its data sets and the frames of its tables, true and not yet cleared.
///
/// Nothing of it leaves the secret side: the command holds it as a whole and hands it to the door.
public struct SeedData: Sendable {
  /// In the order of `seeds/datapackage.yaml`.
  package let dataSets: [DataSet]
  /// In the order of `seeds/tables.yaml`.
  package let frames: [TableFrame]

  /// Reads `seeds/datapackage.yaml`, `seeds/codelists`, the data files and `seeds/tables.yaml`.
  ///
  /// A data file is looked up below the folder that `--data` names (by its path, then by its name
  /// alone) and then below `seeds`.
  ///
  /// - Returns: nil if anything was wrong; all that is wrong has been reported.
  public static func read(
    _ folder: SiteFolder, configuration: SiteConfiguration, registries: Registries,
    into diagnostics: inout Diagnostics
  ) -> SeedData? {
    let before = diagnostics.count(of: .error)
    let resources = PackageFile.read(
      folder, configuration: configuration, registries: registries, into: &diagnostics)
    var tables = TablesFile(configuration: configuration)
    let declarations = tables.read(folder, into: &diagnostics)
    guard let resources else { return nil }
    var reader = DataSetReader(folder: folder, configuration: configuration)
    let dataSets = resources.compactMap { reader.read($0, into: &diagnostics) }
    let frames = declarations.compactMap {
      FrameReader(table: $0, dataSets: dataSets, known: resources.map(\.name))
        .read(into: &diagnostics)
    }
    let described = resources.map(\.name)
    for policy in configuration.editions.map(\.disclosure) {
      KnownFigures(dataSets: dataSets, described: described).check(policy, into: &diagnostics)
      AxisLevels(dataSets: dataSets, described: described).check(policy, into: &diagnostics)
    }
    guard diagnostics.count(of: .error) == before else { return nil }
    return SeedData(dataSets: dataSets, frames: frames)
  }
}
