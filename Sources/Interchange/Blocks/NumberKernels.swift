import Numbering

/// Reads cells of counts: up to eight digits in a few steps, every other form by `CountText`.
///
/// - Complexity: O(1) a cell of at most eight digits.
enum CountKernel {
  static func read(_ cells: CellBlock, into numbers: UnsafeMutablePointer<UInt64>) {
    for row in 0..<cells.rows {
      let (start, count) = cells[row]
      let number = count &- 1 < 8 && count > 0 ? DigitWord.value(start, count) ?? 0 : 0
      numbers[row] = number
      let isOpen = (number == 0 ? 1 : 0) & (count == 0 ? cells.blankIsOpen : 1)
      if isOpen != 0 { settle(cells, row, numbers) }
    }
  }

  @inline(never)
  private static func settle(_ cells: CellBlock, _ row: Int, _ numbers: UnsafeMutablePointer<UInt64>) {
    guard let cell = cells.plain(row), let base = cell.assumingMemoryBound(to: UInt8.self).baseAddress,
      let number = CountText.parse(base, cell.count)
    else { return cells.flag(row) }
    numbers[row] = number
  }
}

/// Reads cells of corporate numbers.
enum CorporateNumberKernel {
  static func read(_ cells: CellBlock, into numbers: UnsafeMutablePointer<UInt64>) {
    for row in 0..<cells.rows {
      numbers[row] = 0
      let (start, count) = cells[row]
      if count == 0, !cells.isRequired { continue }
      if count == 13, let front = DigitWord.value(start, 8), let back = DigitWord.value(start + 8, 5),
        let number = CorporateNumber(rawValue: front &* 100_000 &+ back)
      {
        numbers[row] = number.rawValue
        continue
      }
      guard let cell = cells.plain(row), case .success(let number) = CorporateNumber.parse(bytes: cell) else {
        cells.flag(row)
        continue
      }
      numbers[row] = number.rawValue
    }
  }
}
