import Foundation
import MadePictures

extension Mistake {
  private static let data = "seeds/data/nan-nhan.csv"
  private static let package = "seeds/datapackage.yaml"

  /// Mistakes that people make too, if nobody thinks of them.
  static let rare: [Mistake] = [
    Mistake(
      "an empty site.yaml", "site.yaml:1:1 MB-SITE-002", "site.yaml:1:1 MB-YAML-003",
      "site.yaml:1:1 MB-YAML-003", "site.yaml:1:1 MB-YAML-003", "site.yaml:1:1 MB-YAML-003",
      "site.yaml:1:1 MB-YAML-003", "site.yaml:1:1 MB-YAML-003"
    ) { try $0.write("site.yaml", "") },
    Mistake("a folder in the place of site.yaml", "site.yaml MB-FILE-001") {
      try $0.remove("site.yaml")
      try $0.write("site.yaml/x", "")
    },
    Mistake("a folder in the place of the data", "\(data) MB-FILE-001") {
      try $0.remove(data)
      try $0.write("\(data)/x", "")
    },
    Mistake("a site without pages", "content/vi MB-PAGE-003") { try $0.remove("content") },
    Mistake(
      "a site without seeds", "\(package) MB-PKG-001", "seeds/tables.yaml MB-TABLE-001"
    ) { try $0.remove("seeds") },
    Mistake("a cycle in a code list", "seeds/codelists/sex.csv:3:3 MB-CODE-004") {
      try $0.edit("seeds/codelists/sex.csv", "F,_T", "F,M")
      try $0.edit("seeds/codelists/sex.csv", "M,_T", "M,F")
    },
    .edit(
      "a code below itself", "seeds/codelists/sex.csv", "F,_T", "F,F",
      "seeds/codelists/sex.csv:3:3 MB-CODE-004"),
    .edit(
      "a parent that isn't there", "seeds/codelists/sex.csv", "F,_T", "F,Q",
      "seeds/codelists/sex.csv:3:3 MB-CODE-003"),
    .edit(
      "two tables of one id", "seeds/tables.yaml", "id: theo-gioi", "id: theo-nam",
      "seeds/tables.yaml:10:5 MB-SITE-006"),
    .edit(
      "an id that is no address", "seeds/tables.yaml", "id: theo-gioi", "id: ../Theo giới",
      "seeds/tables.yaml:10:5 MB-TABLE-002"),
    .edit("two rows for one cell", data, "2024,M,7", "2024,M,7\n2024,M,8", "\(data):6 MB-DATA-009"),
    .edit("a year and its half", data, "2024,M,7", "2024-S1,M,7", "\(data):4:1 MB-DATA-008"),
    .edit(
      "a huge number", data, "2024,M,7", "2024,M,99999999999999999999",
      "\(data):5:8 MB-DATA-005"),
    .edit("a negative count", data, "2024,M,7", "2024,M,-7", "\(data):5:8 MB-DATA-004"),
    .edit(
      "a total that is not the sum", data, "2024,M,7", "2024,M,7\n2024,_T,49",
      "\(data):6:9 MB-DATA-010"),
    Mistake("a part that is more than the whole", "\(data):5:10 MB-DATA-013") {
      try $0.edit(
        package, "    minhbach:\n      absentRows",
        """
                - name: supported
                  type: integer
                  minhbach:
                    {role: measure, unit: persons, sensitivity: persons, pooling: sum,
                    partOf: received, complement: sensitive}
            minhbach:
              absentRows
        """)
      try $0.write(
        data,
        "period,sex,received,supported\n2023,F,40,40\n2023,M,30,30\n2024,F,41,41\n2024,M,7,8\n")
    },
    .edit(
      "two columns of one name", data, "period,sex,received", "period,received,received",
      "\(data):1:17 MB-CSV-008", "\(package):9:11 MB-PKG-005"),
    .edit(
      "a column that nobody declared", data, "sex,received", "sex,count",
      "\(data):1:12 MB-PKG-006", "\(package):10:11 MB-PKG-005"),
    Mistake("a file of no rows", "\(data) MB-DATA-016") {
      try $0.write(data, "period,sex,received\n")
    },
    .edit("a NUL", data, "2024,M,7", "2024,M\0,7", "\(data):5:7 MB-CSV-011"),
    Mistake("links that lead to themselves", "content/vi/vong.md MB-FILE-001") {
      let folder = $0.root + "/content/vi"
      for (name, target) in [("thu-muc", ".."), ("vong.md", "vong-2"), ("vong-2", "vong.md")] {
        try FileManager.default.createSymbolicLink(
          atPath: folder + "/" + name, withDestinationPath: target)
      }
    },
    .page(
      "a table by hand of 300 columns",
      "```csv caption=\"Rộng\"\n\((0..<300).map { "c\($0)" }.joined(separator: ","))\n```",
      "5:1 MB-MD-010"),
    Mistake("two pages of one address", "content/vi/giup-do.md MB-OUT-001") {
      try $0.write("content/vi/Giúp đỡ.md", "---\ntitle: Trang\n---\n")
    },
    Mistake("a page where the program makes one", "content/vi/bang-so-lieu/index.md MB-OUT-001") {
      try $0.write("content/vi/bang-so-lieu/index.md", "---\ntitle: Trang\n---\n")
    },
    Mistake("a page outside the folders of languages", "content/x.md MB-PAGE-001") {
      try $0.write("content/x.md", "---\ntitle: Trang\n---\n")
    },
    Mistake("a page whose name has no letter", "content/vi/！？.md MB-PAGE-002") {
      try $0.write("content/vi/！？.md", "---\ntitle: Trang\n---\n")
    },
    Mistake("a public page that links to one of the officials", "content/vi/x.md:4:1 MB-MD-012") {
      try $0.write("content/vi/noi-bo.md", "---\ntitle: Nội bộ\naudience: officials\n---\n")
      try $0.write("content/vi/x.md", "---\ntitle: Trang\n---\n[x](noi-bo.md)\n")
    },
    Mistake("a public page with a table of the officials", "content/vi/index.md:6:13 MB-PAGE-005") {
      try $0.edit(
        "seeds/tables.yaml", "columns: [sex]\n    editions: [public]",
        "columns: [sex]\n    editions: [officials]")
    },
    .frontMatter(
      "a former address that leads out of the site", "title: x\naliases: [../../x]",
      "3:11 MB-YAML-006"),
    Mistake(
      "an indicator whose id leads out of the site", "seeds/indicators/x.yaml:1:1 MB-YAML-006"
    ) {
      try $0.write(
        "seeds/indicators/x.yaml",
        """
        id: ../../x
        title: Chỉ tiêu
        definition: Là gì.
        kind: count
        table: theo-nam
        measure: received
        unit: persons
        agency: so-y-te
        frequency: annual
        """)
    },
    .edit(
      "an output folder outside the site", "site.yaml", "output/officials", "../noi-bo",
      "site.yaml:10:3 MB-YAML-006"),
    .edit(
      "an output folder among the sources", "site.yaml", "output/officials", "content/vi",
      "site.yaml:10:3 MB-YAML-006"),
    .edit(
      "one edition inside the other", "site.yaml", "output/officials", "output/public/noi-bo",
      "site.yaml:10:3 MB-SITE-003"),
    .edit(
      "officials who may see less than the public", "site.yaml", "threshold: 5", "threshold: 20",
      "site.yaml MB-DISC-005"),
    .edit(
      "a figure that is derived from nothing", package, "pooling: sum",
      "pooling: sum, derivedFrom: y", "\(package):10:11 MB-PKG-014"),
    .edit(
      "a fraction of a person", data, "2024,M,7", "2024,M,7.5", "\(data):5:8 MB-DATA-022"),
    .edit(
      "a known figure that is another one in the data", "site.yaml", "threshold: 11",
      "threshold: 11, known: [{dataset: nan-nhan, measure: received, value: 117, source: Báo}]",
      "site.yaml:9:117 MB-SITE-008"),
    .edit(
      "an edition whose name leads out of the private folder", "site.yaml", "officials:",
      "\"../noi-bo\":", "site.yaml:10:3 MB-YAML-006"),
    .edit(
      "a folder of templates that isn't there", "site.yaml", "asOf:", "templates: mau\nasOf:",
      "site.yaml:6:12 MB-YAML-006"),
    .edit(
      "a language without interface words", "site.yaml", "[vi]", "[vi, fr]",
      "site.yaml MB-PAGE-011"),
    .edit(
      "a page of help that isn't there", "site.yaml", "asOf:", "helpPage: giup\nasOf:",
      "site.yaml MB-PAGE-008", "site.yaml MB-PAGE-008"),
    .frontMatter(
      "a translation of nothing", "title: x\ntranslationOf: vi/khong-co.md", "2:1 MB-PAGE-010"),
    Mistake("a template with an unknown name", "mau/pages/content.mustache:1:6 MB-TPL-003") {
      try $0.write("mau/pages/content.mustache", "<p>{{page.titel}}</p>")
      try $0.edit("site.yaml", "asOf:", "templates: mau\nasOf:")
    },
  ]
}

