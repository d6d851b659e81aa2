/// The keyed hash HMAC-SHA-256 (RFC 2104) under one key, whose two first blocks are worked out once.
package struct HMACSHA256: Sendable {
  /// After the block of the key, as the inner and the outer hash begin with it.
  private let inner: SIMD8<UInt32>
  private let outer: SIMD8<UInt32>

  /// Keys longer than 64 bytes count by their SHA-256.
  package init(key: [UInt8]) {
    var block = key.count > 64 ? SHA256.digest(of: key) : key
    block.append(contentsOf: repeatElement(0, count: 64 - block.count))
    inner = Self.state(after: block.map { $0 ^ 0x36 })
    outer = Self.state(after: block.map { $0 ^ 0x5C })
  }

  private static func state(after block: [UInt8]) -> SIMD8<UInt32> {
    var state = SHA256.initialState
    block.withUnsafeBytes { SHA256Block.absorb($0, into: &state) }
    return state
  }

  /// The code of a message as eight words, the first the highest; nothing is allocated on the heap for a short one.
  package func words(of message: UnsafeRawBufferPointer) -> SIMD8<UInt32> {
    var state = inner
    let whole = message.count & ~63
    SHA256Block.absorb(UnsafeRawBufferPointer(rebasing: message[..<whole]), into: &state)
    let length = UInt64(message.count) &+ 64
    SHA256.absorbLast(UnsafeRawBufferPointer(rebasing: message[whole...]), of: length, into: &state)
    var result = outer
    withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { digest in
      for index in 0..<8 {
        digest.storeBytes(of: state[index].bigEndian, toByteOffset: index &* 4, as: UInt32.self)
      }
      SHA256.absorbLast(UnsafeRawBufferPointer(digest), of: 96, into: &result)
    }
    return result
  }

  /// The code of a message, 32 bytes.
  package func code(of message: [UInt8]) -> [UInt8] {
    let words = message.withUnsafeBytes { self.words(of: $0) }
    return (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 4] >> UInt32(24 - $0 % 4 * 8)) }
  }

  /// The code of a text.
  package func code(of text: String) -> [UInt8] { code(of: Array(text.utf8)) }
}
