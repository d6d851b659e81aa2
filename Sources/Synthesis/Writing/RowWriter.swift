/// Formats rows into memory that was reserved for them.
///
/// Whoever makes one has reserved at least as many bytes as will be written: `SyntheticTable.bytesPerUnit` states the
/// bound for each table and debug builds check it. `slack` bytes more may be overwritten: digits are stored eight at a
/// time.
struct RowWriter {
  /// Bytes that must be reserved beyond those that will be written.
  static let slack = 8

  private var cursor: UnsafeMutablePointer<UInt8>
  private let begin: UnsafeMutablePointer<UInt8>
  private let end: UnsafeMutablePointer<UInt8>

  /// Writes from the beginning of the memory; nil when there is none.
  init?(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    guard let base = memory.baseAddress else { return nil }
    begin = base
    cursor = base
    end = base + (memory.count - RowWriter.slack)
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

  /// A number in exactly so many digits, from 1 to 16, which it must not exceed.
  @inline(__always)
  mutating func digits(_ value: UInt64, width: Int) {
    if width <= 8 {
      store(EightDigits(value), width: width)
    } else {
      let upper = value / 100_000_000
      store(EightDigits(upper), width: width - 8)
      store(EightDigits(value &- upper &* 100_000_000), width: 8)
    }
  }

  /// A number less than 10¹⁶ without leading zeros.
  @inline(__always)
  mutating func decimal(_ value: UInt64) {
    if value < 100_000_000 {
      let digits = EightDigits(value)
      store(digits, width: digits.width)
    } else {
      self.digits(value, width: 8 + EightDigits(value / 100_000_000).width)
    }
  }

  @inline(__always)
  private mutating func store(_ digits: EightDigits, width: Int) {
    assert(end - cursor >= width)
    UnsafeMutableRawPointer(cursor).storeBytes(of: digits.ascii(width: width).littleEndian, as: UInt64.self)
    cursor += width
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
