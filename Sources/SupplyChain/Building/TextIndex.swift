/// Finds the row of a text column that holds a given text, by open addressing over the bytes.
///
/// Invariants: `slots` is a power of two long and at most half full; a slot holds a row plus one, or 0.
package struct TextIndex: Sendable {
  private var slots: [UInt32]

  /// Indexes a column; of equal texts the first row is found, blank ones are left out.
  ///
  /// - Complexity: O(*n*) in the bytes of the column.
  package init(_ column: TextColumn) {
    var capacity = 16
    while capacity < 2 * column.count { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
    column.bytes.withUnsafeBytes { bytes in
      for row in 0..<column.count {
        let range = column.range(row)
        if range.isEmpty { continue }
        let slot = slot(of: UnsafeRawBufferPointer(rebasing: bytes[range]), in: column, bytes)
        if slots[slot] == 0 { slots[slot] = UInt32(row) + 1 }
      }
    }
  }

  /// The first row of the column it was built from that holds these bytes; nil for none.
  package func row(of text: UnsafeRawBufferPointer, in column: TextColumn) -> Int? {
    if text.isEmpty { return nil }
    return column.bytes.withUnsafeBytes { bytes in
      let found = slots[slot(of: text, in: column, bytes)]
      return found == 0 ? nil : Int(found) - 1
    }
  }

  /// The first row of the column it was built from that holds this text; nil for none.
  package func row(of text: String, in column: TextColumn) -> Int? {
    var text = text
    return text.withUTF8 { row(of: UnsafeRawBufferPointer($0), in: column) }
  }

  /// The slot that holds these bytes, else the free one where they belong.
  private func slot(
    of text: UnsafeRawBufferPointer, in column: TextColumn, _ bytes: UnsafeRawBufferPointer
  ) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: text)
    let mask = slots.count - 1
    var slot = hasher.finalize() & mask
    while slots[slot] != 0 {
      let range = column.range(Int(slots[slot]) - 1)
      if range.count == text.count, bytes[range].elementsEqual(text) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }
}
