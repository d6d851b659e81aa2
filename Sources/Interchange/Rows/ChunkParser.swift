import Numbering
import SupplyChain

/// Reads the rows of one chunk into columns: one pass over the bytes, nothing allocated per row.
///
/// All pointers are its own or outlive it; every index into them is bounded by the number of lines of the chunk, by the
/// fields of the file or by the text's end.
struct ChunkParser {
  let plan: ReadingPlan
  let text: UnsafePointer<UInt8>
  /// How many bytes the whole text has.
  let textEnd: Int
  let delimiter: UInt8
  let isSuspicious: Bool
  let rows: ChunkRows
  /// How many rows there is room for.
  let capacity: Int
  let lines: UnsafeMutablePointer<UInt32>?

  // Copies of the plan for quick access.
  let fields: UnsafeMutablePointer<FieldPlan>
  let fieldCount: Int
  /// Where the values of each slot are.
  let values: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  let texts: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  let textRoom: UnsafeMutablePointer<Int>
  let textUsed: UnsafeMutablePointer<Int>
  /// Slots by column; −1 for none.
  let slots: UnsafeMutablePointer<Int>
  /// The raw cells of the row.
  let cells: UnsafeMutablePointer<RawCell>
  let pending: UnsafeMutablePointer<PendingReference>
  let words: UnsafeMutablePointer<WordList>
  let unlisted: UnsafeMutablePointer<FieldPlan>
  let unlistedCount: Int
  /// Values that only row checks look at, by slot; freed with the parser.
  private var passing: [PageBuffer] = []
  let block: BlockMemory
  /// How many rows the next block may have.
  var blockRows = 64
  let operators: IDTableView
  let table: TableName
  var pendingCount = 0
  var warmth: UInt64 = 0
  /// Unquoted content of the cell being read.
  var scratch: [UInt8] = []
  /// Columns of the file that every row needs, a bit each.
  private let required: UInt64

  // The row being read.
  var row = 0
  var rowLine = 0
  var present = ColumnSet()
  var bad = ColumnSet()
  var isAside = false

  init(plan: ReadingPlan, text: SharedText, chunk: Chunk, target: TableTarget, firstRow: Int) {
    self.plan = plan
    self.text = text.base
    textEnd = text.count
    delimiter = plan.delimiter
    isSuspicious = chunk.isSuspicious
    capacity = chunk.lines
    lines = target.lines?.assumingMemoryBound(to: UInt32.self).advanced(by: firstRow)
    rows = ChunkRows(schema: plan.schema, kept: plan.kept, textBytes: chunk.end - chunk.start)
    block = BlockMemory(plan)
    blockRows = min(blockRows, block.mostRows)
    let slotCount = plan.schema.columns.count
    fieldCount = plan.fields.count
    fields = .allocate(capacity: max(1, fieldCount))
    fields.initialize(from: plan.fields, count: fieldCount)
    values = .allocate(capacity: slotCount)
    texts = .allocate(capacity: slotCount)
    textRoom = .allocate(capacity: slotCount)
    textUsed = .allocate(capacity: slotCount)
    for slot in 0..<slotCount {
      let spec = plan.schema.columns[slot]
      var base = target.columns[slot]?.advanced(by: firstRow * spec.kind.width)
      if plan.kept[slot], spec.isPassing {
        let buffer = PageBuffer(passing: capacity * spec.kind.width)
        passing.append(buffer)
        base = buffer.base
      }
      (values + slot).initialize(to: base)
      (texts + slot).initialize(to: rows.texts[slot]?.base)
      (textRoom + slot).initialize(to: rows.texts[slot]?.capacity ?? 0)
      (textUsed + slot).initialize(to: 0)
    }
    slots = .allocate(capacity: Column.allCases.count)
    slots.initialize(repeating: -1, count: Column.allCases.count)
    for (slot, spec) in plan.schema.columns.enumerated() where plan.kept[slot] {
      slots[Int(spec.column.rawValue)] = slot
    }
    cells = .allocate(capacity: max(1, fieldCount))
    cells.initialize(repeating: RawCell(start: 0, end: 0), count: max(1, fieldCount))
    pending = .allocate(capacity: PendingReference.limit)
    words = .allocate(capacity: slotCount)
    for slot in 0..<slotCount {
      (words + slot).initialize(to: WordList(plan.schema.columns[slot].vocabulary))
    }
    unlistedCount = plan.unlisted.count
    unlisted = .allocate(capacity: max(1, unlistedCount))
    unlisted.initialize(from: plan.unlisted, count: unlistedCount)
    operators = plan.operators.view
    table = plan.schema.table
    var needed = ColumnSet()
    for field in plan.fields where field.isRequired { needed.insert(field.column) }
    required = needed.bits
  }

