import Bytes
import Numbering
import SupplyChain

/// A column put together from all chunks.
enum RawColumn: Sendable {
  case absent
  case text(TextColumn)
  case words([UInt64])
  case days([Int32])
  case indices([UInt32])
  case bytes([UInt8])
}

/// A table put together from its chunks; rows set aside are still among the others until `compact`.
struct RawTable: Sendable {
  let schema: Schema
  var count = 0
  var lines: [UInt32] = []
  /// By slot of the schema.
  var columns: [RawColumn] = []
  /// Rows set aside, ascending, each once.
  var aside: [UInt32] = []
  var problems: [Problem] = []
  /// Whether rows were lost behind an open quote.
  var isCutShort = false
  /// Whether a quote stood where none may, so that chunks may have begun in the wrong place.
  var isIrregular = false
  /// Whether a text column outgrew its 32-bit offsets.
  var isTooLarge = false

  init(schema: Schema) {
    self.schema = schema
    columns = schema.columns.map { _ in .absent }
  }

  /// Reads chunks, each straight to its place in the columns.
  ///
  /// Places are reserved by lines, of which there are at least as many as rows; where there are more, as with blank
  /// lines or line breaks in quotes, the rows are moved together afterwards. `slots` are those of the file's header:
  /// a column stands there even when no row follows.
  ///
  /// - Parameter done: called with the bytes of each chunk that has been read.
  /// - Complexity: O(*n*) in the bytes, on several threads.
  init(
    _ plan: ReadingPlan, _ text: SharedText, _ chunks: [Chunk], slots: Set<Int>, threads: Int,
    done: @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    self.init(schema: plan.schema)
    var firsts: [Int] = []
    var total = 0
    for chunk in chunks {
      firsts.append(total)
      total += chunk.lines
    }
    if total >= Int(IDTable.aside) {
      isTooLarge = true
      return
    }
    var rows: [ChunkRows] = []
    let places = firsts
    let none = TableTarget(columns: columns.map { _ in nil }, lines: nil)
    var filling = ColumnFilling(plan: plan, slots: slots, count: total, isEmpty: chunks.isEmpty)
    filling.fill(none) { target in
      rows = concurrentMap(chunks.count, threads: threads) { index in
        let chunk = chunks[index]
        let rows = ChunkParser.read(plan, text, chunk, into: target, firstRow: places[index])
        done(UnsafeRawBufferPointer(start: text.base + chunk.start, count: chunk.end - chunk.start))
        return rows
      }
    }
    lines = filling.lines
    columns = filling.columns
    for chunk in rows {
      aside.append(contentsOf: chunk.aside.map { $0 + UInt32(clamping: count) })
      problems.append(contentsOf: chunk.problems)
      chunk.problems = []
      isCutShort = isCutShort || chunk.isCutShort
      isIrregular = isIrregular || chunk.isIrregular
      count += chunk.count
    }
    aside = RawTable.distinct(aside)
    if count < total { close(rows.map(\.count), firsts) }
    var filled: [Int] = []
    var next = 0
    for chunk in rows {
      filled.append(next)
      next += chunk.count
    }
    let gather = TextGather(chunks: rows, firsts: filled, threads: threads)
    for slot in columns.indices {
      guard case .text(let column) = columns[slot] else { continue }
      var ends = column.ends
      columns[slot] = .absent
      if let bytes = gather.bytes(slot, &ends) {
        columns[slot] = .text(TextColumn(bytes: bytes, ends: ends))
      } else {
        isTooLarge = true
      }
      for chunk in rows { chunk.free(slot) }
    }
  }

  /// Moves the rows of chunks together where they do not fill their places.
  private mutating func close(_ counts: [Int], _ firsts: [Int]) {
    lines.closeUp(counts, firsts)
    for slot in columns.indices {
      switch columns[slot] {
      case .absent: break
      case .text(let column):
        var ends = column.ends
        ends.closeUp(counts, firsts)
        columns[slot] = .text(TextColumn(unfinished: ends))
      case .words(var values):
        columns[slot] = .absent
        values.closeUp(counts, firsts)
        columns[slot] = .words(values)
      case .days(var values):
        columns[slot] = .absent
        values.closeUp(counts, firsts)
        columns[slot] = .days(values)
      case .indices(var values):
        columns[slot] = .absent
        values.closeUp(counts, firsts)
        columns[slot] = .indices(values)
      case .bytes(var values):
        columns[slot] = .absent
        values.closeUp(counts, firsts)
        columns[slot] = .bytes(values)
      }
    }
  }

  private static func distinct(_ rows: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    for row in rows.sorted() where result.last != row { result.append(row) }
    return result
  }

  /// Sets more rows aside.
  mutating func setAside(_ rows: [UInt32]) {
    if !rows.isEmpty { aside = RawTable.distinct(aside + rows) }
  }

  /// How many errors stand in rows that are not set aside: a lenient reading took those cells as blank.
  ///
  /// Before `compact`.
  /// - Parameters:
  ///   - problems: those of the file, by line.
  ///   - header: the line of the header; what stands up to there is no row.
  /// - Complexity: O(*n*), nothing where nothing is wrong.
  func blankedCells(_ problems: [Problem], after header: Int) -> Int {
    var result = 0
    var row = 0
    var next = 0
    for problem in problems where problem.code.severity == .error && Int(problem.line) > header {
      while row + 1 < count, lines[row + 1] <= problem.line { row += 1 }
      while next < aside.count, Int(aside[next]) < row { next += 1 }
      if row < count, next == aside.count || Int(aside[next]) != row { result += 1 }
    }
    return result
  }

  /// Removes the rows set aside.
  ///
  /// - Complexity: O(*n*), nothing where no row was set aside.
  mutating func compact() {
    guard !aside.isEmpty else { return }
    var kept: [UInt32] = []
    kept.reserveCapacity(count - aside.count)
    var next = 0
    for row in 0..<UInt32(count) {
      if next < aside.count, aside[next] == row {
        next += 1
      } else {
        kept.append(row)
      }
    }
    lines = kept.map { lines[Int($0)] }
    for slot in columns.indices {
      switch columns[slot] {
      case .absent: break
      case .text(let column): columns[slot] = .text(column.selecting(kept))
      case .words(let values): columns[slot] = .words(kept.map { values[Int($0)] })
      case .days(let values): columns[slot] = .days(kept.map { values[Int($0)] })
      case .indices(let values): columns[slot] = .indices(kept.map { values[Int($0)] })
      case .bytes(let values): columns[slot] = .bytes(kept.map { values[Int($0)] })
      }
    }
    count = kept.count
  }
}

extension TextColumn {
  /// The given rows.
  func selecting(_ rows: [UInt32]) -> TextColumn {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    ends.reserveCapacity(rows.count)
    for row in rows {
      bytes.append(contentsOf: self.bytes[range(Int(row))])
      ends.append(UInt32(bytes.count))
    }
    return TextColumn(bytes: bytes, ends: ends, ascends: ascends)
  }
}
