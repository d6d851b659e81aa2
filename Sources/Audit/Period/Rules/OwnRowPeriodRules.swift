import Numbering
import SupplyChain

extension SelfProvisionRule: PeriodRule {
  /// - Complexity: O(*n*) in provisions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let table = context.tables.provisions
    for p in 0..<table.count where table.suppliers[p] == table.recipients[p] {
      let days = DayInterval(start: table.starts[p], end: table.ends[p]).intersection(context.days)
      pieces.add(
        Finding(
          Self.id, subject: UInt32(p), category: table.categories[p], numbers: table.numbers[p]),
        over: days)
    }
  }
}

extension PeriodContext {
  /// Reports operators for the days on which they are an end of an active provision.
  ///
  /// - Parameters:
  ///   - cause: by operator whether it is looked at, and what is said of it.
  ///   - onlySupplying: whether its inflows count for nothing.
  /// - Complexity: O(*n*) in operators and provisions.
  fileprivate func addEnds(
    _ rule: RuleID, _ isLookedAt: (Int) -> Bool, cause: (Int) -> Cause?, onlySupplying: (Int) -> Bool,
    into pieces: inout FindingPieces
  ) {
    let table = tables.provisions
    var rows: [(key: UInt32, days: DayInterval)] = []
    for p in 0..<table.count where table.starts[p] < days.end && table.ends[p] > days.start {
      let (u, v) = (table.suppliers[p], table.recipients[p])
      if u == v { continue }
      let active = DayInterval(start: table.starts[p], end: table.ends[p]).intersection(days)
      if isLookedAt(Int(u)) { rows.append((u, active)) }
      if isLookedAt(Int(v)) && !onlySupplying(Int(v)) { rows.append((v, active)) }
    }
    if rows.isEmpty { return }
    let ends = IntervalTable(keyCount: tables.operators.count, rows)
    for x in 0..<tables.operators.count where isLookedAt(x) {
      for run in ends.runs(of: x) {
        pieces.add(Finding(rule, cause: cause(x), subject: UInt32(x)), over: run)
      }
    }
  }
}

extension RegistrationMissingRule: PeriodRule {
  /// - Complexity: O(*n*) in operators and provisions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let (registrations, roles) = (context.tables.operators.registrations, context.tables.operators.roles)
    // An operator of role `user` is looked at only while it is none, which is while it supplies.
    context.addEnds(
      Self.id, { registrations[$0] == .none }, cause: { _ in nil }, onlySupplying: { roles[$0] == .user },
      into: &pieces)
  }
}

extension OutOfRoleRule: PeriodRule {
  /// - Complexity: O(*n*) in operators and provisions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let roles = context.tables.operators.roles
    context.addEnds(
      Self.id, { roles[$0] != .operator }, cause: { roles[$0] == .agent ? .agent : .userSupplies },
      onlySupplying: { roles[$0] == .user }, into: &pieces)
  }
}
