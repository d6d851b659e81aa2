import Numbering

/// What every operator of a category passes on in ranges, cut by how its numbers get their levels on which days.
struct DayTargets: Sendable {
  struct Target: Sendable {
    let owner: OperatorIndex
    let start: UInt64
    /// Inclusive.
    let end: UInt64
    /// Days on which the numbers are designated to the operator.
    let own: DaySet
    /// Days on which they are not, and lie in ranged inflows.
    let ranged: DaySet
  }

  /// An edge along which numbers can reach an operator that passes ranges on.
  struct Edge: Sendable {
    let start: UInt64
    /// Inclusive.
    let end: UInt64
    let recipient: OperatorIndex
    let days: DaySet
    /// Of how many cells between the ends of provisions it was joined.
    let cells: UInt32
  }

  /// By operator, then number; those of one operator do not overlap.
  private(set) var targets: [Target] = []
  /// One longer than the operators.
  private(set) var offsets: [UInt32] = [0]
  /// By supplier, then start; those of one pair do not overlap.
  private(set) var edges: [Edge] = []

  /// - Complexity: O(*n* log *n*) in designations and ranged provisions of one operator, summed over operators.
  init(
    _ flows: DayFlows, _ chain: SupplyChain, _ category: Category, _ window: DayWindow,
    _ pool: inout DaySetPool
  ) {
    let table = chain.tables.provisions
    var scratch = Scratch()
    for x in 0..<flows.holder.count {
      if !flows.ranged(x).isEmpty {
        scratch.load(table, flows, UInt32(x))
        scratch.loadDesignations(chain, category, UInt32(x), window)
        scratch.loadInflows(table, flows, UInt32(x), window)
        addTargets(UInt32(x), &scratch, &pool)
        addEdges(table, flows, UInt32(x), &scratch, &pool)
      }
      offsets.append(UInt32(edges.count))
    }
  }

  /// What is kept from operator to operator.
  private struct Scratch {
    var passedOn: [Span] = []
    var designated: [DatedSpan] = []
    var received: [DatedSpan] = []
    var own: [DatedSpan] = []
    var ranged: [DatedSpan] = []
    var cover = DayCover()
    var offers: [(recipient: OperatorIndex, span: DatedSpan)] = []
    var run: [DatedSpan] = []
    var resolved: [DatedSpan] = []

    /// The union of the ranges that are active on some day.
    mutating func load(_ table: ProvisionTable, _ flows: DayFlows, _ x: OperatorIndex) {
      passedOn.removeAll(keepingCapacity: true)
      for position in flows.ranged(Int(x)) where !flows.activity[position].isEmpty {
        let p = Int(flows.outflows.provisions[position])
        let (start, end) = (table.rangeStarts[p], table.rangeEnd(p))
        if let last = passedOn.last, start <= last.end + 1 {
          if end > last.end { passedOn[passedOn.count - 1].end = end }
        } else {
          passedOn.append(Span(start: start, end: end))
        }
      }
    }

    mutating func loadDesignations(
      _ chain: SupplyChain, _ category: Category, _ x: OperatorIndex, _ window: DayWindow
    ) {
      designated.removeAll(keepingCapacity: true)
      let blocks = chain.tables.designations
      for row in chain.designationsOf.rows(of: x) where blocks.categories[Int(row)] == category {
        let days = window.set(blocks.starts[Int(row)], blocks.ends[Int(row)])
        if days.isEmpty { continue }
        designated.append(
          DatedSpan(start: blocks.rangeStarts[Int(row)], end: blocks.rangeEnds[Int(row)], days: days))
      }
      designated.sort { $0.start < $1.start }
    }

    mutating func loadInflows(
      _ table: ProvisionTable, _ flows: DayFlows, _ x: OperatorIndex, _ window: DayWindow
    ) {
      received.removeAll(keepingCapacity: true)
      for position in flows.inflows.range(x) {
        let p = Int(flows.inflows.provisions[position])
        if table.rangeStarts[p] == 0 { break }
        let days = window.set(table.starts[p], table.ends[p])
        if days.isEmpty { continue }
        received.append(DatedSpan(start: table.rangeStarts[p], end: table.rangeEnd(p), days: days))
      }
    }
  }

