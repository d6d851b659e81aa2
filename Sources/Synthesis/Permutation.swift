/// A fixed order of `count` things that follows no other: where each stands in a file.
struct Permutation: Sendable {
  let count: Int
  private let modulus: FixedDivisor
  private let factor: UInt64
  private let inverse: UInt64
  private let offset: UInt64

  /// - Parameter count: from 1 to 4,294,967,295, so that products fit in 64 bits.
  init(_ count: Int, seed: UInt64) {
    self.count = count
    let modulus = UInt64(count)
    let bits = Randomness(seed: seed, purpose: 1).bits(count)
    // About the golden section of the count, which spreads neighbours best, a little off for each seed.
    var factor = max(modulus * 618 / 1_000 + (bits & 0xFF), 1) % modulus
    while Permutation.inverse(of: factor, modulus) == nil { factor = (factor + 1) % modulus }
    self.modulus = FixedDivisor(modulus)
    self.factor = factor
    inverse = Permutation.inverse(of: factor, modulus) ?? 0
    offset = (bits >> 16) % modulus
  }

  /// Where thing number `index` stands, from 0.
  @inline(__always)
  func position(of index: Int) -> Int {
    Int(truncatingIfNeeded: modulus.remainder(UInt64(truncatingIfNeeded: index) &* factor &+ offset))
  }

  /// The thing that stands there.
  @inline(__always)
  func index(at position: Int) -> Int {
    let distance = modulus.remainder(UInt64(truncatingIfNeeded: position) &+ modulus.divisor &- offset)
    return Int(truncatingIfNeeded: modulus.remainder(distance &* inverse))
  }

  /// The multiplicative inverse; nil when there is none.
  private static func inverse(of value: UInt64, _ modulus: UInt64) -> UInt64? {
    if modulus == 1 { return 0 }
    var (old, rest) = (Int64(modulus), Int64(value))
    var (oldFactor, newFactor): (Int64, Int64) = (0, 1)
    while rest != 0 {
      let quotient = old / rest
      (old, rest) = (rest, old - quotient * rest)
      (oldFactor, newFactor) = (newFactor, oldFactor - quotient * newFactor)
    }
    guard old == 1 else { return nil }
    return UInt64(oldFactor < 0 ? oldFactor + Int64(modulus) : oldFactor)
  }
}
