/// Remainders of one divisor without dividing each time.
struct FixedDivisor: Sendable {
  let divisor: UInt64
  /// 2⁶⁴ ÷ divisor without the fraction, or one less.
  private let reciprocal: UInt64

  /// - Parameter divisor: from 1 to 2⁶³.
  init(_ divisor: UInt64) {
    self.divisor = divisor
    reciprocal = UInt64.max / divisor
  }

  /// `value % divisor`.
  ///
  /// The reciprocal is less than one off, so the quotient it gives is right or one too small.
  @inline(__always)
  func remainder(_ value: UInt64) -> UInt64 {
    let quotient = value.multipliedFullWidth(by: reciprocal).high
    let rest = value &- quotient &* divisor
    return rest < divisor ? rest : rest &- divisor
  }
}
