import Numbering

/// The words of a column by their bytes: a table in which no two words share a place.
///
/// Whoever makes one frees it. Words that find no place of their own are left to the thorough way.
struct WordTable {
  private struct Entry {
    var first: UInt64
    var second: UInt64
    var count: Int
    var value: UInt8
    /// nil for a free place.
    var bytes: UnsafeMutablePointer<UInt8>?
  }

  private static let size = 256
  /// The longest word kept.
  private static let longest = 48

  private let entries: UnsafeMutablePointer<Entry>

  /// The words of a schema's column; empty for a column without any.
  init(_ spec: ColumnSpec) {
    var words: [(text: String, value: UInt8)] = []
    if spec.kind == .category {
      words = Category.allCases.flatMap { [($0.name, $0.rawValue), ($0.japaneseName, $0.rawValue)] }
    } else if let vocabulary = spec.vocabulary {
      words = vocabulary.words.flatMap { [($0.english, $0.value), ($0.japanese, $0.value)] }
    }
    self.init(words)
  }

  init(_ words: [(text: String, value: UInt8)]) {
    entries = .allocate(capacity: WordTable.size)
    entries.initialize(
      repeating: Entry(first: 0, second: 0, count: -1, value: 0, bytes: nil), count: WordTable.size)
    for word in words where word.text.utf8.count <= WordTable.longest && !word.text.isEmpty {
      enter(Array(word.text.utf8), word.value)
    }
  }

  private func enter(_ text: [UInt8], _ value: UInt8) {
    let padded = [UInt8](repeating: 0, count: 8) + text + [UInt8](repeating: 0, count: 8)
    padded.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return }
      let key = WordTable.key(base + 8, text.count)
      let place = WordTable.place(key.first, key.second, text.count)
      guard entries[place].bytes == nil else { return }
      let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count)
      bytes.initialize(from: base + 8, count: text.count)
      entries[place] = Entry(
        first: key.first, second: key.second, count: text.count, value: value, bytes: bytes)
    }
  }

  func deallocate() {
    for index in 0..<WordTable.size { entries[index].bytes?.deallocate() }
    entries.deallocate()
  }

  /// The first and the last eight bytes; of a shorter text all of it and nothing.
  @inline(__always)
  private static func key(_ text: UnsafePointer<UInt8>, _ count: Int) -> (first: UInt64, second: UInt64) {
    let last = (text + max(0, count &- 8)).word
    return (text.word(min(count, 8)), count < 8 ? 0 : last)
  }

  @inline(__always)
  private static func place(_ first: UInt64, _ second: UInt64, _ count: Int) -> Int {
    let mixed =
      (first ^ second &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count))
      &* 0xD1B5_4A32_D192_ED03
    return Int(truncatingIfNeeded: mixed >> 56)
  }

  /// The value of a word as it is listed; `missing` for any other text.
  ///
  /// Eight bytes from the text's beginning are readable, however short it is.
  @inline(__always)
  func value(_ text: UnsafePointer<UInt8>, _ count: Int, missing: Int) -> Int {
    let key = WordTable.key(text, count)
    let entry = entries + WordTable.place(key.first, key.second, count)
    guard entry.pointee.first == key.first, entry.pointee.second == key.second, entry.pointee.count == count
    else { return missing }
    if count > 16, let bytes = entry.pointee.bytes {
      for index in 8..<count &- 8 where bytes[index] != text[index] { return missing }
    }
    return Int(entry.pointee.value)
  }
}

/// Reads cells of categories and of words out of a list.
///
/// - Complexity: O(1) a cell that holds a word as it is listed.
enum WordKernel {
  static func read(
    _ cells: CellBlock, _ words: WordTable, blank: UInt8, into values: UnsafeMutablePointer<UInt8>,
    thoroughly: (UnsafeRawBufferPointer) -> UInt8?
  ) {
    for row in 0..<cells.rows {
      let (start, count) = cells[row]
      let value = words.value(start, count, missing: -1)
      values[row] = value >= 0 ? UInt8(truncatingIfNeeded: value) : blank
      let isOpen = (value < 0 ? 1 : 0) & (count == 0 ? cells.blankIsOpen : 1)
      if isOpen != 0 {
        if let cell = cells.plain(row), let value = thoroughly(cell) {
          values[row] = value
        } else {
          cells.flag(row)
        }
      }
    }
  }
}
