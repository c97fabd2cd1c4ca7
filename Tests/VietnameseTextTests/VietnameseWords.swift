enum VietnameseWords {
  /// Every vowel with every tone, small and capital, after "b" and "đ": all letters of the
  /// alphabet with marks.
  static let syllables: [String] = {
    let vowels = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
      "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ].joined()
    return vowels.flatMap { vowel in
      ["b\(vowel)", "đ\(vowel)", "B\(vowel.uppercased())", "\(vowel)n", "B\(vowel)"]
    }
  }()

  /// Words and names as the site writes them.
  static let words = [
    "ân", "An Giang", "An Bình", "ăn", "anh", "ảnh", "ánh", "bà", "ba", "bá", "bã", "bả", "bạ",
    "ba con", "bà con", "bá chủ", "bạn bè", "Ban Chỉ đạo", "ban chỉ đạo", "Bộ Công an", "bờ", "bơ",
    "ca", "Cao Lãnh", "cao lãnh", "cần", "cẩn", "can", "căn", "chị", "chỉ", "chi", "Châu Thành",
    "công an", "Công an", "dân", "đân", "đi", "di", "Đồng Tháp", "đồng tháp", "Dong Thap",
    "Đồng Nai",
    "đòng", "động", "e", "é", "ê", "ế", "Gò Công", "giúp", "giup", "hoà", "hòa", "hoa", "Hồng Ngự",
    "hỗ trợ", "ho tro", "hồ", "Lai Vung", "Lấp Vò", "lao động", "lừa đảo", "Mỹ Tho",
    "mua bán người",
    "mưa", "mua", "múa", "nạn nhân", "nặng", "người", "ngươi", "Người", "ô", "ơ", "o", "ó", "ồ",
    "ớ",
    "phòng, chống", "phòng chống", "Quý", "quí", "quy", "Sa Đéc", "sa đéc", "Tam Nông", "Tân Hồng",
    "Tháp Mười", "Thanh Bình", "Tiền Giang", "tiền", "tiên", "tư", "tu", "từ", "tứ", "ủy ban",
    "uỷ ban",
    "ưu tiên", "vay", "váy", "vây", "việc nhẹ", "Việt Nam", "viet nam", "xã", "xa", "xá", "y", "ý",
    "yêu cầu", "3 nạn nhân", "12 nạn nhân", "2025", "111", "113", "(a)", "a-b", "a b", "ab", "a, b",
    "“Việc nhẹ”", "for", "jet", "web", "zalo", "Facebook", "wifi",
  ]

  static let all = syllables + words
}
