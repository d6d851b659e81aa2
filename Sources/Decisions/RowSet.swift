import Bytes

/// Some of the rows of a table: a bit for each row, so that asking, adding and going through them in order are cheap
/// however many there are.
struct RowSet: Sendable {
  private var words: [UInt64]
  /// How many rows there are in it.
  private(set) var count = 0

  /// None of the rows of a table.
  ///
  /// - Complexity: O(*n*), a bit for each row.
  init(of rows: Int) {
    words = [UInt64](large: (rows + 63) / 64) { $0.initialize(repeating: 0) }
  }

  /// Whether a row is in it.
  func contains(_ row: UInt32) -> Bool {
    words[Int(row >> 6)] >> UInt64(row & 63) & 1 != 0
  }

  /// Adds a row; whether it was not in it before.
  @discardableResult
  mutating func insert(_ row: UInt32) -> Bool {
    let (word, bit) = (Int(row >> 6), UInt64(1) << UInt64(row & 63))
    if words[word] & bit != 0 { return false }
    words[word] |= bit
    count += 1
    return true
  }

  /// The rows, ascending.
  ///
  /// - Complexity: O(*n*), a bit for each row of the table, and O(*k*) in those that are in it.
  var rows: [UInt32] {
    [UInt32](large: count) { rows in
      var next = 0
      for place in words.indices {
        var word = words[place]
        while word != 0 {
          rows[next] = UInt32(truncatingIfNeeded: place << 6 | word.trailingZeroBitCount)
          next += 1
          word &= word - 1
        }
      }
    }
  }

  /// How many rows of it come before each one.
  ///
  /// - Complexity: O(*n*), half a bit for each row of the table.
  var places: Places { Places(words) }

  /// Where each row of a set stands among them, ascending.
  struct Places: Sendable {
    private let words: [UInt64]
    /// How many rows stand in the words before each one.
    private let before: [UInt32]

    fileprivate init(_ words: [UInt64]) {
      self.words = words
      before = [UInt32](large: words.count) { before in
        var count = 0
        for place in words.indices {
          before[place] = UInt32(truncatingIfNeeded: count)
          count += words[place].nonzeroBitCount
        }
      }
    }

    /// How many rows of the set come before a row that is in it; nil for a row that is not.
    func place(of row: UInt32) -> UInt32? {
      let (word, bit) = (words[Int(row >> 6)], UInt64(1) << UInt64(row & 63))
      if word & bit == 0 { return nil }
      return before[Int(row >> 6)] + UInt32(truncatingIfNeeded: (word & (bit - 1)).nonzeroBitCount)
    }
  }
}