  /// Reads the chunk; its rows begin at `firstRow` of the table.
  static func read(
    _ plan: ReadingPlan, _ text: SharedText, _ chunk: Chunk, into target: TableTarget, firstRow: Int
  ) -> ChunkRows {
    var parser = ChunkParser(plan: plan, text: text, chunk: chunk, target: target, firstRow: firstRow)
    parser.readRows(chunk)
    parser.finish()
    return parser.rows
  }

  private mutating func readRows(_ chunk: Chunk) {
    var index = chunk.start
    var line = chunk.line
    let isPlain = allowsBlocks
    while index < chunk.end {
      if isPlain, readBlock(&index, chunk.end, &line) { continue }
      // A chunk has no more records than lines; nothing is written where that should not be so.
      guard row < capacity else { return }
      readRow(&index, chunk.end, &line)
    }
  }

  /// Reads one record, however it is written; a blank one is no row.
  mutating func readRow(_ index: inout Int, _ end: Int, _ line: inout Int) {
    let (text, delimiter) = (self.text, self.delimiter)
    rowLine = line
    present = ColumnSet()
    bad = ColumnSet()
    isAside = plan.rejectsAll
    var field = 0
    var isFilled = false
    while true {
      let start = index
      var (from, to) = (start, start)
      var isScratch = false
      if index < end, text[index] == Cell.quote {
        let quoted = passQuoted(&index, end, &line, field)
        (from, to, isScratch) = (quoted.from, quoted.to, quoted.isScratch)
        isFilled = isFilled || quoted.isMalformed
        // What follows the quotes has been passed as well.
      } else {
        while index < end {
          let byte = text[index]
          if byte > 0x2C {
            index += 1
            continue
          }
          if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
          if byte == Cell.quote { rows.isIrregular = true }
          index += 1
        }
        to = index
      }
      if from < to {
        let raw = RawCell(start: start, end: index)
        let filled = isScratch ? takeScratch(field, raw) : take(field, text, from, to, raw)
        isFilled = isFilled || filled
      } else if field < fieldCount {
        cells[field] = RawCell(start: start, end: index)
        storeBlank(fields[field])
      }
      field += 1
      guard index < end, text[index] == delimiter else { break }
      index += 1
    }
    if index < end {
      if text[index] == 0x0D, index + 1 < end, text[index + 1] == 0x0A { index += 1 }
      index += 1
      line += 1
    }
    guard isFilled else { return }
    while field < fieldCount {
      cells[field] = RawCell(start: index, end: index)
      storeBlank(fields[field])
      field += 1
    }
    for extra in 0..<unlistedCount { storeBlank(unlisted[extra]) }
    // What an open quote swallowed is not blank.
    if !rows.isCutShort {
      reportBlanks()
      checkRow()
    }
    lines?[row] = UInt32(clamping: rowLine)
    if isAside { rows.aside.append(UInt32(truncatingIfNeeded: row)) }
    row += 1
    if pendingCount > PendingReference.limit - 4 { resolveReferences() }
  }

