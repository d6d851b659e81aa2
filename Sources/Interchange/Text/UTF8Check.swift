/// Validity of UTF-8, as Unicode defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
package enum UTF8Check {
  /// How long the well-formed sequence at `index` is; 0 when there is none.
  @inline(__always)
  package static func sequenceLength(_ text: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Int {
    let first = text[index]
    if first < 0x80 { return 1 }
    if first < 0xC2 || first > 0xF4 { return 0 }
    guard index + 1 < end else { return 0 }
    let second = text[index + 1]
    if first < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= low, second <= high, index + 2 < end, text[index + 2] & 0xC0 == 0x80 else { return 0 }
    if first < 0xF0 { return 3 }
    return index + 3 < end && text[index + 3] & 0xC0 == 0x80 ? 4 : 0
  }

  /// Whether all of the bytes are valid.
  package static func isValid(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      // Most text is ASCII: eight bytes at a time.
      if index + 8 <= end,
        UnsafeRawPointer(text + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        while index + 32 <= end, isASCII(UnsafeRawPointer(text + index)) { index += 32 }
        continue
      }
      let length = sequenceLength(text, index, end)
      if length == 0 { return false }
      index += length
    }
    return true
  }

  /// Whether 32 bytes are all ASCII.
  @inline(__always)
  private static func isASCII(_ text: UnsafeRawPointer) -> Bool {
    let front =
      text.loadUnaligned(as: UInt64.self) | text.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let back =
      text.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
      | text.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    return (front | back) & 0x8080_8080_8080_8080 == 0
  }

  /// Whether a part of a longer text is valid, leaving what straddles its beginning to the part before.
  package static func isValidPart(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, textEnd: Int)
    -> Bool
  {
    var index = start
    // At most three bytes continue a sequence begun before; a fourth belongs to none.
    if start > 0 {
      while index < end, index < start + 3, text[index] & 0xC0 == 0x80 { index += 1 }
    }
    // Read a sequence begun here to its end.
    var stop = end
    var back = end
    while back > index, end - back < 3, text[back - 1] & 0xC0 == 0x80 { back -= 1 }
    if back > index, text[back - 1] >= 0xC0 {
      let length = sequenceLength(text, back - 1, textEnd)
      if length == 0 { return false }
      stop = max(end, back - 1 + length)
    }
    // What was passed over at the beginning must be the rest of a sequence that the part before has checked.
    if index > start {
      var lead = start
      while lead > 0, start - lead < 3, text[lead] & 0xC0 == 0x80 { lead -= 1 }
      let length = sequenceLength(text, lead, textEnd)
      let rest = lead + length
      if length == 0 || rest < index || rest > index && index < end { return false }
    }
    return isValid(text, index, stop)
  }
}
