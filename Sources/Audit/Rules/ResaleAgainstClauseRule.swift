import Numbering
import SupplyChain

/// `resale-against-clause`: numbers are passed on although the contract they came under forbids it.
///
/// Where the ledger does not say which inflow a number came from, every one it can have come from must forbid
/// it.
package struct ResaleAgainstClauseRule: PartedRule {
  package static let id = RuleID.resaleAgainstClause

  package init() {}

  /// - Complexity: O(*n* log *n*) in provisions, O(*n*) in operators.
  package func find(_ part: Int, in context: AuditContext, into findings: inout RuleFindings) {
    for category in Category.allCases {
      guard let outflows = context.chain.outflows.view(category),
        let inflows = context.chain.inflows.view(category)
      else { continue }
      var search = ClauseSearch(context.state, category, inflows)
      let bit = CategorySet(category).rawValue
      for u in context.operators(ofPart: part)
      where context.state.inflow[Int(u)] & context.state.outflow[Int(u)] & bit != 0 {
        guard search.begin(u) else { continue }
        for position in outflows.range(u) where context.state.active[Int(outflows.provisions[position])] != 0
        {
          if let finding = search.finding(outflows.provisions[position]) { findings.add(finding) }
        }
      }
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
    var forbids = false
    for position in inflows.range(u) {
      let q = Int(inflows.provisions[position])
      if state.active[q] != 0 && table.clauses[q] >= loosest {
        forbids = true
        break
      }
    }
    if !forbids { return false }
    all.removeAll()
    prohibiting.removeAll()
    restricting.removeAll()
    for position in inflows.range(u) {
      let q = inflows.provisions[position]
      let row = Int(q)
      if state.active[row] == 0 { continue }
      let clause = table.clauses[row]
      if table.isRanged(row) {
        let (start, end) = scale.range(of: u, from: table.rangeStarts[row], through: table.rangeEnd(row))
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

  /// What is found of an active outflow of the operator.
  mutating func finding(_ p: ProvisionIndex) -> Finding? {
    let row = Int(p)
    let range = table.isRanged(row) ? table.rangeStarts[row]...table.rangeEnd(row) : nil
    guard let found = forbidden(range, from: table.suppliers[row], to: table.recipients[row]) else {
      return nil
    }
    return Finding(
      .resaleAgainstClause, cause: found.cause, subject: p, category: category, numbers: table.numbers[row],
      related: found.other)
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
