/// A number of up to eight digits as text, worked out with all digits side by side in one word.
struct EightDigits {
  /// One digit in each byte, from 0 to 9; the first digit is in the lowest byte, so that it comes first in memory.
  private let digits: UInt64

  /// - Parameter value: less than 100,000,000.
  @inline(__always)
  init(_ value: UInt64) {
    assert(value < 100_000_000)
    // Four digits in each half; 10,486 ÷ 2²⁰ and 103 ÷ 2¹⁰ are near enough to 1 ÷ 100 and 1 ÷ 10 for so few digits.
    let upper = value / 10_000
    let halves = upper | (value &- upper &* 10_000) << 32
    let hundreds = (halves &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let pairs = hundreds | (halves &- hundreds &* 100) << 16
    let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
    digits = tens | (pairs &- tens &* 10) << 8
  }

  /// How many digits there are without leading zeros; 1 for 0.
  @inline(__always)
  var width: Int { max(8 - digits.trailingZeroBitCount / 8, 1) }

  /// The last `width` digits, the first of them in the lowest byte.
  @inline(__always)
  func ascii(width: Int) -> UInt64 {
    (digits | 0x3030_3030_3030_3030) >> UInt64(truncatingIfNeeded: 8 &* (8 &- width))
  }
}
