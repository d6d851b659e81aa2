/// A civil date in Japan, without a time.
///
/// Days run from 1900-01-01 to 2199-12-31. Columns of a table hold the `ordinal`; there 0 stands for a blank cell.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1899-12-31: 1 for 1900-01-01, 109,573 for 2199-12-31.
  public let ordinal: Int32

  /// The first day there is, 1900-01-01.
  public static let earliest = Day(unchecked: 1)
  /// The last day there is, 2199-12-31.
  public static let latest = Day(unchecked: 109_573)

  /// What a column of exclusive ends holds where the end is open.
  public static let openEnd = Int32.max
  /// What a column of starts holds where the cell is blank; it compares as "always begun".
  public static let blank: Int32 = 0

  package init(unchecked ordinal: Int32) {
    self.ordinal = ordinal
  }

  /// The day with that ordinal; nil outside 1900-01-01 … 2199-12-31.
  public init?(ordinal: Int32) {
    guard ordinal >= 1, ordinal <= 109_573 else { return nil }
    self.ordinal = ordinal
  }

  public static func < (left: Day, right: Day) -> Bool {
    left.ordinal < right.ordinal
  }
}
