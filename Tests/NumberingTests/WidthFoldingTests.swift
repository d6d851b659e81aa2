import Foundation
import Numbering
import Testing

@Suite struct WidthFoldingTests {
  @Test func `text that stays`() {
    for text in ["", "plain ASCII ~", "株式会社ばんけん", "カタカナ・ー", "日本語 and ASCII", "é", "🙂"] {
      let bytes = Array(text.utf8)
      #expect(bytes.withUnsafeBytes { WidthFolding.folded($0) } == nil, "\(text)")
      #expect(WidthFolding.folded(text) == text)
    }
  }

  @Test func `text that changes`() {
    let cases = [
      ("ＡＢＣ　１２３", "ABC 123"), ("ｶﾞｷﾞ", "ガギ"), ("①㈱㍻㋿", "1(株)平成令和"), ("op－１", "op-1"), ("株式会社Ａ", "株式会社A"),
      ("e\u{301}", "é"), ("か\u{3099}", "が"), ("﹣", "-"), ("￥", "¥"), ("～", "~"), ("ﬁ", "fi"), ("\u{A0}", " "),
    ]
    for (text, expected) in cases {
      #expect(WidthFolding.folded(text) == expected, "\(text)")
      #expect(Array(WidthFolding.folded(text).utf8) == Array(expected.utf8), "\(text)")
    }
  }

  /// The short way must not differ from the full algorithm for any character alone, nor before a sound mark.
  @Test func `every character of the plane agrees with NFKC`() {
    var wrong: [String] = []
    for value: UInt32 in 1...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "Ａ\(scalar)漢", "\(scalar)\u{3099}"] {
        let full = text.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
        let expected = Array(full.utf8)
        if Array(WidthFolding.folded(text).utf8) != expected { wrong.append(String(value, radix: 16)) }
      }
    }
    #expect(wrong == [])
  }

  @Test func `bytes that are not UTF-8 become U+FFFD`() {
    let cut: [UInt8] = [0xEF, 0xBC]
    #expect(cut.withUnsafeBytes { WidthFolding.folded($0) } == Array("\u{FFFD}".utf8))
    let lone: [UInt8] = [0x41, 0xE4, 0xB8, 0x41]
    #expect(lone.withUnsafeBytes { WidthFolding.folded($0) } == Array("A\u{FFFD}A".utf8))
    // An overlong form and a surrogate in three bytes.
    for bytes: [UInt8] in [[0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80]] {
      let folded = bytes.withUnsafeBytes { WidthFolding.folded($0) }
      #expect(folded.map { String(decoding: $0, as: UTF8.self).contains("\u{FFFD}") } == true)
    }
  }
}
