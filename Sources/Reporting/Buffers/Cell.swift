/// Cells of CSV, harmless to spreadsheets and quoted where they have to be.
extension TextBuffer {
  /// Appends the comma before a cell and returns where its text begins, for `endCell(from:)`.
  @inline(__always)
  mutating func beginCell() -> Int {
    append(byte: 0x2C)
    return count
  }

  /// Makes what was appended since `start` a cell: as `append(cell:)` would, which a test compares.
  mutating func endCell(from start: Int) {
    let length = count - start
    guard length > 0 else { return }
    let needs = needs(from: start)
    if needs.quoting == .none && !needs.apostrophe { return }
    if needs.quoting == .doubled {
      let cell = withBytes { Array($0[start...]) }
      truncate(to: start)
      cell.withUnsafeBufferPointer { append(cell: $0) }
      return
    }
    let isQuoted = needs.quoting == .plain
    let lead = (isQuoted ? 1 : 0) + (needs.apostrophe ? 1 : 0)
    let end = end(with: lead + 1)
    let begin = end - length
    UnsafeMutableRawPointer(begin + lead).copyMemory(from: begin, byteCount: length)
    if isQuoted {
      begin[0] = 0x22
      end[lead] = 0x22
    }
    if needs.apostrophe { begin[lead - 1] = 0x27 }
    advance(by: lead + (isQuoted ? 1 : 0))
  }

  private enum Quoting {
    case none, plain
    /// There are quotation marks inside, which are doubled.
    case doubled
  }

  private borrowing func needs(from start: Int) -> (quoting: Quoting, apostrophe: Bool) {
    withBytes { bytes in
      let cell = UnsafeBufferPointer(rebasing: bytes[start...])
      var quoting = Quoting.none
      for byte in cell {
        if byte > 0x2C { continue }
        if byte == 0x22 { return (.doubled, false) }
        if byte == 0x2C || byte == 0x0A || byte == 0x0D { quoting = .plain }
      }
      return (quoting, Self.beginsFormula(cell))
    }
  }

  private static func beginsFormula(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch cell.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }

  /// Appends a cell, byte by byte: the plain way.
  mutating func append(cell: UnsafeBufferPointer<UInt8>) {
    let isQuoted = cell.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if isQuoted { append(byte: 0x22) }
    if Self.beginsFormula(cell) { append(byte: 0x27) }
    for byte in cell {
      if isQuoted, byte == 0x22 { append(byte: 0x22) }
      append(byte: byte)
    }
    if isQuoted { append(byte: 0x22) }
  }
}
