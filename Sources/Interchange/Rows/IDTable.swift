import SupplyChain

/// Finds the row of an id: an open-addressing hash table built once and then only read.
package struct IDTable: Sendable {
  private struct Entry {
    var key: IDKey
    /// The row of the id in `ids`, `noIndex` for a free place.
    var row: UInt32
  }

  /// What stands for a row that was set aside.
  package static let aside = UInt32.max - 1

  private let entries: [Entry]
  private let mask: Int
  /// Every id, those of rows set aside included.
  private let ids: TextColumn
  /// What each row of `ids` is called now.
  private let targets: [UInt32]
  /// Whether there may be ids that could not be read.
  let isIncomplete: Bool

  /// A table that knows no id.
  init() {
    self.init(ids: TextColumn(), targets: [], isIncomplete: false)
  }

  /// - Parameter targets: what a search for each row's id finds; of equal ids the first counts.
  /// - Complexity: O(*n*) expected.
  package init(ids: TextColumn, targets: [UInt32], isIncomplete: Bool) {
    var size = 16
    while size < ids.count * 2 { size *= 2 }
    let mask = size - 1
    var entries = [Entry](
      repeating: Entry(key: IDKey(zero: ()), row: noIndex), count: size)
    ids.bytes.withUnsafeBufferPointer { bytes in
      entries.withUnsafeMutableBufferPointer { entries in
        guard let base = bytes.baseAddress else { return }
        for row in 0..<ids.count {
          let range = ids.range(row)
          if range.isEmpty { continue }
          let key = IDKey(base + range.lowerBound, range.count)
          var place = Int(truncatingIfNeeded: key.hash) & mask
          var isKnown = false
          while entries[place].row != noIndex {
            if entries[place].key == key,
              key.length <= IDKey.exactLength
                || equal(base, ids.range(Int(entries[place].row)), base + range.lowerBound, range.count)
            {
              isKnown = true
              break
            }
            place = (place + 1) & mask
          }
          if !isKnown { entries[place] = Entry(key: key, row: UInt32(row)) }
        }
      }
    }
    self.entries = entries
    self.mask = mask
    self.ids = ids
    self.targets = targets
    self.isIncomplete = isIncomplete
  }

  /// Where the search for a key begins, and a value that depends on the memory there, so that it is fetched.
  @inline(__always)
  func touch(_ hash: UInt64) -> UInt64 {
    entries.withUnsafeBufferPointer { $0[Int(truncatingIfNeeded: hash) & mask].key.first }
  }

  /// The target of an id; `noIndex` when it is unknown.
  @inline(__always)
  func find(_ key: IDKey, _ hash: UInt64, _ text: UnsafePointer<UInt8>) -> UInt32 {
    entries.withUnsafeBufferPointer { entries in
      var place = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = entries[place]
        if entry.row == noIndex { return noIndex }
        if entry.key == key, key.length <= IDKey.exactLength || isSame(entry.row, text, Int(key.length)) {
          return targets[Int(entry.row)]
        }
        place = (place + 1) & mask
      }
    }
  }

  /// The target of an id; `noIndex` when it is unknown.
  package func find(_ id: [UInt8]) -> UInt32 {
    id.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return noIndex }
      let key = IDKey(base, all.count)
      return find(key, key.hash, base)
    }
  }

  private func isSame(_ row: UInt32, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    ids.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      return equal(base, ids.range(Int(row)), text, count)
    }
  }
}

extension IDKey {
  /// The key of no id.
  init(zero: ()) {
    first = 0
    second = 0
    length = 0
  }
}

/// Whether a stretch of one text equals another.
@inline(__always)
private func equal(
  _ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ text: UnsafePointer<UInt8>, _ count: Int
) -> Bool {
  guard range.count == count else { return false }
  for index in 0..<count where base[range.lowerBound + index] != text[index] { return false }
  return true
}
