import Numbering
import SupplyChain

/// `resale-against-clause`: numbers are passed on although the contract they came under forbids it.
///
/// Where the ledger does not say which inflow a number came from, every one it can have come from must forbid
/// it.
package struct ResaleAgainstClauseRule: FlowRule {
  package static let id = RuleID.resaleAgainstClause

  package init() {}

  package func search(_ context: AuditContext, in category: Category) -> (any FlowSearch)? {
    context.chain.inflows.view(category).map { ForbiddenSearch(context.state, category, $0) }
  }
}

/// The outflows of an operator, against the clauses of what it receives.
private struct ForbiddenSearch: FlowSearch {
  static let asksInflows = true

  private let category: Category
  private let numbers: [UInt64]
  /// 1 for operators towards which certified-only forbids nothing.
  private let isExempt: [UInt8]
  private var clauses: ClauseSearch

  init(_ state: DayState, _ category: Category, _ inflows: CategoryAdjacency) {
    self.category = category
    numbers = state.chain.tables.provisions.numbers
    isExempt = state.certifiedOrUser
    clauses = ClauseSearch(state, category, inflows)
  }

  /// - Complexity: O(*n* log *n*) in the operator's provisions, O(*n*) when no inflow forbids anything.
  mutating func look(at flows: OperatorFlows, into findings: inout RuleFindings) {
    guard clauses.begin(flows.x, flows.inflows) else { return }
    let outflows = flows.outflows
    for place in 0..<outflows.count {
      let v = outflows.others[place]
      if !clauses.mayForbid(isExempt: isExempt[Int(v)] != 0) { continue }
      let range = place < outflows.rangedCount ? outflows.starts[place]...outflows.ends[place] : nil
      guard let found = clauses.forbidden(range, from: flows.x, to: v) else { continue }
      let p = outflows.rows[place]
      findings.add(
        Finding(
          .resaleAgainstClause, cause: found.cause, subject: p, category: category, numbers: numbers[Int(p)],
          related: found.other))
    }
  }
}

/// The inflows of one operator after another, by how much their clauses forbid.
package struct ClauseSearch {
  private let category: Category
  private let state: DayState
  private let table: ProvisionTable
  private let inflows: CategoryAdjacency
  private let scale: ResoldScale
  /// The loosest clause that forbids anything: without certifications only `prohibited` does.
  private let loosest: ResaleClause
  /// What `begin` gathers when nobody has: used again for the next operator.
  private var gathered = FlowColumns()
  private var all = CarriedInflows()
  private var prohibiting = CarriedInflows()
  /// With `prohibited` or `certified-only`.
  private var restricting = CarriedInflows()

  /// A search over the inflows of a category; the provisions table must have the column of clauses.
  package init(_ state: DayState, _ category: Category, _ inflows: CategoryAdjacency) {
    self.category = category
    self.inflows = inflows
    self.state = state
    let tables = state.chain.tables
    table = tables.provisions
    scale = ResoldScale(state, in: category)
    loosest = tables.certifications.origin.isPresent ? .certifiedOnly : .prohibited
  }

  /// Looks at the inflows of an operator; false when none of them can forbid anything.
  ///
  /// - Complexity: O(*n* log *n*) in its inflows.
  package mutating func begin(_ u: OperatorIndex) -> Bool {
    gathered.gather(inflows, of: u, state)
    return begin(u, gathered)
  }

  /// Looks at the inflows of an operator, given side by side.
  fileprivate mutating func begin(_ u: OperatorIndex, _ inflows: FlowColumns) -> Bool {
    let clauses = table.clauses
    var strictest = ResaleClause.free
    for place in 0..<inflows.count { strictest = max(strictest, clauses[Int(inflows.rows[place])]) }
    if strictest < loosest { return false }
    all.removeAll()
    prohibiting.removeAll()
    restricting.removeAll()
    for place in 0..<inflows.count {
      let q = inflows.rows[place]
      let clause = clauses[Int(q)]
      if place < inflows.rangedCount {
        let (start, end) = scale.range(of: u, from: inflows.starts[place], through: inflows.ends[place])
        all.add(q, from: start, to: end)
        if clause == .prohibited { prohibiting.add(q, from: start, to: end) }
        if clause >= loosest { restricting.add(q, from: start, to: end) }
      } else {
        all.add(q, ids: table.ids)
        if clause == .prohibited { prohibiting.add(q, ids: table.ids) }
        if clause >= loosest { restricting.add(q, ids: table.ids) }
      }
    }
    all.finish()
    prohibiting.finish()
    restricting.finish()
    return true
  }

  /// Whether any inflow forbids anything towards recipients to which certified-only is nothing, or to others.
  fileprivate func mayForbid(isExempt: Bool) -> Bool {
    (isExempt ? prohibiting.count : restricting.count) > 0
  }

  /// Which clause forbids an outflow of the operator, and the inflow of least id that has one that does; nil for none.
  ///
  /// - Parameter range: nil for a count-only outflow.
  /// - Complexity: O(log *n*) in its inflows, the first time O(*n* log *n*).
  package mutating func forbidden(
    _ range: ClosedRange<UInt64>?, from u: OperatorIndex, to v: OperatorIndex
  ) -> (cause: Cause, other: ProvisionIndex)? {
    var scaled: (start: UInt64, end: UInt64)?
    if let range {
      scaled = scale.range(of: u, from: range.lowerBound, through: range.upperBound)
    } else if state.isHolder(u, in: category) {
      return nil
    }
    // Towards such a recipient certified-only forbids nothing.
    let isExempt = state.certified[Int(v)] != 0 || state.user[Int(v)] != 0
    return ClauseVerdict.forbidden(
      scaled, table.ids, isExempt: isExempt, all, &prohibiting, &restricting)
  }
}

