import ArgumentParser
import Diagnostics
import Disclosure
import Indicators
import Observations
import Pages
import Pictures
import Publishing
import Site
import SourceFiles
import Tables
import VietnameseText
import Workers

/// One run over a site: read, clear, render, check, and, for `build`, write.
///
/// Every step reports all that is wrong in it; the run goes on as far as what it has makes sense,
/// so that one run shows as many mistakes as possible. Nothing is written if there is an error.
struct SiteRun {
  private let options: SiteOptions
  private let writes: Bool
  private let givenNames: GivenNames?
  private let folder: SiteFolder
  private var diagnostics = Diagnostics()
  private var timings = Timings()

  /// - Parameter givenNames: where the names are noted that pages give to their templates.
  init(_ options: SiteOptions, writes: Bool, givenNames: GivenNames? = nil) {
    self.options = options
    self.writes = writes
    self.givenNames = givenNames
    folder = options.folder
  }

  /// - Throws: `ExitCode`, if the run ends badly.
  func run() throws {
    var run = self
    let written = run.work()
    let reporter = Reporter(options.messages, folder: folder)
    reporter.show(run.diagnostics)
    if options.timings { Console.error(run.timings.text) }
    let status = run.status
    if status == .success, givenNames == nil { reporter.summarise(written, writes: writes) }
    if status != .success { throw status }
  }

  private var status: ExitCode {
    if let consequence = diagnostics.consequence { return ExitCode(consequence.rawValue) }
    return options.strict && diagnostics.hasWarnings
      ? ExitCode(Consequence.siteHasErrors.rawValue) : .success
  }

  /// What was made of an edition.
  struct Written {
    let edition: String
    /// Folder, as the user may open it.
    let output: String
    let files: Int
  }

  private mutating func work() -> [Written] {
    guard
      let configuration = SiteConfiguration.read(folder, asOf: options.asOf, into: &diagnostics)
    else { return [] }
    guard options.edition == "all" || configuration.edition(options.edition) != nil else {
      reportEdition(of: configuration)
      return []
    }
    let lock = writes ? PrivateFolder(site: folder.root).lock(into: &diagnostics) : nil
    if writes && lock == nil { return [] }
    return withExtendedLifetime(lock) { build(configuration) }
  }

  private mutating func build(_ configuration: SiteConfiguration) -> [Written] {
    let registries = Registries.read(
      folder, languages: configuration.languages, into: &diagnostics)
    timings.finish("registries")
    let seeds = SeedData.read(
      folder, configuration: configuration, registries: registries, into: &diagnostics)
    timings.finish("seeds")
    let content = SiteContent.read(
      folder, configuration: configuration, registries: registries, workers: options.workers,
      into: &diagnostics)
    timings.finish("content")
    let pictures = SitePictures.read(
      folder, content: content, kept: keptPictures, workers: options.workers, into: &diagnostics)
    timings.finish("pictures")
    guard let seeds else { return [] }
    let cleared = DisclosureRun(
      options: options, folder: folder, configuration: configuration, registries: registries
    ).clear(seeds, into: &diagnostics)
    timings.finish("disclosure control")
    guard let cleared else { return [] }
    let catalog = IndicatorCatalog.read(
      folder, languages: configuration.languages, registries: registries,
      editions: cleared.editions, into: &diagnostics)
    timings.finish("plans and indicators")
    guard content.isWhole else { return [] }
    let inputs = writes ? inputChecksums(configuration, content) : [:]
    timings.finish("checksums of inputs")
    var prepared: [PreparedEdition] = []
    for edition in cleared.editions
    where options.edition == "all" || edition.edition.name == options.edition {
      let pages = EditionPages(
        folder, configuration: configuration, registries: registries, catalog: catalog,
        content: content, pictures: pictures, cleared: edition, workers: options.workers,
        givenNames: givenNames, into: &diagnostics)
      timings.finish("plan of “\(edition.edition.name)”")
      guard let pages else { continue }
      let manifest = Manifest(
        version: Program.version, edition: edition.edition.name, asOf: configuration.asOf.iso,
        options: options.strict ? ["strict"] : [], inputs: inputs)
      if let ready = prepare(
        pages, of: edition.edition, configuration, manifest)
      {
        prepared.append(ready)
      }
      timings.finish("pages of “\(edition.edition.name)”")
    }
    let written = commit(prepared, configuration, cleared)
    timings.finish("swap")
    return written
  }

