/// Consecutive subscriber numbers of one category, both ends included.
public struct NumberRange: Hashable, Sendable {
  /// The first number.
  public let start: TelephoneNumber
  /// The last number.
  public let end: TelephoneNumber

  /// The numbers from `start` to `end`.
  ///
  /// - Throws: `NumberRangeFailure` unless both ends are of one category and length, ascend, and every number between
  ///   them is of that category.
  public init(from start: TelephoneNumber, to end: TelephoneNumber) throws(NumberRangeFailure) {
    if let failure = NumberRange.check(start.rawValue, end.rawValue) { throw failure }
    self.start = start
    self.end = end
  }

  /// Why two raw values of numbers make no range; nil if they do.
  package static func check(_ start: UInt64, _ end: UInt64) -> NumberRangeFailure? {
    guard let first = NumberingPlan.segment(of: start), let last = NumberingPlan.segment(of: end) else {
      return .leavesCategory(nil)
    }
    guard first.category == last.category else { return .differentCategory(first.category, last.category) }
    let (a, b) = (TelephoneNumber(unchecked: start), TelephoneNumber(unchecked: end))
    guard a.digits == b.digits else { return .differentLength(a.digits, b.digits) }
    guard start <= end else { return .endBeforeStart }
    guard first.first == last.first else { return .leavesCategory(TelephoneNumber(unchecked: first.last)) }
    return nil
  }

  /// The kind of its numbers.
  public var category: Category { start.category }

  /// How many numbers it has, at least 1.
  public var count: UInt64 { end.rawValue - start.rawValue + 1 }

  /// Whether the number lies in it.
  public func contains(_ number: TelephoneNumber) -> Bool {
    start <= number && number <= end
  }
}

extension NumberRange: CustomStringConvertible {
  /// Both ends as on the command line: `0312340000..0312349999`.
  public var description: String { "\(start)..\(end)" }
}

/// Why two numbers make no range.
public enum NumberRangeFailure: Error, Hashable, Sendable {
  /// The ends are of different categories.
  case differentCategory(Category, Category)
  /// The ends have different lengths.
  case differentLength(Int, Int)
  /// The end comes before the start.
  case endBeforeStart
  /// Some number between the ends is of no or another category; the last one before that.
  case leavesCategory(TelephoneNumber?)
}
