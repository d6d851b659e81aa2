import Numbering

/// The share of numbers that shall be covered, as an exact fraction.
public struct RepairGoal: Sendable, Equatable {
  /// With `denominator` in lowest terms.
  public let numerator: UInt64
  /// At most 1,000,000.
  public let denominator: UInt64

  /// 95 %.
  public static let standard = RepairGoal(millionths: 950_000)

  /// A share from 0 to 1,000,000 millionths; greater ones count as all.
  public init(millionths: UInt64) {
    let share = min(millionths, 1_000_000)
    let divisor = Self.divisor(share, 1_000_000)
    numerator = share / divisor
    denominator = 1_000_000 / divisor
  }

  /// A share as people write it: `95%`, `99.5 %` or `0.95`; at most six decimal places of the share itself.
  ///
  /// nil for anything else. A whole number without a percent sign may only be 0 or 1.
  public init?(_ text: String) {
    var digits = WidthFolding.folded(text).filter { $0 != " " }
    let isPercentage = digits.hasSuffix("%")
    if isPercentage { digits.removeLast() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let places = isPercentage ? 4 : 6
    guard parts.count <= 2, let whole = parts.first, let share = Self.number(whole, upTo: 3) else {
      return nil
    }
    var millionths = share * (isPercentage ? 10_000 : 1_000_000)
    if parts.count == 2 {
      let decimals = String(parts[1])
      guard let value = Self.number(decimals[...], upTo: places) else { return nil }
      var scale: UInt64 = 1
      for _ in 0..<places - decimals.utf8.count { scale *= 10 }
      millionths += value * scale
    }
    if millionths > 1_000_000 { return nil }
    self.init(millionths: millionths)
  }

  /// The share in millionths.
  public var millionths: UInt64 { numerator * (1_000_000 / denominator) }

  /// Whether so many of so many numbers reach it; none of none do.
  public func isReached(_ covered: UInt64, of all: UInt64) -> Bool {
    UInt128(covered) * UInt128(denominator) >= UInt128(all) * UInt128(numerator)
  }

  /// The least number of covered numbers that reaches it among so many.
  func leastCovered(of all: UInt64) -> UInt64 {
    let product = UInt128(all) * UInt128(numerator)
    return UInt64(truncatingIfNeeded: (product + UInt128(denominator - 1)) / UInt128(denominator))
  }

  /// Digits alone, at least one.
  private static func number(_ text: Substring, upTo places: Int) -> UInt64? {
    let isNumber = text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    return isNumber && !text.isEmpty && text.utf8.count <= places ? UInt64(text) : nil
  }

  private static func divisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
