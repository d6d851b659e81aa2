import Numbering
import Testing

@Suite struct TelephoneNumberTests {
  private func failure(_ text: String) -> TelephoneNumberFailure? {
    guard case .failure(let failure) = TelephoneNumber.parse(text) else { return nil }
    return failure
  }

  @Test(arguments: [
    "050-3123-4567", "05031234567", "+81 50 3123 4567", "+815031234567", "+81-50-3123-4567",
    "+81(0)50-3123-4567",
    "+81 (0) 50 3123 4567", "０５０－３１２３－４５６７", "０５０３１２３４５６７", "050 3123 4567", "050.3123.4567",
    "050　3123　4567", "(050)3123-4567", "050(3123)4567", "050（3123）4567", "＋８１　５０　３１２３　４５６７",
    "050‐3123‐4567", "050‑3123‑4567", "050‒3123‒4567", "050–3123–4567", "050—3123—4567", "050―3123―4567",
    "050−3123−4567", "050ー3123ー4567", "050ｰ3123ｰ4567", "050-3123 4567", "050.3123-4567", " 05031234567 ",
    "　05031234567　", "0503123-4567", "050 - 3123 - 4567", "050\u{A0}3123\u{A0}4567", "+8105031234567",
  ])
  func `written forms`(text: String) {
    #expect(TelephoneNumber(text)?.description == "05031234567", "\(text)")
    #expect(TelephoneNumber(text)?.rawValue == 5_031_234_567)
  }

  @Test func `numbers of every category`() {
    let numbers: [(String, Category, Int)] = [
      ("03(1234)5678", .fixed, 10), ("011-111-1111", .fixed, 10), ("099-999-9999", .fixed, 10),
      ("0121234567", .fixed, 10), ("0119999999", .fixed, 10), ("0571234567", .fixed, 10),
      ("0991234567", .fixed, 10), ("0921234567", .fixed, 10), ("0171234567", .fixed, 10),
      ("0181234567", .fixed, 10),
      ("0120-123-456", .service, 10), ("0170-123-456", .service, 10), ("0180-123-456", .service, 10),
      ("0570-123-456", .service, 10), ("0990-123-456", .service, 10), ("0800-123-4567", .service, 11),
      ("050-1000-0000", .ip, 11), ("050-9999-9999", .ip, 11),
      ("060-1234-5678", .mobile, 11), ("070-1234-5678", .mobile, 11), ("080-1234-5678", .mobile, 11),
      ("090-1234-5678", .mobile, 11),
      ("020-1234-5678", .data, 11), ("020-3999-9999", .data, 11), ("020-5000-0000", .data, 11),
      ("0200-12345-67890", .data, 14), ("0204-123-4567", .paging, 11), ("0600-123-4567", .fmc, 11),
      ("+81 3 1234 5678", .fixed, 10), ("+81 120 123 456", .service, 10), ("+81 200 1234567890", .data, 14),
    ]
    for (text, category, digits) in numbers {
      #expect(TelephoneNumber(text)?.category == category, "\(text)")
      #expect(TelephoneNumber(text)?.digits == digits, "\(text)")
    }
  }