  private var keptPictures: KeptPictures {
    KeptPictures(
      folder: Folders.join(PrivateFolder(site: folder.root).path, "pictures"),
      reads: !options.noCache, writes: writes)
  }

  private mutating func prepare(
    _ pages: EditionPages, of edition: Edition, _ configuration: SiteConfiguration,
    _ manifest: Manifest
  ) -> PreparedEdition? {
    let publisher = EditionPublisher(
      edition: edition.name, output: Folders.join(folder.root, edition.output),
      root: configuration.topPath, rootAtAnyDepth: configuration.basePath, workers: options.workers)
    return publisher.prepare(
      pages.paths, manifest: writes && !diagnostics.hasErrors ? manifest : nil,
      into: &diagnostics
    ) { index in
      let file = pages.render(index)
      return OutputFile(
        path: file.path, bytes: file.bytes, source: file.source, diagnostics: file.diagnostics)
    }
  }

  /// All editions are swapped in, or none.
  private mutating func commit(
    _ prepared: [PreparedEdition], _ configuration: SiteConfiguration, _ cleared: ClearedSite
  ) -> [Written] {
    let privateFolder = PrivateFolder(site: folder.root)
    if !prepared.isEmpty { privateFolder.prepare(prepared.map(\.edition), into: &diagnostics) }
    let refused = diagnostics.hasErrors || (options.strict && diagnostics.hasWarnings)
    var written: [Written] = []
    for edition in prepared {
      if refused {
        edition.abandon()
        continue
      }
      edition.commit(
        privateFolder,
        privateFiles: [
          "disclosure.json": cleared.privateReport(of: edition.edition),
          DisclosureRun.patternFile:
            cleared.keptPatterns(of: edition.edition).bytes(of: edition.edition),
        ],
        into: &diagnostics)
      let output = configuration.edition(edition.edition)?.output ?? ""
      written.append(
        Written(
          edition: edition.edition, output: Folders.join(options.site, output),
          files: edition.files))
    }
    return written
  }

  /// SHA-256 of every file that a site is made from, by its path. Pages were summed when they were
  /// read.
  private func inputChecksums(
    _ configuration: SiteConfiguration, _ content: SiteContent
  ) -> [String: String] {
    var locations = ["site.yaml": Folders.join(folder.root, "site.yaml")]
    var folders = ["content", "seeds"].map { ($0, Folders.join(folder.root, $0)) }
    if let templates = configuration.templates {
      folders.append((templates, Folders.join(folder.root, templates)))
    }
    if let data = folder.data { folders.append(("--data", data)) }
    for (name, location) in folders {
      for path in Folders.files(below: location) where content.checksums["\(name)/\(path)"] == nil {
        locations["\(name)/\(path)"] = Folders.join(location, path)
      }
    }
    let files = locations.sorted { $0.key < $1.key }
    let sums = concurrently(files.count, workers: options.workers) { index in
      switch Bytes.read(files[index].value) {
      case .success(let bytes): (files[index].key, Checksum.sha256(bytes))
      case .failure: (files[index].key, "")
      }
    }
    return content.checksums.merging(sums) { first, _ in first }
  }

  private mutating func reportEdition(of configuration: SiteConfiguration) {
    diagnostics.report(
      .editionUnknown, at: Place(file: "site.yaml"),
      what: Phrase(
        vi: "Không có ấn bản “\(options.edition)”.",
        en: "There is no edition “\(options.edition)”."),
      mend: Spelling.mend(
        for: options.edition, among: configuration.editions.map(\.name) + ["all"]))
  }
}

extension Rule {
  static let editionUnknown = Rule(
    "MB-CLI-001",
    why: Phrase(
      vi: "Các ấn bản được khai trong site.yaml.", en: "Editions are declared in site.yaml."))
}
