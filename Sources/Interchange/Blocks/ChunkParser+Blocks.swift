import Numbering
import SupplyChain

/// The quick way through plain rows: as many fields as the header, nothing quoted, no lone carriage return.
///
/// A block of them is scanned for separators, then read column by column. Rows that a kernel flags, whatever the
/// reason, are read again by `readRow`, which knows every form and every complaint; so what a kernel accepts is what
/// `readRow` would accept without a word, and it says nothing itself.
extension ChunkParser {
  /// Whether rows of the chunk may be read in blocks.
  var allowsBlocks: Bool {
    guard plan.readsInBlocks, !isSuspicious, !plan.rejectsAll, fieldCount >= 1, fieldCount <= 256 else {
      return false
    }
    switch table {
    case .operators, .designations, .approvals, .certifications, .provisions, .caps: return true
    case .restrictions, .waivers: return false
    }
  }

  /// Reads the plain rows that begin at `index`, as many as a block has; false when the first is none.
  ///
  /// A block grows while all goes well and begins anew with one row where it does not, so that what is scanned or read
  /// in vain is never more than what is read for good.
  mutating func readBlock(_ index: inout Int, _ end: Int, _ line: inout Int) -> Bool {
    let length = min(end, textEnd - SeparatorScan.slack) - index
    let limit = min(blockRows, capacity - row)
    guard length > 0, limit > 0 else { return false }
    let begin = index
    let base = text + begin
    let found = SeparatorScan.scan(
      base, min(length, 1 << 24), delimiter: delimiter, into: block.marks, limit: limit * fieldCount)
    let count = plainRows(base, found, min(found.count / fieldCount, limit))
    guard count > 0 else {
      blockRows = 1
      return false
    }
    blockRows = count < limit ? max(1, count) : min(block.mostRows, blockRows * 2)
    block.flags.update(repeating: 0, count: count)
    let cells = CellBlock(
      text: base, marks: UnsafePointer(block.marks), fields: fieldCount, field: 0, rows: count,
      dropsReturn: false, isRequired: false, flags: block.flags)
    for field in 0..<fieldCount where fields[field].slot >= 0 {
      readColumn(self.cells(of: field, cells, found.hasReturns))
    }
    for extra in 0..<unlistedCount { fillBlank(unlisted[extra], count) }
    checkRows(count)

    let (firstLine, slots) = (line, fieldCount)
    var next = 0
    while next < count {
      var stop = next
      while stop < count, block.flags[stop] == 0 { stop += 1 }
      take(next..<stop, cells, found.hasReturns, line: firstLine + next)
      if stop == count { break }
      index = begin + Int(block.marks[stop * slots - 1]) + 1
      line = firstLine + stop
      let before = row
      readRow(&index, end, &line)
      next = stop + 1
      if row == before {
        // A blank record is no row: those behind it move up, and are read again there.
        blockRows = max(1, stop)
        return true
      }
    }
    index = begin + Int(block.marks[count * slots - 1]) + 1
    line = firstLine + count
    return true
  }

  private func cells(of field: Int, _ cells: CellBlock, _ hasReturns: Bool) -> CellBlock {
    CellBlock(
      text: cells.text, marks: cells.marks, fields: fieldCount, field: field, rows: cells.rows,
      dropsReturn: hasReturns && field == fieldCount - 1, isRequired: fields[field].isRequired,
      flags: block.flags)
  }

  /// How many of the first rows have as many fields as the file.
  ///
  /// Where every row ends with a line feed, and there are no more line feeds than rows, all do.
  private func plainRows(_ base: UnsafePointer<UInt8>, _ found: SeparatorScan.Found, _ limit: Int) -> Int {
    let marks = block.marks
    let used = limit &* fieldCount
    let feeds = found.feeds &- SeparatorScan.feeds(base, marks + used, found.count &- used)
    var ends = 0
    for row in 1..<limit &+ 1 { ends &+= base[Int(marks[row &* fieldCount &- 1])] == 0x0A ? 1 : 0 }
    if feeds == limit, ends == limit { return limit }
    for row in 0..<limit {
      let first = row &* fieldCount
      let feeds = SeparatorScan.feeds(base, marks + first, fieldCount)
      if feeds != 1 || base[Int(marks[first &+ fieldCount &- 1])] != 0x0A { return row }
    }
    return limit
  }

  private mutating func readColumn(_ cells: CellBlock) {
    let plan = fields[cells.field]
    guard let all = values[plan.slot] else { return }
    let target = all + row * plan.kind.width
    switch plan.kind {
    case .key, .folded, .text:
      let longest = plan.kind == .key && plan.column == .operatorID ? 64 : Int.max
      TextKernel.check(cells, isFolded: plan.kind != .text, longest: longest)
    case .operatorReference:
      let rows = target.assumingMemoryBound(to: UInt32.self)
      if let numbered = self.plan.operators.numbered {
        numbered.withView { ReferenceKernel.read(cells, $0, into: rows) }
      } else {
        warmth &+= ReferenceKernel.read(cells, self.plan.operators, operators, block.wanted, into: rows)
      }
    case .day: DayKernel.read(cells, into: target.assumingMemoryBound(to: Int32.self))
    case .count: CountKernel.read(cells, into: target.assumingMemoryBound(to: UInt64.self))
    case .telephone: TelephoneKernel.read(cells, into: target.assumingMemoryBound(to: UInt64.self))
    case .corporateNumber:
      CorporateNumberKernel.read(cells, into: target.assumingMemoryBound(to: UInt64.self))
    case .category:
      WordKernel.read(
        cells, block.words[plan.slot], blank: noCategory, into: target.assumingMemoryBound(to: UInt8.self)
      ) { Category.parse(bytes: $0)?.rawValue }
    case .choice:
      let vocabulary = self.plan.schema.columns[plan.slot].vocabulary
      WordKernel.read(
        cells, block.words[plan.slot], blank: plan.blank, into: target.assumingMemoryBound(to: UInt8.self)
      ) { cell in
        cell.assumingMemoryBound(to: UInt8.self).baseAddress.flatMap { vocabulary?.value($0, cell.count) }
      }
    }
  }

  /// Stores what blank cells mean in a column that the file lacks.
  private mutating func fillBlank(_ plan: FieldPlan, _ count: Int) {
    let first = row
    for next in first..<first + count {
      row = next
      storeBlank(plan)
    }
    row = first
  }

  /// Adds the texts and lines of rows of a block, the first of which is the next row of the chunk.
  private mutating func take(_ taken: Range<Int>, _ cells: CellBlock, _ hasReturns: Bool, line: Int) {
    if taken.isEmpty { return }
    for field in 0..<fieldCount where fields[field].slot >= 0 && fields[field].kind.isText {
      let slot = fields[field].slot
      let column = self.cells(of: field, cells, hasReturns)
      let needed = textUsed[slot] + TextKernel.room(column, rows: taken) + 16
      if needed > textRoom[slot] { makeRoom(slot, needed) }
      guard let bytes = texts[slot], let ends = values[slot]?.assumingMemoryBound(to: UInt32.self) else {
        continue
      }
      textUsed[slot] = TextKernel.copy(
        column, rows: taken, to: bytes, used: textUsed[slot], ends: ends + (row - taken.lowerBound))
    }
    if let lines {
      for offset in 0..<taken.count { lines[row &+ offset] = UInt32(clamping: line &+ offset) }
    }
    row += taken.count
  }
}
