/// The compression function of SHA-256: unsafe reads behind `absorb`, which bounds them.
enum SHA256Block {
  /// Takes blocks of 64 bytes into the state; a last part of fewer is left out.
  static func absorb(_ bytes: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>) {
    guard bytes.count >= 64, let base = bytes.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      guard let words = schedule.baseAddress else { return }
      constants.withUnsafeBufferPointer { constants in
        guard let keys = constants.baseAddress else { return }
        var block = base
        // Each turn reads the 64 bytes at `block`, and there are count / 64 turns.
        for _ in 0..<bytes.count / 64 {
          expand(block, words, keys)
          state = rounds(state, words)
          block += 64
        }
      }
    }
  }

  /// Fills the 64 words of the message schedule, the round constants already added.
  ///
  /// `block` has 64 bytes, `words` and `keys` have 64 elements.
  @inline(__always)
  private static func expand(
    _ block: UnsafeRawPointer, _ words: UnsafeMutablePointer<UInt32>, _ keys: UnsafePointer<UInt32>
  ) {
    for index in 0..<16 {
      words[index] = UInt32(
        bigEndian: block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
    }
    for index in 16..<64 {
      let far = words[index &- 15]
      let near = words[index &- 2]
      let low = rotated(far, 7) ^ rotated(far, 18) ^ (far &>> 3)
      let high = rotated(near, 17) ^ rotated(near, 19) ^ (near &>> 10)
      words[index] = words[index &- 16] &+ low &+ words[index &- 7] &+ high
    }
    for index in 0..<64 { words[index] &+= keys[index] }
  }

  /// The 64 rounds on the words of a schedule.
  @inline(__always)
  private static func rounds(_ state: SIMD8<UInt32>, _ words: UnsafePointer<UInt32>) -> SIMD8<UInt32> {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var index = 0
    while index < 64 {
      // Eight rounds bring every variable back to its place: nothing is moved about.
      step(a, b, c, &d, e, f, g, &h, words[index])
      step(h, a, b, &c, d, e, f, &g, words[index &+ 1])
      step(g, h, a, &b, c, d, e, &f, words[index &+ 2])
      step(f, g, h, &a, b, c, d, &e, words[index &+ 3])
      step(e, f, g, &h, a, b, c, &d, words[index &+ 4])
      step(d, e, f, &g, h, a, b, &c, words[index &+ 5])
      step(c, d, e, &f, g, h, a, &b, words[index &+ 6])
      step(b, c, d, &e, f, g, h, &a, words[index &+ 7])
      index &+= 8
    }
    return state &+ SIMD8(a, b, c, d, e, f, g, h)
  }

  /// One round: the new `e` in place of `d`, the new `a` in place of `h`.
  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let sum = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice &+ word
    let majority = (a & b) | (c & (a | b))
    d = d &+ sum
    h = sum &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
  }

  @inline(__always)
  private static func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value &>> count | value &<< (32 &- count)
  }

  /// First 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
