import Numbering
import Testing

@Suite struct DayParsingTests {
  private func iso(_ text: String) -> String? { Day(text)?.description }

  private func failure(_ text: String) -> DayFailure? {
    guard case .failure(let failure) = Day.parse(text) else { return nil }
    return failure
  }

  @Test(arguments: [
    "2026-04-01", "2026/04/01", "2026.04.01", "2026-4-1", "2026/4/1", "2026.4.1", "20260401", "2026年4月1日",
    "2026年04月01日", "令和8年4月1日", "令和8-4-1", "令和8/4/1", "令和8.4.1", "R8.4.1", "r8.4.1", "R8/4/1", "R08-04-01",
    "R8年4月1日", "㋿8年4月1日", "２０２６－０４－０１", "２０２６／４／１", "２０２６．４．１", "２０２６０４０１", "２０２６年４月１日",
    "Ｒ８．４．１", "ｒ８／４／１", "令和８年４月１日", "2026/4/1 0:00", "2026/4/1 0:00:00", "2026-04-01 0:00:00",
    "2026年4月1日 0:00", "２０２６／４／１　０：００", "2026/4/1  0:00", " 2026-04-01 ", "　2026-04-01　", "2026−04−01",
    "2026‐4‐1",
  ])
  func `written forms`(text: String) {
    #expect(iso(text) == "2026-04-01", "\(text)")
  }

  @Test func `eras by name, square and letter in either case`() {
    let forms: [(String, String)] = [
      ("明治45年7月29日", "1912-07-29"), ("㍾45年7月29日", "1912-07-29"), ("M45.7.29", "1912-07-29"),
      ("m45.7.29", "1912-07-29"), ("明治33年1月1日", "1900-01-01"),
      ("大正元年7月30日", "1912-07-30"), ("T1.7.30", "1912-07-30"), ("t元.7.30", "1912-07-30"),
      ("㍽15年12月24日", "1926-12-24"), ("大正15/12/24", "1926-12-24"),
      ("昭和元年12月25日", "1926-12-25"), ("S1-12-25", "1926-12-25"), ("s64.1.7", "1989-01-07"),
      ("㍼64年1月7日", "1989-01-07"),
      ("平成元年1月8日", "1989-01-08"), ("H1.1.8", "1989-01-08"), ("㍻31年4月30日", "2019-04-30"),
      ("h31/4/30", "2019-04-30"),
      ("令和元年5月1日", "2019-05-01"), ("R元/5/1", "2019-05-01"), ("R元年5月1日", "2019-05-01"),
      ("令和１８１年12月31日", "2199-12-31"),
    ]
    for (text, expected) in forms { #expect(iso(text) == expected, "\(text)") }
  }

  @Test func `a day outside its era names the day it would be`() throws {
    let cases: [(String, Era, String)] = [
      ("明治45年7月30日", .meiji, "1912-07-30"), ("T1.7.29", .taisho, "1912-07-29"),
      ("T15.12.25", .taisho, "1926-12-25"), ("S1.12.24", .showa, "1926-12-24"),
      ("S64.1.8", .showa, "1989-01-08"),
      ("H1.1.7", .heisei, "1989-01-07"), ("平成31年5月1日", .heisei, "2019-05-01"),
      ("R1.4.30", .reiwa, "2019-04-30"),
      ("R0.4.1", .reiwa, "2018-04-01"), ("昭和100年1月1日", .showa, "2025-01-01"),
    ]
    for (text, era, meant) in cases {
      #expect(failure(text) == .outsideEra(era, day: try #require(Day(meant))), "\(text)")
    }
    #expect(Day("2019-05-01")?.eraDate == "令和元年5月1日")
  }

  @Test func `days that do not exist`() {
    #expect(failure("2025-02-30") == .noSuchDay(year: 2025, month: 2, day: 30))
    #expect(failure("2025-02-29") == .noSuchDay(year: 2025, month: 2, day: 29))
    #expect(failure("2100/2/29") == .noSuchDay(year: 2100, month: 2, day: 29))
    #expect(failure("20261301") == .noSuchDay(year: 2026, month: 13, day: 1))
    #expect(failure("2026-00-10") == .noSuchDay(year: 2026, month: 0, day: 10))
    #expect(failure("2026-04-31") == .noSuchDay(year: 2026, month: 4, day: 31))
    #expect(failure("2026-04-00") == .noSuchDay(year: 2026, month: 4, day: 0))
    #expect(failure("令和7年2月29日") == .noSuchDay(year: 2025, month: 2, day: 29))
    #expect(iso("2000-02-29") == "2000-02-29")
  }

  @Test func `years out of range`() {
    #expect(failure("1899-12-31") == .outOfRange(year: 1899))
    #expect(failure("2200-01-01") == .outOfRange(year: 2200))
    #expect(failure("9999/12/31") == .outOfRange(year: 9999))
    #expect(failure("明治32年12月31日") == .outOfRange(year: 1899))
    #expect(failure("R182.1.1") == .outOfRange(year: 2200))
    #expect(iso("1900-01-01") == "1900-01-01")
    #expect(iso("2199-12-31") == "2199-12-31")
  }

  @Test func `serials of a spreadsheet`() throws {
    #expect(failure("45748") == .excelSerial(try #require(Day("2025-04-01"))))
    #expect(failure("４５７４８") == .excelSerial(try #require(Day("2025-04-01"))))
    #expect(failure("10000") == .excelSerial(try #require(Day("1927-05-18"))))
    #expect(failure("109574") == .excelSerial(Day.latest))
    #expect(failure("109575") == .notADate)
    #expect(failure("202604") == .notADate)
    #expect(Day(excelSerial: 1) == Day.earliest)
    #expect(Day(excelSerial: 59)?.description == "1900-02-28")
    #expect(Day(excelSerial: 60) == nil)
    #expect(Day(excelSerial: 61)?.description == "1900-03-01")
    #expect(Day(excelSerial: 0) == nil)
    #expect(Day(excelSerial: 109_575) == nil)
  }

  @Test(arguments: [
    "", " ", "today", "2026", "2026-04", "2026-04-01-", "-2026-04-01", "2026-4/1", "2026/4-1", "26-04-01",
    "2026-004-01", "2026-04-001", "2026 04 01", "2026年4月1", "2026年4-1", "年4月1日", "元-4-1", "令和-4-1", "令8年4月1日",
    "平和8年4月1日", "慶応3年1月1日", "X8.4.1", "RR8.4.1", "R8", "2026/4/1 9:30", "2026/4/1 0:01", "2026/4/10:00",
    "2026/4/1 0:00:01", "2026/4/1 0:00:00:00", "2026/4/1 0", "2026/4/1T0:00", "#N/A",
    "2026041",
    "202604010", "４月１日", "1234", "12345678901234567890", "2026-04-0a", "２０２６－ｘ－１", "🙂",
  ])
  func `no date`(text: String) {
    #expect(failure(text) == .notADate, "\(text)")
  }

  @Test func `bytes that are not UTF-8, and marks of the reader itself`() {
    let hostile: [[UInt8]] = [
      [0x80], [0xFF, 0xFE], Array("2026-04-01".utf8) + [0],
      Array("2026".utf8) + [0x80] + Array("4".utf8) + [0x81, 0x31, 0x82],
      Array("R".utf8) + [0x83] + Array("-5-1".utf8), [0xE3, 0x80],
    ]
    for bytes in hostile {
      let result = bytes.withUnsafeBytes { Day.parse(bytes: $0) }
      #expect(result == .failure(.notADate), "\(bytes)")
    }
  }
}
