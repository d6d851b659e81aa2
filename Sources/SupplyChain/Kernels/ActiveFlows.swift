import Numbering

/// The active provisions of one category by one of their ends, with what the searches read beside them.
///
/// The order within an operator is that of `CategoryAdjacency`: ranged ones first, by start.
/// Invariants: `offsets` is one longer than `rangedEnds`, which has one element per operator.
struct ActiveFlows: Sendable {
  private(set) var offsets: [UInt32]
  /// Where the count-only provisions of each operator begin.
  private(set) var rangedEnds: [UInt32]
  private(set) var provisions: [ProvisionIndex] = []
  /// The operator at the other end.
  private(set) var others: [OperatorIndex] = []
  /// 0 for a count-only provision.
  private(set) var starts: [UInt64] = []
  /// Inclusive; 0 for a count-only provision.
  private(set) var ends: [UInt64] = []

  /// - Complexity: O(operators + provisions of the category); 24 bytes per active provision.
  init(_ view: CategoryAdjacency, by end: ProvisionEnd, active: [UInt8], of table: ProvisionTable) {
    let operatorCount = view.offsets.count - 1
    let far = end == .supplier ? table.recipients : table.suppliers
    let activeCount = view.provisions.count { active[Int($0)] != 0 }
    offsets = [UInt32](repeating: 0, count: operatorCount + 1)
    rangedEnds = [UInt32](repeating: 0, count: operatorCount)
    provisions.reserveCapacity(activeCount)
    others.reserveCapacity(activeCount)
    starts.reserveCapacity(activeCount)
    ends.reserveCapacity(activeCount)
    for x in 0..<operatorCount {
      var ranged = provisions.count
      for position in view.range(UInt32(x)) {
        let p = Int(view.provisions[position])
        if active[p] == 0 { continue }
        provisions.append(UInt32(p))
        others.append(far[p])
        let start = table.rangeStarts[p]
        starts.append(start)
        ends.append(start == 0 ? 0 : table.rangeEnd(p))
        if start != 0 { ranged = provisions.count }
      }
      rangedEnds[x] = UInt32(ranged)
      offsets[x + 1] = UInt32(provisions.count)
    }
  }

  var operatorCount: Int { rangedEnds.count }

  /// Where the provisions of an operator lie.
  func range(_ x: OperatorIndex) -> Range<Int> {
    Int(offsets[Int(x)])..<Int(offsets[Int(x) + 1])
  }

  /// Where the ranged provisions of an operator lie.
  func ranged(_ x: OperatorIndex) -> Range<Int> {
    Int(offsets[Int(x)])..<Int(rangedEnds[Int(x)])
  }

  /// Where the count-only provisions of an operator lie.
  func countOnly(_ x: OperatorIndex) -> Range<Int> {
    Int(rangedEnds[Int(x)])..<Int(offsets[Int(x) + 1])
  }
}
