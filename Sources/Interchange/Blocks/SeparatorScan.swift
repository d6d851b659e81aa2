/// Finds the separators of rows in which nothing is quoted: 64 bytes at a time, eight bytes in one word.
///
/// The byte tests are exact for every byte, those above ASCII included: a byte equals `c` when its lower seven bits do
/// and its upper bit is 0.
enum SeparatorScan {
  struct Found {
    /// How many separators were noted.
    var count = 0
    /// How many of them are line feeds.
    var feeds = 0
    /// Whether line feeds may follow carriage returns.
    var hasReturns = false
  }

  /// How many bytes past the last one scanned are loaded as well, and how many marks past the limit may be written.
  static let slack = 72

  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  @inline(__always)
  private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The upper bit of each byte is 0 where the byte of `seven`, seven bits each, equals that of `wanted`.
  @inline(__always)
  private static func difference(_ seven: UInt64, _ wanted: UInt64) -> UInt64 { (seven ^ wanted) &+ low }

  /// Gathers the upper bits of the bytes of a word.
  @inline(__always)
  private static func gather(_ flags: UInt64) -> UInt64 {
    ((flags & high) >> 7 &* 0x0102_0408_1020_4080) >> 56
  }

  /// Notes where delimiters and line feeds stand, up to the first quote or the first carriage return without a line
  /// feed.
  ///
  /// - Parameters:
  ///   - text: the beginning of a record; `slack` more bytes than `length` can be read.
  ///   - marks: has room for `limit + slack`.
  ///   - limit: enough; somewhat more may be noted.
  /// - Complexity: O(*n*) in the bytes scanned, about one instruction a byte.
  static func scan(
    _ text: UnsafePointer<UInt8>, _ length: Int, delimiter: UInt8, into marks: UnsafeMutablePointer<Int32>,
    limit: Int
  ) -> Found {
    let raw = UnsafeRawPointer(text)
    let (delimiters, feeds, quotes, returns) = (all(delimiter), all(0x0A), all(0x22), all(0x0D))
    var found = Found()
    var at = 0
    while at < length, found.count < limit {
      var separators: UInt64 = 0
      var noQuote = ~UInt64(0)
      var noReturn = ~UInt64(0)
      // A byte each counts the line feeds of eight words.
      var fed: UInt64 = 0
      for step in 0..<8 {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at &+ step &* 8, as: UInt64.self))
        let seven = word & low
        let noFeed = difference(seven, feeds)
        let none = difference(seven, delimiters) & noFeed | word
        fed &+= (~(noFeed | word) & high) >> 7
        separators |= gather(~none) << UInt64(step &* 8)
        noQuote &= difference(seven, quotes) | word
        noReturn &= difference(seven, returns) | word
      }
      var isLast = false
      let whole = separators
      if (noQuote & noReturn) & high != high {
        let stop = self.stop(raw + at, quotes: quotes, returns: returns, feeds: feeds)
        found.hasReturns = true
        if stop < 64 {
          separators &= (1 << UInt64(stop)) &- 1
          isLast = true
        }
      }
      if length &- at < 64 { separators &= (1 << UInt64(length &- at)) &- 1 }
      note(separators, at, marks + found.count)
      found.feeds &+=
        separators == whole
        ? Int(truncatingIfNeeded: fed &* 0x0101_0101_0101_0101 >> 56)
        : self.feeds(text, marks + found.count, separators.nonzeroBitCount)
      found.count &+= separators.nonzeroBitCount
      if isLast { break }
      at &+= 64
    }
    return found
  }

  /// How many of some marks are those of line feeds.
  static func feeds(
    _ text: UnsafePointer<UInt8>, _ marks: UnsafeMutablePointer<Int32>, _ count: Int
  ) -> Int {
    var feeds = 0
    for mark in 0..<count where text[Int(marks[mark])] == 0x0A { feeds &+= 1 }
    return feeds
  }

  /// Where in 64 bytes the first quote or lone carriage return stands; 64 for none.
  @inline(never)
  private static func stop(
    _ raw: UnsafeRawPointer, quotes: UInt64, returns: UInt64, feeds: UInt64
  ) -> Int {
    var (quoted, returned, fed): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for step in 0..<8 {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: step &* 8, as: UInt64.self))
      let seven = word & low
      quoted |= gather(~(difference(seven, quotes) | word)) << UInt64(step &* 8)
      returned |= gather(~(difference(seven, returns) | word)) << UInt64(step &* 8)
      fed |= gather(~(difference(seven, feeds) | word)) << UInt64(step &* 8)
    }
    let next: UInt64 = raw.load(fromByteOffset: 64, as: UInt8.self) == 0x0A ? 1 << 63 : 0
    return (quoted | returned & ~(fed >> 1 | next)).trailingZeroBitCount
  }

  /// How many places are written at once: more than 64 bytes of a ledger have as a rule.
  private static let usual = 12

  /// Writes the places of the bits; at least `usual` places are written, whatever they hold.
  @inline(__always)
  private static func note(_ bits: UInt64, _ base: Int, _ marks: UnsafeMutablePointer<Int32>) {
    var bits = bits
    let base = Int32(truncatingIfNeeded: base)
    for index in 0..<usual {
      marks[index] = base &+ Int32(truncatingIfNeeded: bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
    if bits == 0 { return }
    var index = usual
    while bits != 0 {
      marks[index] = base &+ Int32(truncatingIfNeeded: bits.trailingZeroBitCount)
      bits &= bits &- 1
      index &+= 1
    }
  }
}
