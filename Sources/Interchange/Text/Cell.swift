/// What a cell says: quotes taken off, blanks around it trimmed.
enum Cell {
  static let quote = UInt8(ascii: "\"")

  /// The stretch of a text without the blanks around it: space, tab, U+00A0, U+3000, and the line breaks that
  /// Excel keeps in quotes.
  @inline(__always)
  static func trimmed(
    _ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int
  ) -> (start: Int, end: Int) {
    var (start, end) = (from, to)
    while start < end {
      let byte = text[start]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        start += 1
      } else if byte == 0xE3, end - start >= 3, text[start + 1] == 0x80, text[start + 2] == 0x80 {
        start += 3
      } else if byte == 0xC2, end - start >= 2, text[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      let byte = text[end - 1]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        end -= 1
      } else if byte == 0x80, end - start >= 3, text[end - 2] == 0x80, text[end - 3] == 0xE3 {
        end -= 3
      } else if byte == 0xA0, end - start >= 2, text[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return (start, end)
  }

  /// What a raw cell holds, unquoted and trimmed; text after a closing quote is kept.
  static func content(of raw: [UInt8]) -> [UInt8] {
    var plain = raw
    if raw.first == quote {
      plain = []
      var index = 1
      while index < raw.count {
        if raw[index] == quote {
          index += 1
          guard index < raw.count, raw[index] == quote else { break }
        }
        plain.append(raw[index])
        index += 1
      }
      if index < raw.count { plain.append(contentsOf: raw[index...]) }
    }
    return plain.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return [] }
      let part = trimmed(base, 0, all.count)
      return Array(all[part.start..<part.end])
    }
  }

  /// Whether a cell says nothing.
  static func isBlank(_ text: UnsafeRawBufferPointer, _ cell: RawCell) -> Bool {
    guard cell.end > cell.start, let base = text.assumingMemoryBound(to: UInt8.self).baseAddress else {
      return true
    }
    let outer = trimmed(base, cell.start, cell.end)
    if outer.start == outer.end { return true }
    guard base[outer.start] == quote, outer.end - outer.start >= 2, base[outer.end - 1] == quote,
      outer.start == cell.start
    else { return false }
    let inner = trimmed(base, outer.start + 1, outer.end - 1)
    return inner.start == inner.end
  }
}
