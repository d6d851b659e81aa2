import Numbering

/// The digits of 00 … 99, two bytes each.
private let digitPairs: StaticString =
  """
  0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
  5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
  """

extension TextBuffer {
  /// Appends a number in decimal digits.
  mutating func append(decimal value: UInt64) {
    // 20 digits at most.
    let length = Self.digitCount(value)
    let end = end(with: 20)
    Self.write(value, endingAt: end + length)
    advance(by: length)
  }

  /// Appends a number in decimal digits with a comma between thousands.
  mutating func append(grouped value: UInt64) {
    if value < 1_000 { return append(decimal: value) }
    append(grouped: value / 1_000)
    // Three digits, the leading noughts included: the rest of a number that has more.
    let rest = Int(truncatingIfNeeded: value % 1_000)
    let end = end(with: 4)
    end[0] = 0x2C
    end[1] = UInt8(truncatingIfNeeded: 48 &+ rest / 100)
    Self.write(pair: rest % 100, at: end + 2)
    advance(by: 4)
  }

  /// Appends a day as `2026-04-01`.
  mutating func append(_ day: Day) {
    let (year, month, number) = day.components
    let end = end(with: 10)
    Self.write(pair: year / 100, at: end)
    Self.write(pair: year % 100, at: end + 2)
    end[4] = 0x2D
    Self.write(pair: month, at: end + 5)
    end[7] = 0x2D
    Self.write(pair: number, at: end + 8)
    advance(by: 10)
  }

  /// Writes the digits of a number so that they end before a place.
  @inline(__always)
  private static func write(_ value: UInt64, endingAt place: UnsafeMutablePointer<UInt8>) {
    var rest = value
    var place = place
    while rest >= 100 {
      place -= 2
      write(pair: Int(truncatingIfNeeded: rest % 100), at: place)
      rest /= 100
    }
    if rest >= 10 {
      write(pair: Int(truncatingIfNeeded: rest), at: place - 2)
    } else {
      place[-1] = UInt8(truncatingIfNeeded: 48 &+ rest)
    }
  }

  /// Writes two digits; `value` is below 100.
  @inline(__always)
  private static func write(pair value: Int, at place: UnsafeMutablePointer<UInt8>) {
    let pair = digitPairs.utf8Start + 2 &* value
    place[0] = pair[0]
    place[1] = pair[1]
  }

  /// How many decimal digits a number has.
  @inline(__always)
  private static func digitCount(_ value: UInt64) -> Int {
    var count = 1
    var rest = value
    while rest >= 10_000 {
      rest /= 10_000
      count &+= 4
    }
    return count &+ (rest >= 1_000 ? 3 : rest >= 100 ? 2 : rest >= 10 ? 1 : 0)
  }

  /// Appends sixteen lower-case hexadecimal digits.
  mutating func append(hexadecimal value: UInt64) {
    let end = end(with: 16)
    for place in 0..<16 {
      let digit = UInt8(truncatingIfNeeded: value &>> UInt64(60 &- 4 &* place)) & 15
      end[place] = digit &+ (digit < 10 ? 48 : 87)
    }
    advance(by: 16)
  }
}
