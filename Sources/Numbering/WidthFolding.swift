import Foundation

/// Folding of full-width, half-width and other compatibility forms (NFKC).
package enum WidthFolding {
  /// The text folded by NFKC; nil where folding changes nothing, as for all ASCII.
  ///
  /// Bytes that are not valid UTF-8 fold to U+FFFD.
  /// - Complexity: O(n); ASCII costs one pass, Japanese text without compatibility forms another.
  package static func folded(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    if isASCII(bytes) { return nil }
    switch foldedSimply(bytes) {
    case .unchanged: return nil
    case .folded(let result): return result
    case .notSimple: break
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // Foundation leaves half-width kana apart from their sound marks (ｶﾞ): composing once more joins them.
    let mapped = text.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
    let result = Array(mapped.utf8)
    return result.elementsEqual(bytes) ? nil : result
  }

  /// The text folded by NFKC.
  package static func folded(_ text: String) -> String {
    var copy = text
    let result = copy.withUTF8 { folded(UnsafeRawBufferPointer($0)) }
    return result.map { String(decoding: $0, as: UTF8.self) } ?? copy
  }

  /// Whether every byte is ASCII.
  package static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return all < 0x80
  }

  private enum Simple {
    case unchanged
    case folded([UInt8])
    case notSimple
  }

  /// Folds text of ASCII, full-width ASCII (U+FF01 … U+FF5E), U+3000, kana and common ideographs, of which the first
  /// two blocks shift and the rest stays; anything else is left to the full algorithm.
  private static func foldedSimply(_ bytes: UnsafeRawBufferPointer) -> Simple {
    var result: [UInt8] = []
    var isChanged = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if isChanged { result.append(byte) }
        index += 1
        continue
      }
      guard byte & 0xF0 == 0xE0, index + 2 < bytes.count else { return .notSimple }
      let second = bytes[index + 1]
      let third = bytes[index + 2]
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return .notSimple }
      let scalar = UInt32(byte & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      switch scalar {
      case 0x3000, 0xFF01...0xFF5E:
        if !isChanged {
          isChanged = true
          result.reserveCapacity(bytes.count)
          result.append(contentsOf: bytes[..<index])
        }
        result.append(scalar == 0x3000 ? 0x20 : UInt8(truncatingIfNeeded: scalar &- 0xFEE0))
      case 0x3041...0x3096, 0x30A1...0x30FC, 0x4E00...0x9FA5:
        if isChanged { result.append(contentsOf: bytes[index..<index + 3]) }
      default:
        return .notSimple
      }
      index += 3
    }
    return isChanged ? .folded(result) : .unchanged
  }
}

extension Unicode.Scalar {
  /// Whether people write it for a hyphen between digits: hyphens, dashes, the minus sign and the long-vowel marks.
  var isHyphenLike: Bool {
    switch value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x30FC, 0xFF0D, 0xFF70: true
    default: false
    }
  }
}
