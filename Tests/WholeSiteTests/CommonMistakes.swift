extension Mistake {
  private static let data = "seeds/data/nan-nhan.csv"
  private static let package = "seeds/datapackage.yaml"

  /// The mistakes that people make.
  static let common: [Mistake] = [
    .edit(
      "a missing field of site.yaml", "site.yaml", "dataStatus: sample\n", "",
      "site.yaml:1:1 MB-YAML-003"),
    .edit(
      "a misspelt field of site.yaml", "site.yaml", "baseURL", "baseUrl",
      "site.yaml:1:1 MB-YAML-003", "site.yaml:4:1 MB-YAML-004"),
    .edit(
      "a value that means nothing", "site.yaml", "sample", "simple", "site.yaml:5:13 MB-YAML-006"),
    .edit(
      "a missing field of a data set", package, "      releasedBy: so-y-te\n", "",
      "\(package):15:7 MB-YAML-003"),
    .edit(
      "an agency that no registry has", package, "releasedBy: so-y-te", "releasedBy: so-yte",
      "\(package):16:19 MB-SITE-005"),
    .edit(
      "a measure that doesn't say whether it counts persons", package, "sensitivity: persons, ", "",
      "\(package):13:21 MB-YAML-003"),
    .edit(
      "a code list that isn't there", package, "codelist: sex", "codelist: sx",
      "\(package):9:65 MB-CODE-001"),
    .edit("an unknown code", data, "2024,M,7", "2024,X,7", "\(data):5:6 MB-DATA-006"),
    .edit("an unknown period", data, "2024,M,7", "2024-13,M,7", "\(data):5:1 MB-DATA-007"),
    .edit("a broken CSV line", data, "2024,M,7", "2024,M", "\(data):5:7 MB-CSV-006"),
    .edit("a quote that is left open", data, "2024,M,7", "2024,\"M,7", "\(data):5:6 MB-CSV-003"),
    .edit("an empty cell", data, "2024,M,7", "2024,M,", "\(data):5:8 MB-DATA-001"),
    .edit("a word for a number", data, "2024,M,7", "2024,M,bảy", "\(data):5:8 MB-DATA-002"),
    .edit(
      "a mark that only the program sets", data, "2024,M,7", "2024,M,[c]",
      "\(data):5:8 MB-DATA-002"),
    .edit("thousands or decimals?", data, "2024,M,7", "2024,M,1.234", "\(data):5:8 MB-DATA-003"),
    .edit(
      "a table of a measure that isn't there", "seeds/tables.yaml",
      "measures: [received]\n    axes: {period: {each: true}}",
      "measures: [recieved]\n    axes: {period: {each: true}}",
      "seeds/tables.yaml:5:16 MB-TABLE-003"),
    .page(
      "an unknown block", "```tabel id=theo-nam\n```", "4:4 MB-MD-005"),
    .page("an unknown table", "```table id=theo-namm\n```", "4:13 MB-PAGE-004"),
    .page("an unknown indicator", "```indicator id=khong\n```", "4:17 MB-PAGE-007"),
    .page("an unknown plan", "```scoreboard plan=khong\n```", "4:20 MB-PAGE-007"),
    .page("a block that is never closed", "```table id=theo-nam", "4:4 MB-MD-006"),
    .page(
      "a block with a misspelt attribute", "```table idd=theo-nam\n```", "4:4 MB-MD-008",
      "4:10 MB-MD-007"),
    .page("a callout of no kind", "```callout kind=dangr\nx\n```", "4:17 MB-MD-009"),
    .page("a broken link", "Xem [ở đây](khong-co.md).", "4:5 MB-MD-012"),
    .page("a link that runs code", "[x](javascript:alert(1))", "4:1 MB-MD-011"),
    .page("a picture from elsewhere", "![a](https://example.org/a.png)", "4:1 MB-MD-014"),
    .page("raw HTML", "Chữ <b>đậm", "4:5 MB-MD-002"),
    .page("a number of no measure", "Có `= theo-nam[recieved]` người.", "4:16 MB-PAGE-006"),
    .page(
      "a number of no period", "`= theo-nam[received, period=2030]`", "4:30 MB-PAGE-006"),
    .page("a number that isn't one cell", "`= theo-nam[received]`", "4:1 MB-PAGE-006"),
    .page("a number that is left open", "`= theo-nam[`", "4:13 MB-MD-016"),
    .frontMatter("a page without a title", "description: x", "2:1 MB-YAML-003"),
    .frontMatter("a misspelt field", "title: x\naudiense: officials", "3:1 MB-YAML-004"),
    .frontMatter("a date of another form", "title: x\nreviewedOn: 30/7/2025", "3:13 MB-YAML-006"),
    .frontMatter("front matter that is not YAML", "title: [x", "3:1 MB-YAML-001"),
    .frontMatter("front matter that is only words", "title x", "2:1 MB-YAML-005"),
    .frontMatter("a field given twice", "title: x\ntitle: y", "2:1 MB-YAML-002"),
    Mistake("front matter that is not closed", "content/vi/x.md:1:1 MB-MD-001") {
      try $0.write("content/vi/x.md", "---\ntitle: x\nChữ.\n")
    },
    Mistake("a page that is not UTF-8", "content/vi/x.md:4:7 MB-FILE-002") {
      try $0.write(
        "content/vi/x.md", bytes: Array("---\ntitle: x\n---\nxin ch".utf8) + [0xE0, 0x6F])
    },
    Mistake("a code list that is not UTF-8", "seeds/codelists/sex.csv:2:8 MB-FILE-002") {
      try $0.write(
        "seeds/codelists/sex.csv", bytes: Array("code,parent,order,label_vi\n_T,,0,T".utf8) + [0xF4]
      )
    },
  ]
}
