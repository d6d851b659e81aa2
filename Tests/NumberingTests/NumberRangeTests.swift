import Numbering
import Testing

@Suite struct NumberRangeTests {
  private func range(_ start: String, _ end: String) throws -> Result<NumberRange, NumberRangeFailure> {
    let start = try #require(TelephoneNumber(start))
    let end = try #require(TelephoneNumber(end))
    return Result { () throws(NumberRangeFailure) in try NumberRange(from: start, to: end) }
  }

  @Test func `ranges and their sizes`() throws {
    let block = try range("0312340000", "0312349999").get()
    #expect(block.count == 10_000)
    #expect(block.category == .fixed)
    #expect(block.description == "0312340000..0312349999")
    #expect(block.contains(block.start) && block.contains(block.end))
    #expect(!block.contains(try #require(TelephoneNumber("0312350000"))))
    #expect(try range("0312345678", "0312345678").get().count == 1)
    #expect(try range("05010000000", "05099999999").get().count == 90_000_000)
    #expect(try range("02000000000000", "02009999999999").get().count == 10_000_000_000)
    #expect(try range("0110000000", "0119999999").get().count == 10_000_000)
  }

  @Test func `no ranges`() throws {
    #expect(try range("0312340000", "05012340000") == .failure(.differentCategory(.fixed, .ip)))
    #expect(try range("02012340000", "02001234567890") == .failure(.differentLength(11, 14)))
    #expect(try range("0120123456", "08001234567") == .failure(.differentLength(10, 11)))
    #expect(try range("0312349999", "0312340000") == .failure(.endBeforeStart))
    let crossings = [
      ("0199999999", "0210000000", "0199999999"), ("0119999999", "0121000000", "0119999999"),
      ("0120999999", "0170000000", "0120999999"), ("02039999999", "02050000000", "02039999999"),
      ("0899999999", "0920000000", "0899999999"), ("06099999999", "07010000000", "06099999999"),
      ("08099999999", "09010000000", "08099999999"), ("0112345678", "0999999999", "0119999999"),
      ("0989999999", "0991000000", "0989999999"),
    ]
    for (start, end, last) in crossings {
      let lastInside = try #require(TelephoneNumber(last))
      #expect(try range(start, end) == .failure(.leavesCategory(lastInside)), "\(start)..\(end)")
    }
  }

  /// The end of a range may be moved up exactly until a number of no or another category comes.
  @Test func `a range ends where its category does`() throws {
    for prefix: UInt64 in 100...999 {
      for size: UInt64 in [1_000_000, 10_000_000] {
        let first = prefix * size
        guard let start = TelephoneNumber(rawValue: first), let end = TelephoneNumber(rawValue: first + size)
        else { continue }
        let range = try? NumberRange(from: start, to: end)
        #expect((range != nil) == (start.category == end.category), "\(start)..\(end)")
      }
    }
  }
}
