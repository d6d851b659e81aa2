/// Random bits that depend on nothing but a seed, a purpose and an index: the same on every machine, in any order.
struct Randomness: Sendable {
  private let key: UInt64

  /// - Parameter purpose: draws for different purposes have nothing to do with each other.
  init(seed: UInt64, purpose: UInt64) {
    key = Randomness.mixed(seed &+ 0x9E37_79B9_7F4A_7C15 &* (purpose &+ 1))
  }

  /// 64 bits for an index.
  @inline(__always)
  func bits(_ index: Int) -> UInt64 {
    Randomness.mixed(key &+ UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// More bits, from bits.
  @inline(__always)
  static func more(_ bits: UInt64) -> UInt64 {
    mixed(bits &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// The output function of SplitMix64, a bijection.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension UInt64 {
  /// A number from 0 to `limit − 1` out of the 16 bits from `shift` on; `limit` is from 1 to 65,536.
  @inline(__always)
  func small(_ shift: UInt64, below limit: Int) -> Int {
    (Int((self >> shift) & 0xFFFF) &* limit) >> 16
  }

  /// A number from 0 to `limit − 1` out of all bits; `limit` is at least 1.
  @inline(__always)
  func scaled(below limit: Int) -> Int {
    Int(truncatingIfNeeded: multipliedFullWidth(by: UInt64(truncatingIfNeeded: limit)).high)
  }

  /// A rank from 0 to `count − 1`, each about as frequent as 1 ÷ (rank + 1): Zipf's law in steps of two.
  func heavyTailed(below count: Int) -> Int {
    let steps = 64 - UInt64(count).leadingZeroBitCount
    let step = small(0, below: steps)
    let more = Randomness.more(self)
    let rank = (1 << step) - 1 + more.scaled(below: 1 << step)
    return rank < count ? rank : Randomness.more(more).scaled(below: count)
  }

  /// `self · factor ÷ divisor` without the fraction; `factor` is at most `divisor`, which is not 0.
  func times(_ factor: UInt64, over divisor: UInt64) -> UInt64 {
    let product = multipliedFullWidth(by: factor)
    guard product.high < divisor else { return self }
    return divisor.dividingFullWidth(product).quotient
  }
}
