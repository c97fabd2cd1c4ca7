// swift-tools-version: 6.2
import PackageDescription

/// Settings of every room. `InternalImportsByDefault`: write `public import` where a public
/// signature uses the module.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A room on the secret side, or one that both sides share: it sees `package` declarations.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house, plugins: plugins)
}

/// A room outside the door: `packageAccess: false`, so that it can't make a `ClearedTable`.
func openRoom(
  _ name: String, _ dependencies: [Target.Dependency], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, packageAccess: false, swiftSettings: house,
    plugins: plugins)
}

/// - Parameter exclude: folders of input files, which tests read where they lie.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: house)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "minhbach",
  products: [
    .executable(name: "minhbach", targets: ["minhbach"]),
    .library(name: "Disclosure", targets: ["Disclosure"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C libraries of Debian.
    .systemLibrary(name: "Ccmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(
      name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CSpng", pkgConfig: "spng", providers: [.apt(["libspng-dev"])]),
    .systemLibrary(name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"])]),
    // Functions of the C library that Swift's own module leaves out.
    .systemLibrary(name: "CLinux"),

    // The rooms, in the order in which data flows: a room depends only on rooms above it.
    room("Workers"),
    room("Diagnostics"),
    room("VietnameseText"),
    room("SourceFiles", ["Diagnostics", "VietnameseText", "CCrypto", yams]),
    room("Site", ["Diagnostics", "VietnameseText", "SourceFiles"]),
    room("Tables", ["VietnameseText", "Site"]),
    room(
      "Observations",
      ["Diagnostics", "VietnameseText", "SourceFiles", "Site", "Tables"]),
    room("PublishedFiles", ["Diagnostics", "SourceFiles"]),
    room(
      "Disclosure",
      [
        "Workers", "Diagnostics", "VietnameseText", "SourceFiles", "Site", "Tables",
        "Observations", "PublishedFiles", "CClp",
      ]),

    // The attacker's side: reads what was published, and shares no code with the door.
    room("Audit", ["Workers", "Diagnostics", "SourceFiles", "PublishedFiles", "CClp"]),

    // Outside the door.
    openRoom(
      "Indicators", ["Diagnostics", "VietnameseText", "SourceFiles", "Site", "Tables"]),
    openRoom("Markup", ["Diagnostics", "VietnameseText", "SourceFiles", "Ccmark"]),
    openRoom("Charts", ["Diagnostics", "VietnameseText", "Site", "Tables"]),
    openRoom("Downloads", ["VietnameseText", "Site", "Tables"]),
    // Knows only files with pictures and what is published of them.
    openRoom(
      "Pictures", ["Workers", "Diagnostics", "SourceFiles", "CTurboJPEG", "CSpng", "CWebP"]),
    // Knows only the text of finished pages.
    openRoom("Search", ["Workers", "VietnameseText"]),
    openRoom(
      "Pages",
      [
        "Workers", "Diagnostics", "VietnameseText", "SourceFiles", "Site", "Tables", "Indicators",
        "Markup",
        "Charts", "Downloads", "Pictures", "Search", "CQRencode",
      ],
      plugins: ["EmbedTemplates"]),
    openRoom("Publishing", ["Workers", "Diagnostics", "SourceFiles", "CLinux"]),
    .executableTarget(
      name: "minhbach",
      dependencies: [
        "Workers", "Diagnostics", "VietnameseText", "SourceFiles", "Site", "Tables",
        "Observations", "Disclosure", "Audit", "Indicators", "Pictures", "Pages", "Publishing",
        arguments,
      ],
      packageAccess: false, swiftSettings: house),

    // `make bench-disclosure`; tests use the same cases.
    .target(
      name: "DisclosureCases", dependencies: ["Disclosure"], path: "Benchmarks/DisclosureCases",
      swiftSettings: house),
    .executableTarget(
      name: "BenchDisclosure",
      dependencies: ["Workers", "Audit", "Disclosure", "DisclosureCases", arguments],
      path: "Benchmarks/BenchDisclosure", swiftSettings: house),

    // The default templates travel inside the program: the plugin runs the tool at each build.
    .executableTarget(name: "EmbedFiles", packageAccess: false, swiftSettings: house),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["EmbedFiles"]),

    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("VietnameseTextTests", ["VietnameseText"]),
    tests("SourceFilesTests", ["Diagnostics", "SourceFiles"]),
    tests("SiteTests", ["Diagnostics", "VietnameseText", "Site"]),
    tests("TablesTests", ["VietnameseText", "Site", "Tables"]),
    tests("PublishingTests", ["Diagnostics", "SourceFiles", "Publishing"]),
    tests(
      "IndicatorsTests",
      ["Diagnostics", "VietnameseText", "SourceFiles", "Site", "Tables", "Indicators"]),
    tests("ChartsTests", ["Diagnostics", "VietnameseText", "Site", "Tables", "Charts"]),
    tests("DownloadsTests", ["VietnameseText", "Site", "Tables", "Downloads"]),
    tests("SearchTests", ["VietnameseText", "Search"]),
    .target(name: "MadePictures", path: "Tests/MadePictures", swiftSettings: house),
    tests("PicturesTests", ["Pictures", "MadePictures", "CTurboJPEG", "CWebP"]),
    tests("MarkupTests", ["Diagnostics", "SourceFiles", "Markup", "Ccmark"]),
    tests(
      "ObservationsTests",
      ["Diagnostics", "VietnameseText", "SourceFiles", "Site", "Tables", "Observations"]),
    tests("DoorTests", ["Site", "Tables"]),
    tests(
      "DisclosureTests",
      [
        "Diagnostics", "VietnameseText", "SourceFiles", "Site", "Tables", "Observations",
        "Disclosure", "DisclosureCases", "Downloads", "Audit",
      ]),
    tests(
      "AuditTests", ["Diagnostics", "SourceFiles", "PublishedFiles", "Audit"], exclude: ["Cases"]),
    // Public names only, as another package sees them.
    .testTarget(
      name: "LibraryTests", dependencies: ["Disclosure"], packageAccess: false,
      swiftSettings: house),
    tests(
      "PagesTests",
      ["Diagnostics", "VietnameseText", "SourceFiles", "Site", "Tables", "Indicators", "Pages"],
      exclude: ["PiecesGolden", "MustacheSpecification"]),
    // Runs the program as a user would: it needs it built, and imports nothing of it.
    tests("WholeSiteTests", ["minhbach", "MadePictures"]),
  ],
  swiftLanguageModes: [.v6]
)
