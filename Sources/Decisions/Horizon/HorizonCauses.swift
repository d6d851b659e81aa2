import Audit
import Numbering
import SupplyChain

/// A finding that starts or ends, before its cause is known.
struct Turning {
  let rule: RuleID
  /// Its place among the findings of the rule.
  let finding: Int
  let day: Int32
  let starts: Bool
}

/// Finds what makes a finding start or end.
struct HorizonCauses {
  let audit: PeriodAudit
  let chain: SupplyChain
  let standing: StandingEvents
  let turns: ProvisionTurns
  private let policy: Policy
  /// The restrictions that begin or end within the days, by day, in file order.
  private var restrictionsBegun: [Int32: [Int]] = [:]
  private var restrictionsEnded: [Int32: [Int]] = [:]

  /// - Complexity: O(*n* log *n*) in provisions that begin or end within the days, O(*n*) in the others and in
  ///   restrictions.
  init(_ audit: PeriodAudit, _ standing: StandingEvents, over days: DayInterval) {
    self.audit = audit
    self.standing = standing
    chain = audit.merged.state.chain
    policy = audit.merged.policy
    turns = ProvisionTurns(chain.tables.provisions, over: days)
    let table = chain.tables.restrictions
    for row in 0..<table.count {
      if days.contains(table.starts[row]) { restrictionsBegun[table.starts[row], default: []].append(row) }
      if days.contains(table.ends[row]) { restrictionsEnded[table.ends[row], default: []].append(row) }
    }
  }

  /// What stands behind a change and lies at hand: a waiver, the provision itself, a cap, the standing of those it is
  /// about, or their provisions; nil when it must be looked for along the chain.
  ///
  /// - Complexity: O(*n*) in the operators it is about, at most a hundred, and in the restrictions of that day.
  func direct(_ change: Turning) -> HorizonEvent? {
    let findings = audit.outcomes[Int(change.rule.rawValue)].findings
    if let event = waiver(change, findings) { return event }
    let finding = findings.results.findings[change.finding]
    let refers = audit.merged.references(of: finding, in: findings.results)
    let (day, events) = (change.day, change.rule.events)
    if let p = refers.provision {
      if let event = standing.provision(p, on: day) { return event }
      if let event = recordedDay(p, events, day) { return event }
    }
    if let event = requirement(events, day) { return event }
    if let cap = refers.cap, let event = self.cap(cap, refers, day) { return event }
    let ends = operators(refers)
    for x in ends {
      if let event = standing(of: x, in: refers.category, events, day) { return event }
    }
    if let event = restriction(change, refers) { return event }
    return neighbour(change, refers).flatMap { standing.provision($0, on: day) }
  }

  /// The first hop of a chain, from the provision up, at which something takes effect that the rule depends on.
  func upstream(_ change: Turning, _ hops: [ProvisionIndex]) -> HorizonEvent? {
    let table = chain.tables.provisions
    for p in hops.reversed() {
      if let event = standing.provision(p, on: change.day) { return event }
      let (x, category) = (table.suppliers[Int(p)], table.categories[Int(p)])
      if let event = standing(of: x, in: category, change.rule.events, change.day) { return event }
    }
    return nil
  }

  // MARK: - Kinds

  /// The waiver that no longer covers the finding, or now does, where it holds on both days.
  private func waiver(_ change: Turning, _ findings: PeriodFindings) -> HorizonEvent? {
    let table = chain.tables.waivers
    if change.rule == .waiverExpired {
      let row = Int(findings.results.findings[change.finding].subject)
      return change.starts && table.ends[row] == change.day
        ? HorizonEvent(.waiverEnds, on: change.day, row: row) : nil
    }
    let other = change.starts ? change.day - 1 : change.day
    guard let span = findings.spans(of: change.finding).first(where: { $0.days.contains(other) }),
      span.isWaived
    else { return nil }
    // What it waived may change on a day on which the waiver itself goes on.
    let row = Int(span.waiver)
    guard (change.starts ? table.ends[row] : table.starts[row]) == change.day else { return nil }
    return HorizonEvent(change.starts ? .waiverEnds : .waiverBegins, on: change.day, row: row)
  }

