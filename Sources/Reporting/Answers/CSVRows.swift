import Numbering
import SupplyChain

/// Rows for spreadsheets, cell by cell: UTF-8 with a byte-order mark, CRLF, formula beginnings made harmless.
struct CSVRows: ~Copyable {
  private(set) var buffer = TextBuffer()
  private let width: Int
  private var filled = 0

  /// Begins with the header.
  init(_ columns: [String]) {
    width = columns.count
    buffer.append("\u{FEFF}")
    buffer.append(columns.joined(separator: ","))
    buffer.append("\r\n")
  }

  mutating func removeAll() { buffer.removeAll() }

  private mutating func begin() -> Int {
    defer { filled += 1 }
    return filled == 0 ? buffer.count : buffer.beginCell()
  }

  /// A cell of text.
  mutating func add(_ text: String) {
    let start = begin()
    buffer.append(text, .visible)
    buffer.endCell(from: start)
  }

  /// A number; blank for none.
  mutating func add(_ number: UInt64?) {
    _ = begin()
    if let number { buffer.append(decimal: number) }
  }

  /// The text of a row; blank for none.
  mutating func add(_ column: TextColumn, _ row: UInt32?) {
    let start = begin()
    guard let row else { return }
    buffer.append(column, Int(row), .visible)
    buffer.endCell(from: start)
  }

  /// A day; blank for none.
  mutating func add(_ day: Day?) {
    _ = begin()
    if let day { buffer.append(day) }
  }

  /// So many blank cells.
  mutating func skip(_ cells: Int = 1) {
    for _ in 0..<cells { _ = begin() }
  }

  /// Blank cells up to a column, from 0.
  mutating func skip(to column: Int) {
    if filled < column { skip(column - filled) }
  }

  /// Ends the row; cells left over are blank.
  mutating func endRow() {
    if filled < width { skip(width - filled) }
    buffer.append("\r\n")
    filled = 0
  }
}
