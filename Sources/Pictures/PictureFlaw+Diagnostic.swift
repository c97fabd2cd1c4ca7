public import Diagnostics

extension PictureFlaw {
  /// What is reported of a picture.
  ///
  /// - Parameters:
  ///   - name: as the author wrote it.
  ///   - place: where the page shows it.
  ///   - near: a file with nearly this name.
  public func diagnostic(
    _ name: String, at place: Place, near: String? = nil
  ) -> Diagnostic {
    func report(_ rule: Rule, _ what: Phrase, _ mend: Phrase) -> Diagnostic {
      Diagnostic(rule, at: place, what: what, mend: mend)
    }
    switch self {
    case .missing:
      return report(
        .pictureMissing,
        Phrase(vi: "Không có tệp ảnh “\(name)”.", en: "There is no picture “\(name)”."),
        near.map { Phrase(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?") }
          ?? Phrase(
            vi: "Đặt tệp ảnh cạnh tệp của trang, trong thư mục content, và ghi đúng tên.",
            en: "Put the file beside the page's own, below content, and write its name as it is."))
    case .unreadable(let reason):
      return report(
        .pictureMissing,
        Phrase(
          vi: "Không đọc được tệp ảnh “\(name)”: \(reason).",
          en: "The picture “\(name)” can't be read: \(reason)."),
        Phrase(vi: "Kiểm tra quyền đọc tệp.", en: "Check the file's permissions."))
    case .otherKind(let kind):
      return report(
        .pictureOfOtherKind,
        Phrase(
          vi: "“\(name)” là tệp \(kind), dù tên tệp là gì.",
          en: "“\(name)” is \(kind), whatever its name says."), Self.saveAnew)
    case .unknownKind:
      return report(
        .pictureOfOtherKind,
        Phrase(vi: "“\(name)” không phải là ảnh.", en: "“\(name)” is no picture."), Self.saveAnew)
    case .tooManyBytes(let count):
      return report(
        .pictureTooLarge,
        Phrase(
          vi: "“\(name)” nặng \(count / 1_000_000) MB; nhiều nhất là \(Self.megabytes) MB.",
          en: "“\(name)” has \(count / 1_000_000) MB; \(Self.megabytes) MB are the most."),
        Self.makeSmaller)
    case .tooManyPixels(let width, let height):
      return report(
        .pictureTooLarge,
        Phrase(
          vi: "“\(name)” có \(width) × \(height) điểm ảnh: quá nhiều.",
          en: "“\(name)” has \(width) × \(height) pixels: too many."),
        Self.makeSmaller)
    case .empty:
      return report(
        .pictureBroken,
        Phrase(vi: "Tệp ảnh “\(name)” rỗng.", en: "The picture “\(name)” is empty."),
        Self.copyAgain)
    case .broken(let reason):
      return report(
        .pictureBroken,
        Phrase(
          vi: "Ảnh “\(name)” bị hỏng hoặc thiếu: \(reason).",
          en: "The picture “\(name)” is damaged or cut off: \(reason)."),
        Self.copyAgain)
    case .inkColours:
      return report(
        .pictureInInk,
        Phrase(
          vi: "Ảnh “\(name)” có màu mực in (CMYK).",
          en: "The picture “\(name)” has colours of ink (CMYK)."),
        Phrase(
          vi: "Mở ảnh bằng phần mềm ảnh, chuyển sang RGB, rồi lưu lại.",
          en: "Open it in a program for pictures, change it to RGB, and save it again."))
    }
  }

  private static let megabytes = PictureLimits.fileBytes / 1_000_000

  private static let saveAnew = Phrase(
    vi: "Mở bằng phần mềm ảnh và lưu lại thành JPEG (ảnh chụp) hoặc PNG (hình vẽ).",
    en: "Open it in a program for pictures and save it as JPEG (photographs) or PNG (drawings).")

  private static let makeSmaller = Phrase(
    vi: "Thu nhỏ ảnh; chiều rộng 2000 điểm ảnh là đủ.",
    en: "Make it smaller; a width of 2000 pixels is enough.")

  private static let copyAgain = Phrase(
    vi: "Chép lại ảnh từ máy chụp, hoặc mở bằng phần mềm ảnh và lưu lại.",
    en: "Copy it from the camera again, or open it in a program for pictures and save it anew.")
}
