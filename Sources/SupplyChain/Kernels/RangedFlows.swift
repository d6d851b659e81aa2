import Bytes
import Numbering

/// The active ranged outflows of one category, with what the number-precise searches read beside them.
///
/// The order within an operator is that of `CategoryAdjacency`: by start.
/// Invariants: `offsets` is one longer than the operators; the other columns are as long as one another.
struct RangedFlows: Sendable {
  private(set) var offsets: [UInt32] = []
  private(set) var provisions: [ProvisionIndex] = []
  private(set) var recipients: [OperatorIndex] = []
  private(set) var starts: [UInt64] = []
  /// Inclusive.
  private(set) var ends: [UInt64] = []

  /// - Complexity: O(operators + ranged provisions of the category); 24 bytes per active one.
  init(_ view: CategoryAdjacency, active: [UInt8], of table: ProvisionTable) {
    let operatorCount = view.offsets.count - 1
    offsets.reserveLarge(operatorCount + 1)
    offsets.append(0)
    provisions.reserveLarge(view.rangedCount)
    recipients.reserveLarge(view.rangedCount)
    starts.reserveLarge(view.rangedCount)
    ends.reserveLarge(view.rangedCount)
    let (rangeStarts, numbers) = (table.rangeStarts, table.numbers)
    for x in 0..<operatorCount {
      for position in view.range(UInt32(x)) {
        let p = Int(view.provisions[position])
        let start = rangeStarts[p]
        if start == 0 { break }
        if active[p] == 0 { continue }
        provisions.append(UInt32(p))
        recipients.append(view.recipients[position])
        starts.append(start)
        ends.append(start &+ numbers[p] &- 1)
      }
      offsets.append(UInt32(provisions.count))
    }
  }

  var operatorCount: Int { offsets.count - 1 }

  /// Where the provisions of an operator lie.
  func range(_ x: OperatorIndex) -> Range<Int> {
    Int(offsets[Int(x)])..<Int(offsets[Int(x) + 1])
  }
}
