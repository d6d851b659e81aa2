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

  /// The day with that date; nil if there is no such date or it lies outside 1900-01-01 … 2199-12-31.
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 1900, year <= 2199, CivilCalendar.exists(year: year, month: month, day: day) else {
      return nil
    }
    ordinal = Int32(truncatingIfNeeded: CivilCalendar.ordinal(year: year, month: month, day: day))
  }

  /// The day Excel stores as that number of days in its 1900 date system; nil for 60, which stands for no date,
  /// and outside 1900-01-01 … 2199-12-31.
  public init?(excelSerial serial: Int) {
    guard serial >= 1, serial <= 109_574, serial != 60 else { return nil }
    // Excel counts a 29 February 1900 that never was.
    ordinal = Int32(truncatingIfNeeded: serial > 60 ? serial - 1 : serial)
  }

  /// Year, month and day of the month of the Gregorian calendar, from 1.
  public var components: (year: Int, month: Int, day: Int) {
    CivilCalendar.date(ordinal: Int(ordinal))
  }

  /// The year, 1900 … 2199.
  public var year: Int { components.year }
  /// The month, 1 … 12.
  public var month: Int { components.month }
  /// The day of the month, 1 … 31.
  public var day: Int { components.day }

  /// Whether the left day is earlier.
  public static func < (left: Day, right: Day) -> Bool {
    left.ordinal < right.ordinal
  }
}

// MARK: - Arithmetic

extension Day {
  /// The day that many days later (earlier if negative); nil outside 1900-01-01 … 2199-12-31.
  public func advanced(byDays days: Int) -> Day? {
    let (sum, overflow) = Int(ordinal).addingReportingOverflow(days)
    guard !overflow, sum >= 1, sum <= 109_573 else { return nil }
    return Day(unchecked: Int32(truncatingIfNeeded: sum))
  }

  /// How many days later the other day is; negative if it is earlier.
  public func distance(to other: Day) -> Int {
    Int(other.ordinal) - Int(ordinal)
  }

  /// The day that many calendar months later: the same day of the month, or the last one of a shorter month.
  ///
  /// nil outside 1900-01-01 … 2199-12-31. It is the first day that is `months` whole months after this one.
  public func advanced(byMonths months: Int) -> Day? {
    guard months > -4_000, months < 4_000 else { return nil }
    let (year, month, day) = components
    let count = year * 12 + month - 1 + months
    let target = (year: count / 12, month: count % 12 + 1)
    let last = CivilCalendar.daysInMonth(year: target.year, month: target.month)
    return Day(year: target.year, month: target.month, day: min(day, last))
  }

  /// Whole calendar months from `start` to this day; 0 before `start`.
  ///
  /// A month is whole once the same day of the month, or the last day of a shorter month, is reached.
  public func wholeMonths(since start: Day) -> Int {
    guard start.ordinal < ordinal else { return 0 }
    let (fromYear, fromMonth, fromDay) = start.components
    let (toYear, toMonth, toDay) = components
    let months = (toYear - fromYear) * 12 + toMonth - fromMonth
    let isReached = toDay >= fromDay || toDay == CivilCalendar.daysInMonth(year: toYear, month: toMonth)
    return isReached ? months : months - 1
  }

  /// The last day of a year that begins here: the day before the same date next year.
  ///
  /// From 29 February it is 28 February. nil where it would lie beyond 2199-12-31.
  public var lastDayOfYearBegunHere: Day? {
    let (year, month, day) = components
    if month == 2, day == 29 { return Day(year: year + 1, month: 2, day: 28) }
    if month == 1, day == 1 { return Day(year: year, month: 12, day: 31) }
    guard let sameDate = Day(year: year + 1, month: month, day: day) else { return nil }
    return Day(unchecked: sameDate.ordinal - 1)
  }

  /// The day it is in Asia/Tokyo (UTC+9 all year) at a moment; nil outside 1900-01-01 … 2199-12-31.
  public static func inTokyo(secondsSince1970 seconds: Int64) -> Day? {
    let (local, overflow) = seconds.addingReportingOverflow(9 * 3_600)
    guard !overflow else { return nil }
    let days = local >= 0 ? local / 86_400 : (local + 1) / 86_400 - 1
    // 1970-01-01 is 25,568.
    guard days >= 1 - 25_568, days <= 109_573 - 25_568 else { return nil }
    return Day(unchecked: Int32(truncatingIfNeeded: days + 25_568))
  }
}
