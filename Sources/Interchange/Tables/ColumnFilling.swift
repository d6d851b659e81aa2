import Bytes
import SupplyChain

/// Makes the columns of a table and has them all filled at once, each element written where it stays.
struct ColumnFilling {
  let plan: ReadingPlan
  /// Slots that the file's header has.
  let slots: Set<Int>
  let count: Int
  /// Whether there is nothing to read.
  let isEmpty: Bool
  private(set) var columns: [RawColumn]
  private(set) var lines: [UInt32] = []

  init(plan: ReadingPlan, slots: Set<Int>, count: Int, isEmpty: Bool) {
    self.plan = plan
    self.slots = slots
    self.count = count
    self.isEmpty = isEmpty
    columns = plan.schema.columns.map { _ in .absent }
  }

  /// Calls `body` with the memory of the lines and of every column that is kept.
  ///
  /// An array shows its memory only while it is made, so that each is made inside the one before.
  mutating func fill(_ target: TableTarget, _ body: (TableTarget) -> Void) {
    lines = [UInt32](large: count) { memory in
      var target = target
      target.lines = UnsafeMutableRawPointer(memory.baseAddress)
      fill(from: 0, target, body)
    }
  }

  private mutating func fill(from slot: Int, _ target: TableTarget, _ body: (TableTarget) -> Void) {
    guard slot < columns.count else { return body(target) }
    let spec = plan.schema.columns[slot]
    guard isEmpty ? slots.contains(slot) : plan.kept[slot], !spec.isPassing else {
      return fill(from: slot + 1, target, body)
    }
    func make<Value>(_ type: Value.Type) -> [Value] {
      [Value](large: count) { memory in
        var target = target
        target.columns[slot] = UnsafeMutableRawPointer(memory.baseAddress)
        fill(from: slot + 1, target, body)
      }
    }
    switch spec.kind {
    case .key, .text, .folded: columns[slot] = .text(TextColumn(unfinished: make(UInt32.self)))
    case .operatorReference: columns[slot] = .indices(make(UInt32.self))
    case .day: columns[slot] = .days(make(Int32.self))
    case .telephone, .corporateNumber, .count: columns[slot] = .words(make(UInt64.self))
    case .category, .choice: columns[slot] = .bytes(make(UInt8.self))
    }
  }
}

extension Array {
  /// Moves parts together that begin at `firsts` and have `counts` elements; what is between them goes.
  mutating func closeUp(_ counts: [Int], _ firsts: [Int]) {
    var next = 0
    withUnsafeMutableBufferPointer { all in
      for (count, first) in zip(counts, firsts) {
        if next < first {
          for index in 0..<count { all[next + index] = all[first + index] }
        }
        next += count
      }
    }
    removeLast(count - next)
  }
}

/// Puts the texts of chunks one behind the other.
struct TextGather: @unchecked Sendable {
  let chunks: [ChunkRows]
  /// The row each chunk begins with.
  let firsts: [Int]
  let threads: Int

  /// The bytes of a text column, and its ends moved to where the texts lie in them; nil when there are more bytes than
  /// ends can tell.
  func bytes(_ slot: Int, _ ends: inout [UInt32]) -> [UInt8]? {
    var firstBytes: [Int] = []
    var total = 0
    for chunk in chunks {
      firstBytes.append(total)
      total += chunk.used[slot]
    }
    guard total <= Int(UInt32.max) else { return nil }
    let starts = firstBytes
    ends.withUnsafeMutableBufferPointer { ends in
      let target = Target(base: UnsafeMutableRawPointer(ends.baseAddress))
      concurrently(chunks.count, threads: threads) { index in
        guard let ends = target.base?.assumingMemoryBound(to: UInt32.self) else { return }
        let shift = UInt32(truncatingIfNeeded: starts[index])
        for row in firsts[index]..<firsts[index] + chunks[index].count { ends[row] &+= shift }
      }
    }
    return [UInt8](large: total) { memory in
      let target = Target(base: UnsafeMutableRawPointer(memory.baseAddress))
      concurrently(chunks.count, threads: threads) { index in
        guard let source = chunks[index].texts[slot] else { return }
        target.base?.advanced(by: starts[index]).copyMemory(
          from: source.base, byteCount: chunks[index].used[slot])
      }
    }
  }
}

/// Memory that several threads fill, each its own part.
private struct Target: @unchecked Sendable {
  let base: UnsafeMutableRawPointer?
}
