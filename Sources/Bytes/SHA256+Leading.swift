extension SHA256 {
  /// The first eight bytes of the digest of a short message, the first byte highest.
  ///
  /// A message of at most 55 bytes is one block; nothing is allocated on the heap for any of at most a kibibyte.
  package static func leadingBits(of message: UnsafeRawBufferPointer) -> UInt64 {
    var state = initialState
    let whole = message.count & ~63
    SHA256Block.absorb(UnsafeRawBufferPointer(rebasing: message[..<whole]), into: &state)
    let rest = UnsafeRawBufferPointer(rebasing: message[whole...])
    absorbLast(rest, of: UInt64(message.count), into: &state)
    return UInt64(state[0]) << 32 | UInt64(state[1])
  }

  /// Takes in the bytes that fill no block, the mark of the end and the length in bits.
  ///
  /// `rest` has fewer than 64 bytes.
  static func absorbLast(
    _ rest: UnsafeRawBufferPointer, of length: UInt64, into state: inout SIMD8<UInt32>
  ) {
    let size = rest.count < 56 ? 64 : 128
    withUnsafeTemporaryAllocation(byteCount: 128, alignment: 8) { tail in
      var place = 0
      while place < size {
        tail.storeBytes(of: 0, toByteOffset: place, as: UInt64.self)
        place &+= 8
      }
      tail.copyMemory(from: rest)
      tail[rest.count] = 0x80
      tail.storeBytes(of: (length &* 8).bigEndian, toByteOffset: size &- 8, as: UInt64.self)
      SHA256Block.absorb(UnsafeRawBufferPointer(rebasing: tail[..<size]), into: &state)
    }
  }
}
