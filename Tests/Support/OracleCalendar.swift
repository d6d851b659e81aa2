/// Days of the oracle: plain integers, 1 for 1900-01-01, counted month by month.
package enum OracleCalendar {
  private static let yearStarts: [Int] = {
    var starts = [1]
    for year in 1900...2200 { starts.append(starts[year - 1900] + (isLeap(year) ? 366 : 365)) }
    return starts
  }()

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days a month has.
  static func length(_ year: Int, _ month: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The number of a day.
  package static func day(_ year: Int, _ month: Int, _ date: Int) -> Int {
    var day = yearStarts[year - 1900]
    for earlier in 1..<13 where earlier < month { day += length(year, earlier) }
    return day + date - 1
  }

  /// Year, month and date of a day.
  package static func parts(_ day: Int) -> (year: Int, month: Int, date: Int) {
    var year = 1900 + (day - 1) / 366
    while yearStarts[year + 1 - 1900] <= day { year += 1 }
    var rest = day - yearStarts[year - 1900]
    var month = 1
    while rest >= length(year, month) {
      rest -= length(year, month)
      month += 1
    }
    return (year, month, rest + 1)
  }

  /// A day as `2026-04-01`.
  package static func text(_ day: Int) -> String {
    let (year, month, date) = parts(day)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(date < 10 ? "0" : "")\(date)"
  }

  /// The day of a cell such as `2026-04-01`; nil when blank.
  package static func day(_ text: String) -> Int? {
    let parts = text.utf8.split(separator: 45).map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
    return parts.count == 3 ? day(parts[0], parts[1], parts[2]) : nil
  }

  /// The day before the same date next year; from 29 February, 28 February.
  static func yearFrom(_ day: Int) -> Int {
    let (year, month, date) = parts(day)
    if month == 2 && date == 29 { return self.day(year + 1, 2, 28) }
    return self.day(year + 1, month, date) - 1
  }

  /// Whole calendar months from a start to a day; 0 before the start.
  static func wholeMonths(from start: Int, to day: Int) -> Int {
    guard start <= day else { return 0 }
    let (startYear, startMonth, startDate) = parts(start)
    let (year, month, date) = parts(day)
    let months = (year - startYear) * 12 + month - startMonth
    let reached = date >= startDate || date == length(year, month)
    return reached ? months : months - 1
  }
}
