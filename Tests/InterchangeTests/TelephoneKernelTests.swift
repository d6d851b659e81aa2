import Interchange
import Numbering
import Testing

@Suite struct TelephoneKernelTests {
  /// What the kernel must say: the number where the text is nothing but ten or eleven digits.
  private func expected(_ text: [UInt8]) -> UInt64 {
    guard text.count == 10 || text.count == 11, text.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let number = TelephoneNumber(String(decoding: text, as: UTF8.self))
    else { return 0 }
    return number.rawValue
  }

  @Test func agreesWithTheParserOnEveryPrefix() {
    for prefix in 0..<10_000 {
      let digits = String(String(prefix + 10_000).dropFirst())
      for tail in ["", "12345", "123456", "1234567", "12345678"] {
        let text = Array((digits + tail).utf8)
        #expect(TelephoneKernel.number(of: text) == expected(text), "\(digits + tail)")
      }
    }
    #expect(TelephoneKernel.number(of: Array("05031234567".utf8)) == 5_031_234_567)
    #expect(TelephoneKernel.number(of: Array("0312345678".utf8)) == 312_345_678)
  }

  @Test func agreesWithTheParserWhereBytesAreNoDigits() {
    for good in ["0312345678", "05031234567", "09099999999", "0120000000"] {
      for place in good.utf8.indices {
        for byte in UInt8.min...UInt8.max {
          var text = Array(good.utf8)
          text[good.utf8.distance(from: good.utf8.startIndex, to: place)] = byte
          #expect(TelephoneKernel.number(of: text) == expected(text), "\(text)")
        }
      }
    }
  }

  @Test func leavesOtherLengthsToTheParser() {
    for text in ["", "0", "031234567", "050-3123-4567", "020012345678", "02001234567890", "+81312345678"] {
      #expect(TelephoneKernel.number(of: Array(text.utf8)) == 0, "\(text)")
    }
  }
}
