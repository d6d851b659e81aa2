import Testing

@testable import Synthesis

@Suite struct RowWriterTests {
  /// What a writer with room for so many bytes writes.
  private func text(_ capacity: Int = 64, _ body: (inout RowWriter) -> Void) -> String {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity + RowWriter.slack)
    defer { memory.deallocate() }
    memory.initialize(repeating: 0x3F)
    guard var out = RowWriter(memory) else { return "" }
    body(&out)
    return String(decoding: memory[..<out.count], as: UTF8.self)
  }

  @Test func fourDigitsAreThoseOfEveryNumber() {
    for value in 0..<10_000 as Range<UInt64> {
      let decimal = String(value)
      let padded = String(repeating: "0", count: 4 - decimal.count) + decimal
      #expect(text(4) { $0.digits(value, width: 4) } == padded)
      #expect(text(8) { $0.digits(value * 10_000 + value, width: 8) } == padded + padded)
    }
  }

  @Test func numbersHaveTheirDigits() {
    let randomness = Randomness(seed: 6, purpose: 0)
    var powers: [UInt64] = [1]
    for _ in 1...16 { powers.append(powers[powers.count - 1] * 10) }
    for width in 1...16 {
      let draws = (0..<300).map { randomness.bits($0 * 16 + width) % powers[width] }
      for value in draws + [0, powers[width - 1], powers[width] - 1] {
        let decimal = String(value)
        let padded = String(repeating: "0", count: width - decimal.count) + decimal
        // Nothing behind the last digit counts, and what comes next takes its place.
        #expect(text(width) { $0.digits(value, width: width) } == padded)
        #expect(
          text {
            $0.decimal(value)
            $0.comma()
            $0.digits(value, width: width)
            $0.endRow()
          } == "\(decimal),\(padded)\n")
      }
    }
  }

  @Test func telephoneNumbersHaveTheirLeadingZero() {
    #expect(text { $0.telephone(310_000_000) } == "0310000000")
    #expect(text { $0.telephone(9_012_345_678) } == "09012345678")
    #expect(text { $0.telephone(2_050_000_000) } == "02050000000")
  }

  @Test func noMemoryIsNoWriter() {
    let writer = RowWriter(UnsafeMutableBufferPointer(start: nil, count: 0))
    #expect(writer?.count == nil)
  }
}
