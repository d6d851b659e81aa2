/// The cells of one field in a block of plain rows.
///
/// Kernels read them all in one loop. What they cannot settle they flag; a flagged row is read again from its bytes,
/// the thorough way. Every kernel stores a value for every row, flagged or not.
struct CellBlock {
  /// The first byte of the block; at least `SeparatorScan.slack` bytes follow the last one.
  let text: UnsafePointer<UInt8>
  /// Where each cell of each row ends, row by row; the element before the first is −1.
  let marks: UnsafePointer<Int32>
  /// How many fields a row has.
  let fields: Int
  let field: Int
  let rows: Int
  /// Whether a carriage return before the end is not of the cell.
  let dropsReturn: Bool
  /// Whether a blank cell must be flagged.
  let isRequired: Bool
  /// One byte a row.
  let flags: UnsafeMutablePointer<UInt8>

  /// The cell of a row as it stands, blanks around it included.
  @inline(__always)
  subscript(row: Int) -> (start: UnsafePointer<UInt8>, count: Int) {
    let at = row &* fields &+ field
    let start = Int(marks[at &- 1]) &+ 1
    var end = Int(marks[at])
    if dropsReturn, end > start, text[end &- 1] == 0x0D { end &-= 1 }
    return (text + start, end &- start)
  }

  @inline(__always)
  func flag(_ row: Int) { flags[row] = 1 }

  /// 1 where a blank cell settles nothing.
  @inline(__always)
  var blankIsOpen: Int { isRequired ? 1 : 0 }

  /// The cell without the blanks around it for a parser; nil for one that must be looked at closely.
  @inline(never)
  func plain(_ row: Int) -> UnsafeRawBufferPointer? {
    let (start, count) = self[row]
    let (from, to) = Cell.trimmed(start, 0, count)
    guard from < to, start[from] != UInt8(ascii: "#") else { return nil }
    return UnsafeRawBufferPointer(start: start + from, count: to - from)
  }
}

extension UnsafePointer<UInt8> {
  /// Eight bytes, the first one lowest.
  @inline(__always)
  var word: UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(self).loadUnaligned(as: UInt64.self))
  }

  /// The first `count` of eight bytes, the first one lowest, all others 0; `count` is at most 8.
  @inline(__always)
  func word(_ count: Int) -> UInt64 {
    // Two shifts, since one by 64 bits would be none.
    let half = UInt64(truncatingIfNeeded: 32 &- 4 &* count)
    return word & ((UInt64.max &>> half) &>> half)
  }
}

/// Eight digits in one word.
enum DigitWord {
  /// Eight digits 0.
  static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The number that the first `count` bytes write, 1 … 8 of them; nil when some is no digit.
  @inline(__always)
  static func value(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt64? {
    let half = UInt64(truncatingIfNeeded: 32 &- 4 &* count)
    // The digits move up; the places that become free are leading zeros.
    let digits = ((text.word ^ zeros) &<< half) &<< half
    guard ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
    return sum(digits)
  }

  /// The number of eight digits, a byte each, the first one lowest.
  @inline(__always)
  static func sum(_ digits: UInt64) -> UInt64 {
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
  }
}
