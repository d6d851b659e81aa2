import Bytes
import Numbering

/// Report text being written, as UTF-8 bytes.
///
/// It stands in this room, not with the other byte buffers, so that the loops over findings are compiled together with
/// what they call.
struct TextBuffer: Sendable {
  private(set) var bytes: [UInt8] = []

  init() {}

  var count: Int { bytes.count }

  mutating func reserve(_ capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Takes back what was written after the first `count` bytes.
  mutating func truncate(to count: Int) {
    bytes.removeLast(max(0, bytes.count - count))
  }

  mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: more)
  }

  mutating func append(_ more: [UInt8]) {
    bytes.append(contentsOf: more)
  }

  /// Appends a number in decimal digits.
  mutating func append(decimal value: UInt64) {
    append(value, groupedBy: 0)
  }

  /// Appends a number in decimal digits with a comma between thousands.
  mutating func append(grouped value: UInt64) {
    append(value, groupedBy: 3)
  }

  private mutating func append(_ value: UInt64, groupedBy group: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
      // 20 digits and 6 commas at most.
      var place = 32
      var rest = value
      var written = 0
      repeat {
        if group > 0, written > 0, written % group == 0 {
          place -= 1
          digits[place] = 0x2C
        }
        place -= 1
        digits[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
        rest /= 10
        written += 1
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[place..<32]))
    }
  }

  /// Appends a day as `2026-04-01`.
  mutating func append(_ day: Day) {
    let (year, month, number) = day.components
    append(twoDigits: year / 100)
    append(twoDigits: year % 100)
    append(byte: 0x2D)
    append(twoDigits: month)
    append(byte: 0x2D)
    append(twoDigits: number)
  }

  private mutating func append(twoDigits value: Int) {
    append(byte: UInt8(truncatingIfNeeded: 48 + value / 10))
    append(byte: UInt8(truncatingIfNeeded: 48 + value % 10))
  }

  /// What was written, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Output {
  func write(_ buffer: TextBuffer) throws(OutputError) {
    try write(buffer.bytes)
  }
}
