/// An id as two words and its length: exact up to 16 bytes, two hashes beyond.
struct IDKey: Equatable {
  var first: UInt64
  var second: UInt64
  var length: UInt32

  /// Whether the key tells the whole id.
  @inline(__always)
  var isExact: Bool { length <= 16 }

  @inline(__always)
  init(_ text: UnsafePointer<UInt8>, _ count: Int) {
    let raw = UnsafeRawPointer(text)
    length = UInt32(truncatingIfNeeded: count)
    if count > 16 {
      (first, second) = IDKey.hashed(raw, count)
    } else if count >= 8 {
      // The two words overlap; with the length they still tell every byte.
      first = raw.loadUnaligned(as: UInt64.self)
      second = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      first = UInt64(raw.loadUnaligned(as: UInt32.self))
      second = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else if count > 0 {
      first = UInt64(text[0]) | UInt64(text[count / 2]) << 8 | UInt64(text[count - 1]) << 16
      second = 0
    } else {
      (first, second) = (0, 0)
    }
  }

  private static func hashed(_ raw: UnsafeRawPointer, _ count: Int) -> (UInt64, UInt64) {
    var first: UInt64 = 0x9E37_79B9_7F4A_7C15
    var second: UInt64 = 0xD1B5_4A32_D192_ED03
    var index = 0
    while index < count {
      let at = min(index, count - 8)
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      first = mix(first ^ word, 0xA076_1D64_78BD_642F)
      second = mix(second &+ word, 0xE703_7ED1_A0B4_28DB)
      index += 8
    }
    return (first, second)
  }

  /// Both halves of a product, folded together.
  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Spreads over all 64 bits.
  @inline(__always)
  var hash: UInt64 {
    let folded = IDKey.mix(first ^ 0xA076_1D64_78BD_642F ^ UInt64(length), second ^ 0xE703_7ED1_A0B4_28DB)
    return IDKey.mix(folded ^ 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
  }
}
