public import Indicators

/// The silhouette of a status. Raw values are the ids of the drawings and the classes of the
/// words beside them.
public enum StatusShape: String, Sendable, CaseIterable {
  case met, unmet, none, missing, suppressed, qualitative

  public init(_ status: TargetStatus) {
    self =
      switch status {
      case .met: .met
      case .notMet: .unmet
      case .nothingOccurred: .none
      case .insufficientData: .missing
      case .suppressed: .suppressed
      case .qualitative: .qualitative
      }
  }

  public var word: WordKey {
    switch self {
    case .met: .statusMet
    case .unmet: .statusUnmet
    case .none: .statusNone
    case .missing: .statusMissing
    case .suppressed: .statusSuppressed
    case .qualitative: .statusQualitative
    }
  }
}

extension HTML {
  /// The drawing alone; a word must stand beside it.
  public mutating func shape(_ shape: StatusShape) {
    element("svg", ["class": "shape " + shape.rawValue, "aria-hidden": "true"]) {
      $0.raw("<use")
      $0.attribute("href", "#s-" + shape.rawValue)
      $0.raw("/>")
    }
  }

  /// The drawing and its word in bold.
  public mutating func status(_ shape: StatusShape, words: InterfaceWords) {
    self.shape(shape)
    raw(" ")
    element("b", ["class": shape.rawValue]) { $0.text(words[shape.word]) }
  }

  /// Words that are never parted.
  mutating func unbroken(_ text: String) {
    element("span", ["class": "nb"]) { $0.text(text) }
  }

  mutating func sampleTag(_ words: InterfaceWords) {
    raw(" ")
    element("span", ["class": "tag"]) { $0.text(words[.sample]) }
  }
}
