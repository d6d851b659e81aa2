import Numbering
import SupplyChain

/// Finds what `range-not-held` finds of the provisions of one category, over a window of days.
struct HeldScan {
  private let context: PeriodContext
  private let category: Category
  private let flows: WindowFlows
  private let window: DayWindow
  private let inflows: CategoryAdjacency?
  private let ledgers: LedgerCompleteness
  private let unheld: (numbers: NumberDays, pool: DaySetPool)
  private var ranges: RangeAmounts
  private(set) var pieces = FindingPieces()

  init(
    _ context: PeriodContext, _ category: Category, _ outflows: CategoryAdjacency, _ flows: WindowFlows,
    _ unheld: (numbers: NumberDays, pool: DaySetPool)
  ) {
    self.context = context
    self.category = category
    self.flows = flows
    window = flows.window
    inflows = context.chain.inflows.view(category)
    ledgers = LedgerCompleteness(context.lastDay)
    self.unheld = unheld
    ranges = RangeAmounts(context.tables.provisions, outflows, window)
  }

  /// Looks at the ranged outflows of an operator.
  ///
  /// - Complexity: that of `RangeAmounts`, and O(inflows) for an operator that passes on what it does not hold.
  mutating func find(_ u: OperatorIndex) {
    let spans = unheld.numbers.spans[unheld.numbers.range(u)]
    if spans.isEmpty { return }
    var (asked, pieces, ranges) = (DaySetPool.Mask?.none, FindingPieces(), ranges)
    let counted = CountedSpans(spans: spans, isFar: false, pool: unheld.pool)
    ranges.find(flows.outflows(of: u, in: category).ranged, counted, less: nil, { _ in true }) {
      p, days, numbers in
      let mask = asked ?? askedDays(u)
      asked = mask
      let finding = Finding(
        .rangeNotHeld, cause: ledgers.cause(of: u), subject: p, category: category, numbers: numbers)
      let first = window.days.start
      let found = window.mask(
        DayInterval(start: first + Int32(days.lowerBound), end: first + Int32(days.upperBound)))
      DaySetPool.runs(of: mask & found) { start, end in
        pieces.add(finding, over: DayInterval(start: first + Int32(start), end: first + Int32(end)))
      }
    }
    self.pieces.add(pieces)
  }

  /// The days on which an operator has a designation or an inflow, and no count-only inflow.
  private func askedDays(_ u: OperatorIndex) -> DaySetPool.Mask {
    let table = context.tables.provisions
    var has = flows.holder(u, in: category)
    var countOnly = DaySetPool.Mask()
    if let inflows {
      for position in inflows.range(u) {
        let p = Int(inflows.provisions[position])
        let days = window.mask(DayInterval(start: table.starts[p], end: table.ends[p]))
        if table.isRanged(p) { has |= days } else { countOnly |= days }
      }
    }
    return has & ~countOnly
  }
}
