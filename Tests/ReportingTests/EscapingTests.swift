import Testing

@testable import Reporting

@Suite struct EscapingTests {
  private func escaped(_ text: String, _ escaping: Escaping) -> String {
    var buffer = TextBuffer()
    buffer.append(text, escaping)
    return buffer.text
  }

  @Test func plainTextPassesUnchanged() {
    for text in ["", "abc", "千草原総合通信㈱", "…—“x”é ü", "🗾 𠮷野"] {
      #expect(escaped(text, .json) == text)
      #expect(escaped(text, .visible) == text)
    }
  }

  @Test func controlsAndReorderingMarksAreShownByNumber() {
    #expect(escaped("a\u{1B}[31mb", .visible) == "a\\u{1B}[31mb")
    #expect(escaped("a\u{202E}b\u{2066}c\u{0}", .visible) == "a\\u{202E}b\\u{2066}c\\u{0}")
    #expect(escaped("a\nb\tc\u{7F}\u{85}", .visible) == "a\\u{A}b\\u{9}c\\u{7F}\\u{85}")
    #expect(escaped("a\u{200B}\u{FEFF}\u{E0041}", .visible) == "a\\u{200B}\\u{FEFF}\\u{E0041}")
  }

  @Test func jsonEscapesQuotesControlsAndReorderingMarks() {
    #expect(escaped("\"a\\b\"", .json) == #"\"a\\b\""#)
    #expect(escaped("\n\r\t\u{8}\u{C}\u{1B}\u{7F}\u{9B}", .json) == #"\n\r\t\b\f\u001b\u007f\u009b"#)
    #expect(escaped("x\u{202E}y\u{2028}\u{E0041}", .json) == #"x\u202ey\u2028\udb40\udc41"#)
  }

  @Test func longTextIsCutAtAColumn() {
    #expect(escaped("abcdef", .cut(columns: 6)) == "abcdef")
    #expect(escaped("abcdefg", .cut(columns: 6)) == "abcde…")
    #expect(escaped("千草原総合", .cut(columns: 10)) == "千草原総合")
    #expect(escaped("千草原総合通信", .cut(columns: 10)) == "千草原総…")
    #expect(escaped("千草原総合通信", .cut(columns: 9)) == "千草原総…")
    #expect(escaped(String(repeating: "\u{202E}", count: 9), .cut(columns: 17)) == "\\u{202E}\\u{202E}…")
  }

  @Test func numbersAreGroupedByThousands() {
    func grouped(_ value: UInt64) -> String {
      var buffer = TextBuffer()
      buffer.append(grouped: value)
      buffer.append(byte: 0x20)
      buffer.append(decimal: value)
      return buffer.text
    }
    #expect(grouped(0) == "0 0")
    #expect(grouped(999) == "999 999")
    #expect(grouped(1_000) == "1,000 1000")
    #expect(grouped(1_234_567) == "1,234,567 1234567")
    #expect(grouped(.max) == "18,446,744,073,709,551,615 18446744073709551615")
  }

  @Test func cellsAreHarmlessToSpreadsheets() {
    func cell(_ text: String) -> String {
      var buffer = TextBuffer()
      Array(text.utf8).withUnsafeBufferPointer { buffer.append(cell: $0) }
      return buffer.text
    }
    #expect(cell("") == "")
    #expect(cell("a b") == "a b")
    #expect(cell("a,b") == "\"a,b\"")
    #expect(cell("a\"b") == "\"a\"\"b\"")
    #expect(cell("=1+1") == "'=1+1")
    #expect(cell("+81") == "'+81")
    #expect(cell("-1") == "'-1")
    #expect(cell("@x,y") == "\"'@x,y\"")
    #expect(cell("\tx") == "'\tx")
    #expect(cell("\rx") == "\"'\rx\"")
  }
}
