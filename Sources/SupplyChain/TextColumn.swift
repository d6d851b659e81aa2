/// A column of short texts in one block of bytes: no object and no `String` per row.
///
/// Invariants: `ends` ascends and its last element is `bytes.count`; every text is valid UTF-8.
public struct TextColumn: Sendable {
  package private(set) var bytes: [UInt8]
  package private(set) var ends: [UInt32]
  /// Whether every text is known to come before the next; false says nothing.
  package private(set) var ascends = false

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

  /// How many rows there are.
  public var count: Int { ends.count }

  /// Adds a row.
  public mutating func append(_ text: String) {
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

  /// Where the text of a row lies in `bytes`.
  package func range(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }

  /// The text of a row; empty where the cell is blank.
  public subscript(row: Int) -> String {
    String(decoding: bytes[range(row)], as: UTF8.self)
  }

  /// Whether the cell of a row is blank.
  public func isBlank(_ row: Int) -> Bool {
    range(row).isEmpty
  }

  /// Whether the text of one row comes before that of another, comparing UTF-8 bytes.
  public func precedes(_ left: Int, _ right: Int) -> Bool {
    if ascends { return left < right }
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
