import Numbering
import SupplyChain
import Synchronization

/// What one operator passes on in a category on a day.
final class PassedFlows: Sendable {
  /// Ranges of its active outflows together, as of a table of one operator.
  private let ranges: SpanTable
  /// Numbers of its active count-only outflows.
  private let counts: UInt64
  /// By place among its ranged outflows, active or not: of the active ones up to there, the first that has the greatest
  /// end; `noIndex` for none.
  private let farthest: [ProvisionIndex]

  /// - Complexity: O(outflows of the operator in the category).
  init(of x: OperatorIndex, _ view: CategoryAdjacency, _ state: DayState) {
    let (starts, numbers) = (state.chain.tables.provisions.rangeStarts, state.chain.tables.provisions.numbers)
    var spans: [(start: UInt64, end: UInt64)] = []
    var counts: UInt64 = 0
    var farthest: [ProvisionIndex] = []
    var (first, greatest): (ProvisionIndex, UInt64) = (noIndex, 0)
    for position in view.range(x) {
      let row = view.provisions[position]
      let p = Int(row)
      let isActive = state.active[p] != 0
      if starts[p] == 0 {
        if isActive { counts += numbers[p] }
        continue
      }
      // The ranged ones stand first.
      if isActive {
        let end = starts[p] + numbers[p] - 1
        spans.append((starts[p], end))
        if end > greatest { (first, greatest) = (row, end) }
      }
      farthest.append(first)
    }
    ranges = SpanTable(ofOne: spans)
    self.counts = counts
    self.farthest = farthest
  }

  /// How many numbers it passes on.
  var numbers: UInt64 { ranges.size(of: 0) + counts }

  /// How many numbers of a range it passes on in ranges.
  ///
  /// - Complexity: O(log *k*) in its ranges.
  func numbers(of span: ClosedRange<UInt64>) -> UInt64 {
    ranges.size(of: 0, from: span.lowerBound, through: span.upperBound)
  }

  /// Of its active ranged outflows before a place, the first that has the greatest end; `noIndex` for none.
  func farthest(before place: Int) -> ProvisionIndex { place > 0 ? farthest[place - 1] : noIndex }
}

/// What one operator was designated or receives in a category on a day.
final class HeldFlows: Sendable {
  /// Designations and ranges of its active inflows together, as of a table of one operator.
  private let ranges: SpanTable
  /// Numbers of its active count-only inflows.
  private let counts: UInt64

  /// - Complexity: O(inflows and designations of the operator in the category).
  init(of x: OperatorIndex, in category: Category, _ state: DayState) {
    ranges = SpanTable.held(by: x, in: category, state)
    var counts: UInt64 = 0
    if let view = state.chain.inflows.view(category) {
      let (starts, numbers) = (
        state.chain.tables.provisions.rangeStarts, state.chain.tables.provisions.numbers
      )
      for position in view.range(x).reversed() {
        let p = Int(view.provisions[position])
        // The ranged ones stand first.
        if starts[p] != 0 { break }
        if state.active[p] != 0 { counts += numbers[p] }
      }
    }
    self.counts = counts
  }

  /// How many numbers it was designated or receives.
  var numbers: UInt64 { ranges.size(of: 0) + counts }

  /// How many numbers of a range it was designated or receives in ranges.
  ///
  /// - Complexity: O(log *k*) in its ranges.
  func numbers(of span: ClosedRange<UInt64>) -> UInt64 {
    ranges.size(of: 0, from: span.lowerBound, through: span.upperBound)
  }
}

/// The flows of the operators that are asked about, each worked out when it first is.
///
/// Those of operators with many provisions are remembered, so that a list of candidates of one large supplier goes
/// through its provisions once. Values may be used from any thread.
final class FlowBook: Sendable {
  private struct Known {
    var passed: [UInt64: PassedFlows] = [:]
    var held: [UInt64: HeldFlows] = [:]
  }

  private let state: DayState
  private let fewRows: Int
  private let known = Mutex(Known())

  /// - Parameter fewRows: flows of so many rows are worked out each time.
  init(_ state: DayState, fewRows: Int) {
    self.state = state
    self.fewRows = fewRows
  }

  /// What an operator passes on; nil for a category without provisions.
  ///
  /// - Complexity: O(outflows of the operator in the category) at first, then O(1) where they are many.
  func passed(by x: OperatorIndex, in category: Category) -> PassedFlows? {
    guard let view = state.chain.outflows.view(category) else { return nil }
    if view.range(x).count <= fewRows { return PassedFlows(of: x, view, state) }
    let key = Self.key(x, category)
    if let flows = known.withLock({ $0.passed[key] }) { return flows }
    let flows = PassedFlows(of: x, view, state)
    known.withLock { $0.passed[key] = flows }
    return flows
  }

  /// What an operator was designated or receives.
  ///
  /// - Complexity: O(inflows and designations of the operator in the category) at first, then O(1) where they are many.
  func held(by x: OperatorIndex, in category: Category) -> HeldFlows {
    let slot = Int(category.rawValue)
    let rows =
      (state.chain.inflows.views[slot]?.range(x).count ?? 0) + (state.designated[slot]?.range(x).count ?? 0)
    if rows <= fewRows { return HeldFlows(of: x, in: category, state) }
    let key = Self.key(x, category)
    if let flows = known.withLock({ $0.held[key] }) { return flows }
    let flows = HeldFlows(of: x, in: category, state)
    known.withLock { $0.held[key] = flows }
    return flows
  }

  private static func key(_ x: OperatorIndex, _ category: Category) -> UInt64 {
    UInt64(x) << 8 | UInt64(category.rawValue)
  }
}
