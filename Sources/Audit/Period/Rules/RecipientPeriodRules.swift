import Numbering
import SupplyChain

extension PeriodContext {
  /// Calls `body` with each provision and the days of the period on which it is active and its recipient no user.
  ///
  /// - Complexity: O(*n*) in provisions and in the outflows of operators of role `user`.
  @inline(__always)
  fileprivate func provisions(within days: DayInterval, _ body: (Int, DayInterval) -> Void) {
    let table = tables.provisions
    for p in 0..<table.count where table.starts[p] < days.end && table.ends[p] > days.start {
      if table.suppliers[p] == table.recipients[p] { continue }
      let active = DayInterval(start: table.starts[p], end: table.ends[p]).intersection(days)
      if active.isEmpty { continue }
      timelines.whileNoUser(table.recipients[p], within: active) { body(p, $0) }
    }
  }

  /// The days of the period from one on.
  fileprivate func days(from day: Day) -> DayInterval {
    DayInterval(start: max(days.start, day.ordinal), end: days.end)
  }

  /// Reports a finding keyed by a provision.
  @inline(__always)
  fileprivate func add(
    _ rule: RuleID, _ cause: Cause?, _ p: Int, over days: DayInterval, into pieces: inout FindingPieces
  ) {
    let table = tables.provisions
    pieces.add(
      Finding(
        rule, cause: cause, subject: UInt32(p), category: table.categories[p], numbers: table.numbers[p]),
      over: days)
  }
}

extension ApprovalMissingRule: PeriodRule {
  /// - Complexity: O(*n*) in provisions and in the runs of days their recipients are approved.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let table = context.tables.provisions
    let hasChecks = table.columns.contains(.approvalCheckedOn)
    context.provisions(within: context.days(from: context.policy.approvalRequiredFrom)) { p, days in
      let category = table.categories[p]
      let person = context.timelines.personOf[Int(table.recipients[p])]
      let approved = context.timelines.approved.runs(
        of: Int(person) * Category.count + Int(category.rawValue))
      approved.gaps(within: days) { gap in
        context.causes.unapproved(person, in: category, within: gap) { days, standing in
          let checkedOn = hasChecks ? table.approvalCheckedOn[p] : Day.blank
          if standing != .none || checkedOn == Day.blank || checkedOn >= days.end {
            return context.add(Self.id, Cause(standing), p, over: days, into: &pieces)
          }
          let before = DayInterval(start: days.start, end: max(days.start, checkedOn))
          context.add(Self.id, Cause.none, p, over: before, into: &pieces)
          let after = DayInterval(start: max(days.start, checkedOn), end: days.end)
          context.add(Self.id, .unrecorded, p, over: after, into: &pieces)
        }
      }
    }
  }
}

extension UncertifiedRecipientRule: PeriodRule {
  /// - Complexity: O(*n*) in provisions and in the runs of days their recipients are certified.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let table = context.tables.provisions
    context.provisions(within: context.days(from: context.policy.certificationRequiredFrom)) { p, days in
      let person = context.timelines.personOf[Int(table.recipients[p])]
      context.timelines.certified.runs(of: Int(person)).gaps(within: days) { gap in
        context.causes.uncertified(person, within: gap, context.certifications) { days, standing in
          context.add(Self.id, Cause(standing), p, over: days, into: &pieces)
        }
      }
    }
  }
}

extension ProvidedAfterRevocationRule: PeriodRule {
  /// - Complexity: O(*n* log *m*) in provisions and the certifications of one person.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let table = context.tables.provisions
    let wasRevoked = context.chain.revokedPersons(graceDays: context.policy.graceDays)
    context.provisions(within: context.days) { p, days in
      let person = context.timelines.personOf[Int(table.recipients[p])]
      guard wasRevoked[Int(person)], table.starts[p] != Day.blank,
        context.certifications.standing(of: person, on: table.starts[p]) == .revoked
      else { return }
      let certified = context.timelines.certified.runs(of: Int(person))
      certified.gaps(within: days) { context.add(Self.id, nil, p, over: $0, into: &pieces) }
    }
  }
}

extension PeriodContext {
  /// Reports wholesale provisions begun since a day whose date is blank or after their start, while they are active.
  ///
  /// - Complexity: O(*n*) in provisions.
  fileprivate func addUnconfirmed(
    _ rule: RuleID, since from: Day, in categories: CategorySet = .all, blank: Cause, _ dates: [Int32],
    into pieces: inout FindingPieces
  ) {
    let table = tables.provisions
    guard dates.count == table.count else { return }
    provisions(within: days) { p, days in
      let start = table.starts[p]
      guard table.contracts[p] == .wholesale, start >= from.ordinal,
        dates[p] == Day.blank || dates[p] > start, categories.has(table.categories[p])
      else { return }
      add(rule, dates[p] == Day.blank ? blank : .late, p, over: days, into: &pieces)
    }
  }
}

extension ApprovalUnconfirmedRule: PeriodRule {
  /// - Complexity: O(*n*) in provisions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    context.addUnconfirmed(
      Self.id, since: .confirmationDuty, blank: .unchecked, context.tables.provisions.approvalCheckedOn,
      into: &pieces)
  }
}

extension ConditionsUnagreedRule: PeriodRule {
  /// - Complexity: O(*n*) in provisions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    context.addUnconfirmed(
      Self.id, since: .confirmationDuty, blank: .unrecorded, context.tables.provisions.conditionsAgreedOn,
      into: &pieces)
  }
}

extension ContinuityUnconfirmedRule: PeriodRule {
  /// - Complexity: O(*n*) in provisions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    context.addUnconfirmed(
      Self.id, since: .continuityDuty, in: context.policy.confirmationCategories, blank: .unchecked,
      context.tables.provisions.continuityCheckedOn, into: &pieces)
  }
}