  private func recordedDay(_ p: ProvisionIndex, _ events: PeriodEvents, _ day: Int32) -> HorizonEvent? {
    let table = chain.tables.provisions
    let isReached =
      (events.contains(.declarations) && Int(p) < table.declaredOn.count && table.declaredOn[Int(p)] == day)
      || (events.contains(.approvalChecks) && Int(p) < table.approvalCheckedOn.count
        && table.approvalCheckedOn[Int(p)] == day)
    return isReached ? HorizonEvent(.recordedDay, on: day, row: Int(p)) : nil
  }

  private func requirement(_ events: PeriodEvents, _ day: Int32) -> HorizonEvent? {
    let begins =
      (events.contains(.approvalRequired) && policy.approvalRequiredFrom.ordinal == day)
      || (events.contains(.certificationRequired) && policy.certificationRequiredFrom.ordinal == day)
    return begins ? HorizonEvent(.requirementBegins, on: day) : nil
  }

  private func cap(_ cap: Int, _ refers: FindingReferences, _ day: Int32) -> HorizonEvent? {
    let caps = audit.merged.caps
    if let row = caps.row(of: cap) {
      if chain.tables.caps.starts[row] == day { return HorizonEvent(.capBegins, on: day, row: cap) }
      if chain.tables.caps.ends[row] == day { return HorizonEvent(.capEnds, on: day, row: cap) }
      return nil
    }
    let limit = caps.policyCaps[cap]
    if limit.effectiveFrom?.ordinal == day { return HorizonEvent(.capBegins, on: day, row: cap) }
    let boundaries = [limit.trackRecordFromMonths, limit.trackRecordUnderMonths].compactMap(\.self)
    for x in operators(refers) {
      let start = Day(ordinal: chain.tables.operators.serviceStartedOn[Int(x)])
      for months in boundaries where start?.advanced(byMonths: months)?.ordinal == day {
        return HorizonEvent(.trackRecord, on: day, x, row: cap)
      }
    }
    return nil
  }

  private func standing(
    of x: OperatorIndex, in category: Category?, _ events: PeriodEvents, _ day: Int32
  ) -> HorizonEvent? {
    if events.contains(.certifications), let event = standing.certificate(of: x, on: day) { return event }
    if events.contains(.approvals) {
      for each in category.map({ [$0] }) ?? Category.allCases {
        if let event = standing.approval(of: x, in: each, on: day) { return event }
      }
    }
    if events.contains(.designations) { return standing.designation(of: x, in: category, on: day) }
    return nil
  }

  /// The restriction that begins or ends with the change: a refusal to another operator of the party, or the suspension
  /// of numbers of the provision.
  private func restriction(_ change: Turning, _ refers: FindingReferences) -> HorizonEvent? {
    let table = chain.tables.restrictions
    let rows = (change.starts ? restrictionsBegun : restrictionsEnded)[change.day] ?? []
    let row: Int?
    switch change.rule {
    case .relatedToBarred:
      guard let x = refers.operatorIndex else { return nil }
      let party = chain.parties.groupOf[Int(x)]
      row = rows.first { row in
        table.kinds[row] == .refuseNew && table.operators[row] != noIndex
          && chain.parties.groupOf[Int(table.operators[row])] == party
      }
    case .suspendedNumberProvided:
      // Numbers provided before they were suspended never make it start.
      guard !change.starts, let p = refers.provision.map({ Int($0) }) else { return nil }
      let provisions = chain.tables.provisions
      row = rows.first { row in
        table.kinds[row] == .suspendNumbers && table.rangeStarts[row] <= provisions.rangeEnd(p)
          && provisions.rangeStarts[p] <= table.rangeEnds[row]
      }
    default: row = nil
    }
    return row.map { row in
      let x = table.operators[row]
      return HorizonEvent(
        change.starts ? .restrictionBegins : .restrictionEnds, on: change.day, x == noIndex ? nil : x,
        row: row)
    }
  }

  /// Those a finding is about: the recipient before the supplier, then those it names.
  func operators(_ refers: FindingReferences) -> [OperatorIndex] {
    var all: [OperatorIndex] = []
    for x in [refers.recipient, refers.supplier, refers.operatorIndex].compactMap(\.self) { all.append(x) }
    var known = Set(all)
    for x in (refers.operators ?? []).prefix(100) where known.insert(x).inserted { all.append(x) }
    if let party = refers.party { all += chain.parties.members(of: party).prefix(100) }
    return all
  }
}
