public import Diagnostics

extension Rule {
  public static let frontMatterUnclosed = Rule(
    "MB-MD-001",
    why: Phrase(
      vi: "Không biết phần đầu trang kết thúc ở đâu và nội dung bắt đầu từ đâu.",
      en: "It is unknown where the front matter ends and the text begins."))

  public static let rawHTML = Rule(
    "MB-MD-002",
    why: Phrase(
      vi: "HTML viết tay có thể mang mã lạ vào trang và làm hỏng trang trên máy đọc màn hình.",
      en: "HTML written by hand can bring foreign code into the page and break it for readers."))

  public static let headingIsTitle = Rule(
    "MB-MD-003",
    why: Phrase(
      vi: "Mỗi trang chỉ có một tiêu đề cấp 1: trường “title” ở đầu trang.",
      en: "A page has one heading of level 1: the “title” of its front matter."))

  public static let headingSkipsLevel = Rule(
    "MB-MD-004",
    why: Phrase(
      vi: "Người dùng máy đọc màn hình đi theo cấp tiêu đề; nhảy cấp làm họ tưởng thiếu một phần.",
      en: "Readers with a screen reader walk by levels; a gap looks like a missing part."))

  public static let blockUnknown = Rule(
    "MB-MD-005",
    why: Phrase(
      vi: "Khối viết sai tên sẽ hiện ra như đoạn mã.",
      en: "A block with a misspelt name would be printed as code."))

  public static let blockSyntax = Rule(
    "MB-MD-006",
    why: Phrase(
      vi: "Sau tên khối chỉ có các cặp tên=giá trị.",
      en: "Behind a block's name stand pairs of name=value only."))

  public static let blockAttributeUnknown = Rule(
    "MB-MD-007",
    why: Phrase(
      vi: "Một tên viết sai sẽ bị bỏ qua mà không ai biết.",
      en: "A misspelt name would be ignored and nobody would know."))

  public static let blockAttributeMissing = Rule(
    "MB-MD-008",
    why: Phrase(
      vi: "Thiếu điều này, không biết phải hiện gì.",
      en: "Without it, it is unknown what to show."))

  public static let blockAttributeValue = Rule(
    "MB-MD-009",
    why: Phrase(
      vi: "Chỉ một số giá trị có nghĩa ở đây.", en: "Only certain values mean something here."))

  public static let blockContent = Rule(
    "MB-MD-010",
    why: Phrase(
      vi: "Nội dung bên trong khối không đúng dạng nên không hiện được.",
      en: "What stands in the block has not the form that the block shows."))

  public static let linkUnsafe = Rule(
    "MB-MD-011",
    why: Phrase(
      vi: "Liên kết chỉ dẫn đến trang web, thư hoặc số điện thoại; loại khác có thể chạy mã.",
      en: "A link may lead to a page, a mail address or a phone number; others can run code."))

  public static let linkBroken = Rule(
    "MB-MD-012",
    why: Phrase(
      vi: "Người đọc bấm vào sẽ không đến đâu.", en: "Readers who follow it would get nowhere."))

  public static let linkEmpty = Rule(
    "MB-MD-013",
    why: Phrase(
      vi: "Liên kết cần có chữ để đọc và nơi để đến.",
      en: "A link needs words to read and a place to lead to."))

  public static let imageRemote = Rule(
    "MB-MD-014",
    why: Phrase(
      vi: "Tải ảnh từ nơi khác sẽ cho nơi đó biết ai đang đọc trang.",
      en: "A picture from elsewhere tells that place who reads the page."))

  public static let imageWithoutAlt = Rule(
    "MB-MD-015",
    why: Phrase(
      vi: "Người không nhìn thấy ảnh chỉ có lời mô tả.",
      en: "Who can't see a picture has only its description."))

  public static let numberSyntax = Rule(
    "MB-MD-016",
    why: Phrase(
      vi: "Không hiểu được cần lấy con số nào.", en: "It is unknown which number is meant."))

  public static let numberMisplaced = Rule(
    "MB-MD-017",
    why: Phrase(
      vi: "Địa chỉ của tiêu đề và lời mô tả ảnh không được thay đổi theo số liệu.",
      en: "The address of a heading and the description of a picture must not change with data."))

  public static let blocksTooDeep = Rule(
    "MB-MD-018",
    why: Phrase(
      vi: "Khối lồng quá sâu thì người đọc không theo được.",
      en: "Nobody can follow blocks nested so deeply."))

  public static let imageMalformed = Rule(
    "MB-MD-019",
    why: Phrase(
      vi: "Người đọc sẽ thấy dấu ngoặc và tên tệp thay cho ảnh.",
      en: "Readers would see brackets and the name of a file instead of a picture."))

  public static let captionWithinSentence = Rule(
    "MB-MD-020",
    why: Phrase(
      vi: "Chú thích chỉ đứng được dưới một ảnh riêng.",
      en: "A caption has its place below a picture that stands alone."))
}