  /// Passes a quoted cell and what follows it up to the delimiter; the content lies in the text or in `scratch`.
  private mutating func passQuoted(
    _ index: inout Int, _ end: Int, _ line: inout Int, _ field: Int
  ) -> (from: Int, to: Int, isScratch: Bool, isMalformed: Bool) {
    let start = index
    let startLine = line
    var hasEscape = false
    var isClosed = false
    index += 1
    while index < end {
      let byte = text[index]
      if byte == Cell.quote {
        if index + 1 < end, text[index + 1] == Cell.quote {
          hasEscape = true
          index += 2
          continue
        }
        isClosed = true
        break
      }
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, index + 1 < end, text[index + 1] == 0x0A { index += 1 }
        line += 1
      }
      index += 1
    }
    let content = (from: start + 1, to: index)
    guard isClosed else {
      rows.isIrregular = true
      rows.isCutShort = true
      isAside = true
      report(.unclosedQuote, field + 1, RawCell(start: start, end: end), line: startLine)
      // The cells that would follow are lost, not blank.
      for lost in min(field, fieldCount)..<fieldCount { bad.insert(fields[lost].column) }
      return (content.to, content.to, false, true)
    }
    index += 1
    let tailStart = index
    while index < end {
      let byte = text[index]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      if byte == Cell.quote { rows.isIrregular = true }
      index += 1
    }
    let tail = Cell.trimmed(text, tailStart, index)
    let hasTail = tail.start < tail.end
    if hasTail {
      rows.isIrregular = true
      isAside = true
      report(.textAfterQuote, field + 1, RawCell(start: start, end: index))
      if field < fieldCount { bad.insert(fields[field].column) }
    }
    guard hasEscape else { return (content.from, content.to, false, hasTail) }
    scratch.removeAll(keepingCapacity: true)
    var at = content.from
    while at < content.to {
      scratch.append(text[at])
      at += text[at] == Cell.quote ? 2 : 1
    }
    return (content.from, content.to, true, hasTail)
  }

  private mutating func takeScratch(_ field: Int, _ raw: RawCell) -> Bool {
    // `scratch` is set aside while it is read, so that nothing else can touch it.
    let content = scratch
    scratch = []
    let result = content.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return false }
      return take(field, base, 0, all.count, raw)
    }
    scratch = content
    return result
  }

  /// Takes a cell that is not empty; says whether it holds anything but blanks.
  @inline(__always)
  private mutating func take(
    _ field: Int, _ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ raw: RawCell
  ) -> Bool {
    var (start, end) = (from, to)
    let (first, last) = (base[start], base[end - 1])
    if first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80 {
      (start, end) = Cell.trimmed(base, start, end)
    }
    guard field < fieldCount else {
      if start < end {
        isAside = true
        report(.surplusCell, field + 1, raw)
      }
      return start < end
    }
    cells[field] = raw
    guard start < end else {
      storeBlank(fields[field])
      return false
    }
    if fields[field].slot >= 0 { store(fields[field], field, base + start, end - start, raw) }
    return true
  }

  /// Required cells that are blank and not reported already.
  @inline(__always)
  private mutating func reportBlanks() {
    if required & ~(present.bits | bad.bits) == 0 { return }
    for field in 0..<fieldCount where fields[field].isRequired {
      let column = fields[field].column
      if present.has(column) || bad.has(column) { continue }
      isAside = true
      report(.blank, field + 1, cells[field])
      bad.insert(column)
    }
  }

  /// Reports a problem of the row being read.
  mutating func report(
    _ code: ProblemCode, _ field: Int, _ cell: RawCell, extra: UInt64 = 0, line: Int? = nil
  ) {
    rows.problems.append(
      Problem(
        offset: UInt64(cell.start), extra: extra, length: UInt32(clamping: cell.end - cell.start),
        line: UInt32(clamping: line ?? rowLine), field: UInt16(clamping: field), file: plan.file, code: code))
  }

  private mutating func finish() {
    resolveReferences()
    rows.count = row
    for slot in plan.schema.columns.indices { rows.used[slot] = textUsed[slot] }
    rows.aside.sort()
    fields.deallocate()
    values.deallocate()
    texts.deallocate()
    textRoom.deallocate()
    textUsed.deallocate()
    slots.deallocate()
    cells.deallocate()
    pending.deallocate()
    for slot in plan.schema.columns.indices { words[slot].deallocate() }
    words.deallocate()
    unlisted.deallocate()
    for buffer in passing { buffer.free() }
    block.free()
  }
}
