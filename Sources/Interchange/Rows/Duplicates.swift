import Bytes
import SupplyChain

/// Finds rows whose key another row before them has.
package enum Duplicates {
  package struct Pair {
    /// The later row.
    package var row: UInt32
    /// The first row with the key.
    package var first: UInt32
  }

  /// Keys that ascend, as those of most ledgers do, are all different; others are hashed.
  ///
  /// - Returns: the later rows, ascending.
  /// - Complexity: O(*n*) expected; 12 bytes a row unless the keys ascend.
  package static func find(_ keys: TextColumn, threads: Int) -> [Pair] {
    if keys.count < 2 || keys.ascends || KeyOrder.ascends(keys, threads: threads) { return [] }
    return find(keys, hashes: hashes(keys, threads: threads), threads: threads)
  }

  private static func hashes(_ keys: TextColumn, threads: Int) -> [UInt32] {
    let size = 1 << 16
    return [UInt32](large: keys.count) { hashes in
      let target = HashTarget(hashes: hashes)
      concurrently((keys.count + size - 1) / size, threads: threads) { part in
        keys.bytes.withUnsafeBufferPointer { bytes in
          for row in part * size..<min(keys.count, (part + 1) * size) {
            let range = keys.range(row)
            guard let base = bytes.baseAddress, !range.isEmpty else {
              target.hashes[row] = 0
              continue
            }
            let hash = IDKey(base + range.lowerBound, range.count).hash
            target.hashes[row] = UInt32(truncatingIfNeeded: hash >> 32)
          }
        }
      }
    }
  }

  /// - Parameters:
  ///   - keys: one key a row; blank ones are equal to nothing.
  ///   - hashes: 32 bits of a good hash of each key.
  /// - Returns: the later rows, ascending.
  /// - Complexity: O(*n*) expected; 8 bytes a row besides the hashes.
  package static func find(_ keys: TextColumn, hashes: [UInt32], threads: Int) -> [Pair] {
    let count = keys.count
    guard count > 1 else { return [] }
    // Parts small enough for their hash tables to stay in the cache.
    var bits: UInt32 = 0
    while bits < 12, count >> Int(bits) > 1 << 15 { bits += 1 }
    let parts = 1 << Int(bits)
    // Shifting by all 32 bits gives 0: one part.
    let shift = 32 - bits
    var offsets = [Int](repeating: 0, count: parts + 1)
    for hash in hashes { offsets[Int(hash >> shift) + 1] += 1 }
    for part in 0..<parts { offsets[part + 1] += offsets[part] }
    var next = offsets
    let rows = [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
      for row in 0..<count {
        let part = Int(hashes[row] >> shift)
        buffer[next[part]] = UInt32(truncatingIfNeeded: row)
        next[part] += 1
      }
      initialized = count
    }
    let bounds = offsets
    let found = concurrentMap(parts, threads: threads) { part in
      findPart(keys, hashes, rows, bounds[part]..<bounds[part + 1])
    }
    var pairs = found.flatMap { $0 }
    pairs.sort { $0.row < $1.row }
    return pairs
  }

  /// Rows of one part are in file order, so that the first to enter the table is the first of the file.
  private static func findPart(
    _ keys: TextColumn, _ hashes: [UInt32], _ rows: [UInt32], _ range: Range<Int>
  ) -> [Pair] {
    var size = 16
    while size < range.count * 2 { size *= 2 }
    let mask = size - 1
    var table = [UInt32](repeating: noIndex, count: size)
    var pairs: [Pair] = []
    keys.bytes.withUnsafeBufferPointer { bytes in
      for index in range {
        let row = rows[index]
        let key = keys.range(Int(row))
        if key.isEmpty { continue }
        // The upper bits are alike within a part; the multiplication brings the lower ones up.
        var place = Int((hashes[Int(row)] &* 0x9E37_79B1) >> 4) & mask
        while true {
          let other = table[place]
          if other == noIndex {
            table[place] = row
            break
          }
          if hashes[Int(other)] == hashes[Int(row)], isEqual(bytes, keys.range(Int(other)), key) {
            pairs.append(Pair(row: row, first: other))
            break
          }
          place = (place + 1) & mask
        }
      }
    }
    return pairs
  }

  private static func isEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, _ left: Range<Int>, _ right: Range<Int>
  ) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count
    where bytes[left.lowerBound + index] != bytes[right.lowerBound + index] { return false }
    return true
  }
}

/// Hashes that several threads write, each its own part.
private struct HashTarget: @unchecked Sendable {
  let hashes: UnsafeMutableBufferPointer<UInt32>
}
