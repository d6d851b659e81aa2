import SupplyChain

/// Tells most ids that are surely not among some wanted ones, by their length and their last eight bytes.
///
/// - Complexity: a few bits a wanted id; O(1) an id asked for, without a look into a table of ids.
package struct IDFilter: Sendable {
  private var bits: [UInt64]
  /// How far a hash is moved down to be the number of a bit.
  private let shift: UInt64

  package init(_ ids: TextColumn) {
    var width: UInt64 = 10
    while width < 32, 1 << width < ids.count * 32 { width += 1 }
    shift = 64 - width
    var bits = [UInt64](repeating: 0, count: 1 << Int(width - 6))
    let shift = shift
    ids.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      for row in 0..<ids.count {
        let range = ids.range(row)
        if range.isEmpty { continue }
        let bit = IDFilter.hash(base, range.lowerBound, range.upperBound) >> shift
        bits[Int(bit >> 6)] |= 1 << (bit & 63)
      }
    }
    self.bits = bits
  }

  /// Calls `body` with every id that may be wanted: its row, where it stands and how many bytes it has.
  ///
  /// - Complexity: O(*n*).
  @inline(__always)
  package func visit(
    _ ids: TextColumn, _ rows: Range<Int>, _ body: (Int, UnsafePointer<UInt8>, Int) -> Void
  ) {
    let shift = shift
    ids.bytes.withUnsafeBufferPointer { bytes in
      ids.ends.withUnsafeBufferPointer { ends in
        bits.withUnsafeBufferPointer { bits in
          guard let base = bytes.baseAddress, let first = rows.first else { return }
          var start = first == 0 ? 0 : Int(ends[first - 1])
          for row in rows {
            let end = Int(ends[row])
            if start < end {
              let bit = IDFilter.hash(base, start, end) >> shift
              if bits[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1 != 0 {
                body(row, base + start, end - start)
              }
            }
            start = end
          }
        }
      }
    }
  }

  /// A hash of the length and the last eight bytes of an id that is not empty; its upper bits are the best.
  @inline(__always)
  private static func hash(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let count = end &- start
    var tail: UInt64 = 0
    if end >= 8 {
      tail = (base + (end &- 8)).word
      // Of a shorter id only its own bytes count.
      if count < 8 { tail &>>= UInt64(truncatingIfNeeded: 64 &- 8 &* count) }
    } else {
      for index in start..<end { tail |= UInt64(base[index]) << UInt64((8 - end + index) * 8) }
      tail >>= UInt64((8 - count) * 8)
    }
    let mixed = (tail ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 32) &* 0xD1B5_4A32_D192_ED03
  }
}
