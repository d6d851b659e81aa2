import Bytes

/// Finds the row of a text column that holds a given text, by open addressing over the bytes.
///
/// Invariants: `slots` is a power of two long and at most half full; a slot holds a row plus one, or 0.
package struct TextIndex: Sendable {
  private var slots: [UInt32]

  /// Indexes a column; of equal texts the first row is found, blank ones are left out.
  ///
  /// - Complexity: O(*n*) expected in the bytes of the column.
  package init(_ column: TextColumn) {
    slots = Self.fill(column) { _, _ in }
  }

  /// For each row of a column the first row that holds the same text; the row itself where the cell is blank.
  ///
  /// - Complexity: O(*n*) expected in the bytes of the column.
  static func firstRows(of column: TextColumn) -> [UInt32] {
    [UInt32](large: column.count) { rows in
      for row in rows.indices { rows[row] = UInt32(row) }
      _ = fill(column) { row, first in rows[row] = UInt32(first) }
    }
  }

  /// The first row of the column it was built from that holds these bytes; nil for none.
  package func row(of text: UnsafeRawBufferPointer, in column: TextColumn) -> Int? {
    if text.isEmpty { return nil }
    return column.bytes.withUnsafeBytes { bytes in
      column.ends.withUnsafeBufferPointer { ends in
        slots.withUnsafeBufferPointer { slots in
          let found = slots[Self.slot(of: text, slots, ends, bytes)]
          return found == 0 ? nil : Int(found) - 1
        }
      }
    }
  }

  /// The first row of the column it was built from that holds this text; nil for none.
  package func row(of text: String, in column: TextColumn) -> Int? {
    var text = text
    return text.withUTF8 { row(of: UnsafeRawBufferPointer($0), in: column) }
  }

  /// The slots of a column; tells of each row whose text stands in an earlier one.
  @inline(__always)
  private static func fill(_ column: TextColumn, _ repeated: (_ row: Int, _ first: Int) -> Void) -> [UInt32] {
    var filled = 0
    return column.bytes.withUnsafeBytes { bytes in
      column.ends.withUnsafeBufferPointer { ends in
        var start: UInt32 = 0
        for end in ends {
          filled += end == start ? 0 : 1
          start = end
        }
        var capacity = 16
        while capacity < 2 * filled { capacity *= 2 }
        return [UInt32](large: capacity) { slots in
          slots.initialize(repeating: 0)
          var start = 0
          for row in ends.indices {
            let end = Int(ends[row])
            if start == end { continue }
            let text = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            start = end
            let slot = slot(of: text, UnsafeBufferPointer(slots), ends, bytes)
            if slots[slot] == 0 { slots[slot] = UInt32(row) + 1 } else { repeated(row, Int(slots[slot]) - 1) }
          }
        }
      }
    }
  }

  /// The slot that holds these bytes, else the free one where they belong.
  @inline(__always)
  private static func slot(
    of text: UnsafeRawBufferPointer, _ slots: UnsafeBufferPointer<UInt32>,
    _ ends: UnsafeBufferPointer<UInt32>,
    _ bytes: UnsafeRawBufferPointer
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: HashKey.ofProcess.hash(text) >> 16) & mask
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      let (start, end) = (row == 0 ? 0 : Int(ends[row - 1]), Int(ends[row]))
      if end - start == text.count, equal(bytes, start, text) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  @inline(__always)
  private static func equal(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ text: UnsafeRawBufferPointer)
    -> Bool
  {
    for index in 0..<text.count where bytes[start + index] != text[index] { return false }
    return true
  }
}
