import Numbering

/// Reads cells of days: `2026-04-01` in a few steps without a branch, every other form by `Day`.
///
/// - Complexity: O(1) a cell for ten bytes and blanks.
package enum DayKernel {
  /// For 16 · (year − 1900) + month: 32 times the ordinal before its first day, and its length; 0 where there is no
  /// such month.
  private static let months: [UInt32] = {
    var months = [UInt32](repeating: 0, count: 300 * 16)
    for year in 1900...2199 {
      for month in 1...12 {
        guard let first = Day(year: year, month: month, day: 1) else { continue }
        let length = (28...31).last { Day(year: year, month: month, day: $0) != nil } ?? 28
        months[(year - 1900) * 16 + month] = UInt32(first.ordinal - 1) * 32 + UInt32(length)
      }
    }
    return months
  }()

  static func read(_ cells: CellBlock, into days: UnsafeMutablePointer<Int32>) {
    months.withUnsafeBufferPointer { months in
      guard let base = months.baseAddress else { return }
      for row in 0..<cells.rows {
        let (start, count) = cells[row]
        let day = ordinal(start, count, base)
        days[row] = day
        let isOpen = (day == 0 ? 1 : 0) & (count == 0 ? cells.blankIsOpen : 1)
        if isOpen != 0 { settle(cells, row, days) }
      }
    }
  }

  @inline(never)
  private static func settle(_ cells: CellBlock, _ row: Int, _ days: UnsafeMutablePointer<Int32>) {
    guard let cell = cells.plain(row), case .success(let day) = Day.parse(bytes: cell) else {
      return cells.flag(row)
    }
    days[row] = day.ordinal
  }

  /// The ordinal of ten bytes `yyyy-mm-dd`; 0 when they are something else.
  ///
  /// Ten bytes can be read at `text`, however long it is; so nothing branches, blank cells being frequent in no order.
  @inline(__always)
  private static func ordinal(
    _ text: UnsafePointer<UInt8>, _ count: Int, _ months: UnsafePointer<UInt32>
  ) -> Int32 {
    // Digits become 0 … 9, hyphens 0.
    let front = text.word ^ 0x2D30_302D_3030_3030
    let back = UInt64(text[8] ^ 0x30) | UInt64(text[9] ^ 0x30) << 8
    let excess = (front &+ 0x7F76_767F_7676_7676) | front | (back &+ 0x7676) | back
    let pairs = front &* 10 &+ front >> 8
    let year = Int(pairs & 0xFF) &* 100 &+ Int(pairs >> 16 & 0xFF)
    let index = (year &- 1900) &* 16 &+ Int(pairs >> 40 & 0xFF)
    let day = UInt32(truncatingIfNeeded: (back &* 10 &+ back >> 8) & 0xFF)
    // A month above 15 would be a month of the next year.
    let isMonth = pairs >> 40 & 0xF0 == 0
    let isPlain =
      count == 10 && excess & 0x8080_8080_8080_8080 == 0 && isMonth && UInt(bitPattern: index) < 300 * 16
    // There is no month 0: its length is 0.
    let month = months[isPlain ? index : 0]
    return day &- 1 < month & 31 ? Int32(truncatingIfNeeded: month >> 5 &+ day) : 0
  }

  /// The ordinal of a day written `yyyy-mm-dd`; 0 for any other text. For tests.
  package static func ordinal(of text: [UInt8]) -> Int32 {
    guard text.count == 10 else { return 0 }
    let padded = text + [UInt8](repeating: 0, count: 8)
    return padded.withUnsafeBufferPointer { text in
      months.withUnsafeBufferPointer { months in
        guard let text = text.baseAddress, let months = months.baseAddress else { return 0 }
        return ordinal(text, 10, months)
      }
    }
  }
}
