import SupplyChain

/// The rows read from one chunk, column by column.
///
/// Columns are freed one by one as they are taken out. Rows set aside stay among the others until the whole table is
/// put together, so that duplicates and references know them.
final class ChunkRows: @unchecked Sendable {
  struct Store {
    var values: PageBuffer
    /// Of texts only; `values` then holds where each ends.
    var bytes: PageBuffer?
    var used = 0
  }

  /// How many rows there are.
  var count = 0
  /// The line each row begins on.
  var lines: PageBuffer?
  /// By slot of the schema; nil for a column that is not kept.
  var stores: [Store?]
  /// Hashes of keys, 32 bits each; nil for a table without.
  var hashes: PageBuffer?
  /// Rows set aside, ascending when reading is over.
  var aside: [UInt32] = []
  var problems: [Problem] = []
  /// Whether a quote stood where none may, so that the chunk may have begun in the wrong place.
  var isIrregular = false
  /// Whether a quote was never closed: the rows behind it are lost.
  var isCutShort = false

  init(schema: Schema, kept: [Bool], capacity: Int, textBytes: Int) {
    lines = PageBuffer(capacity: capacity * 4)
    stores = schema.columns.indices.map { slot in
      guard kept[slot] else { return nil }
      let kind = schema.columns[slot].kind
      return Store(
        values: PageBuffer(capacity: capacity * kind.width),
        bytes: kind.isText ? PageBuffer(capacity: textBytes / 8) : nil)
    }
    if schema.columns[0].kind == .key { hashes = PageBuffer(capacity: capacity * 4) }
  }

  /// Frees a column.
  func free(_ slot: Int) {
    stores[slot]?.values.free()
    stores[slot]?.bytes?.free()
    stores[slot] = nil
  }

  func freeLines() {
    lines?.free()
    lines = nil
  }

  func freeHashes() {
    hashes?.free()
    hashes = nil
  }

  deinit {
    for slot in stores.indices { free(slot) }
    freeLines()
    freeHashes()
  }
}
