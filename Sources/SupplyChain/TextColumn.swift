/// A column of short texts in one block of bytes: no object and no `String` per row.
///
/// Invariants: `ends` ascends and its last element is `bytes.count`; every text is valid UTF-8.
public struct TextColumn: Sendable {
  package private(set) var bytes: [UInt8]
  package private(set) var ends: [UInt32]
  /// Whether every text is known to come before the next; false says nothing.
  package private(set) var ascends = false
  /// The column whose pseudonyms it holds; nil for one that is as it was read.
  private var original: Original?

  private final class Original: Sendable {
    let column: TextColumn

    init(_ column: TextColumn) { self.column = column }
  }

  /// A column of no rows.
  public init() {
    bytes = []
    ends = []
  }

  /// Takes over a block already filled; the caller keeps the invariants.
  ///
  /// - Parameter ascends: whether every text is known to come before the next.
  package init(bytes: [UInt8], ends: [UInt32], ascends: Bool = false) {
    self.bytes = bytes
    self.ends = ends
    self.ascends = ascends
    assert(Int(ends.last ?? 0) == bytes.count)
  }

  /// Ends whose texts are still to come; nothing but `ends` may be asked of it.
  package init(unfinished ends: [UInt32]) {
    bytes = []
    self.ends = ends
  }

  /// Pseudonyms of the rows of a column, as many; they are shown, and everything is judged and ordered as before.
  package init(pseudonyms bytes: [UInt8], ends: [UInt32], of column: TextColumn) {
    assert(ends.count == column.count)
    self.init(bytes: bytes, ends: ends, ascends: column.ascends)
    original = Original(column.unredacted)
  }

  /// How many rows there are.
  public var count: Int { ends.count }

  /// The column as it was read: what texts are compared with and looked up in, never what is shown.
  package var unredacted: TextColumn { original?.column ?? self }

  /// Whether it holds pseudonyms.
  package var isRedacted: Bool { original != nil }

  /// Adds a row; it is shown as it is.
  public mutating func append(_ text: String) {
    if let known = original {
      var column = known.column
      column.append(text)
      original = Original(column)
    }
    bytes.append(contentsOf: text.utf8)
    ends.append(UInt32(clamping: bytes.count))
    ascends = false
  }

  /// Adds a row of another column.
  package mutating func append(row: Int, of other: TextColumn) {
    bytes.append(contentsOf: other.bytes[other.range(row)])
    ends.append(UInt32(clamping: bytes.count))
    ascends = false
  }

  /// The texts of some rows, in that order, as they are shown and as they were read.
  ///
  /// - Parameter isKept: whether the text of a row is taken over; otherwise its cell is blank.
  /// - Complexity: O(*n*) in rows and their bytes.
  package func taking(_ rows: [Int], isKept: (Int) -> Bool = { _ in true }) -> TextColumn {
    var taken = TextColumn()
    taken.ends.reserveCapacity(rows.count)
    var length = 0
    for row in rows { length += range(row).count }
    taken.bytes.reserveCapacity(length)
    var last = -1
    var stillAscends = ascends
    for row in rows {
      if isKept(row) {
        taken.bytes.append(contentsOf: bytes[range(row)])
      } else {
        stillAscends = false
      }
      if row <= last { stillAscends = false }
      last = row
      taken.ends.append(UInt32(clamping: taken.bytes.count))
    }
    taken.ascends = stillAscends
    if let original { taken.original = Original(original.column.taking(rows, isKept: isKept)) }
    return taken
  }

  /// Where the text of a row lies in `bytes`.
  package func range(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }

  /// The text of a row as it is shown; empty where the cell is blank.
  public subscript(row: Int) -> String {
    String(decoding: bytes[range(row)], as: UTF8.self)
  }

  /// Whether the cell of a row is blank.
  public func isBlank(_ row: Int) -> Bool {
    range(row).isEmpty
  }

  /// Whether the text of one row, as it was read, comes before that of another, comparing UTF-8 bytes.
  public func precedes(_ left: Int, _ right: Int) -> Bool {
    if ascends { return left < right }
    if let original { return original.column.precedes(left, right) }
    return bytes.withUnsafeBufferPointer { all in
      let (a, b) = (range(left), range(right))
      var (i, j) = (a.lowerBound, b.lowerBound)
      while i < a.upperBound && j < b.upperBound {
        if all[i] != all[j] { return all[i] < all[j] }
        i += 1
        j += 1
      }
      return a.count < b.count
    }
  }
}
