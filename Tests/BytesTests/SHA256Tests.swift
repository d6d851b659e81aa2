import Bytes
import Testing

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4 and of the NESSIE set.
  @Test func publishedVectors() {
    #expect(
      SHA256.hex(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex(of: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hex(of: [UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// However the bytes are cut, the digest is that of the whole.
  @Test func piecesMakeTheWhole() {
    for count in [0, 1, 55, 56, 57, 63, 64, 65, 127, 128, 129, 1_000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      var whole = SHA256()
      bytes.withUnsafeBytes { whole.update($0) }
      let expected = whole.finalize()
      for step in [1, 3, 63, 64, 65] {
        var pieces = SHA256()
        for start in stride(from: 0, to: count, by: step) {
          Array(bytes[start..<min(start + step, count)]).withUnsafeBytes { pieces.update($0) }
        }
        #expect(pieces.finalize() == expected)
      }
    }
  }
}
