import Numbering
import SupplyChain

extension CapExceededRule: PeriodRule {
  /// - Complexity: O(*n*) in provisions for each policy cap, O(*k* log *k*) in the provisions of each operator that may
  ///   receive too many, and O(days) for each row of the caps table.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let caps = PeriodCaps(context)
    var received: [CategorySet: [UInt64]] = [:]
    for (index, cap) in context.policy.caps.enumerated() {
      let categories = cap.summedCategories
      let sums = received[categories] ?? caps.receivedAtMost(in: categories)
      received[categories] = sums
      for v in 0..<OperatorIndex(sums.count) where sums[Int(v)] > cap.maximum {
        let limited = caps.limited(v, by: cap)
        if limited.isEmpty { continue }
        for pair in caps.pairs(to: v, in: categories) where pair.most > cap.maximum {
          caps.steps(of: pair.rows) { days, numbers in
            if numbers <= cap.maximum { return }
            let finding = Finding(
              Self.id, subject: UInt32(index), second: pair.supplier, third: v, numbers: numbers,
              limit: cap.maximum)
            for run in limited { pieces.add(finding, over: run.intersection(days)) }
          }
        }
      }
    }
    findOfTable(caps, context, &pieces)
  }

  /// Rows of the caps table, those about the same recipient and categories one after the other.
  private func findOfTable(_ caps: PeriodCaps, _ context: PeriodContext, _ pieces: inout FindingPieces) {
    let table = context.tables.caps
    func categories(_ row: Int) -> CategorySet { table.categories[row].map { CategorySet($0) } ?? .all }
    let rows = (0..<table.count).filter {
      table.starts[$0] < context.days.end && context.days.start < table.ends[$0]
    }.sorted {
      (table.recipients[$0], categories($0).rawValue, table.suppliers[$0], $0)
        < (table.recipients[$1], categories($1).rawValue, table.suppliers[$1], $1)
    }
    var (pairs, last): ([PeriodCaps.Pair], (OperatorIndex, UInt8)) = ([], (noIndex, 0))
    var (steps, supplier): ([(days: DayInterval, numbers: UInt64)], OperatorIndex?) = ([], nil)
    for row in rows {
      let (u, v) = (table.suppliers[row], table.recipients[row])
      if last != (v, categories(row).rawValue) {
        last = (v, categories(row).rawValue)
        pairs = caps.pairs(to: v, in: categories(row))
        supplier = nil
      }
      if supplier != u {
        supplier = u
        steps.removeAll(keepingCapacity: true)
        if u == noIndex {
          let all = pairs.flatMap(\.rows)
          caps.steps(of: all[...]) { steps.append(($0, $1)) }
        } else if let pair = pairs.first(suppliedBy: u) {
          caps.steps(of: pair.rows) { steps.append(($0, $1)) }
        }
      }
      let inForce = DayInterval(start: table.starts[row], end: table.ends[row])
      for step in steps where step.numbers > table.maximums[row] {
        pieces.add(
          Finding(
            Self.id, subject: UInt32(context.policy.caps.count + row), second: u, third: v,
            numbers: step.numbers, limit: table.maximums[row]),
          over: step.days.intersection(inForce))
      }
    }
  }
}

extension [PeriodCaps.Pair] {
  /// - Complexity: O(log *n*): pairs ascend by supplier.
  fileprivate func first(suppliedBy u: OperatorIndex) -> PeriodCaps.Pair? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].supplier < u { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].supplier == u ? self[low] : nil
  }
}

extension CapExceededInTotalRule: PeriodRule {
  /// - Complexity: O(*n*) in provisions for each policy cap, and for each party that may receive too many near-linear in
  ///   its provisions, with O(members) for each day on which it does.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let caps = PeriodCaps(context)
    let parties = context.chain.parties
    let listsMatter = context.hasWaivers(of: Self.id)
    for (index, cap) in context.policy.caps.enumerated() {
      let sums = caps.receivedAtMost(in: cap.summedCategories)
      var ofParty = [UInt64](repeating: 0, count: parties.count)
      for x in sums.indices {
        let party = Int(parties.groupOf[x])
        ofParty[party] = ofParty[party].addingSaturated(sums[x])
      }
      for party in 0..<PartyIndex(parties.count) where ofParty[Int(party)] > cap.maximum {
        var draw = PartyDraw(party, parties)
        for (member, v) in parties.members(of: party).enumerated() where sums[Int(v)] > 0 {
          let limited = caps.limited(v, by: cap)
          if limited.isEmpty { continue }
          for pair in caps.pairs(to: v, in: cap.summedCategories)
          where parties.groupOf[Int(pair.supplier)] != party {
            caps.steps(of: pair.rows) { days, numbers in
              for run in limited { draw.add(member, numbers, over: run.intersection(days)) }
            }
          }
        }
        draw.find(Self.id, UInt32(index), cap.maximum, listsMatter: listsMatter, &pieces)
      }
    }
  }
}

/// What the members of a party draw from outside, day by day.
private struct PartyDraw {
  private struct Event {
    let day: Int32
    let member: Int
    let numbers: UInt64
    let isBegin: Bool
  }

  private let party: PartyIndex
  private let members: ArraySlice<OperatorIndex>
  private var events: [Event] = []

  init(_ party: PartyIndex, _ parties: Grouping) {
    self.party = party
    members = parties.members(of: party)
  }

  /// Adds what a member, by its place, draws from one supplier.
  mutating func add(_ member: Int, _ numbers: UInt64, over days: DayInterval) {
    if days.isEmpty { return }
    events.append(Event(day: days.start, member: member, numbers: numbers, isBegin: true))
    events.append(Event(day: days.end, member: member, numbers: numbers, isBegin: false))
  }

  /// Reports the days on which two pairs or more come to more than a maximum together.
  mutating func find(
    _ rule: RuleID, _ cap: UInt32, _ maximum: UInt64, listsMatter: Bool, _ pieces: inout FindingPieces
  ) {
    events.sort { $0.day < $1.day }
    var pairs = [Int](repeating: 0, count: members.count)
    var (sum, count, next, last): (UInt64, Int, Int, Int) = (0, 0, 0, -1)
    var list: (drawing: [OperatorIndex], place: UInt32) = ([], noIndex)
    while next < events.count {
      let day = events[next].day
      while next < events.count, events[next].day == day {
        let event = events[next]
        next += 1
        sum = event.isBegin ? sum &+ event.numbers : sum &- event.numbers
        count += event.isBegin ? 1 : -1
        pairs[event.member] += event.isBegin ? 1 : -1
      }
      guard next < events.count, count >= 2, sum > maximum else { continue }
      let days = DayInterval(start: day, end: events[next].day)
      let goesOn = last >= 0 && pieces.pieces[last].days.end == day
      if listsMatter || !goesOn || pieces.pieces[last].finding.amount != sum {
        let drawing = zip(members, pairs).filter { $0.1 > 0 }.map(\.0)
        if list.place == noIndex || drawing != list.drawing {
          list = (drawing, pieces.lists.addList(drawing))
          last = -1
        }
      }
      pieces.add(
        Finding(rule, subject: cap, second: party, numbers: sum, limit: maximum, extra: list.place),
        over: days, after: &last)
    }
  }
}
