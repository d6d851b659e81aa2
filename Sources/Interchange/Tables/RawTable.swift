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
  /// 32-bit hashes of the keys.
  var hashes: [UInt32] = []
  /// Rows set aside, ascending, each once.
  var aside: [UInt32] = []
  var problems: [Problem] = []
  /// Whether rows were lost behind an open quote.
  var isCutShort = false
  /// Whether a text column outgrew its 32-bit offsets.
  var isTooLarge = false

  init(schema: Schema) {
    self.schema = schema
    columns = schema.columns.map { _ in .absent }
  }

  /// Puts chunks together column by column, freeing theirs as it goes.
  ///
  /// `slots` are those of the file's header: a column stands there even when no row follows.
  ///
  /// - Complexity: O(*n*).
  init(schema: Schema, slots: Set<Int>, chunks: [ChunkRows], threads: Int) {
    self.init(schema: schema)
    var firsts: [Int] = []
    for chunk in chunks {
      firsts.append(count)
      aside.append(contentsOf: chunk.aside.map { $0 + UInt32(clamping: count) })
      problems.append(contentsOf: chunk.problems)
      chunk.problems = []
      isCutShort = isCutShort || chunk.isCutShort
      count += chunk.count
    }
    aside = RawTable.distinct(aside)
    if count >= Int(IDTable.aside) {
      isTooLarge = true
      count = 0
      return
    }
    let gather = Gather(chunks: chunks, firsts: firsts, count: count, threads: threads)
    lines = gather.values(of: UInt32.self) { $0.lines?.base }
    for chunk in chunks { chunk.freeLines() }
    if schema.columns[0].kind == .key {
      hashes = gather.values(of: UInt32.self) { $0.hashes?.base }
      for chunk in chunks { chunk.freeHashes() }
    }
    for (slot, spec) in schema.columns.enumerated() {
      guard chunks.first.map({ $0.stores[slot] != nil }) ?? slots.contains(slot) else { continue }
      switch spec.kind {
      case .key, .text, .folded:
        if let text = gather.text(slot) {
          columns[slot] = .text(text)
        } else {
          isTooLarge = true
        }
      case .operatorReference: columns[slot] = .indices(gather.values(of: UInt32.self, in: slot))
      case .day: columns[slot] = .days(gather.values(of: Int32.self, in: slot))
      case .telephone, .corporateNumber, .count:
        columns[slot] = .words(gather.values(of: UInt64.self, in: slot))
      case .category, .choice: columns[slot] = .bytes(gather.values(of: UInt8.self, in: slot))
      }
      for chunk in chunks { chunk.free(slot) }
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
    hashes = []
    count = kept.count
  }
}

/// Copies columns of chunks into one.
private struct Gather: @unchecked Sendable {
  let chunks: [ChunkRows]
  /// The row each chunk begins with.
  let firsts: [Int]
  let count: Int
  let threads: Int

  func values<Value: BitwiseCopyable>(of type: Value.Type, in slot: Int) -> [Value] {
    values(of: type) { $0.stores[slot]?.values.base }
  }

  func values<Value: BitwiseCopyable>(
    of type: Value.Type, _ base: @Sendable (ChunkRows) -> UnsafeMutableRawPointer?
  ) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      let target = Target(base: UnsafeMutableRawPointer(buffer.baseAddress))
      concurrently(chunks.count, threads: threads) { index in
        guard let source = base(chunks[index]) else { return }
        target.base?.advanced(by: firsts[index] * MemoryLayout<Value>.stride)
          .copyMemory(from: source, byteCount: chunks[index].count * MemoryLayout<Value>.stride)
      }
      initialized = count
    }
  }

  /// A text column; nil when it has more bytes than its offsets can tell.
  func text(_ slot: Int) -> TextColumn? {
    var firstBytes: [Int] = []
    var total = 0
    for chunk in chunks {
      firstBytes.append(total)
      total += chunk.stores[slot]?.used ?? 0
    }
    guard total <= Int(UInt32.max) else { return nil }
    let starts = firstBytes
    let bytes = [UInt8](unsafeUninitializedCapacity: total) { buffer, initialized in
      let target = Target(base: UnsafeMutableRawPointer(buffer.baseAddress))
      concurrently(chunks.count, threads: threads) { index in
        guard let store = chunks[index].stores[slot], let source = store.bytes else { return }
        target.base?.advanced(by: starts[index]).copyMemory(from: source.base, byteCount: store.used)
      }
      initialized = total
    }
    let ends = [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
      let target = Target(base: UnsafeMutableRawPointer(buffer.baseAddress))
      concurrently(chunks.count, threads: threads) { index in
        guard let source = chunks[index].stores[slot]?.values.base.assumingMemoryBound(to: UInt32.self),
          let out = target.base?.assumingMemoryBound(to: UInt32.self)
        else { return }
        let shift = UInt32(truncatingIfNeeded: starts[index])
        for row in 0..<chunks[index].count { out[firsts[index] + row] = source[row] &+ shift }
      }
      initialized = count
    }
    return TextColumn(bytes: bytes, ends: ends)
  }
}

/// Memory that several threads fill, each its own part.
private struct Target: @unchecked Sendable {
  let base: UnsafeMutableRawPointer?
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
    return TextColumn(bytes: bytes, ends: ends)
  }
}
