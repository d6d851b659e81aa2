import SupplyChain

/// What one chunk was found to hold, besides the values that it wrote to its part of the table's columns.
///
/// Rows set aside stay among the others until the whole table is put together, so that duplicates and references know
/// them.
final class ChunkRows: @unchecked Sendable {
  /// How many rows there are.
  var count = 0
  /// By slot of the schema, for columns of texts: their bytes one after another. The column holds where each ends.
  var texts: [PageBuffer?]
  /// How many of those bytes are in use.
  var used: [Int]
  /// Rows set aside, ascending when reading is over.
  var aside: [UInt32] = []
  var problems: [Problem] = []
  /// Whether a quote stood where none may, so that the chunk may have begun in the wrong place.
  var isIrregular = false
  /// Whether a quote was never closed: the rows behind it are lost.
  var isCutShort = false

  init(schema: Schema, kept: [Bool], textBytes: Int) {
    texts = schema.columns.indices.map { slot in
      kept[slot] && schema.columns[slot].kind.isText ? PageBuffer(capacity: textBytes / 8 + 64) : nil
    }
    used = [Int](repeating: 0, count: texts.count)
  }

  /// Frees the texts of a column.
  func free(_ slot: Int) {
    texts[slot]?.free()
    texts[slot] = nil
  }

  deinit {
    for slot in texts.indices { free(slot) }
  }
}

/// The columns of a table while chunks fill them, each its own rows.
struct TableTarget: @unchecked Sendable {
  /// By slot of the schema; nil for a column that is not kept.
  var columns: [UnsafeMutableRawPointer?]
  var lines: UnsafeMutableRawPointer?
}