extension Mistake {
  /// Mistakes with pictures.
  static let pictures: [Mistake] = [
    .page("a picture that isn't there", "![Cửa sổ](cua-so.png)", "4:1 MB-PIC-001"),
    .page("a picture that lies outside", "![Cửa sổ](../../seeds/tables.yaml)", "4:1 MB-PIC-001"),
    .page("a picture that leads up and out", "![x](../../../../a.png)", "4:1 MB-PIC-001"),
    .page("a picture's absolute path", "![Cửa sổ](/content/vi/x.md)", "4:1 MB-PIC-001"),
    .page("a page in the place of a picture", "![Cửa sổ](x.md)", "4:1 MB-PIC-002"),
    .page("a picture without description", "![](cua-so.png)", "4:1 MB-MD-015"),
    .page("the name of a file as its description", "![cua-so](cua-so.png)", "4:1 MB-MD-015"),
    .page("a blank in the name of a file", "![Cửa sổ](cua so.png)", "4:1 MB-MD-019"),
    .picture("a text that is named like a picture", Array("Ghi chú".utf8), "MB-PIC-002"),
    .picture(
      "a drawing with a script", Array("<svg xmlns=\"x\"><script>alert(1)</script></svg>".utf8),
      "MB-PIC-002"),
    .picture("an empty picture", [], "MB-PIC-004"),
    .picture("a picture that is cut off", Array(red.dropLast(30)), "MB-PIC-004"),
    .picture("a small file that claims to be huge", huge, "MB-PIC-003"),
    .picture("a picture in colours of ink", ink, "MB-PIC-005"),
    Mistake("a picture with a caption within a sentence", "content/vi/x.md:4:5 MB-MD-020") {
      try $0.write("content/vi/anh.png", bytes: red)
      try $0.write("content/vi/x.md", "---\ntitle: x\n---\nXem ![ô đỏ](anh.png \"Ô đỏ\").\n")
    },
  ]

  private static let red = MadePNG(64, 64) { _, _ in [200, 40, 40] }.bytes

  private static var huge: [UInt8] {
    var png = MadePNG(1, 1) { _, _ in [0, 0, 0] }
    (png.width, png.height, png.samples) = (40_000, 40_000, [UInt8](repeating: 0, count: 40_000))
    return png.bytes
  }

  /// The head of a JPEG of four inks: two marks, the frame, the beginning of a scan.
  private static let ink: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xC0, 0, 20, 8, 0, 16, 0, 16, 4]
    + [1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0]
    + [0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0, 0, 0, 0xFF, 0xD9]

  /// A page that shows a file as a picture.
  private static func picture(_ name: String, _ bytes: [UInt8], _ code: String) -> Mistake {
    Mistake(name, "content/vi/x.md:4:1 \(code)") {
      try $0.write("content/vi/Ảnh 1.jpg", bytes: bytes)
      try $0.write("content/vi/x.md", "---\ntitle: x\n---\n![Ô màu](<Ảnh 1.jpg>)\n")
    }
  }
}
