import Numbering
import Testing

@Suite struct CorporateNumberTests {
  private func failure(_ text: String) -> CorporateNumberFailure? {
    guard case .failure(let failure) = CorporateNumber.parse(text) else { return nil }
    return failure
  }

  @Test(arguments: ["7000012050002", "8011101028104", "2011101012138", "1180301018771"])
  func `numbers in use`(text: String) throws {
    let number = try CorporateNumber.parse(text).get()
    #expect(number.description == text)
    #expect(CorporateNumber(rawValue: try #require(UInt64(text))) == number)
    let wide = String(
      String.UnicodeScalarView(text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    #expect(try CorporateNumber.parse(wide).get() == number)
    #expect(try CorporateNumber.parse("　\(wide) ").get() == number)
    #expect(try CorporateNumber.parse("  \(text)\t").get() == number)
  }

  /// Any other first digit is wrong, and any other digit elsewhere unless the sum stays the same modulo 9.
  @Test func `each digit is checked`() throws {
    let digits = Array("7000012050002").compactMap { $0.wholeNumberValue }
    for index in digits.indices {
      for digit in 0...9 where digit != digits[index] {
        var changed = digits
        changed[index] = digit
        let sum = (1...12).reduce(0) { $0 + changed[13 - $1] * ($1 % 2 == 1 ? 1 : 2) }
        let expected = 9 - sum % 9
        let text = changed.map(String.init).joined()
        if changed[0] == expected {
          #expect(failure(text) == nil)
        } else {
          #expect(
            failure(text) == .wrongCheckDigit(found: UInt64(changed[0]), expected: UInt64(expected)),
            "\(text)")
        }
      }
    }
    #expect(failure("8000012050002") == .wrongCheckDigit(found: 8, expected: 7))
    #expect(failure("0000000000000") == .wrongCheckDigit(found: 0, expected: 9))
    #expect(CorporateNumber.checkDigit(of: 12_050_002) == 7)
  }

  @Test func `no corporate numbers`() {
    for (text, count) in [("", 0), (" ", 0), ("000012050002", 12), ("70000120500020", 14), ("1", 1)] {
      #expect(failure(text) == .wrongLength(found: count), "\(text)")
    }
    #expect(failure(String(repeating: "9", count: 400)) == .wrongLength(found: 400))
    for text in [
      "7-0000-1205-0002", "7000 012050002", "7.00001E+12", "T7000012050002", "七", "700001205000x", "#N/A",
    ] {
      #expect(failure(text) == .notDigits, "\(text)")
    }
    for raw: UInt64 in [0, 12_050_002, 17_000_012_050_002, .max] {
      #expect(CorporateNumber(rawValue: raw) == nil)
    }
  }
}
