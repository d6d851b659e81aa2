import Numbering

/// Reads cells of telephone numbers: ten or eleven digits in a few steps without a branch, every other form by
/// `TelephoneNumber`.
///
/// - Complexity: O(1) a cell of ten or eleven digits, and a blank.
package enum TelephoneKernel {
  static func read(_ cells: CellBlock, into numbers: UnsafeMutablePointer<UInt64>) {
    NumberHeads.categories.withUnsafeBufferPointer { heads in
      guard let heads = heads.baseAddress else { return }
      for row in 0..<cells.rows {
        let (start, count) = cells[row]
        let number = plain(start, count, heads)
        numbers[row] = number
        let isOpen = (number == 0 ? 1 : 0) & (count == 0 ? cells.blankIsOpen : 1)
        if isOpen != 0 { settle(cells, row, numbers) }
      }
    }
  }

  @inline(never)
  private static func settle(_ cells: CellBlock, _ row: Int, _ numbers: UnsafeMutablePointer<UInt64>) {
    guard let cell = cells.plain(row), case .success(let number) = TelephoneNumber.parse(bytes: cell) else {
      return cells.flag(row)
    }
    numbers[row] = number.rawValue
  }

  /// The raw value of a subscriber number of ten or eleven digits; 0 for any other text.
  ///
  /// Eleven bytes can be read at `text`, however long it is.
  @inline(__always)
  private static func plain(_ text: UnsafePointer<UInt8>, _ count: Int, _ heads: UnsafePointer<UInt8>)
    -> UInt64
  {
    let isLong = count == 11
    // Digits become 0 … 9. The words overlap: together they are the whole text.
    let front = text.word ^ DigitWord.zeros
    let back = (text + (isLong ? 3 : 2)).word ^ DigitWord.zeros
    let excess = (front &+ 0x7676_7676_7676_7676) | front | (back &+ 0x7676_7676_7676_7676) | back
    let (second, third) = (front >> 8 & 0xFF, front >> 16 & 0xFF)
    let lead = isLong ? second &* 10 &+ third : second
    let isPlain = (isLong || count == 10) && excess & 0x8080_8080_8080_8080 == 0 && front & 0xFF == 0
    // Below 10,000,000,000, so that its head is one of the table.
    let number = isPlain ? lead &* 100_000_000 &+ DigitWord.sum(back) : 0
    let head = number / 1_000_000
    let isSubscriber = heads[Int(truncatingIfNeeded: head)] != NumberHeads.none && (head >= 1_000) == isLong
    return isSubscriber ? number : 0
  }

  /// The raw value of a number written in ten or eleven digits; 0 for any other text. For tests.
  package static func number(of text: [UInt8]) -> UInt64 {
    let padded = text + [UInt8](repeating: 0, count: 16)
    return padded.withUnsafeBufferPointer { padded in
      NumberHeads.categories.withUnsafeBufferPointer { heads in
        guard let base = padded.baseAddress, let heads = heads.baseAddress else { return 0 }
        return plain(base, text.count, heads)
      }
    }
  }
}
