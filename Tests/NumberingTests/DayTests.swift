import Numbering
import Testing

@Suite struct DayTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text), "\(text)") }

  /// Counts the days one by one, with nothing but the lengths of the months.
  @Test func `every day of the three centuries`() {
    var ordinal: Int32 = 0
    var wrong: [String] = []
    for year in 1900...2199 {
      let isLeap = year % 4 == 0 && year % 100 != 0 || year == 2000
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in zip(1..., lengths) {
        for dayOfMonth in 1...length {
          ordinal += 1
          let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(dayOfMonth < 10 ? "0" : "")\(dayOfMonth)"
          guard let day = Day(year: year, month: month, day: dayOfMonth) else {
            wrong.append(text)
            continue
          }
          if day.ordinal != ordinal || day.components != (year, month, dayOfMonth) || day.description != text
            || Day(ordinal: ordinal) != day || Day(text) != day
          {
            wrong.append(text)
          }
        }
        if Day(year: year, month: month, day: length + 1) != nil { wrong.append("\(year)-\(month)") }
      }
    }
    #expect(wrong == [])
    #expect(ordinal == 109_573)
    #expect(Day(ordinal: 0) == nil)
    #expect(Day(ordinal: 109_574) == nil)
    #expect(Day(ordinal: .min) == nil)
    #expect(Day(ordinal: .max) == nil)
  }

  @Test func `no such date`() {
    let none = [
      (1899, 12, 31), (2200, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (1900, 2, 29),
      (2100, 2, 29), (2026, -1, 1), (Int.min, 1, 1), (Int.max, 1, 1), (2026, Int.max, 1), (2026, 1, Int.min),
    ]
    for (year, month, day) in none {
      #expect(Day(year: year, month: month, day: day) == nil, "\(year)-\(month)-\(day)")
    }
  }

  @Test func `days forwards and back`() throws {
    let start = try day("2024-02-28")
    #expect(start.advanced(byDays: 1)?.description == "2024-02-29")
    #expect(start.advanced(byDays: 2)?.description == "2024-03-01")
    #expect(start.advanced(byDays: -59)?.description == "2023-12-31")
    #expect(start.distance(to: try day("2025-02-28")) == 366)
    #expect(start.distance(to: try day("2024-02-27")) == -1)
    #expect(Day.earliest.advanced(byDays: -1) == nil)
    #expect(Day.latest.advanced(byDays: 1) == nil)
    #expect(start.advanced(byDays: .max) == nil)
    #expect(start.advanced(byDays: .min) == nil)
    #expect(Day.earliest.advanced(byDays: 109_572) == Day.latest)
    #expect(Day.earliest < Day.latest)
  }

  @Test func `the last day of a certificate without one`() throws {
    let ends = [
      ("2025-04-01", "2026-03-31"), ("2025-01-01", "2025-12-31"), ("2024-02-29", "2025-02-28"),
      ("2023-03-01", "2024-02-29"), ("2024-03-01", "2025-02-28"), ("2023-02-28", "2024-02-27"),
      ("2024-02-28", "2025-02-27"), ("2025-12-31", "2026-12-30"), ("2199-01-01", "2199-12-31"),
      ("2198-06-15", "2199-06-14"),
    ]
    for (start, end) in ends {
      #expect(try day(start).lastDayOfYearBegunHere?.description == end, "\(start)")
    }
    #expect(try day("2199-01-02").lastDayOfYearBegunHere == nil)
    #expect(Day.latest.lastDayOfYearBegunHere == nil)
  }

  @Test func `whole months`() throws {
    let cases = [
      ("2026-01-15", "2026-01-15", 0), ("2026-01-15", "2026-02-14", 0), ("2026-01-15", "2026-02-15", 1),
      ("2026-01-31", "2026-02-27", 0), ("2026-01-31", "2026-02-28", 1), ("2024-01-31", "2024-02-28", 0),
      ("2024-01-31", "2024-02-29", 1), ("2026-01-30", "2026-02-28", 1), ("2026-01-31", "2026-04-29", 2),
      ("2026-01-31", "2026-04-30", 3), ("2026-01-31", "2026-03-30", 1), ("2026-02-28", "2026-03-27", 0),
      ("2026-02-28", "2026-03-28", 1), ("2024-02-29", "2025-02-28", 12), ("2024-02-29", "2025-02-27", 11),
      ("2025-12-31", "2026-12-30", 11), ("2025-12-31", "2026-12-31", 12), ("2026-05-01", "2026-04-30", 0),
      ("2026-05-01", "2020-01-01", 0), ("1900-01-01", "2199-12-31", 3_599), ("2026-10-31", "2026-11-30", 1),
    ]
    for (start, end, months) in cases {
      #expect(try day(end).wholeMonths(since: try day(start)) == months, "\(start) to \(end)")
    }
  }

  @Test func `a month is whole exactly from the day it leads to`() throws {
    for start in ["2023-12-31", "2024-02-29", "2024-01-30", "2025-05-15", "2025-01-29", "2025-11-01"] {
      let begin = try day(start)
      for months in 1...50 {
        let reached = try #require(begin.advanced(byMonths: months))
        #expect(reached.wholeMonths(since: begin) == months, "\(start) + \(months)")
        let before = try #require(reached.advanced(byDays: -1))
        #expect(before.wholeMonths(since: begin) == months - 1, "\(start) + \(months)")
      }
    }
    #expect(try day("2026-03-31").advanced(byMonths: -1)?.description == "2026-02-28")
    #expect(try day("2026-03-31").advanced(byMonths: -15)?.description == "2024-12-31")
    #expect(Day.latest.advanced(byMonths: 1) == nil)
    #expect(Day.earliest.advanced(byMonths: -1) == nil)
    #expect(Day.earliest.advanced(byMonths: .min) == nil)
    #expect(Day.earliest.advanced(byMonths: .max) == nil)
  }

  @Test func `the day in Tokyo`() {
    #expect(Day.inTokyo(secondsSince1970: 0)?.description == "1970-01-01")
    #expect(Day.inTokyo(secondsSince1970: 15 * 3_600 - 1)?.description == "1970-01-01")
    #expect(Day.inTokyo(secondsSince1970: 15 * 3_600)?.description == "1970-01-02")
    #expect(Day.inTokyo(secondsSince1970: -9 * 3_600)?.description == "1970-01-01")
    #expect(Day.inTokyo(secondsSince1970: -9 * 3_600 - 1)?.description == "1969-12-31")
    // 2026-03-31T14:59:59Z and a second later.
    #expect(Day.inTokyo(secondsSince1970: 1_774_969_199)?.description == "2026-03-31")
    #expect(Day.inTokyo(secondsSince1970: 1_774_969_200)?.description == "2026-04-01")
    // 1900-01-01 and 2199-12-31 in Tokyo, to the second.
    #expect(Day.inTokyo(secondsSince1970: -25_567 * 86_400 - 9 * 3_600) == .earliest)
    #expect(Day.inTokyo(secondsSince1970: -25_567 * 86_400 - 9 * 3_600 - 1) == nil)
    #expect(Day.inTokyo(secondsSince1970: 84_006 * 86_400 - 9 * 3_600 - 1) == .latest)
    #expect(Day.inTokyo(secondsSince1970: 84_006 * 86_400 - 9 * 3_600) == nil)
    #expect(Day.inTokyo(secondsSince1970: .min) == nil)
    #expect(Day.inTokyo(secondsSince1970: .max) == nil)
  }

  @Test func `written in Japan`() throws {
    let cases = [
      ("2026-10-01", "令和8年10月1日（2026-10-01）"), ("2019-05-01", "令和元年5月1日（2019-05-01）"),
      ("2019-04-30", "平成31年4月30日（2019-04-30）"), ("1989-01-08", "平成元年1月8日（1989-01-08）"),
      ("1989-01-07", "昭和64年1月7日（1989-01-07）"), ("1926-12-25", "昭和元年12月25日（1926-12-25）"),
      ("1926-12-24", "大正15年12月24日（1926-12-24）"), ("1912-07-30", "大正元年7月30日（1912-07-30）"),
      ("1912-07-29", "明治45年7月29日（1912-07-29）"), ("1900-01-01", "明治33年1月1日（1900-01-01）"),
    ]
    for (text, expected) in cases {
      let written = try day(text)
      #expect(written.japanese == expected)
      #expect(Day(written.eraDate) == written)
    }
  }

  @Test func `eras follow one another without a gap`() throws {
    for (era, next) in zip(Era.allCases, Era.allCases.dropFirst()) {
      #expect(era.lastDay.advanced(byDays: 1) == next.firstDay)
      #expect(era.firstDay.era == era)
      #expect(era.lastDay.era == era)
      #expect(era < next)
      if era != .meiji { #expect(era.firstDay.yearOfEra == 1) }
    }
    #expect(Era.meiji.firstDay == .earliest)
    #expect(Era.reiwa.lastDay == .latest)
    #expect(Era.reiwa.lastDay.yearOfEra == 181)
  }

  @Test func `ten bytes without allocation`() throws {
    let text = try day("2026-04-01").withISO { String(decoding: $0, as: UTF8.self) }
    #expect(text == "2026-04-01")
  }
}
