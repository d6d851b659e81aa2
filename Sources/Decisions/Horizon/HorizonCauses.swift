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
  private let audit: PeriodAudit
  private let chain: SupplyChain
  private let policy: Policy
  private let standing: StandingEvents
  private let turns: ProvisionTurns

  /// - Complexity: O(provisions).
  init(_ audit: PeriodAudit, over days: DayInterval) {
    self.audit = audit
    chain = audit.merged.state.chain
    policy = audit.merged.policy
    standing = StandingEvents(chain: chain, graceDays: policy.graceDays)
    turns = ProvisionTurns(chain.tables.provisions, over: days)
  }

  /// What stands behind a change and lies at hand: a waiver, the provision itself, a cap, the standing of those it is
  /// about, or their provisions; nil when it must be looked for along the chain.
  ///
  /// - Complexity: O(*n*) in the records of the operators it is about, at most a hundred.
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
    if let event = restriction(refers, ends, events, day) { return event }
    if events.contains(.provisions) {
      for x in ends {
        if let p = turns.first(of: x, in: refers.category, on: day) {
          return standing.provision(p, on: day)
        }
      }
    }
    return nil
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
    let kind: HorizonEvent.Kind = change.starts ? .waiverEnds : .waiverBegins
    return HorizonEvent(kind, on: change.day, row: Int(span.waiver))
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

  private func restriction(
    _ refers: FindingReferences, _ ends: [OperatorIndex], _ events: PeriodEvents, _ day: Int32
  ) -> HorizonEvent? {
    guard events.contains(.restrictions) else { return nil }
    let table = chain.tables.restrictions
    let parties = Set(ends.map { chain.parties.groupOf[Int($0)] })
    let rows = refers.restriction.map { [$0] } ?? []
    for row in rows + Array(0..<table.count) {
      let isEnd = table.ends[row] == day
      guard isEnd || table.starts[row] == day else { continue }
      let x = table.operators[row]
      let concerns = x == noIndex || parties.contains(chain.parties.groupOf[Int(x)])
      if concerns {
        return HorizonEvent(
          isEnd ? .restrictionEnds : .restrictionBegins, on: day, x == noIndex ? nil : x, row: row)
      }
    }
    return nil
  }

  /// Those a finding is about: the recipient before the supplier, then those it names.
  func operators(_ refers: FindingReferences) -> [OperatorIndex] {
    var all: [OperatorIndex] = []
    for x in [refers.recipient, refers.supplier, refers.operatorIndex].compactMap(\.self) { all.append(x) }
    for x in (refers.operators ?? []).prefix(100) where !all.contains(x) { all.append(x) }
    if let party = refers.party { all += chain.parties.members(of: party).prefix(100) }
    return all
  }
}
