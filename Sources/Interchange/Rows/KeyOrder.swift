import Bytes
import SupplyChain

/// Shows that keys are all different without a table, when each is greater than the one before.
package enum KeyOrder {
  /// Whether every key is greater than the one before it, longer ones being greater and equally long ones ordered by
  /// their bytes. Keys of more than 16 bytes and blank ones count as out of order.
  ///
  /// - Complexity: O(*n*), on several threads; it stops soon after the first key out of order.
  package static func ascends(_ keys: TextColumn, threads: Int) -> Bool {
    // Most columns that do not ascend show it at once.
    guard ascends(keys, 0..<min(keys.count, 1_000)) else { return false }
    let size = 1 << 18
    return concurrentMap((keys.count + size - 1) / size, threads: threads) { part in
      // Each part begins with the last key of the one before.
      ascends(keys, max(0, part * size - 1)..<min(keys.count, (part + 1) * size))
    }.allSatisfy { $0 }
  }

  /// The keys, marked when they are known to ascend by their bytes, longer ones not being greater.
  ///
  /// - Complexity: that of `ascends`.
  package static func marked(_ keys: TextColumn, threads: Int) -> TextColumn {
    // Lengths never fall where keys ascend: equal ones at both ends are equal ones throughout.
    guard keys.count > 1, keys.range(0).count == keys.range(keys.count - 1).count,
      ascends(keys, threads: threads)
    else { return keys }
    return TextColumn(bytes: keys.bytes, ends: keys.ends, ascends: true)
  }

  private static func ascends(_ keys: TextColumn, _ rows: Range<Int>) -> Bool {
    keys.bytes.withUnsafeBufferPointer { bytes in
      keys.ends.withUnsafeBufferPointer { ends in
        guard let base = bytes.baseAddress else { return rows.isEmpty }
        var start = rows.lowerBound == 0 ? 0 : Int(ends[rows.lowerBound - 1])
        var last: (count: Int, high: UInt64, low: UInt64) = (0, 0, 0)
        for row in rows {
          let end = Int(ends[row])
          let count = end &- start
          guard count > 0, count <= 16 else { return false }
          let key = bigEndian(base + start, count)
          let isGreater =
            count > last.count
            || count == last.count && (key.high > last.high || key.high == last.high && key.low > last.low)
          guard isGreater else { return false }
          last = (count, key.high, key.low)
          start = end
        }
        return true
      }
    }
  }

  /// Words that order texts of one length, at most 16, as their bytes do.
  @inline(__always)
  private static func bigEndian(_ text: UnsafePointer<UInt8>, _ count: Int) -> (high: UInt64, low: UInt64) {
    let raw = UnsafeRawPointer(text)
    if count >= 8 {
      // The words overlap: the second holds the last eight bytes.
      return (
        UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
      )
    }
    var word: UInt64 = 0
    for index in 0..<count { word = word << 8 | UInt64(text[index]) }
    return (word, 0)
  }
}
