import Numbering
import SupplyChain

/// One provision on some days on which it may be found.
private struct AskedProvision {
  let provision: ProvisionIndex
  let days: DayInterval
  /// Whether its recipient is certified or a user on these days.
  let isExempt: Bool
}

extension ResaleAgainstClauseRule: PeriodRule {
  /// Only outflows that some inflow's clause forbids on some day are looked at, in each epoch of what the supplier
  /// receives and is designated.
  ///
  /// - Complexity: O(*n* log *n*) in provisions, and O(*m* log *n* · days) in the *m* outflows of a supplier that may be
  ///   found, days no more than twice its inflows and designations.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    for category in Category.allCases {
      guard let outflows = context.chain.outflows.view(category),
        let inflows = context.chain.inflows.view(category)
      else { continue }
      var search = PeriodClauseSearch(context, category, inflows)
      for u in 0..<OperatorIndex(context.tables.operators.count)
      where !outflows.range(u).isEmpty && !inflows.range(u).isEmpty {
        search.find(u, outflows, &pieces)
      }
    }
  }
}

/// The inflows of one operator after another, by how much their clauses forbid.
private struct PeriodClauseSearch {
  private let context: PeriodContext
  private let table: ProvisionTable
  private let category: Category
  private let inflows: CategoryAdjacency
  /// The loosest clause that forbids anything: without certifications only `prohibited` does.
  private let loosest: ResaleClause
  private var received: [ProvisionIndex] = []
  private var designations: [UInt32] = []
  private var asked: [AskedProvision] = []
  private var last: [Int] = []

  init(_ context: PeriodContext, _ category: Category, _ inflows: CategoryAdjacency) {
    self.context = context
    self.category = category
    self.inflows = inflows
    table = context.tables.provisions
    loosest = context.tables.certifications.origin.isPresent ? .certifiedOnly : .prohibited
  }

  mutating func find(_ u: OperatorIndex, _ outflows: CategoryAdjacency, _ pieces: inout FindingPieces) {
    guard let strictest = load(u), strictest >= loosest else { return }
    ask(outflows, u, isProhibited: strictest == .prohibited)
    if asked.isEmpty { return }
    var epochs = Epochs(of: context.days)
    for q in received { epochs.cut(table.starts[Int(q)], table.ends[Int(q)]) }
    let blocks = context.tables.designations
    for row in designations { epochs.cut(blocks.starts[Int(row)], blocks.ends[Int(row)]) }
    last = [Int](repeating: -1, count: asked.count)
    let asked = asked
    epochs.take { days in
      var epoch: ClauseEpoch?
      for (place, one) in asked.enumerated() {
        let part = one.days.intersection(days)
        if part.isEmpty { continue }
        if epoch == nil {
          epoch = ClauseEpoch(u, context, category, received, designations, loosest, on: days.start)
        }
        if let finding = epoch?.finding(one.provision, isExempt: one.isExempt) {
          pieces.add(finding, over: part, after: &last[place])
        }
      }
    }
  }

  /// Takes in what an operator receives and is designated in the period; its strictest clause, nil for no inflow.
  private mutating func load(_ u: OperatorIndex) -> ResaleClause? {
    received.removeAll(keepingCapacity: true)
    designations.removeAll(keepingCapacity: true)
    var strictest: ResaleClause?
    for position in inflows.range(u) {
      let q = Int(inflows.provisions[position])
      if table.starts[q] >= context.days.end || table.ends[q] <= context.days.start { continue }
      received.append(UInt32(q))
      strictest = max(strictest ?? .free, table.clauses[q])
    }
    guard let strictest, strictest >= loosest else { return strictest }
    let blocks = context.tables.designations
    for row in context.chain.designationsOf.rows(of: u) where blocks.categories[Int(row)] == category {
      designations.append(row)
    }
    designations.sort { blocks.rangeStarts[Int($0)] < blocks.rangeStarts[Int($1)] }
    return strictest
  }

  /// Lists the outflows with the days on which some clause may forbid them.
  private mutating func ask(_ outflows: CategoryAdjacency, _ u: OperatorIndex, isProhibited: Bool) {
    asked.removeAll(keepingCapacity: true)
    let timelines = context.timelines
    for position in outflows.range(u) {
      let p = outflows.provisions[position]
      let active = DayInterval(start: table.starts[Int(p)], end: table.ends[Int(p)])
        .intersection(context.days)
      if active.isEmpty { continue }
      let v = outflows.recipients[position]
      var exemptFrom = active.start
      let certified = timelines.certified.runs(of: Int(timelines.personOf[Int(v)]))
      certified.gaps(within: active) { gap in
        timelines.whileNoUser(v, within: gap) { days in
          if isProhibited, exemptFrom < days.start {
            let exempt = DayInterval(start: exemptFrom, end: days.start)
            asked.append(AskedProvision(provision: p, days: exempt, isExempt: true))
          }
          asked.append(AskedProvision(provision: p, days: days, isExempt: false))
          exemptFrom = days.end
        }
      }
      if isProhibited, exemptFrom < active.end {
        let exempt = DayInterval(start: exemptFrom, end: active.end)
        asked.append(AskedProvision(provision: p, days: exempt, isExempt: true))
      }
    }
  }
}

/// What one operator receives over days on which neither that nor its designations change.
private struct ClauseEpoch {
  private let table: ProvisionTable
  private let category: Category
  private let scale: ResoldScale
  private let isHolder: Bool
  private var all = CarriedInflows()
  private var prohibiting = CarriedInflows()
  /// With `prohibited` or `certified-only`.
  private var restricting = CarriedInflows()

  init(
    _ u: OperatorIndex, _ context: PeriodContext, _ category: Category, _ received: [ProvisionIndex],
    _ designations: [UInt32], _ loosest: ResaleClause, on day: Int32
  ) {
    let (table, blocks) = (context.tables.provisions, context.tables.designations)
    self.table = table
    self.category = category
    var spans: [(start: UInt64, end: UInt64)] = []
    for row in designations {
      let row = Int(row)
      guard blocks.starts[row] <= day, day < blocks.ends[row] else { continue }
      spans.append((blocks.rangeStarts[row], blocks.rangeEnds[row]))
    }
    isHolder = !spans.isEmpty
    // The spans of an operator that is the only one.
    scale = ResoldScale(SpanTable(ofOne: spans))
    for q in received {
      let row = Int(q)
      guard table.starts[row] <= day, day < table.ends[row] else { continue }
      let clause = table.clauses[row]
      if table.isRanged(row) {
        let (start, end) = scale.range(of: 0, from: table.rangeStarts[row], through: table.rangeEnd(row))
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
  }

  /// What is found of an active outflow of the operator.
  mutating func finding(_ p: ProvisionIndex, isExempt: Bool) -> Finding? {
    var range: (start: UInt64, end: UInt64)?
    if table.isRanged(Int(p)) {
      range = scale.range(of: 0, from: table.rangeStarts[Int(p)], through: table.rangeEnd(Int(p)))
    } else if isHolder {
      return nil
    }
    let found = ClauseVerdict.forbidden(
      range, table.ids, isExempt: isExempt, all, &prohibiting, &restricting)
    guard let found else { return nil }
    return Finding(
      .resaleAgainstClause, cause: found.cause, subject: p, category: category,
      numbers: table.numbers[Int(p)], related: found.other)
  }
}
