import Numbering
import Testing

@Suite struct FiscalYearTests {
  @Test(arguments: [
    "2025", "２０２５", "2025年度", "2025年", "FY2025", "令和7", "令和７年度", "令和7年", "R7", "r7", "Ｒ７", " R7 ", "R07",
  ])
  func `all mean the year from April 2025`(_ text: String) throws {
    let year = try #require(FiscalYear(text))
    #expect(year.year == 2025)
    #expect(year.firstDay.description == "2025-04-01")
    #expect(year.lastDay.description == "2026-03-31")
    #expect(year.firstDay.distance(to: year.lastDay) + 1 == 365)
  }

  @Test func `a year of two eras has two names`() {
    for text in ["平成31", "H31年度", "令和元", "令和元年度", "R1", "2019"] {
      #expect(FiscalYear(text)?.year == 2019, "\(text)")
    }
    #expect(FiscalYear("S63")?.year == 1988)
    #expect(FiscalYear("H1")?.year == 1989)
    #expect(FiscalYear("昭和元")?.year == 1926)
  }

  @Test func `a leap day makes a fiscal year a day longer`() throws {
    let year = try #require(FiscalYear("2023"))
    #expect(year.firstDay.distance(to: year.lastDay) + 1 == 366)
  }

  @Test(arguments: [
    "", "年度", "25", "20255", "R0", "R", "令和", "R-1", "R7.4", "2025-04", "S64", "H32", "R201", "X7", "1899",
    "2199",
    "M32", "令和七", "+202", "-2025", "FY", "FYR7",
  ])
  func `these mean none`(_ text: String) {
    #expect(FiscalYear(text) == nil)
  }

  @Test func `the first and the last there are`() {
    #expect(FiscalYear(1900)?.firstDay.description == "1900-04-01")
    #expect(FiscalYear(2198)?.lastDay.description == "2199-03-31")
    #expect(FiscalYear(2199) == nil)
  }
}
