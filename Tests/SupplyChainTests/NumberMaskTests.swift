import Bytes
import Numbering
import Testing

@testable import SupplyChain

/// Telephone numbers that are shown outside.
@Suite struct NumberMaskTests {
  private static func redaction(_ key: String = "0123456789abcdef0123456789abcdef") throws -> Redaction {
    try #require(
      Redaction(
        key: Array(key.utf8), scope: .all, words: Redaction.Words(operatorName: "operator-", withheld: "-")))
  }

  private static func mask(_ key: String = "0123456789abcdef0123456789abcdef") throws -> NumberMask {
    try #require(redaction(key).numbers)
  }

  /// Worked out by another implementation; a pseudonym may never change under its key.
  @Test func `every kind of number`() throws {
    let mask = try Self.mask()
    let expected: [(UInt64, String)] = [
      (5_031_234_567, "050FHDX4567"), (312_345_678, "0CJDFK5678"), (9_012_345_678, "090RMF45678"),
      (8_001_234_567, "0800DCX4567"), (120_123_456, "0120MDD456"), (2_012_345_678, "020JKH45678"),
      (2_041_234_567, "0204DHF4567"), (6_001_234_567, "0600TXC4567"), (2_001_234_567_890, "0200DTRKM67890"),
    ]
    for (number, text) in expected { #expect(mask.text(number) == text) }
  }

  /// Likewise.
  @Test func `pseudonyms of every kind`() throws {
    let redaction = try Self.redaction()
    #expect(redaction.keyID == "1DR4XXAX")
    #expect(redaction.pseudonym(.operator, "OP10") == "OP-1E1RMZ6E")
    #expect(redaction.pseudonym(.provision, "PV-0001") == "PR-860085D21KV64")
    #expect(redaction.capID("CAP-01") == "CA-CFHZDHGPP5GZ0")
    #expect(redaction.pseudonym(.corporateNumber, "3999900001037") == "LP-GAZS43FG20PC1")
    #expect(redaction.pseudonym(.association, "電気通信事業者協会") == "AS-KMBDB7HM")
    #expect(redaction.pseudonym(.certificateNumber, "ETOC-2025-010") == "CN-ES4DG19SJDG43")
    #expect(redaction.pseudonym(.group, "") == "")
    #expect(
      redaction.digest(SHA256.hex(of: []))
        == "b55383486f15373162c086b4f938bcdd7fa233ecaeea9591761f3867bb1c9e5f")
  }

  @Test func `keys of fewer than sixteen bytes are none`() {
    let words = Redaction.Words(operatorName: "", withheld: "")
    #expect(Redaction(key: Array(repeating: 7, count: 15), scope: .names, words: words) == nil)
    #expect(Redaction(key: Array(repeating: 7, count: 16), scope: .names, words: words)?.numbers == nil)
  }

  @Test func `blocks are permuted and places kept`() throws {
    let mask = try Self.mask()
    let other = try Self.mask("another key of more than sixteen bytes")
    // First number of a block, its size, and how many blocks begin alike.
    let kinds: [(first: UInt64, size: UInt64, blocks: UInt64)] = [
      (5_010_000_000, 10_000, 9_000), (9_010_000_000, 100_000, 900), (110_000_000, 10_000, 1_000),
      (120_000_000, 1_000, 1_000), (2_000_000_000_000, 100_000, 100_000),
    ]
    for kind in kinds {
      var seen: Set<String> = []
      var same = 0
      for block in 0..<kind.blocks {
        let start = kind.first + block * kind.size
        let text = mask.text(start)
        let digits = "0\(start)"
        #expect(text.count == digits.count)
        let place = String(kind.size).count - 1
        let head = text.dropLast(place)
        #expect(seen.insert(String(head)).inserted)
        #expect(text.hasSuffix(String(repeating: "0", count: place)))
        #expect(mask.text(start + kind.size - 1) == head + String(repeating: "9", count: place))
        #expect(mask.text(start + kind.size / 10 + 7).hasPrefix(head))
        // It is nobody's number.
        #expect(text.contains { $0.isLetter })
        same += other.text(start) == text ? 1 : 0
      }
      // One is expected of two permutations; that ten are is rarer than one key in a million.
      #expect(same < 10)
    }
  }
}
