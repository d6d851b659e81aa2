/// What the provisions of one operator are.
struct JapanShares {
  /// With ranges, side by side.
  var ranged = 0
  /// Count-only, from its supplier.
  var counted = 0
  /// Ended before the audit day; each is the forerunner of one of the first two kinds.
  var ended = 0
  /// Count-only, from another supplier.
  var secondary = 0

  /// The active ones from its supplier.
  var active: Int { ranged + counted }
}
