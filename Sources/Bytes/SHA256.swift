/// The hash function SHA-256 (FIPS 180-4), fed piece by piece.
package struct SHA256 {
  static let initialState = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  private var state = initialState
  /// Bytes seen that do not yet fill a block; always fewer than 64.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  package init() {}

  /// Takes in more bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let taken = min(64 - pending.count, rest.count)
      pending.append(contentsOf: rest.prefix(taken))
      rest = rest.dropFirst(taken)
      guard pending.count == 64 else { return }
      pending.withUnsafeBytes { SHA256Block.absorb($0, into: &state) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count & ~63
    SHA256Block.absorb(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)), into: &state)
    pending.append(contentsOf: rest.dropFirst(whole))
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The digest, 32 bytes, of all that was taken in; what comes after it is another message.
  package mutating func finalize() -> [UInt8] {
    var state = state
    pending.withUnsafeBytes { Self.absorbLast($0, of: length, into: &state) }
    var digest: [UInt8] = []
    digest.reserveCapacity(32)
    for index in 0..<8 {
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        digest.append(UInt8(truncatingIfNeeded: state[index] >> shift))
      }
    }
    self = SHA256()
    return digest
  }
}

extension SHA256 {
  /// The digest of bytes, 32 bytes.
  package static func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// The digest of bytes, 32 bytes.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { digest(of: $0) }
  }

  /// The digest in lower-case hexadecimal.
  package static func hex(of content: FileContent) -> String {
    withExtendedLifetime(content) { hex(of: content.bytes) }
  }

  /// The digest in lower-case hexadecimal.
  package static func hex(of bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { hex(of: $0) }
  }

  /// The digest in lower-case hexadecimal.
  package static func hex(of bytes: UnsafeRawBufferPointer) -> String {
    hexadecimal(digest(of: bytes))
  }

  /// Bytes in lower-case hexadecimal.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
      for (index, byte) in bytes.enumerated() {
        buffer[index * 2] = digit(byte >> 4)
        buffer[index * 2 + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }
}