  @Test func `wrong lengths say which`() {
    let cases: [(String, Int, Int, Category)] = [
      ("050-3123-456", 10, 11, .ip), ("050-3123-45678", 12, 11, .ip), ("03-1234-567", 9, 10, .fixed),
      ("03-1234-56789", 11, 10, .fixed), ("0120-123-4567", 11, 10, .service),
      ("0800-123-456", 10, 11, .service),
      ("0200-123-4567", 11, 14, .data), ("020-1234-567", 10, 11, .data), ("0204-123-456", 10, 11, .paging),
      ("0600-123-456", 10, 11, .fmc), ("090-1234-567", 10, 11, .mobile),
      ("050", 3, 11, .ip), ("+81 3 1234 567", 9, 10, .fixed), ("0312345678901234567890", 22, 10, .fixed),
      ("0110", 4, 10, .fixed),
    ]
    for (text, found, expected, category) in cases {
      #expect(
        failure(text) == .wrongLength(found: found, expected: expected, category: category), "\(text)")
    }
  }

  @Test func `prefixes of nobody`() {
    for text in ["0500-123-4567", "0700-123-4567", "0900-123-4567", "030-1234-5678", "040-1234-5678", "0"] {
      #expect(failure(text) == .unknownPrefix, "\(text)")
    }
    for text in ["12345", "200", "81312345678901", "1234567890123456789012", "2120555012"] {
      #expect(failure(text) == .unknownPrefix, "\(text)")
    }
  }

  @Test func `codes that are not subscriber numbers`() {
    let cases = [
      ("0088", "00XY"), ("001", "00XY"), ("00312345678", "00XY"), ("0091-20", "00XY"), ("00", "00XY"),
      ("110", "110"), ("118", "118"), ("119", "119"), ("104", "1XY"), ("184", "1XY"), ("117", "1XY"),
      ("091-123-4567", "091"), ("0912345678", "091"), ("010-1-212-555-0123", "010"),
      ("440101234567890", "IMSI"), ("441501234567890", "IMSI"),
    ]
    for (text, code) in cases { #expect(failure(text) == .nonSubscriber(code), "\(text)") }
    for text in ["+1 212 555 0123", "+82 2 1234 5678", "+8", "+44 20 7946 0958", "＋１２１２５５５０１２３"] {
      #expect(failure(text) == .foreign, "\(text)")
    }
  }

  @Test func `what a spreadsheet does to numbers`() throws {
    let lost = [
      ("312345678", "0312345678"), ("9012345678", "09012345678"), ("5031234567", "05031234567"),
      ("120123456", "0120123456"), ("8001234567", "08001234567"), ("2001234567890", "02001234567890"),
      ("３１２３４５６７８", "0312345678"), ("90-1234-5678", "09012345678"), ("6001234567", "06001234567"),
    ]
    for (text, meant) in lost {
      #expect(failure(text) == .lostLeadingZero(try #require(TelephoneNumber(meant))), "\(text)")
    }
    for text in [
      "8.15E+11", "9.01E+09", "3.12E+08", "5E+10", "8.15e+11", "８．１５Ｅ＋１１", "8.15E11", "9.01235E+09",
    ] {
      #expect(failure(text) == .scientific, "\(text)")
    }
  }

  @Test func `characters out of place`() {
    let cases: [(String, Character)] = [
      ("03-1234-567a", "a"), ("#N/A", "#"), ("03/1234/5678", "/"), ("tel:0312345678", "t"),
      ("'0312345678", "'"),
      ("-0312345678", "-"), ("03-1234-5678-", "-"), ("0312345678.", "."), ("03(1234 5678", "("),
      ("03)1234-5678", ")"), ("03((1234))5678", "("), ("03()12345678", ")"), ("03+12345678", "+"),
      ("++815031234567", "+"), ("０３－１２３４－５６７Ｘ", "X"), ("〇三一二", "〇"), ("03-1234-5678内線1", "内"),
      ("3E", "E"), ("E+11", "E"), ("0312345678,", ","), ("03\u{0}12345678", "\u{0}"), ("🙂", "🙂"),
    ]
    for (text, character) in cases { #expect(failure(text) == .notANumber(character), "\(text)") }
    for text in ["", " ", "　", "+", "+81", "+ "] {
      #expect(failure(text) == .notANumber(nil) || failure(text) == .foreign, "\(text)")
    }
    #expect(failure("") == .notANumber(nil))
    #expect(failure("+81") == .notANumber(nil))
  }

  @Test func `bytes that are not UTF-8`() {
    let hostile: [[UInt8]] = [[0xFF], [0xE3, 0x80], Array("0312345678".utf8) + [0x80]]
    for bytes in hostile {
      let result = bytes.withUnsafeBytes { TelephoneNumber.parse(bytes: $0) }
      #expect(result == .failure(.notANumber("\u{FFFD}")))
    }
  }

  @Test func `a long cell is judged whole`() {
    let padding = String(repeating: "　", count: 1_000)
    #expect(TelephoneNumber("0312345678" + padding)?.description == "0312345678")
    #expect(failure("0312345678" + padding + "x") == .notANumber("x"))
  }

  /// The table of the plan, read digit by digit.
  private func plainCategory(_ digits: String) -> Category? {
    guard digits.first == "0" else { return nil }
    let prefixes: [(String, Category, Int)] = [
      ("0120", .service, 10), ("0170", .service, 10), ("0180", .service, 10), ("0570", .service, 10),
      ("0990", .service, 10), ("0800", .service, 11), ("0600", .fmc, 11), ("0204", .paging, 11),
      ("0200", .data, 14),
    ]
    for (prefix, category, length) in prefixes where digits.hasPrefix(prefix) {
      return digits.count == length ? category : nil
    }
    let all = Array(digits)
    guard all.count >= 4 else { return nil }
    switch String(all[..<3]) {
    case "050": return all[3] != "0" && all.count == 11 ? .ip : nil
    case "060", "070", "080", "090": return all[3] != "0" && all.count == 11 ? .mobile : nil
    case "020": return all.count == 11 ? .data : nil
    case "091": return nil
    default: return all[1] != "0" && all[2] != "0" && all.count == 10 ? .fixed : nil
    }
  }

  /// Every prefix of four digits, at every length, with its first and last number.
  @Test func `every boundary of the plan`() {
    for prefix in 0...9_999 {
      let head = String(String(10_000 + prefix).dropFirst())
      for length in 8...15 {
        for tail in ["0", "9"] {
          let digits = head + String(repeating: tail, count: length - 4)
          let expected = plainCategory(digits)
          let parsed = TelephoneNumber(digits)
          if parsed?.category != expected || parsed != nil && parsed?.description != digits {
            Issue.record(
              "\(digits): \(String(describing: parsed?.category)), not \(String(describing: expected))")
          }
          guard digits.first == "0", let raw = UInt64(digits), String(raw).count == length - 1 else {
            continue
          }
          if TelephoneNumber(rawValue: raw)?.category != expected { Issue.record("raw value of \(digits)") }
        }
      }
    }
  }

  @Test func `raw values outside the plan`() {
    for raw: UInt64 in [
      0, 1, 99_999_999, 109_999_999, 910_000_000, 919_999_999, 2_000_000_000, 10_000_000_000, 312_345_678_901,
      1_999_999_999_999, 2_010_000_000_000, .max,
    ] {
      #expect(TelephoneNumber(rawValue: raw) == nil, "\(raw)")
    }
  }

  @Test func `order of numbers`() throws {
    let fixed = try #require(TelephoneNumber("0999999999"))
    let ip = try #require(TelephoneNumber("05010000000"))
    #expect(fixed < ip)
  }
}
