import Bytes
import SupplyChain

/// The texts that several rows of a column carry.
package struct RepeatedTexts: Sendable {
  /// The first row of each such text in the upper half, a later one with it in the lower; ascending.
  private let pairs: [UInt64]

  /// Blank cells are left out.
  ///
  /// - Complexity: O(*n*) in the bytes of the column; 12 bytes a row at most while it runs.
  package init(_ column: TextColumn) {
    var capacity = 16
    while capacity < column.count + column.count / 2 { capacity *= 2 }
    // A slot holds the upper half of a text's hash and its first row plus one, or 0.
    var slots = [UInt64](large: capacity) { $0.initialize(repeating: 0) }
    var found: [UInt64] = []
    // Results do not depend on the seed; a column made to collide would have to know it.
    let seed = UInt64(truncatingIfNeeded: Hasher().finalize())
    column.bytes.withUnsafeBytes { bytes in
      slots.withUnsafeMutableBufferPointer { slots in
        for row in 0..<column.count {
          let range = column.range(row)
          if range.isEmpty { continue }
          let text = UnsafeRawBufferPointer(rebasing: bytes[range])
          let hash = Self.hash(text, seed)
          let tag = hash >> 32
          var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
          while slots[slot] != 0 {
            if slots[slot] >> 32 == tag {
              let first = Int(slots[slot] & 0xFFFF_FFFF) - 1
              let other = UnsafeRawBufferPointer(rebasing: bytes[column.range(first)])
              if other.elementsEqual(text) {
                found.append(UInt64(first) << 32 | UInt64(row))
                break
              }
            }
            slot = (slot + 1) & (capacity - 1)
          }
          if slots[slot] == 0 { slots[slot] = tag << 32 | UInt64(row + 1) }
        }
      }
    }
    found.sort()
    pairs = found
  }

  /// The rows of each text that several rows carry, ascending; texts by their first rows.
  package func groups() -> [[UInt32]] {
    var groups: [[UInt32]] = []
    var last = noIndex
    for pair in pairs {
      let first = UInt32(pair >> 32)
      if first != last { groups.append([first]) }
      last = first
      groups[groups.count - 1].append(UInt32(pair & 0xFFFF_FFFF))
    }
    return groups
  }

  /// Eight bytes at a time, multiplied to the full width and folded.
  private static func hash(_ text: UnsafeRawBufferPointer, _ seed: UInt64) -> UInt64 {
    func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
      let product = left.multipliedFullWidth(by: right)
      return product.high ^ product.low
    }
    var hash = seed ^ UInt64(text.count)
    var place = 0
    while place + 8 <= text.count {
      hash = fold(
        hash ^ text.loadUnaligned(fromByteOffset: place, as: UInt64.self), 0x9E37_79B9_7F4A_7C15)
      place += 8
    }
    var rest: UInt64 = 0
    while place < text.count {
      rest = rest << 8 | UInt64(text[place])
      place += 1
    }
    return fold(fold(hash ^ rest, 0xD6E8_FEB8_6659_FD93), 0xA076_1D64_78BD_642F)
  }
}
