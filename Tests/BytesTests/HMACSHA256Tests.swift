import Bytes
import Testing

@Suite struct HMACSHA256Tests {
  private struct Vector {
    let key: [UInt8]
    let message: [UInt8]
    let code: String

    init(_ key: [UInt8], _ message: [UInt8], _ code: String) {
      (self.key, self.message, self.code) = (key, message, code)
    }

    init(_ key: [UInt8], _ message: String, _ code: String) { self.init(key, Array(message.utf8), code) }
  }

  private static func bytes(_ byte: UInt8, _ count: Int) -> [UInt8] { Array(repeating: byte, count: count) }

  private static let vectors = [
    Vector(
      bytes(0x0B, 20), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    Vector(
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    Vector(
      bytes(0xAA, 20), bytes(0xDD, 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    Vector(
      Array(0x01...0x19), bytes(0xCD, 50), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    // Of the fifth the first 128 bits are given.
    Vector(bytes(0x0C, 20), "Test With Truncation", "a3b6167473100ee06e0c796c2955552b"),
    Vector(
      bytes(0xAA, 131), "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    Vector(
      bytes(0xAA, 131),
      "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be "
        + "hashed before being used by the HMAC algorithm.",
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
  ]

  @Test func `the vectors of RFC 4231`() {
    for vector in Self.vectors {
      let code = SHA256.hexadecimal(HMACSHA256(key: vector.key).code(of: vector.message))
      #expect(String(code.prefix(vector.code.count)) == vector.code)
    }
  }

  /// Against the definition: H((K ⊕ opad) ‖ H((K ⊕ ipad) ‖ m)).
  @Test func `keys and messages of every length around a block`() {
    for keyLength in [0, 1, 32, 63, 64, 65, 128, 200] {
      let key = (0..<keyLength).map { UInt8(truncatingIfNeeded: $0 * 7 + 1) }
      var block = key.count > 64 ? SHA256.digest(of: key) : key
      block += Self.bytes(0, 64 - block.count)
      let hmac = HMACSHA256(key: key)
      for length in 0...140 {
        let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 5 + keyLength) }
        let inner = SHA256.digest(of: block.map { $0 ^ 0x36 } + message)
        #expect(hmac.code(of: message) == SHA256.digest(of: block.map { $0 ^ 0x5C } + inner))
      }
    }
  }
}
