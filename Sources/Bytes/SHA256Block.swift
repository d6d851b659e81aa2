/// The compression function of SHA-256: unsafe reads behind `absorb`, which bounds them.
///
/// Written out round by round, so that the state and the sixteen words of the schedule in use stay in registers and
/// constants stand in the instructions: a loop over a schedule of 64 words takes a third longer.
enum SHA256Block {
  /// Takes blocks of 64 bytes into the state; a last part of fewer is left out.
  static func absorb(_ bytes: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>) {
    guard bytes.count >= 64, var block = bytes.baseAddress else { return }
    // Each turn reads the 64 bytes at `block`, and there are count / 64 turns.
    for _ in 0..<bytes.count / 64 {
      state = state &+ rounds(state, block)
      block += 64
    }
  }

  /// What the 64 rounds on a block make of a state.
  @inline(__always)
  private static func rounds(_ state: SIMD8<UInt32>, _ block: UnsafeRawPointer) -> SIMD8<UInt32> {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var (w0, w1, w2, w3) = (word(block, 0), word(block, 1), word(block, 2), word(block, 3))
    var (w4, w5, w6, w7) = (word(block, 4), word(block, 5), word(block, 6), word(block, 7))
    var (w8, w9, w10, w11) = (word(block, 8), word(block, 9), word(block, 10), word(block, 11))
    var (w12, w13, w14, w15) = (word(block, 12), word(block, 13), word(block, 14), word(block, 15))
    // What two of the variables of a round differ in serves the next round too.
    var ab = b ^ c
    step(a, b, c, &d, e, f, g, &h, &ab, w0 &+ 0x428a_2f98)
    step(h, a, b, &c, d, e, f, &g, &ab, w1 &+ 0x7137_4491)
    step(g, h, a, &b, c, d, e, &f, &ab, w2 &+ 0xb5c0_fbcf)
    step(f, g, h, &a, b, c, d, &e, &ab, w3 &+ 0xe9b5_dba5)
    step(e, f, g, &h, a, b, c, &d, &ab, w4 &+ 0x3956_c25b)
    step(d, e, f, &g, h, a, b, &c, &ab, w5 &+ 0x59f1_11f1)
    step(c, d, e, &f, g, h, a, &b, &ab, w6 &+ 0x923f_82a4)
    step(b, c, d, &e, f, g, h, &a, &ab, w7 &+ 0xab1c_5ed5)
    step(a, b, c, &d, e, f, g, &h, &ab, w8 &+ 0xd807_aa98)
    step(h, a, b, &c, d, e, f, &g, &ab, w9 &+ 0x1283_5b01)
    step(g, h, a, &b, c, d, e, &f, &ab, w10 &+ 0x2431_85be)
    step(f, g, h, &a, b, c, d, &e, &ab, w11 &+ 0x550c_7dc3)
    step(e, f, g, &h, a, b, c, &d, &ab, w12 &+ 0x72be_5d74)
    step(d, e, f, &g, h, a, b, &c, &ab, w13 &+ 0x80de_b1fe)
    step(c, d, e, &f, g, h, a, &b, &ab, w14 &+ 0x9bdc_06a7)
    step(b, c, d, &e, f, g, h, &a, &ab, w15 &+ 0xc19b_f174)
    w0 = next(w0, w1, w9, w14)
    step(a, b, c, &d, e, f, g, &h, &ab, w0 &+ 0xe49b_69c1)
    w1 = next(w1, w2, w10, w15)
    step(h, a, b, &c, d, e, f, &g, &ab, w1 &+ 0xefbe_4786)
    w2 = next(w2, w3, w11, w0)
    step(g, h, a, &b, c, d, e, &f, &ab, w2 &+ 0x0fc1_9dc6)
    w3 = next(w3, w4, w12, w1)
    step(f, g, h, &a, b, c, d, &e, &ab, w3 &+ 0x240c_a1cc)
    w4 = next(w4, w5, w13, w2)
    step(e, f, g, &h, a, b, c, &d, &ab, w4 &+ 0x2de9_2c6f)
    w5 = next(w5, w6, w14, w3)
    step(d, e, f, &g, h, a, b, &c, &ab, w5 &+ 0x4a74_84aa)
    w6 = next(w6, w7, w15, w4)
    step(c, d, e, &f, g, h, a, &b, &ab, w6 &+ 0x5cb0_a9dc)
    w7 = next(w7, w8, w0, w5)
    step(b, c, d, &e, f, g, h, &a, &ab, w7 &+ 0x76f9_88da)
    w8 = next(w8, w9, w1, w6)
    step(a, b, c, &d, e, f, g, &h, &ab, w8 &+ 0x983e_5152)
    w9 = next(w9, w10, w2, w7)
    step(h, a, b, &c, d, e, f, &g, &ab, w9 &+ 0xa831_c66d)
    w10 = next(w10, w11, w3, w8)
    step(g, h, a, &b, c, d, e, &f, &ab, w10 &+ 0xb003_27c8)
    w11 = next(w11, w12, w4, w9)
    step(f, g, h, &a, b, c, d, &e, &ab, w11 &+ 0xbf59_7fc7)
    w12 = next(w12, w13, w5, w10)
    step(e, f, g, &h, a, b, c, &d, &ab, w12 &+ 0xc6e0_0bf3)
    w13 = next(w13, w14, w6, w11)
    step(d, e, f, &g, h, a, b, &c, &ab, w13 &+ 0xd5a7_9147)
    w14 = next(w14, w15, w7, w12)
    step(c, d, e, &f, g, h, a, &b, &ab, w14 &+ 0x06ca_6351)
    w15 = next(w15, w0, w8, w13)
    step(b, c, d, &e, f, g, h, &a, &ab, w15 &+ 0x1429_2967)
    w0 = next(w0, w1, w9, w14)
    step(a, b, c, &d, e, f, g, &h, &ab, w0 &+ 0x27b7_0a85)
    w1 = next(w1, w2, w10, w15)
    step(h, a, b, &c, d, e, f, &g, &ab, w1 &+ 0x2e1b_2138)
    w2 = next(w2, w3, w11, w0)
    step(g, h, a, &b, c, d, e, &f, &ab, w2 &+ 0x4d2c_6dfc)
    w3 = next(w3, w4, w12, w1)
    step(f, g, h, &a, b, c, d, &e, &ab, w3 &+ 0x5338_0d13)
    w4 = next(w4, w5, w13, w2)
    step(e, f, g, &h, a, b, c, &d, &ab, w4 &+ 0x650a_7354)
    w5 = next(w5, w6, w14, w3)
    step(d, e, f, &g, h, a, b, &c, &ab, w5 &+ 0x766a_0abb)
    w6 = next(w6, w7, w15, w4)
    step(c, d, e, &f, g, h, a, &b, &ab, w6 &+ 0x81c2_c92e)
    w7 = next(w7, w8, w0, w5)
    step(b, c, d, &e, f, g, h, &a, &ab, w7 &+ 0x9272_2c85)
    w8 = next(w8, w9, w1, w6)
    step(a, b, c, &d, e, f, g, &h, &ab, w8 &+ 0xa2bf_e8a1)
    w9 = next(w9, w10, w2, w7)
    step(h, a, b, &c, d, e, f, &g, &ab, w9 &+ 0xa81a_664b)
    w10 = next(w10, w11, w3, w8)
    step(g, h, a, &b, c, d, e, &f, &ab, w10 &+ 0xc24b_8b70)
    w11 = next(w11, w12, w4, w9)
    step(f, g, h, &a, b, c, d, &e, &ab, w11 &+ 0xc76c_51a3)
    w12 = next(w12, w13, w5, w10)
    step(e, f, g, &h, a, b, c, &d, &ab, w12 &+ 0xd192_e819)
    w13 = next(w13, w14, w6, w11)
    step(d, e, f, &g, h, a, b, &c, &ab, w13 &+ 0xd699_0624)
    w14 = next(w14, w15, w7, w12)
    step(c, d, e, &f, g, h, a, &b, &ab, w14 &+ 0xf40e_3585)
    w15 = next(w15, w0, w8, w13)
    step(b, c, d, &e, f, g, h, &a, &ab, w15 &+ 0x106a_a070)
    w0 = next(w0, w1, w9, w14)
    step(a, b, c, &d, e, f, g, &h, &ab, w0 &+ 0x19a4_c116)
    w1 = next(w1, w2, w10, w15)
    step(h, a, b, &c, d, e, f, &g, &ab, w1 &+ 0x1e37_6c08)
    w2 = next(w2, w3, w11, w0)
    step(g, h, a, &b, c, d, e, &f, &ab, w2 &+ 0x2748_774c)
    w3 = next(w3, w4, w12, w1)
    step(f, g, h, &a, b, c, d, &e, &ab, w3 &+ 0x34b0_bcb5)
    w4 = next(w4, w5, w13, w2)
    step(e, f, g, &h, a, b, c, &d, &ab, w4 &+ 0x391c_0cb3)
    w5 = next(w5, w6, w14, w3)
    step(d, e, f, &g, h, a, b, &c, &ab, w5 &+ 0x4ed8_aa4a)
    w6 = next(w6, w7, w15, w4)
    step(c, d, e, &f, g, h, a, &b, &ab, w6 &+ 0x5b9c_ca4f)
    w7 = next(w7, w8, w0, w5)
    step(b, c, d, &e, f, g, h, &a, &ab, w7 &+ 0x682e_6ff3)
    w8 = next(w8, w9, w1, w6)
    step(a, b, c, &d, e, f, g, &h, &ab, w8 &+ 0x748f_82ee)
    w9 = next(w9, w10, w2, w7)
    step(h, a, b, &c, d, e, f, &g, &ab, w9 &+ 0x78a5_636f)
    w10 = next(w10, w11, w3, w8)
    step(g, h, a, &b, c, d, e, &f, &ab, w10 &+ 0x84c8_7814)
    w11 = next(w11, w12, w4, w9)
    step(f, g, h, &a, b, c, d, &e, &ab, w11 &+ 0x8cc7_0208)
    w12 = next(w12, w13, w5, w10)
    step(e, f, g, &h, a, b, c, &d, &ab, w12 &+ 0x90be_fffa)
    w13 = next(w13, w14, w6, w11)
    step(d, e, f, &g, h, a, b, &c, &ab, w13 &+ 0xa450_6ceb)
    w14 = next(w14, w15, w7, w12)
    step(c, d, e, &f, g, h, a, &b, &ab, w14 &+ 0xbef9_a3f7)
    w15 = next(w15, w0, w8, w13)
    step(b, c, d, &e, f, g, h, &a, &ab, w15 &+ 0xc671_78f2)
    return SIMD8(a, b, c, d, e, f, g, h)
  }

  @inline(__always)
  private static func word(_ block: UnsafeRawPointer, _ index: Int) -> UInt32 {
    UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
  }

  /// The word of the schedule sixteen places after `oldest`.
  @inline(__always)
  private static func next(_ oldest: UInt32, _ far: UInt32, _ middle: UInt32, _ near: UInt32) -> UInt32 {
    let low = rotated(far, 7) ^ rotated(far, 18) ^ (far &>> 3)
    let high = rotated(near, 17) ^ rotated(near, 19) ^ (near &>> 10)
    return oldest &+ low &+ middle &+ high
  }

  /// One round: the new `e` in place of `d`, the new `a` in place of `h`.
  ///
  /// `last` is `b ^ c` before and `a ^ b` after, which is the next round's `b ^ c`.
  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ last: inout UInt32, _ word: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let sum = h &+ word &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice
    let differing = a ^ b
    let majority = b ^ (differing & last)
    last = differing
    d = d &+ sum
    h = sum &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
  }

  @inline(__always)
  private static func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value &>> count | value &<< (32 &- count)
  }
}
