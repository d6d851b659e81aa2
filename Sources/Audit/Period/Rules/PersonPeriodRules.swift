import Numbering
import SupplyChain

extension SharedIdentityRule: PeriodRule {
  /// What it finds is the same on all days.
  ///
  /// - Complexity: O(*n* log *n*) in operators, approvals and certifications.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    var found = RuleFindings()
    find(in: context.lastDay, into: &found)
    for finding in found.findings { pieces.add(finding, over: context.days) }
    found.findings = []
    pieces.lists = found
  }
}

extension DeemedApprovalInvalidRule: PeriodRule {
  /// - Complexity: O(*n*) in operators and approvals, and O(*k* · days) in the *k* rows of each person with a deemed
  ///   approval, 2*k* days at most.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let (approvals, persons) = (context.tables.approvals, context.chain.persons)
    var hasDeemed = [Bool](repeating: false, count: persons.count)
    for row in 0..<approvals.count where approvals.bases[row] == .deemed {
      if approvals.starts[row] < context.days.end && context.days.start < approvals.ends[row] {
        hasDeemed[Int(persons.groupOf[Int(approvals.operators[row])])] = true
      }
    }
    for person in 0..<persons.count where hasDeemed[person] {
      find(persons.members(of: UInt32(person)), context, &pieces)
    }
  }

  /// Looks at the operators of one person.
  private func find(
    _ members: ArraySlice<OperatorIndex>, _ context: PeriodContext, _ pieces: inout FindingPieces
  ) {
    let (approvals, blocks) = (context.tables.approvals, context.tables.designations)
    var rows: [UInt32] = []
    var designations: [UInt32] = []
    for x in members {
      rows.append(contentsOf: context.chain.approvalsOf.rows(of: x))
      designations.append(contentsOf: context.chain.designationsOf.rows(of: x))
    }
    var epochs = Epochs(of: context.days)
    for row in rows { epochs.cut(approvals.starts[Int(row)], approvals.ends[Int(row)]) }
    for row in designations { epochs.cut(blocks.starts[Int(row)], blocks.ends[Int(row)]) }
    var deemed: [(x: OperatorIndex, mask: UInt8)] = []
    epochs.take { days in
      deemed.removeAll(keepingCapacity: true)
      var approved: UInt8 = 0
      for row in rows {
        let row = Int(row)
        guard approvals.starts[row] <= days.start, days.start < approvals.ends[row] else { continue }
        let bit = approvals.categories[row].map { CategorySet($0).rawValue } ?? Self.everyCategory
        if approvals.bases[row] == .approved {
          approved |= bit
        } else if let last = deemed.last, last.x == approvals.operators[row] {
          deemed[deemed.count - 1].mask |= bit
        } else {
          deemed.append((approvals.operators[row], bit))
        }
      }
      if approved & Self.everyCategory != 0 || deemed.isEmpty { return }
      let holds = designations.contains {
        blocks.starts[Int($0)] <= days.start && days.start < blocks.ends[Int($0)]
      }
      if !holds && approved == 0 { return }
      for (x, mask) in deemed {
        for category in Category.allCases where CategorySet(category).rawValue & mask & ~approved != 0 {
          pieces.add(Finding(Self.id, subject: x, category: category), over: days)
        }
        if mask & Self.everyCategory != 0 { pieces.add(Finding(Self.id, subject: x), over: days) }
      }
    }
  }
}

