import Bytes
import Testing

@Suite struct SHA256Tests {
  @Test func `the vectors of the standard`() {
    #expect(
      SHA256.hex(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex(of: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hex(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Byte i of the message of n bytes is (7 i + n) mod 256; digests worked out by another implementation.
  @Test func `lengths around the ends of a block`() {
    let digests: [(Int, String)] = [
      (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (1, "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"),
      (3, "6ab0dba1f4f1dfbb37b4f9eeb092c09fca4900ad32bdcd147d8dde35d6c87c35"),
      (54, "1ad616be707a2b269ecfe28bdea4a4284a4f78a221287d45b98004231f501c77"),
      (55, "81afe5b788dc2ce138ff83d9b20164db75a94d75d2b2432eea4a0ef605088c72"),
      (56, "2aba54f0ac632420a2b502431408866e40e1d5e430df4cd822642c78ab2eb9c1"),
      (57, "903284efbf9100e8ba1614ec65eacacad125e03f857cae7acbf8b73b23e0fdfe"),
      (63, "733d3d4ee79ee67145bf73da13588f6f235d37414fc64b14a2f00f1762792f5e"),
      (64, "79322907b3e9d013d7dc2c2f256674dbf733045cde01df3539271c6f5605feb8"),
      (65, "d85c007c6eb440f085afa2b84f6f2bce4658b240e9f62cb1364bf0485a57e720"),
      (111, "b41ae5233b9ec35d8576a032034d2857b667a618c7038714d727d4dae3aa2525"),
      (112, "0949563bc78e5ccd85603fa20368a33ed3d2da0141c8284a3b1515fe4683cdd7"),
      (119, "6c87eedf096b345de205b702e5223b73b447a3207791ded3ea007ba15ed6736e"),
      (120, "42500cf6a1e3936d6b9e0bcfe296d654b63255e525487d3634d0b15fde591c4d"),
      (127, "68f6ff710276900c0ffbbc57426f67e00c2e01f0750c7edc25ac06b8ce7a8095"),
      (128, "489d55fea9a73af36b6dd0be7b4117d8e5683386d39544e8a44c99a87f368707"),
      (129, "4e1556b2e9a50a3cc9478f3254727b01065f9ac5d2c3a8b4cd538ae7240bb87d"),
      (1000, "6b0df76627243d095b0c4400cb658b7e804dd03461cc03aee8fc8fe0bcada168"),
    ]
    for (count, expected) in digests {
      let message = (0..<count).map { UInt8(($0 * 7 + count) % 256) }
      #expect(SHA256.hex(of: message) == expected, "\(count) bytes")
      #expect(SHA256.hex(of: FileContent(message)) == expected, "\(count) bytes")
    }
  }

  @Test func `pieces of any size give the digest of the whole`() {
    let message = (0..<1_000).map { UInt8(($0 * 7 + 1_000) % 256) }
    let whole = SHA256.digest(of: message)
    var hash = SHA256()
    for size in [1, 2, 31, 55, 56, 63, 64, 65, 127, 128, 129, 999, 1_000] {
      var start = 0
      while start < message.count {
        let end = min(start + size, message.count)
        hash.update(Array(message[start..<end]))
        hash.update([])
        start = end
      }
      #expect(hash.finalize() == whole, "pieces of \(size)")
    }
  }

  @Test func `a message that does not begin on a word boundary`() {
    let padded = [0xFF] + Array("abc".utf8) + [UInt8](repeating: 7, count: 125)
    let inner = Array(padded.dropFirst())
    let unaligned = padded.withUnsafeBytes { SHA256.digest(of: UnsafeRawBufferPointer(rebasing: $0[1...])) }
    #expect(unaligned == SHA256.digest(of: inner))
  }

  /// The compression function as the standard words it, word by word.
  private func plainDigest(_ message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(message.count) * 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    func root(_ prime: Int, _ exponent: Int) -> UInt32 {
      // The largest r with r^exponent <= prime · 2^(32 · exponent), less its whole part.
      var (low, high) = (UInt64(0), UInt64(1) << 37)
      while high - low > 1 {
        let middle = (low + high) / 2
        if power(middle, exponent).isAtMost(prime, shiftedBy: 32 * exponent) {
          low = middle
        } else {
          high = middle
        }
      }
      return UInt32(truncatingIfNeeded: low)
    }
    let primes = (2...311).filter { n in !(2..<n).contains { n % $0 == 0 } }
    let keys = primes.map { root($0, 3) }
    var state = primes.prefix(8).map { root($0, 2) }
    func turned(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
    for block in stride(from: 0, to: padded.count, by: 64) {
      var words = (0..<16).map { word in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(padded[block + word * 4 + $1]) }
      }
      for t in 16..<64 {
        let (far, near) = (words[t - 15], words[t - 2])
        let low = turned(far, 7) ^ turned(far, 18) ^ far >> 3
        let high = turned(near, 17) ^ turned(near, 19) ^ near >> 10
        words.append(words[t - 16] &+ low &+ words[t - 7] &+ high)
      }
      var v = state
      for t in 0..<64 {
        let sum = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)
        let one = v[7] &+ sum &+ (v[4] & v[5] ^ ~v[4] & v[6]) &+ keys[t] &+ words[t]
        let other = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)
        let two = other &+ (v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2])
        v = [one &+ two, v[0], v[1], v[2], v[3] &+ one, v[4], v[5], v[6]]
      }
      state = zip(state, v).map { $0 &+ $1 }
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
  }

  /// A number of up to 128 bits as high and low part; 0 of none for more.
  private struct Wide {
    let high: UInt64
    let low: UInt64
    let overflows: Bool

    func isAtMost(_ prime: Int, shiftedBy shift: Int) -> Bool {
      if overflows { return false }
      let limit = shift == 64 ? (UInt64(prime), UInt64(0)) : (UInt64(prime) << UInt64(shift - 64), UInt64(0))
      return high < limit.0 || high == limit.0 && low <= limit.1
    }
  }

  private func power(_ base: UInt64, _ exponent: Int) -> Wide {
    let square = base.multipliedFullWidth(by: base)
    if exponent == 2 { return Wide(high: square.high, low: square.low, overflows: false) }
    let lower = square.low.multipliedFullWidth(by: base)
    let upper = square.high.multipliedReportingOverflow(by: base)
    let high = upper.partialValue.addingReportingOverflow(lower.high)
    return Wide(high: high.partialValue, low: lower.low, overflows: upper.overflow || high.overflow)
  }

  @Test func `every length up to 300 by the wording of the standard, whole and in two pieces`() {
    for count in 0...300 {
      let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ count &* 7) }
      let expected = plainDigest(message)
      #expect(SHA256.digest(of: message) == expected, "\(count) bytes")
      let leading = message.withUnsafeBytes { SHA256.leadingBits(of: $0) }
      #expect(leading == expected.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, "\(count) bytes")
      for cut in stride(from: 0, through: count, by: max(1, count / 9)) {
        var hash = SHA256()
        hash.update(Array(message[..<cut]))
        hash.update(Array(message[cut...]))
        #expect(hash.finalize() == expected, "\(count) bytes cut at \(cut)")
      }
    }
  }

  @Test func `hexadecimal digits`() {
    #expect(SHA256.hexadecimal([0x00, 0x09, 0x0A, 0xFF, 0xA0]) == "00090affa0")
    #expect(SHA256.hexadecimal([]) == "")
  }
}
