import Numbering

/// Looks whether texts may be taken as they stand, and takes them.
enum TextKernel {
  /// Flags the rows whose text must be trimmed, may have to be folded or is not what it should be.
  ///
  /// - Parameters:
  ///   - isFolded: whether the column's texts are width-folded.
  ///   - longest: how many bytes a text may have.
  static func check(_ cells: CellBlock, isFolded: Bool, longest: Int) {
    for row in 0..<cells.rows {
      let (start, count) = cells[row]
      if count == 0 {
        if cells.isRequired { cells.flag(row) }
        continue
      }
      let isDoubtful = count > longest || start[0] == UInt8(ascii: "#") || hasBlankEdge(start, count)
      if isDoubtful || isFolded && !isFoldedAlready(start, count) { cells.flag(row) }
    }
  }

  /// Whether a blank may stand at either end; some other characters count as well.
  @inline(__always)
  static func hasBlankEdge(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let (first, last) = (text[0], text[count &- 1])
    if first > 0x20, last > 0x20, first < 0x80, last < 0x80 { return false }
    if first <= 0x20 || last <= 0x20 { return true }
    // U+00A0 and U+3000.
    let leads = first == 0xC2 && text[1] == 0xA0 || first == 0xE3 && text[1] == 0x80 && text[2] == 0x80
    let trails =
      last == 0xA0 && count >= 2 && text[count &- 2] == 0xC2
      || last == 0x80 && count >= 3 && text[count &- 2] == 0x80 && text[count &- 3] == 0xE3
    return leads || trails
  }

  @inline(__always)
  private static func isFoldedAlready(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var bits: UInt64 = 0
    var index = 0
    while index &+ 8 <= count {
      bits |= (text + index).word
      index &+= 8
    }
    bits |= (text + index).word(count &- index)
    if bits & 0x8080_8080_8080_8080 == 0 { return true }
    return WidthFolding.folded(UnsafeRawBufferPointer(start: text, count: count)) == nil
  }

  /// Copies the texts of some rows one after another; says how many bytes are used then.
  ///
  /// - Parameters:
  ///   - bytes: has room for the texts and 16 bytes more.
  ///   - ends: of the block's rows.
  static func copy(
    _ cells: CellBlock, rows: Range<Int>, to bytes: UnsafeMutableRawPointer, used: Int,
    ends: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var used = used
    for row in rows {
      let (start, count) = cells[row]
      let source = UnsafeRawPointer(start)
      let target = bytes + used
      target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: 8, as: UInt64.self), toByteOffset: 8, as: UInt64.self)
      if count > 16 { target.copyMemory(from: source, byteCount: count) }
      used &+= count
      ends[row] = UInt32(truncatingIfNeeded: used)
    }
    return used
  }

  /// How many bytes the texts of some rows have at most.
  static func room(_ cells: CellBlock, rows: Range<Int>) -> Int {
    guard let last = rows.last else { return 0 }
    let first = cells[rows.lowerBound].start
    let end = cells[last]
    return end.start - first + end.count
  }
}
