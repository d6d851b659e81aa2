import Numbering

/// What is kept of a holder, wholesaler or reseller: 32 bytes, so that a provision waits for one piece of memory only.
struct JapanMember {
  /// The first number of its run.
  var base: UInt64 = 0
  /// A holder is its own supplier.
  var supplier: UInt32 = 0
  /// Its provisions are those from here up to the first one of the next member.
  var firstRow: UInt32 = 0
  /// How many numbers each of its ranged, and each of its count-only provisions has.
  var pieceSize: UInt32 = 0
  var countSize: UInt32 = 0
  /// How many of its provisions have ranges.
  var ranged: UInt32 = 0
  var category = Category.fixed
  /// Whether a part of its provisions comes from another supplier.
  var hasSecondary = false
}
