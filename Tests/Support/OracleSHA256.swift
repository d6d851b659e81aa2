/// SHA-256 as FIPS 180-4 states it, for the oracle's fingerprints.
enum OracleSHA256 {
  private static let constants: [UInt32] = {
    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    let primes = (2...311).filter { n in !(2..<n).contains { n % $0 == 0 } }
    return primes.map { prime in
      // floor(2^32 · cbrt(p)) by bisection on integers: x³ ≤ p · 2^96.
      var low: UInt64 = 0
      var high: UInt64 = 1 << 35
      while high - low > 1 {
        let middle = (low + high) / 2
        if isCubeAtMost(middle, UInt64(prime)) { low = middle } else { high = middle }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }()

  private static func isCubeAtMost(_ x: UInt64, _ prime: UInt64) -> Bool {
    // x < 2^35, so x² < 2^70 and x³ < 2^105; compare with prime · 2^96 in 128 bits.
    let cube = UInt128(x) * UInt128(x) * UInt128(x)
    return cube <= UInt128(prime) << 96
  }

  /// The digest in lower-case hexadecimal.
  static func hex(_ message: [UInt8]) -> String {
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: (message.count * 8) >> shift))
    }
    for block in stride(from: 0, to: bytes.count, by: 64) {
      var words = (0..<16).map { i in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[block + i * 4 + $1]) }
      }
      for i in 16..<64 {
        let a = words[i - 15]
        let b = words[i - 2]
        let s0 = turned(a, 7) ^ turned(a, 18) ^ (a >> 3)
        let s1 = turned(b, 17) ^ turned(b, 19) ^ (b >> 10)
        words.append(words[i - 16] &+ s0 &+ words[i - 7] &+ s1)
      }
      var v = state
      for i in 0..<64 {
        let s1 = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)
        let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
        let t1 = v[7] &+ s1 &+ choice &+ constants[i] &+ words[i]
        let s0 = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)
        let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
        v = [t1 &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
      }
      for i in 0..<8 { state[i] &+= v[i] }
    }
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private static func turned(_ word: UInt32, _ by: UInt32) -> UInt32 {
    word >> by | word << (32 - by)
  }
}