/// Whether the clauses of what an operator receives forbid an outflow.
enum ClauseVerdict {
  /// Which clause forbids an outflow, and the inflow of least id that has one that does; nil for none.
  ///
  /// A count-only outflow must not be its supplier's own.
  ///
  /// - Parameters:
  ///   - range: where a ranged outflow lies on the `ResoldScale` of its supplier; nil for a count-only one.
  ///   - isExempt: whether certified-only forbids nothing towards the recipient.
  ///   - all: the inflows that can be asked; `prohibiting` and `restricting` those of them that forbid.
  /// - Complexity: O(log *n*) in the inflows, the first time O(*n* log *n*).
  @inline(__always)
  static func forbidden(
    _ range: (start: UInt64, end: UInt64)?, _ ids: TextColumn, isExempt: Bool, _ all: CarriedInflows,
    _ prohibiting: inout CarriedInflows, _ restricting: inout CarriedInflows
  ) -> (cause: Cause, other: ProvisionIndex)? {
    let other: ProvisionIndex
    let isProhibited: Bool
    if let (start, end) = range {
      guard start < end else { return nil }
      let ranged =
        isExempt
        ? prohibiting.overlapping(from: start, to: end) : restricting.overlapping(from: start, to: end)
      if ranged == 0 {
        let countOnly = isExempt ? prohibiting.countOnly : restricting.countOnly
        guard countOnly > 0, all.countOnly == countOnly, all.overlapping(from: start, to: end) == 0
        else { return nil }
      }
      isProhibited = prohibiting.countOnly > 0 || prohibiting.overlapping(from: start, to: end) > 0
      other =
        isExempt
        ? prohibiting.least(from: start, to: end, ids: ids)
        : restricting.least(from: start, to: end, ids: ids)
    } else {
      guard all.count > 0, all.count == (isExempt ? prohibiting.count : restricting.count) else { return nil }
      isProhibited = prohibiting.count > 0
      other = isExempt ? prohibiting.least(ids: ids) : restricting.least(ids: ids)
    }
    return (isProhibited ? .prohibited : .certifiedOnly, other)
  }
}
