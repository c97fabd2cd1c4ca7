import Foundation
import Testing

@Suite("The contract: the example site, whole")
struct ContractTests {
  @Test("It builds without an error or a warning, from any working folder")
  func builds() throws {
    let site = try TestSite(fixture: "example-site")
    for (folder, path) in [
      ("/", site.root), (site.home, "site"), (site.root, "."), ("/usr", site.root),
    ] {
      let outcome = try minhbach(["build", "--site", path, "--lang", "en"], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(outcome.output.contains("Edition “public”: 25 files in"))
      #expect(outcome.output.contains("Edition “officials”: 27 files in"))
    }
    let inside = try minhbach(["build", "--lang", "vi"], in: site.root)
    #expect(inside.status == 0)
    #expect(inside.output.hasPrefix("Ấn bản “public”: 25 tệp"))
  }

  @Test("The program may be copied alone to another folder: its templates travel inside it")
  func travels() throws {
    let site = try TestSite(fixture: "example-site")
    let copy = site.home + "/program"
    try FileManager.default.copyItem(atPath: program, toPath: copy)
    let there = try minhbach(["build", "--site", site.root], in: "/", at: copy)
    #expect(there.status == 0)
    #expect(there.errors == "")
    let here = try TestSite(fixture: "example-site").built()
    #expect(site.edition("public").differences(from: here.edition("public")) == [])
    #expect(site.edition("officials").differences(from: here.edition("officials")) == [])
  }

  @Test("Each edition has these files and no others")
  func outputTree() throws {
    let site = try TestSite(fixture: "example-site").built()
    let everywhere = [
      "404.html", "Caddyfile", "_headers", "nginx.conf", "bang-so-lieu/ho-tro-theo-nam/index.html",
      "bang-so-lieu/index.html",
      "bang-so-lieu/tiep-nhan-theo-gioi-tuoi/index.html", "chi-tieu/ti-le-ho-tro/index.html",
      "chien-dich/index.html", "chien-dich/2025/index.html",
      "data/ho-tro-theo-nam.csv", "data/index.json", "data/tiep-nhan-theo-gioi-tuoi.csv",
      "index.html", "ke-hoach/kh-minh-hoa/index.html", "robots.txt", "sitemap.xml",
      "thu-doan/viec-nhe-luong-cao/index.html", "tim-kiem/index.html",
    ]
    let forOfficials = [
      "bang-so-lieu/tiep-nhan-theo-dia-ban/index.html", "data/tiep-nhan-theo-dia-ban.csv",
    ]
    func named(_ tree: Tree) -> [String] { tree.paths.filter { !$0.hasPrefix("assets/") } }
    #expect(named(site.edition("public")) == everywhere.sorted())
    #expect(named(site.edition("officials")) == (everywhere + forOfficials).sorted())
    // Names of assets hold a checksum of what is in them.
    let assets = site.edition("public").paths.filter { $0.hasPrefix("assets/") }
    #expect(assets.count == 6)
    #expect(
      assets.allSatisfy {
        $0.wholeMatch(of: /assets\/[a-z]+\.[0-9a-f]{12}\.(css|js|svg)/) != nil
          || $0.wholeMatch(of: /assets\/search-vi\.[0-9a-f]{12}\/(main|t0)\.js/) != nil
      })
  }

  /// The expected files were read by eye: no count of 1 to 10 (officials: 1 to 4), totals right,
  /// and no hidden count follows from the others.
  @Test(
    "data/index.json and the CSV files are these, byte for byte",
    arguments: ["public", "officials"])
  func data(edition: String) throws {
    let site = try TestSite(fixture: "example-site").built()
    let expected = Tree(fixtures + "/example-site-expected/\(edition)/data")
    let found = Tree(site.root + "/output/\(edition)/data")
    #expect(found.paths == expected.paths)
    for path in expected.paths { #expect(found[path] == expected[path], "\(edition)/\(path)") }
  }

  @Test("The public edition says nothing of the officials' table, in any file")
  func officialsTableStaysThere() throws {
    let site = try TestSite(fixture: "example-site").built()
    for words in ["tiep-nhan-theo-dia-ban", "tiếp nhận theo địa bàn", "gso-2004:868"] {
      #expect(site.edition("public").paths(containing: words) == [], "\(words)")
      #expect(!site.edition("officials").paths(containing: words).isEmpty, "\(words)")
    }
  }

  @Test("Every page of the officials is marked, and none of the public")
  func internalMark() throws {
    let site = try TestSite(fixture: "example-site").built()
    for page in site.edition("officials").pages {
      #expect(page.html.contains("Tài liệu nội bộ"), "\(page.path)")
      #expect(page.html.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"))
    }
    for page in site.edition("public").pages {
      #expect(!page.html.contains("nội bộ") && !page.html.contains("noindex"), "\(page.path)")
    }
  }

  @Test(
    "A sample site says so on every page, in every picture and file of data",
    arguments: [
      "public", "officials",
    ])
  func sampleNotice(edition: String) throws {
    let tree = try TestSite(fixture: "example-site").built().edition(edition)
    let notice = "Số liệu minh họa"
    for page in tree.pages { #expect(page.html.contains(notice), "\(page.path)") }
    #expect(tree["data/index.json"].contains("\"notice\": \"\(notice)\""))
    for path in tree.paths where path.hasSuffix(".csv") {
      let rows = tree[path].split(separator: "\r\n").dropFirst()
      #expect(!rows.isEmpty && rows.allSatisfy { $0.hasSuffix(",\(notice)") }, "\(path)")
    }
    let charts = tree.pages.flatMap { page in
      page.html.matches(of: /<svg[^>]*role="img"[\s\S]*?<\/svg>/).map { String($0.0) }
    }
    #expect(!charts.isEmpty)
    for chart in charts { #expect(chart.contains(notice)) }
  }

  @Test("An official site doesn't say that it is a sample")
  func official() throws {
    let site = try TestSite(fixture: "example-site")
    try site.edit("site.yaml", "dataStatus: sample ", "dataStatus: official ")
    try site.built()
    #expect(site.edition("public").paths(containing: "inh họa, trừ") == [])
    #expect(!site.edition("public")["data/index.json"].contains("notice"))
    #expect(site.edition("public")["data/ho-tro-theo-nam.csv"].contains("2024,received,111,,\r\n"))
  }

  @Test("The sitemap has the address of every page of the edition")
  func sitemap() throws {
    let tree = try TestSite(fixture: "example-site").built().edition("public")
    let addresses = tree["sitemap.xml"].matches(of: /<loc>https:\/\/example.org\/(.*?)<\/loc>/)
      .map { String($0.1) }
    #expect(addresses.sorted() == tree.pages.map(\.path).filter { $0 != "404.html" })
  }

  @Test("Proofs and manifests are private to whoever builds, and leave no trace in the editions")
  func privateFolder() throws {
    let site = try TestSite(fixture: "example-site").built()
    for folder in ["", "/public", "/officials"] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: site.root + "/.minhbach" + folder)
      #expect(attributes[.posixPermissions] as? Int == 0o700, "\(folder)")
    }
    let manifest = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: site.root + "/.minhbach/public/manifest.json")))
    let inputs = try #require((manifest as? [String: Any])?["inputs"] as? [String: String])
    let checksum = try #require(inputs["seeds/data/nan-nhan.csv"])
    #expect(checksum.count == 64)
    for edition in ["public", "officials"] {
      #expect(site.edition(edition).paths(containing: checksum) == [])
      #expect(site.edition(edition).paths(containing: String(checksum.prefix(12))) == [])
    }
  }
}