  private mutating func addTargets(_ x: OperatorIndex, _ scratch: inout Scratch, _ pool: inout DaySetPool) {
    scratch.own.removeAll(keepingCapacity: true)
    scratch.ranged.removeAll(keepingCapacity: true)
    scratch.cover.resolve(
      scratch.designated, 0..<scratch.designated.count, &pool, into: &scratch.own)
    scratch.cover.resolve(scratch.received, 0..<scratch.received.count, &pool, into: &scratch.ranged)
    let (own, ranged) = (scratch.own, scratch.ranged)
    let first = targets.count
    var (nextOwn, nextRanged) = (0, 0)
    for span in scratch.passedOn {
      var start = span.start
      while start <= span.end {
        while nextOwn < own.count, own[nextOwn].end < start { nextOwn += 1 }
        while nextRanged < ranged.count, ranged[nextRanged].end < start { nextRanged += 1 }
        var (end, ofOwn, ofRanged) = (span.end, DaySet.none, DaySet.none)
        if nextOwn < own.count {
          let cell = own[nextOwn]
          if cell.start <= start {
            (ofOwn, end) = (cell.days, min(end, cell.end))
          } else {
            end = min(end, cell.start - 1)
          }
        }
        if nextRanged < ranged.count {
          let cell = ranged[nextRanged]
          if cell.start <= start {
            (ofRanged, end) = (cell.days, min(end, cell.end))
          } else {
            end = min(end, cell.start - 1)
          }
        }
        ofRanged = pool.subtract(ofOwn, from: ofRanged)
        if let last = targets.last, targets.count > first, last.end + 1 == start, last.own == ofOwn,
          last.ranged == ofRanged
        {
          targets[targets.count - 1] = Target(
            owner: x, start: last.start, end: end, own: ofOwn, ranged: ofRanged)
        } else {
          targets.append(Target(owner: x, start: start, end: end, own: ofOwn, ranged: ofRanged))
        }
        start = end + 1
      }
    }
  }

  private mutating func addEdges(
    _ table: ProvisionTable, _ flows: DayFlows, _ x: OperatorIndex, _ scratch: inout Scratch,
    _ pool: inout DaySetPool
  ) {
    scratch.offers.removeAll(keepingCapacity: true)
    for position in flows.ranged(Int(x)) {
      let recipient = flows.outflows.recipients[position]
      let days = flows.activity[position]
      if days.isEmpty || flows.ranged(Int(recipient)).isEmpty { continue }
      let p = Int(flows.outflows.provisions[position])
      scratch.offers.append(
        (recipient, DatedSpan(start: table.rangeStarts[p], end: table.rangeEnd(p), days: days)))
    }
    if scratch.offers.isEmpty { return }
    scratch.offers.sort { ($0.recipient, $0.span.start) < ($1.recipient, $1.span.start) }
    let first = edges.count
    var next = 0
    while next < scratch.offers.count {
      let recipient = scratch.offers[next].recipient
      scratch.run.removeAll(keepingCapacity: true)
      while next < scratch.offers.count, scratch.offers[next].recipient == recipient {
        scratch.run.append(scratch.offers[next].span)
        next += 1
      }
      scratch.resolved.removeAll(keepingCapacity: true)
      scratch.cover.resolve(scratch.run, 0..<scratch.run.count, &pool, into: &scratch.resolved)
      for span in scratch.resolved {
        edges.append(
          Edge(
            start: span.start, end: span.end, recipient: recipient, days: span.days, cells: span.cells))
      }
    }
    edges[first...].sort { ($0.start, $0.end, $0.recipient) < ($1.start, $1.end, $1.recipient) }
  }
}
