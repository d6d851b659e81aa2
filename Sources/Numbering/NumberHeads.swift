/// The category of each million raw values that begin alike, for loops: numbers of the plan's 10 and 11 digits.
///
/// Such a million lies in one category or in none, since no prefix of the plan is longer than three digits behind the
/// leading 0.
package enum NumberHeads {
  /// Stands for no category.
  package static let none: UInt8 = 0xFF

  /// By raw value divided by 1,000,000, below 10,000: a category's raw value, or `none`.
  ///
  /// Heads below 1,000 are those of numbers of 10 digits, the others of 11.
  package static let categories: [UInt8] = (0..<10_000).map { (head: UInt64) in
    NumberingPlan.category(of: head * 1_000_000)?.rawValue ?? none
  }
}
