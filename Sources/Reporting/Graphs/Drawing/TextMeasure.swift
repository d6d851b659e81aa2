/// How wide text is drawn, at most, in the fonts that drawings ask for.
///
/// A drawing cannot ask the reader's fonts, so letters are taken to be as wide as in the widest of the usual sans-serif
/// fonts. What no such font can be relied upon for is clipped where it is drawn: see `isReliable`.
enum TextMeasure {
  /// The width of a text in pixels.
  ///
  /// - Complexity: O(*n*) in characters.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var ems = 0.0
    for scalar in text.unicodeScalars { ems += width(scalar.value) }
    return ems * size * (isBold ? 1.06 : 1)
  }

  /// The width of a character as a share of the size of the font.
  private static func width(_ scalar: UInt32) -> Double {
    switch scalar {
    case 0x20, 0x21, 0x27, 0x2C, 0x2E, 0x3A, 0x3B, 0x49, 0x69, 0x6A, 0x6C, 0x7C: 0.36
    case 0x22, 0x28, 0x29, 0x2D, 0x2F, 0x5B...0x5D, 0x60, 0x66, 0x72, 0x74, 0x7B, 0x7D: 0.45
    case 0x25, 0x40, 0x4D, 0x57, 0x6D, 0x77: 0.98
    case 0x26, 0x41...0x5A, 0x2B, 0x3C...0x3E, 0x7E: 0.72
    case 0x30...0x39, 0x21...0x7E: 0.6
    case 0xFF61...0xFF9F: 0.6
    case 0x1F000...0x1FAFF: 1.4
    default: rare(scalar)
    }
  }

  private static func rare(_ scalar: UInt32) -> Double {
    switch DisplayWidth.of(scalar) {
    case 0: 0
    case 2: 1
    default: scalar < 0x300 ? 0.76 : scalar < 0x500 ? 0.8 : 1
    }
  }

  /// Whether a text is of letters whose width is known well: Latin, kana, kanji, Hangul and their punctuation.
  static func isReliable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20...0x17F, 0x2010...0x2026, 0x25A0...0x25CF, 0x3000...0x30FF, 0x3200...0x33FF: true
      case 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF01...0xFFEF: true
      default: false
      }
    }
  }

  /// The text cut with `…` so that it is no wider than so many pixels.
  static func cut(_ text: String, to width: Double, size: Double, isBold: Bool = false) -> String {
    if self.width(text, size: size, isBold: isBold) <= width { return text }
    var kept = ""
    var used = self.width("…", size: size, isBold: isBold)
    for character in text {
      used += self.width(String(character), size: size, isBold: isBold)
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
