import Testing

@testable import Synthesis

@Suite struct FixedDivisorTests {
  @Test func remaindersAreThoseOfDivision() {
    let randomness = Randomness(seed: 4, purpose: 0)
    let divisors: [UInt64] =
      Array(1...70) + [255, 256, 257, 65_535, 65_536, 99_991, 50_000_000, 400_000_000, 4_294_967_295]
      + [1 << 62, 1 << 63 - 1, 1 << 63] + (0..<50).map { randomness.bits($0) >> 33 + 1 }
    for divisor in divisors {
      let fixed = FixedDivisor(divisor)
      let quotients = [0, 1, 2, UInt64.max / divisor - 1, UInt64.max / divisor].filter { $0 < .max }
      let edges = quotients.flatMap { quotient -> [UInt64] in
        let multiple = quotient &* divisor
        return [multiple &- 1, multiple, multiple &+ 1]
      }
      let draws = (0..<200).map { randomness.bits($0) >> UInt64($0 % 64) }
      for value in edges + draws + [.max] {
        #expect(fixed.remainder(value) == value % divisor, "\(value) % \(divisor)")
      }
    }
  }
}
