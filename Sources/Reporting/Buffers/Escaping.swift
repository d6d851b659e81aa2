import SupplyChain

/// How text that came from the data is made safe to show.
enum Escaping: Sendable {
  /// As the inside of a JSON string; what could disturb a terminal becomes `\u001b`.
  case json
  /// For reading: what could disturb a terminal becomes `\u{1B}`; nothing is cut.
  case visible
  /// For reading, cut with `…` to a number of terminal columns.
  case cut(columns: Int)
}

/// Characters that are never shown as they are: controls, and marks that reorder or hide text.
enum UnsafeCharacters {
  /// Whether a byte may begin such a character, or one that JSON escapes.
  @inline(__always)
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xD8
      || byte == 0xE2
      || byte == 0xEF || byte == 0xF3
  }

  /// Whether a character is one.
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7F..<0xA0, 0xAD: true
    case 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xFFFE...0xFFFF, 0xE0000...0xE007F: true
    default: false
    }
  }
}

extension TextBuffer {
  /// Appends text from the data.
  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ escaping: Escaping) {
    if case .cut(let columns) = escaping { return appendCut(text, columns: columns) }
    if appendPlain(text) { return }
    if case .json = escaping {
      appendEscaped(text, forJSON: true)
    } else {
      appendEscaped(text, forJSON: false)
    }
  }

  /// Appends text from the data.
  mutating func append(_ text: String, _ escaping: Escaping) {
    var text = text
    text.withUTF8 { append($0, escaping) }
  }

  /// Appends the text of a row.
  @inline(__always)
  mutating func append(_ texts: ColumnTexts, _ row: UInt32, _ escaping: Escaping) {
    append(texts[row], escaping)
  }

  /// Appends the text of a row.
  mutating func append(_ column: TextColumn, _ row: Int, _ escaping: Escaping) {
    let range = column.range(row)
    column.bytes.withUnsafeBufferPointer { append(UnsafeBufferPointer(rebasing: $0[range]), escaping) }
  }

  /// Appends a JSON string with its quotation marks.
  mutating func append(quoted text: String) {
    append(byte: 0x22)
    append(text, .json)
    append(byte: 0x22)
  }

  /// The plain way, one character after the other.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, forJSON: Bool) {
    var from = 0
    var place = 0
    let end = text.count
    while place < end {
      guard UnsafeCharacters.mayBegin(text[place]) else {
        place += 1
        continue
      }
      let (scalar, length) = Self.scalar(in: text, at: place)
      let isQuoted = forJSON && (scalar == 0x22 || scalar == 0x5C)
      if isQuoted || UnsafeCharacters.contains(scalar) {
        append(UnsafeBufferPointer(rebasing: text[from..<place]))
        if isQuoted {
          append(byte: 0x5C)
          append(byte: UInt8(truncatingIfNeeded: scalar))
        } else if forJSON {
          append(jsonEscape: scalar)
        } else {
          append(visibleEscape: scalar)
        }
        from = place + length
      }
      place += length
    }
    append(UnsafeBufferPointer(rebasing: text[from..<end]))
  }

  private mutating func appendCut(_ text: UnsafeBufferPointer<UInt8>, columns: Int) {
    var place = 0
    var used = 0
    // Where to go back to when the rest turns out not to fit: the last place with room for the ellipsis.
    var fallback = count
    while place < text.count {
      let (scalar, length) = Self.scalar(in: text, at: place)
      let isUnsafe = UnsafeCharacters.contains(scalar)
      let width = isUnsafe ? DisplayWidth.ofEscape(scalar) : DisplayWidth.of(scalar)
      if used + width > columns {
        truncate(to: fallback)
        append("…")
        return
      }
      if isUnsafe {
        append(visibleEscape: scalar)
      } else {
        append(UnsafeBufferPointer(rebasing: text[place..<place + length]))
      }
      used += width
      place += length
      if used < columns { fallback = count }
    }
  }

  private mutating func append(jsonEscape scalar: UInt32) {
    switch scalar {
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case 0x10000...:
      append(jsonUnit: 0xD800 + (scalar - 0x10000) >> 10)
      append(jsonUnit: 0xDC00 + (scalar - 0x10000) & 0x3FF)
    default: append(jsonUnit: scalar)
    }
  }

  private mutating func append(jsonUnit unit: UInt32) {
    append("\\u")
    for shift in stride(from: UInt32(12), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
      append(byte: digit < 10 ? 48 + digit : 87 + digit)
    }
  }

  private mutating func append(visibleEscape scalar: UInt32) {
    append("\\u{\(String(scalar, radix: 16, uppercase: true))}")
  }

  /// The character at a place of valid UTF-8, and its length; bytes that are no UTF-8 pass one by one.
  static func scalar(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[place])
    let length = first < 0x80 ? 1 : first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, place + length <= text.count else { return (first < 0x80 ? first : 0xFFFD, 1) }
    var scalar = first & (0xFF >> UInt32(length + 1))
    for index in 1..<length { scalar = scalar << 6 | UInt32(text[place + index] & 0x3F) }
    return (scalar, length)
  }
}