extension RelatedToBarredRule: PeriodRule {
  /// - Complexity: near-linear in operators, certifications and restrictions, and O(*m* · days) in the *m* members of
  ///   each party with a barred one; the inflows of those members are looked at once.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let (persons, parties) = (context.chain.persons, context.chain.parties)
    let barred = barredDays(context)
    var isAsked = [Bool](repeating: false, count: parties.count)
    for person in 0..<persons.count where !barred.runs(of: person).isEmpty {
      guard let x = persons.members(of: UInt32(person)).first else { continue }
      let party = parties.groupOf[Int(x)]
      if parties.members(of: party).count > 1 { isAsked[Int(party)] = true }
    }
    let listsMatter = context.hasWaivers(of: Self.id)
    for party in 0..<UInt32(parties.count) where isAsked[Int(party)] {
      find(parties.members(of: party), barred, listsMatter, context, &pieces)
    }
  }

  /// Looks at the operators of one party.
  private func find(
    _ members: ArraySlice<OperatorIndex>, _ barred: IntervalTable, _ listsMatter: Bool,
    _ context: PeriodContext, _ pieces: inout FindingPieces
  ) {
    let personOf = context.chain.persons.groupOf
    var epochs = Epochs(of: context.days)
    for x in members {
      for run in barred.runs(of: Int(personOf[Int(x)])) { epochs.cut(run) }
    }
    let receiving = receivingDays(members, context)
    var (related, place): ([OperatorIndex], UInt32) = ([], noIndex)
    var last = [Int](repeating: -1, count: members.count)
    epochs.take { days in
      let now = members.filter { barred.contains(Int(personOf[Int($0)]), days.start) }
      if now.isEmpty { return }
      if now != related {
        related = now
        place = noIndex
        // A waiver looks at the list of each day.
        if listsMatter { for offset in last.indices { last[offset] = -1 } }
      }
      for (offset, x) in members.enumerated() where !barred.contains(Int(personOf[Int(x)]), days.start) {
        for run in receiving.runs(of: offset) {
          let run = run.intersection(days)
          if run.isEmpty { continue }
          let before = last[offset]
          let begins = before < 0 || pieces.pieces[before].days.end != run.start
          if begins, place == noIndex { place = pieces.lists.addList(related) }
          pieces.add(Finding(Self.id, subject: x, extra: place), over: run, after: &last[offset])
        }
      }
    }
  }

  /// By place among the members, the days on which they have an inflow.
  private func receivingDays(_ members: ArraySlice<OperatorIndex>, _ context: PeriodContext) -> IntervalTable
  {
    let table = context.tables.provisions
    var rows: [(key: UInt32, days: DayInterval)] = []
    for (offset, x) in members.enumerated() {
      for category in Category.allCases {
        guard let inflows = context.chain.inflows.view(category) else { continue }
        for position in inflows.range(x) {
          let p = Int(inflows.provisions[position])
          let days = DayInterval(start: table.starts[p], end: table.ends[p]).intersection(context.days)
          if !days.isEmpty { rows.append((UInt32(offset), days)) }
        }
      }
    }
    return IntervalTable(keyCount: members.count, rows)
  }

  /// By person, the days on which its certification is revoked or new numbers are refused to it.
  private func barredDays(_ context: PeriodContext) -> IntervalTable {
    let (persons, certifications) = (context.chain.persons, context.tables.certifications)
    var rows: [(key: UInt32, days: DayInterval)] = []
    let restrictions = context.tables.restrictions
    for row in 0..<restrictions.count
    where restrictions.kinds[row] == .refuseNew && restrictions.operators[row] != noIndex {
      let days = DayInterval(start: restrictions.starts[row], end: restrictions.ends[row])
      rows.append((persons.groupOf[Int(restrictions.operators[row])], days.intersection(context.days)))
    }
    var epochs = Epochs(of: context.days)
    for person in 0..<persons.count where context.certifications.wasRevoked(UInt32(person)) {
      for x in persons.members(of: UInt32(person)) {
        for row in context.chain.certificationsOf.rows(of: x) {
          let end = certifications.end(of: Int(row), graceDays: context.policy.graceDays)
          epochs.cut(certifications.starts[Int(row)], Int32(clamping: end))
        }
      }
      epochs.take { days in
        if context.certifications.standing(of: UInt32(person), on: days.start) == .revoked {
          rows.append((UInt32(person), days))
        }
      }
    }
    return IntervalTable(keyCount: persons.count, rows)
  }
}
