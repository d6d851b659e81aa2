/// Formats rows into memory that was reserved for them.
///
/// Whoever makes one has reserved at least as many bytes as will be written: `SyntheticTable.bytesPerUnit` states the
/// bound for each table and debug builds check it.
struct RowWriter {
  private var cursor: UnsafeMutablePointer<UInt8>
  private let begin: UnsafeMutablePointer<UInt8>
  private let end: UnsafeMutablePointer<UInt8>

  init(_ memory: UnsafeMutableBufferPointer<UInt8>, _ base: UnsafeMutablePointer<UInt8>) {
    begin = base
    cursor = base
    end = base + memory.count
  }

  /// Bytes written so far.
  var count: Int { cursor - begin }

  @inline(__always)
  mutating func byte(_ value: UInt8) {
    assert(cursor < end)
    cursor.pointee = value
    cursor += 1
  }

  @inline(__always)
  mutating func comma() { byte(0x2C) }

  @inline(__always)
  mutating func commas(_ count: Int) {
    for _ in 0..<count { byte(0x2C) }
  }

  @inline(__always)
  mutating func endRow() { byte(0x0A) }

  @inline(__always)
  mutating func text(_ value: StaticString) {
    assert(end - cursor >= value.utf8CodeUnitCount)
    cursor.update(from: value.utf8Start, count: value.utf8CodeUnitCount)
    cursor += value.utf8CodeUnitCount
  }

  /// A number in exactly so many digits.
  @inline(__always)
  mutating func digits(_ value: UInt64, width: Int) {
    assert(end - cursor >= width)
    var rest = value
    var place = width
    while place > 0 {
      place -= 1
      let next = rest / 10
      cursor[place] = UInt8(truncatingIfNeeded: 48 &+ rest &- next &* 10)
      rest = next
    }
    cursor += width
  }

  /// A number without leading zeros.
  @inline(__always)
  mutating func decimal(_ value: UInt64) {
    var width = 1
    var limit: UInt64 = 10
    while value >= limit && width < 19 {
      limit &*= 10
      width += 1
    }
    digits(value, width: width)
  }

  /// A telephone number as digits with the leading 0.
  @inline(__always)
  mutating func telephone(_ rawValue: UInt64) {
    byte(0x30)
    digits(rawValue, width: rawValue < 1_000_000_000 ? 9 : rawValue < 10_000_000_000 ? 10 : 13)
  }

  /// A date `2026-10-01`; nothing for `Dates.none`.
  @inline(__always)
  mutating func day(_ ordinal: Int, _ dates: DateTexts) {
    guard ordinal != Dates.none else { return }
    assert(end - cursor >= DateTexts.length)
    dates.copy(ordinal, to: cursor)
    cursor += DateTexts.length
  }
}
