import Banken
import Interchange
import Testing

@Suite struct CellTextTests {
  private func count(_ text: String) -> UInt64? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { CountText.parse($0, bytes.count) }
    }
  }

  @Test(
    arguments: [
      ("1", 1), ("10000000000", 10_000_000_000), ("1,000", 1_000), ("１，２３４，５６７", 1_234_567), ("0012", 12),
    ] as [(String, UInt64)])
  func counts(text: String, value: UInt64) {
    #expect(count(text) == value)
  }

  @Test(arguments: [
    "0", "10000000001", "-1", "1.5", "1,00", ",100", "1000,000", "1,000,", "八", "8.15E+11", "1 000", "+5",
    "99999999999999999999999999",
  ])
  func noCounts(text: String) {
    #expect(count(text) == nil)
  }

  @Test func quickDaysAgreeWithDays() {
    for ordinal in stride(from: Int32(1), through: Day.latest.ordinal, by: 13) {
      guard let day = Day(ordinal: ordinal) else { continue }
      let bytes = Array(day.description.utf8)
      let quick = bytes.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { QuickDay.parse($0, bytes.count) }
      }
      #expect(quick == nil || quick == ordinal)
      #expect((quick == nil) == (day.day > 28 || day.year == 1900))
    }
  }

  @Test func quickDaysLeaveTheRestToDays() {
    for text in [
      "2026-13-01", "2026-00-10", "2026-01-00", "2026/01/01", "1899-01-01", "2200-01-01", "２026-01-0",
    ] {
      let bytes = Array(text.utf8)
      #expect(
        bytes.withUnsafeBufferPointer { bytes in
          bytes.baseAddress.flatMap { QuickDay.parse($0, bytes.count) }
        } == nil)
    }
  }
}
