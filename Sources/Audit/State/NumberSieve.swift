import SupplyChain

/// A set of telephone numbers to be asked about by every provision: most questions end after two bits.
///
/// The numbers from the lowest to the highest fall into buckets of one size, a power of two; a bucket is marked when
/// some number of the set is in it.
package struct NumberSieve: Sendable {
  private let spans: Spans
  private let lowest: UInt64
  private let highest: UInt64
  private let shift: UInt64
  /// A bit for each bucket.
  private let marks: [UInt64]

  /// As many bits as fit the second-level cache beside a few columns.
  private static var mostBuckets: UInt64 { 1 << 20 }

  /// - Complexity: O(*n* + buckets) for *n* spans.
  package init(_ spans: Spans) {
    self.spans = spans
    // Of no number the one bucket stays without a mark.
    let (lowest, highest) = (spans.starts.first ?? 0, spans.ends.last ?? 0)
    (self.lowest, self.highest) = (lowest, highest)
    var shift: UInt64 = 0
    while (highest - lowest) >> shift >= Self.mostBuckets { shift += 1 }
    var marks = [UInt64](repeating: 0, count: Int(((highest - lowest) >> shift) >> 6) + 1)
    for (start, end) in zip(spans.starts, spans.ends) {
      for bucket in ((start - lowest) >> shift)...((end - lowest) >> shift) {
        marks[Int(bucket >> 6)] |= 1 << (bucket & 63)
      }
    }
    (self.shift, self.marks) = (shift, marks)
  }

  /// 1 where some number of a range may be in the set, 0 where none is; without a branch.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  package func mayOverlap(from start: UInt64, through end: UInt64) -> UInt8 {
    // Places of the outer numbers within the span of all; what lies beyond is told apart below.
    let first = (min(max(start, lowest), highest) &- lowest) &>> shift
    let last = (min(max(end, lowest), highest) &- lowest) &>> shift
    let left = marks[Int(truncatingIfNeeded: first &>> 6)] &>> first
    let right = marks[Int(truncatingIfNeeded: last &>> 6)] &>> last
    let isLong: UInt8 = last &- first > 1 ? 1 : 0
    let isWithin: UInt8 = (end >= lowest ? 1 : 0) & (start <= highest ? 1 : 0)
    return isWithin & (isLong | UInt8(truncatingIfNeeded: left | right) & 1)
  }

  /// Whether some number of a range is in the set.
  ///
  /// - Complexity: O(log *n*).
  package func overlaps(from start: UInt64, through end: UInt64) -> Bool {
    spans.overlaps(from: start, to: end)
  }
}
