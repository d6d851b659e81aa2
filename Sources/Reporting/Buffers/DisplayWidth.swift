/// How many columns text takes on a terminal: two for East Asian wide and full-width characters.
enum DisplayWidth {
  /// First and last of the characters that take two columns (Unicode East Asian Width W and F), ascending.
  private static let wide: [(UInt32, UInt32)] = [
    (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x25FD, 0x25FE),
    (0x2614, 0x2615),
    (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
    (0xA960, 0xA97C),
    (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60),
    (0xFFE0, 0xFFE6),
    (0x16FE0, 0x18AFF), (0x1AFF0, 0x1B2FF), (0x1F200, 0x1F265), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF),
    (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
  ]

  /// Characters that take no column of their own: combining marks, variation selectors.
  private static let none: [(UInt32, UInt32)] = [
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD), (0x0610, 0x061A), (0x064B, 0x065F),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF), (0x20D0, 0x20F0), (0x302A, 0x302D), (0x3099, 0x309A), (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
    (0xE0100, 0xE01EF),
  ]

  /// The columns of one character.
  static func of(_ scalar: UInt32) -> Int {
    if scalar < 0x0300 { return 1 }
    if contains(none, scalar) { return 0 }
    return contains(wide, scalar) ? 2 : 1
  }

  /// The columns of a text; a change of colour, `ESC [ … m`, takes none.
  static func of(_ text: String) -> Int {
    var columns = 0
    var isInSequence = false
    for scalar in text.unicodeScalars {
      if isInSequence {
        isInSequence = scalar != "m"
      } else if scalar == "\u{1B}" {
        isInSequence = true
      } else {
        columns += of(scalar.value)
      }
    }
    return columns
  }

  /// The columns of `\u{1B}` and the like.
  static func ofEscape(_ scalar: UInt32) -> Int {
    4 + String(scalar, radix: 16).utf8.count
  }

  private static func contains(_ ranges: [(UInt32, UInt32)], _ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if scalar > ranges[middle].1 { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && scalar >= ranges[low].0
  }
}
