import Diagnostics
import Markup
import Testing

@Suite("Descriptions of pictures")
struct PictureDescriptionTests {
  private func findings(_ description: String, _ file: String = "cho-xa.jpg") -> [String] {
    var diagnostics = Diagnostics()
    _ = MarkupDocument.parse(
      Array("![\(description)](\(file))".utf8)[...], path: "x.md", into: &diagnostics)
    return diagnostics.sorted.map(\.rule.code)
  }

  @Test(arguments: [
    "", " ", "cho-xa", "cho-xa.jpg", "IMG_2041.JPG", "Ảnh bìa.png", "ảnh", "Ảnh", "Hình 1",
    "ẢNH (2)",
    "hình ảnh", "Ảnh minh họa", "ảnh minh hoạ.", "Ảnh số 3", "image", "Picture 12", "a photo",
    "IMG_2041",
    "DSC01234", "IMG-20250730-WA0001", "2025-07-30", "...", "1", "?!", "🙂",
  ])
  func `These say nothing`(_ description: String) {
    #expect(findings(description) == ["MB-MD-015"])
  }

  @Test(arguments: [
    "Cán bộ xã phát tờ rơi ở chợ", "Ảnh cán bộ xã", "Chợ xã", "Ảnh chụp chợ xã", "Minh",
    "Hình phạt",
    "Picture of a market", "Số 111", "Tranh chấp", "រូបភាពផ្សារ", "Tệp .jpg là ảnh",
  ])
  func `These do`(_ description: String) {
    #expect(findings(description) == [])
  }

  @Test func `A name with blanks is one too`() {
    #expect(findings("cho xa", "<cho xa.jpg>") == ["MB-MD-015"])
    #expect(findings("cho xa", "cho%20xa.jpg") == ["MB-MD-015"])
    #expect(findings("cho xa", "cho-xa.jpg") == [])
  }
}
