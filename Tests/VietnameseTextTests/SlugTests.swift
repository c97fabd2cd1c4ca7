import Testing
import VietnameseText

@Suite struct SlugTests {
  @Test(arguments: [
    ("Việc nhẹ, lương cao", "viec-nhe-luong-cao"), ("Kế hoạch 209/KH-UBND", "ke-hoach-209-kh-ubnd"),
    ("  “Đồng Tháp”…  ", "dong-thap"), ("30/7: Ngày toàn dân", "30-7-ngay-toan-dan"), ("ជំនួយ", ""),
    ("—", ""), ("", ""),
  ])
  func `Titles become addresses`(title: String, slug: String) {
    #expect(Slug.make(title) == slug)
    #expect(Slug.isValid(slug) == !slug.isEmpty)
  }

  @Test(arguments: ["-a", "a-", "a--b", "A", "việc", "a b", "a_b", "-", "a/b", "."])
  func `What is no slug`(text: String) {
    #expect(!Slug.isValid(text))
  }
}
