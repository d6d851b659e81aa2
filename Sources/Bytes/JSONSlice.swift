/// Where a string of a JSON text lies, between its quotation marks.
package struct JSONSlice: Equatable, Sendable {
  package let start: Int
  package let end: Int
  /// Whether it holds escapes, so that its bytes are not its text.
  package let isEscaped: Bool
}

extension JSONPullReader {
  /// The text of a string.
  ///
  /// - Complexity: O(*n*) in its length.
  package func text(_ slice: JSONSlice) -> String {
    let plain = bytes[slice.start..<slice.end]
    if slice.isEscaped {
      let quoted = UnsafeRawBufferPointer(rebasing: bytes[slice.start - 1...slice.end])
      // It was checked when it was read.
      if let text = try? JSONReader.read(quoted).string { return text }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Whether a string is a given word.
  package func equals(_ slice: JSONSlice, _ word: StaticString) -> Bool {
    if slice.isEscaped { return text(slice) == word.description }
    let count = word.utf8CodeUnitCount
    guard slice.end - slice.start == count else { return false }
    for index in 0..<count where bytes[slice.start + index] != word.utf8Start[index] { return false }
    return true
  }

  /// A number written as digits alone; nil for any other, and for one beyond `UInt64`.
  package func unsigned(_ range: Range<Int>) -> UInt64? {
    var value: UInt64 = 0
    for index in range {
      let digit = bytes[index]
      guard (0x30...0x39).contains(digit) else { return nil }
      let (product, isOver) = value.multipliedReportingOverflow(by: 10)
      let (sum, isFull) = product.addingReportingOverflow(UInt64(digit - 0x30))
      if isOver || isFull { return nil }
      value = sum
    }
    return value
  }

  // MARK: Reading

  /// Passes over a string, checking it; eight bytes at a time where nothing is special.
  mutating func string() throws(JSONError) -> JSONSlice {
    at += 1
    let start = at
    let count = bytes.count
    var isEscaped = false
    var high: UInt64 = 0
    while at < count {
      if at + 8 <= count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        let stops = JSONPullReader.specialBytes(in: word)
        if stops == 0 {
          high |= word
          at += 8
          continue
        }
        let plain = stops.trailingZeroBitCount >> 3
        high |= word & ((1 << UInt64(plain * 8)) &- 1)
        at += plain
      }
      switch bytes[at] {
      case 0x22:
        let end = at
        at += 1
        if high & 0x8080_8080_8080_8080 != 0 { try checkUTF8(start..<end) }
        return JSONSlice(start: start, end: end, isEscaped: isEscaped)
      case 0x5C:
        try escape()
        isEscaped = true
      case 0x00..<0x20: throw JSONError(kind: .controlCharacter(bytes[at]), offset: at)
      case let byte:
        high |= UInt64(byte)
        at += 1
      }
    }
    if let offset = firstInvalidUTF8(start..<count) { throw JSONError(kind: .invalidUTF8, offset: offset) }
    throw JSONError(kind: .unexpectedEnd, offset: at)
  }

  /// A bit in the highest place of each byte that is a quotation mark, a backslash or a control; the lowest bit set is
  /// exact, those above it may be wrong.
  private static func specialBytes(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let zeros = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
    let controls = (word &- (ones &* 0x20)) & ~word
    return (zeros | controls) & (ones &* 0x80)
  }

  /// Passes over a backslash and what belongs to it.
  private mutating func escape() throws(JSONError) {
    let start = at
    at += 1
    guard let letter = peek else { throw JSONError(kind: .unexpectedEnd, offset: at) }
    at += 1
    switch letter {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return
    case 0x75: break
    default: throw JSONError(kind: .invalidEscape, offset: start)
    }
    let unit = try hexadecimal(from: start)
    guard (0xD800...0xDFFF).contains(unit) else { return }
    guard unit < 0xDC00 else { throw JSONError(kind: .loneSurrogate, offset: start) }
    guard let backslash = peek else { throw JSONError(kind: .unexpectedEnd, offset: at) }
    guard backslash == 0x5C else { throw JSONError(kind: .loneSurrogate, offset: start) }
    let second = at
    at += 1
    guard let letter = peek else { throw JSONError(kind: .unexpectedEnd, offset: at) }
    guard letter == 0x75 else { throw JSONError(kind: .loneSurrogate, offset: start) }
    at += 1
    let low = try hexadecimal(from: second)
    guard (0xDC00...0xDFFF).contains(low) else { throw JSONError(kind: .loneSurrogate, offset: start) }
  }

  /// Reads the four digits of a `\u` escape that begins at `start`.
  private mutating func hexadecimal(from start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek else { throw JSONError(kind: .unexpectedEnd, offset: at) }
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: throw JSONError(kind: .invalidEscape, offset: start)
      }
      at += 1
    }
    return value
  }

  private func checkUTF8(_ range: Range<Int>) throws(JSONError) {
    if let offset = firstInvalidUTF8(range) { throw JSONError(kind: .invalidUTF8, offset: offset) }
  }

  private func firstInvalidUTF8(_ range: Range<Int>) -> Int? {
    let part = UnsafeRawBufferPointer(rebasing: bytes[range])
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: part.assumingMemoryBound(to: UInt8.self).span)
      return nil
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound
    }
  }
}
