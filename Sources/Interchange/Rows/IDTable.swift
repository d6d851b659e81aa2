import Bytes
import SupplyChain

/// Finds the row of an id: an open-addressing hash table built once and then only read.
package struct IDTable: Sendable {
  struct Entry {
    var key: IDKey
    /// `noIndex` for a free place; the target of an id that its key tells exactly, else its row in `ids`.
    var value: UInt32
  }

  /// What stands for a row that was set aside.
  package static let aside = UInt32.max - 1

  private let memory: IDTableMemory
  /// nil for ids that are not a prefix and a number; where it is there, the table of hashes is empty.
  let numbered: NumberedIDs?
  /// Every id, those of rows set aside included.
  private let ids: TextColumn
  /// What each row of `ids` is called now.
  private let targets: [UInt32]
  /// Whether there may be ids that could not be read.
  let isIncomplete: Bool

  /// - Parameter targets: what a search for each row's id finds; of equal ids the first counts.
  /// - Complexity: O(*n*) expected.
  package init(ids: TextColumn, targets: [UInt32], isIncomplete: Bool) {
    numbered = NumberedIDs(ids: ids, targets: targets)
    var size = 16
    while numbered == nil, size < ids.count * 2 { size *= 2 }
    memory = IDTableMemory(size: size)
    self.ids = ids
    self.targets = targets
    self.isIncomplete = isIncomplete
    if numbered != nil { return }
    let (entries, mask) = (memory.entries, size - 1)
    ids.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      for row in 0..<ids.count {
        let range = ids.range(row)
        if range.isEmpty { continue }
        let key = IDKey(base + range.lowerBound, range.count)
        var place = Int(truncatingIfNeeded: key.hash) & mask
        var isKnown = false
        while entries[place].value != noIndex {
          if entries[place].key == key,
            key.isExact
              || equal(base, ids.range(Int(entries[place].value)), base + range.lowerBound, range.count)
          {
            isKnown = true
            break
          }
          place = (place + 1) & mask
        }
        if !isKnown { entries[place] = Entry(key: key, value: key.isExact ? targets[row] : UInt32(row)) }
      }
    }
  }

  /// The table without its owner, for loops; valid as long as the table lives.
  var view: IDTableView { IDTableView(entries: UnsafePointer(memory.entries), mask: memory.size - 1) }

  /// The target of the value found for a key.
  @inline(never)
  func target(ofLong value: UInt32, _ text: UnsafePointer<UInt8>, _ key: IDKey, from place: Int) -> UInt32 {
    let view = view
    return ids.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return noIndex }
      var place = place
      while view.entries[place].value != noIndex {
        let entry = view.entries[place]
        if entry.key == key, equal(base, ids.range(Int(entry.value)), text, Int(key.length)) {
          return targets[Int(entry.value)]
        }
        place = (place + 1) & view.mask
      }
      return noIndex
    }
  }

  /// The target of a key; `noIndex` when it is unknown.
  func find(_ key: IDKey, _ hash: UInt64, _ text: UnsafePointer<UInt8>) -> UInt32 {
    if let numbered { return numbered.find(text, Int(key.length)) }
    let found = view.find(key, hash)
    return key.isExact || found.value == noIndex
      ? found.value : target(ofLong: found.value, text, key, from: found.place)
  }

  /// The target of an id; `noIndex` when it is unknown.
  package func find(_ id: [UInt8]) -> UInt32 {
    id.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return noIndex }
      let key = IDKey(base, all.count)
      return find(key, key.hash, base)
    }
  }
}

/// The places of a table; written only while it is built.
private final class IDTableMemory: @unchecked Sendable {
  let entries: UnsafeMutablePointer<IDTable.Entry>
  let size: Int

  init(size: Int) {
    self.size = size
    entries = .allocate(capacity: size)
    preferLargePages(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(start: entries, count: size)))
    entries.initialize(repeating: IDTable.Entry(key: IDKey(zero: ()), value: noIndex), count: size)
  }

  deinit {
    entries.deallocate()
  }
}

/// A table for look-ups in a loop: no counting of references.
struct IDTableView {
  let entries: UnsafePointer<IDTable.Entry>
  let mask: Int

  /// A value that depends on the memory where the search for a hash begins, so that it is fetched.
  @inline(__always)
  func touch(_ hash: UInt64) -> UInt64 {
    entries[Int(truncatingIfNeeded: hash) & mask].key.first
  }

  /// What is kept for the first equal key, and where; `noIndex` when there is none.
  @inline(__always)
  func find(_ key: IDKey, _ hash: UInt64) -> (value: UInt32, place: Int) {
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let value = entries[place].value
      if value == noIndex || entries[place].key == key { return (value, place) }
      place = (place + 1) & mask
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
