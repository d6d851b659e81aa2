/// Finds bytes that may need escaping, eight at a time.
///
/// It answers as `UnsafeCharacters.mayBegin` does for each of the eight; a test compares them.
enum EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The highest bit of some byte is set if, and only if, one of the eight is `byte`.
  @inline(__always)
  private static func marks(_ bytes: UInt64, equalTo byte: UInt64) -> UInt64 {
    // Borrows reach other bytes only above one that is equal, so that "any" is exact.
    let difference = bytes ^ (ones &* byte)
    return (difference &- ones) & ~difference
  }

  /// Whether any of the eight may begin a character that is escaped.
  @inline(__always)
  static func mayNeedEscape(_ bytes: UInt64) -> Bool {
    var found = (bytes &- (ones &* 0x20)) & ~bytes
    found |= marks(bytes, equalTo: 0x22) | marks(bytes, equalTo: 0x5C) | marks(bytes, equalTo: 0x7F)
    if bytes & highs != 0 {
      found |= marks(bytes, equalTo: 0xC2) | marks(bytes, equalTo: 0xD8) | marks(bytes, equalTo: 0xE2)
      found |= marks(bytes, equalTo: 0xEF) | marks(bytes, equalTo: 0xF3)
    }
    return found & highs != 0
  }
}

extension TextBuffer {
  /// Appends text in which nothing needs an escape; false, with nothing appended, when something may.
  @inline(__always)
  mutating func appendPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let length = text.count
    guard length > 0, let start = text.baseAddress else { return true }
    // Every write is at most 8 bytes beyond the text: within the slack.
    let end = UnsafeMutableRawPointer(end(with: length))
    let source = UnsafeRawPointer(start)
    if length < 8 {
      var bytes: UInt64 = 0
      // Letters in the places that have none: they need no escape.
      var place = length
      while place > 0 {
        place &-= 1
        bytes = bytes &<< 8 | UInt64(start[place])
      }
      let empty = UInt64.max &<< UInt64(8 &* length) & 0x6161_6161_6161_6161
      if EightBytes.mayNeedEscape(bytes | empty) { return false }
      end.storeBytes(of: bytes, as: UInt64.self)
    } else {
      var place = 0
      while place &+ 8 <= length {
        let bytes = source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if EightBytes.mayNeedEscape(bytes) { return false }
        (end + place).storeBytes(of: bytes, as: UInt64.self)
        place &+= 8
      }
      if place < length {
        // The last eight once more, overlapping those before.
        let bytes = source.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
        if EightBytes.mayNeedEscape(bytes) { return false }
        (end + (length &- 8)).storeBytes(of: bytes, as: UInt64.self)
      }
    }
    advance(by: length)
    return true
  }
}
