/// Where a cell lies in the text, quotes and blanks included.
struct RawCell {
  var start: Int
  var end: Int
}

/// A record as the plain scanner sees it.
struct RawRecord {
  /// The line it begins on, from 1.
  var line: Int
  var start: Int
  /// After its line break.
  var end: Int
  /// The line after its last.
  var nextLine: Int
  var cells: [RawCell]
}

/// Walks through delimited text record by record, plainly: for headers, encodings and rejected rows.
///
/// It sees the same records as `ChunkParser`, which is the quick way.
struct RecordScanner {
  private let text: UnsafeRawBufferPointer
  private let delimiter: UInt8
  private(set) var index: Int
  private(set) var line: Int

  init(_ text: UnsafeRawBufferPointer, delimiter: UInt8, from index: Int = 0, line: Int = 1) {
    self.text = text
    self.delimiter = delimiter
    self.index = index
    self.line = line
  }

  /// The next record that has any text; nil at the end.
  mutating func nextFilled() -> RawRecord? {
    while let record = next() {
      if record.cells.contains(where: { !Cell.isBlank(text, $0) }) { return record }
    }
    return nil
  }

  /// The next record; nil at the end.
  mutating func next() -> RawRecord? {
    guard index < text.count else { return nil }
    var record = RawRecord(line: line, start: index, end: index, nextLine: line, cells: [])
    while true {
      let start = index
      let more = passCell()
      record.cells.append(RawCell(start: start, end: index))
      guard more else { break }
      index += 1
    }
    passLineBreak()
    record.end = index
    record.nextLine = line
    return record
  }

  /// Moves to the end of the cell; says whether another follows.
  private mutating func passCell() -> Bool {
    if index < text.count, text[index] == UInt8(ascii: "\"") {
      index += 1
      while index < text.count {
        let byte = text[index]
        if byte == UInt8(ascii: "\"") {
          guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "\"") else {
            index += 1
            break
          }
          index += 2
        } else if byte == 0x0A || byte == 0x0D {
          passLineBreak()
        } else {
          index += 1
        }
      }
    }
    while index < text.count {
      let byte = text[index]
      if byte == delimiter { return true }
      if byte == 0x0A || byte == 0x0D { return false }
      index += 1
    }
    return false
  }

  private mutating func passLineBreak() {
    guard index < text.count else { return }
    if text[index] == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
    index += 1
    line += 1
  }
}
