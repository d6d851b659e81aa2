/// How a byte that is no character of its encoding stands in text made UTF-8: three bytes that are never valid, the
/// first 0xFF, the others carrying the byte in their lower halves.
///
/// None of the three is a delimiter, a quote or a line break, so that only the cell it stands in is spoiled.
enum BadByte {
  static let mark: UInt8 = 0xFF

  static func append(_ byte: UInt8, to text: inout [UInt8]) {
    text.append(mark)
    text.append(0xF0 | byte >> 4)
    text.append(0xF0 | byte & 0x0F)
  }

  /// The bytes of a text that are no characters, as they stood in the file.
  static func all(in text: some Collection<UInt8>, isTranscoded: Bool) -> [UInt8] {
    var found: [UInt8] = []
    visit(Array(text), isTranscoded: isTranscoded, good: { _ in }, bad: { found.append($0) })
    return found
  }

  /// Calls `good` with each well-formed stretch and `bad` with each byte that is none.
  static func visit(
    _ text: [UInt8], isTranscoded: Bool, good: (ArraySlice<UInt8>) -> Void, bad: (UInt8) -> Void
  ) {
    text.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return }
      var index = 0
      while index < all.count {
        let length = UTF8Check.sequenceLength(base, index, all.count)
        if length > 0 {
          good(text[index..<index + length])
          index += length
        } else if isTranscoded, all[index] == mark, index + 2 < all.count {
          bad(all[index + 1] << 4 | all[index + 2] & 0x0F)
          index += 3
        } else {
          bad(all[index])
          index += 1
        }
      }
    }
  }
}
