/// A page as it is searched: what a reader of the finished page sees, and nothing else.
public struct SearchPage: Sendable {
  /// Address below the edition's folder, without `index.html`: `thu-doan/`; empty for the home.
  public let address: String
  public let title: String
  /// The sentence below the title; it also stands for a page whose title alone matches.
  public let lead: String
  public let lines: [Line]

  /// A heading, or a sentence of the text.
  public struct Line: Sendable, Hashable {
    public let text: String
    public let isHeading: Bool

    public init(_ text: String, isHeading: Bool = false) {
      self.text = text
      self.isHeading = isHeading
    }
  }

  public init(address: String, title: String, lead: String, lines: [Line]) {
    self.address = address
    self.title = title
    self.lead = lead
    self.lines = lines
  }
}
