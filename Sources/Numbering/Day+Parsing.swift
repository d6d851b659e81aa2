extension Day {
  /// The day a text means; nil if it is none of the accepted forms or no day there is.
  ///
  /// Accepted are a year of four digits or of an era (明治 … 令和, M T S H R, 元 for 1), month and day, separated by
  /// `-`, `/`, `.` or 年月日; `20260401`; full-width forms. A trailing time `0:00` or `0:00:00` is ignored.
  public init?(_ text: String) {
    guard case .success(let day) = Day.parse(text) else { return nil }
    self = day
  }

  /// The day a text means, or why it means none.
  public static func parse(_ text: String) -> Result<Day, DayFailure> {
    var copy = text
    return copy.withUTF8 { parse(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The day a text in UTF-8 means, or why it means none.
  ///
  /// Allocates nothing for ASCII.
  package static func parse(bytes: UnsafeRawBufferPointer) -> Result<Day, DayFailure> {
    if bytes.count == 10, let day = parseISO(bytes) { return .success(day) }
    if WidthFolding.isASCII(bytes) { return parseMarked(bytes) }
    let folded = WidthFolding.folded(bytes)
    let text = folded.map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: bytes, as: UTF8.self)
    guard let marked = marked(text) else { return .failure(.notADate) }
    return marked.withUnsafeBytes { parseMarked($0) }
  }

  /// The quick way for `yyyy-mm-dd` and `yyyy/mm/dd`; nil leaves the text to the general way.
  private static func parseISO(_ bytes: UnsafeRawBufferPointer) -> Day? {
    let separator = bytes[4]
    guard separator == bytes[7], separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") else {
      return nil
    }
    var bad: UInt8 = 0
    func digit(_ index: Int) -> Int {
      let value = bytes[index] &- 48
      if value > 9 { bad = 1 }
      return Int(value)
    }
    let year = digit(0) * 1_000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    let day = digit(8) * 10 + digit(9)
    return bad == 0 ? Day(year: year, month: month, day: day) : nil
  }

  /// Bytes beyond ASCII that stand for kanji in `parseMarked`.
  private enum Mark {
    static let year: UInt8 = 0x80
    static let month: UInt8 = 0x81
    static let day: UInt8 = 0x82
    static let first: UInt8 = 0x83
  }

  /// Width-folded text in one byte a character: era names as letters, 年月日元 as marks; nil if that cannot be.
  private static func marked(_ text: String) -> [UInt8]? {
    var rest = text.unicodeScalars[...]
    var result: [UInt8] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "年": result.append(Mark.year)
      case "月": result.append(Mark.month)
      case "日": result.append(Mark.day)
      case "元": result.append(Mark.first)
      case "明", "大", "昭", "平", "令":
        // NFKC of the square era names ㍾㍽㍼㍻㋿ gives these two characters as well.
        guard let next = rest.popFirst() else { return nil }
        switch (scalar, next) {
        case ("明", "治"): result.append(UInt8(ascii: "M"))
        case ("大", "正"): result.append(UInt8(ascii: "T"))
        case ("昭", "和"): result.append(UInt8(ascii: "S"))
        case ("平", "成"): result.append(UInt8(ascii: "H"))
        case ("令", "和"): result.append(UInt8(ascii: "R"))
        default: return nil
        }
      default:
        if scalar.isASCII {
          result.append(UInt8(truncatingIfNeeded: scalar.value))
        } else if scalar.isHyphenLike {
          result.append(UInt8(ascii: "-"))
        } else {
          return nil
        }
      }
    }
    return result
  }

  /// Reads ASCII with marks.
  private static func parseMarked(_ bytes: UnsafeRawBufferPointer) -> Result<Day, DayFailure> {
    var cursor = DateCursor(bytes)
    let era = cursor.takeEra()
    let written: Int
    if era != nil, cursor.take(Mark.first) {
      written = 1
    } else {
      let (value, digits) = cursor.takeNumber()
      if era == nil, digits == 8, cursor.isAtEnd {
        return resolve(year: value / 10_000, month: value / 100 % 100, day: value % 100, era: nil)
      }
      if era == nil, digits == 5 || digits == 6, cursor.isAtEnd, let day = Day(excelSerial: value),
        value >= 10_000
      {
        return .failure(.excelSerial(day))
      }
      guard era == nil ? digits == 4 : digits >= 1 && digits <= 3 else { return .failure(.notADate) }
      written = value
    }
    let isKanji = cursor.take(Mark.year)
    let separator = isKanji ? Mark.month : cursor.next
    guard isKanji || cursor.takeSeparator() else { return .failure(.notADate) }
    let (month, monthDigits) = cursor.takeNumber()
    guard monthDigits == 1 || monthDigits == 2, cursor.take(separator) else { return .failure(.notADate) }
    let (day, dayDigits) = cursor.takeNumber()
    guard dayDigits == 1 || dayDigits == 2, !isKanji || cursor.take(Mark.day), cursor.takeMidnight() else {
      return .failure(.notADate)
    }
    return resolve(year: written + (era?.yearZero ?? 0), month: month, day: day, era: era)
  }

  private static func resolve(year: Int, month: Int, day: Int, era: Era?) -> Result<Day, DayFailure> {
    guard year >= 1900, year <= 2199 else { return .failure(.outOfRange(year: year)) }
    guard let result = Day(year: year, month: month, day: day) else {
      return .failure(.noSuchDay(year: year, month: month, day: day))
    }
    if let era, result.era != era { return .failure(.outsideEra(era, day: result)) }
    return .success(result)
  }
}

/// Reads the parts of a date from left to right; blanks around the text are passed over.
private struct DateCursor {
  private let bytes: UnsafeRawBufferPointer
  private var index = 0
  private let end: Int

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    self.end = end
    while index < end, bytes[index] == 0x20 { index += 1 }
  }

  var isAtEnd: Bool { index == end }

  /// The byte ahead; 0 at the end.
  var next: UInt8 { index < end ? bytes[index] : 0 }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < end, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func takeSeparator() -> Bool {
    take(UInt8(ascii: "-")) || take(UInt8(ascii: "/")) || take(UInt8(ascii: "."))
  }

  mutating func takeEra() -> Era? {
    let era: Era
    switch next | 0x20 {
    case UInt8(ascii: "m"): era = .meiji
    case UInt8(ascii: "t"): era = .taisho
    case UInt8(ascii: "s"): era = .showa
    case UInt8(ascii: "h"): era = .heisei
    case UInt8(ascii: "r"): era = .reiwa
    default: return nil
    }
    index += 1
    return era
  }

  /// A run of digits, of which at most nine are taken.
  mutating func takeNumber() -> (value: Int, digits: Int) {
    var value = 0
    var digits = 0
    while digits < 9, index < end {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { break }
      value = value * 10 + Int(digit)
      digits += 1
      index += 1
    }
    return (value, digits)
  }

  /// The end of the text, or the time Excel adds, set off by a blank: `0:00`, `0:00:00`.
  mutating func takeMidnight() -> Bool {
    if isAtEnd { return true }
    guard take(0x20) else { return false }
    while take(0x20) {}
    guard take(UInt8(ascii: "0")) else { return false }
    _ = take(UInt8(ascii: "0"))
    guard takeZeros() else { return false }
    return isAtEnd || takeZeros() && isAtEnd
  }

  private mutating func takeZeros() -> Bool {
    take(UInt8(ascii: ":")) && take(UInt8(ascii: "0")) && take(UInt8(ascii: "0"))
  }
}
