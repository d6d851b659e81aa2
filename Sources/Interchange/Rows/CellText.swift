import Numbering

/// Counts of numbers: digits, full-width ones too, with or without thousands commas; 1 … 10,000,000,000.
package enum CountText {
  package static let largest: UInt64 = 10_000_000_000

  /// The count; nil if the text is none.
  package static func parse(_ text: String) -> UInt64? {
    var text = text
    return text.withUTF8 { all in all.baseAddress.flatMap { parse($0, all.count) } }
  }

  /// The count; nil if the text is none.
  @inline(__always)
  package static func parse(_ cell: UnsafePointer<UInt8>, _ count: Int) -> UInt64? {
    guard count <= 11 else { return parseSlowly(cell, count) }
    var value: UInt64 = 0
    for index in 0..<count {
      let digit = cell[index] &- 48
      if digit > 9 { return parseSlowly(cell, count) }
      value = value &* 10 &+ UInt64(digit)
    }
    return value >= 1 && value <= largest ? value : nil
  }

  private static func parseSlowly(_ cell: UnsafePointer<UInt8>, _ count: Int) -> UInt64? {
    guard count <= 100 else { return nil }
    let raw = UnsafeRawBufferPointer(start: cell, count: count)
    let text = WidthFolding.folded(raw) ?? Array(raw)
    var value: UInt64 = 0
    var digits = 0
    var group = 0
    var hasComma = false
    for byte in text {
      if byte == UInt8(ascii: ",") {
        // The first group has one to three digits, every other one three.
        guard hasComma ? group == 3 : (1...3).contains(digits) else { return nil }
        hasComma = true
        group = 0
        continue
      }
      let digit = byte &- 48
      guard digit <= 9 else { return nil }
      digits += 1
      group += 1
      value = value * 10 + UInt64(digit)
      if value > largest { return nil }
    }
    guard digits > 0, !hasComma || group == 3 else { return nil }
    return value >= 1 ? value : nil
  }
}

/// Dates as `2026-04-01`, by far the most frequent form; all others are left to `Day`.
package enum QuickDay {

  /// The ordinal of a day; nil where `Day` must decide.
  @inline(__always)
  package static func parse(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Int32? {
    guard count == 10, cell[4] == 0x2D, cell[7] == 0x2D else { return nil }
    let digits = (
      cell[0] &- 48, cell[1] &- 48, cell[2] &- 48, cell[3] &- 48, cell[5] &- 48, cell[6] &- 48, cell[8] &- 48,
      cell[9] &- 48
    )
    let worst = max(
      max(max(digits.0, digits.1), max(digits.2, digits.3)),
      max(max(digits.4, digits.5), max(digits.6, digits.7))
    )
    guard worst <= 9 else { return nil }
    let year = Int32(digits.0) * 1_000 + Int32(digits.1) * 100 + Int32(digits.2) * 10 + Int32(digits.3)
    let month = Int32(digits.4) * 10 + Int32(digits.5)
    let day = Int32(digits.6) * 10 + Int32(digits.7)
    // Days up to the 28th exist in every month; the few others are looked at closely elsewhere.
    guard year >= 1901, year <= 2199, month >= 1, month <= 12, day >= 1, day <= 28 else { return nil }
    let marchYear = month > 2 ? year : year - 1
    let start = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    // 1899-12-31 is day 693,900 from 0000-03-01.
    return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + start + day - 1 - 693_900
  }
}

/// What Excel leaves in cells it could not work out.
enum ExcelDamage {
  static let errorValues = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
  ]
}

extension Vocabulary {
  /// The value of a word in UTF-8; nil for none.
  ///
  func value(_ cell: UnsafePointer<UInt8>, _ count: Int) -> UInt8? {
    // The longest word has 21 bytes; full-width letters take three times as many.
    guard count <= 100 else { return nil }
    return value(of: String(decoding: UnsafeBufferPointer(start: cell, count: count), as: UTF8.self))
  }
}

/// The words of a column as bytes, for comparing cells in a loop; whoever makes one frees it.
struct WordList {
  private struct Word {
    var bytes: UnsafeMutableBufferPointer<UInt8>
    var value: UInt8
  }

  private let words: UnsafeMutableBufferPointer<Word>

  init(_ vocabulary: Vocabulary?) {
    let all = (vocabulary?.words ?? []).flatMap { [($0.english, $0.value), ($0.japanese, $0.value)] }
    words = .allocate(capacity: all.count)
    for (index, word) in all.enumerated() {
      let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: word.0.utf8.count)
      _ = bytes.initialize(from: word.0.utf8)
      words.initializeElement(at: index, to: Word(bytes: bytes, value: word.1))
    }
  }

  func deallocate() {
    for word in words { word.bytes.deallocate() }
    words.deallocate()
  }

  /// The value of a word written as it is listed; nil for any other.
  @inline(__always)
  func value(_ cell: UnsafePointer<UInt8>, _ count: Int) -> UInt8? {
    for word in 0..<words.count where words[word].bytes.count == count {
      var index = 0
      while index < count, words[word].bytes[index] == cell[index] { index += 1 }
      if index == count { return words[word].value }
    }
    return nil
  }
}
