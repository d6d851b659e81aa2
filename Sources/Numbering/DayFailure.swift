/// Why text is not a day.
public enum DayFailure: Error, Hashable, Sendable {
  /// None of the accepted forms.
  case notADate
  /// A date in form, but the calendar has no such day: 2025-02-30.
  case noSuchDay(year: Int, month: Int, day: Int)
  /// The day the text would mean lies in another era, which `day.era` tells: 平成31年5月1日 is in 令和元年.
  case outsideEra(Era, day: Day)
  /// A year before 1900 or after 2199.
  case outOfRange(year: Int)
  /// A plain number, which Excel keeps for this day where a cell has lost its date format: 45748.
  case excelSerial(Day)
}
