import Audit
import Numbering
import SupplyChain

/// The findings of a period with what is said of their first days.
struct ShownPeriod: Sendable {
  let audit: PeriodAudit
  private let routes: PeriodRoutes
  /// By rule, where its findings begin among all.
  private let firsts: [Int]

  /// - Complexity: that of a state for each day on which a finding begins.
  init(_ audit: PeriodAudit) {
    self.audit = audit
    routes = PeriodRoutes(audit, of: audit.allPlaces)
    var (firsts, count): ([Int], Int) = ([], 0)
    for outcome in audit.outcomes {
      firsts.append(count)
      count += outcome.findings.count
    }
    self.firsts = firsts
  }

  /// Appends the hops of a finding's route, and returns its tier: 0 without one, nil without a route.
  func appendRoute(_ rule: Int, _ finding: Int, to hops: inout [ProvisionIndex]) -> UInt32? {
    routes.appendRoute(at: firsts[rule] + finding, to: &hops)
  }
}

/// The days of one finding of a period.
struct ShownDays {
  /// Maximal runs of days on which it holds.
  let periods: [DayInterval]
  /// Those on which no waiver covers it; nil when they are none or all of them.
  let unwaived: [DayInterval]?
  /// Whether it holds on the last day of the period.
  let isOpen: Bool
  /// Telephone numbers added up over its days; nil for a rule that counts none.
  let numberDays: UInt64?

  /// The days of a finding by the place of its rule and its own among those of the rule.
  init(_ audit: PeriodAudit, _ rule: Int, _ place: Int) {
    let findings = audit.outcomes[rule].findings
    let finding = findings.results.findings[place]
    periods = findings.periods(of: place)
    let unwaived = finding.isWaived ? [] : findings.unwaivedPeriods(of: place)
    self.unwaived = unwaived.isEmpty || unwaived == periods ? nil : unwaived
    isOpen = findings.end(of: place) > audit.to.ordinal
    numberDays = finding.numbers == nil ? nil : findings.numberDays(of: place)
  }
}

extension TextBuffer {
  /// Appends runs of days as `2025-04-01..2025-06-30;2025-08-01..2025-08-05`.
  mutating func append(runs: [DayInterval]) {
    for (index, days) in runs.enumerated() {
      if index > 0 { append(byte: 0x3B) }
      append(ordinal: days.start)
      append("..")
      append(ordinal: days.end - 1)
    }
  }

  /// Appends a day given by its ordinal.
  mutating func append(ordinal: Int32) {
    if let day = Day(ordinal: ordinal) { append(day) }
  }

  /// Appends the members of JSON that only an audit of a period has.
  mutating func append(open: Int, mended: Int, numberDays: UInt64, isFirst: Bool = false) {
    append(isFirst ? " \"open\": " : ", \"open\": ")
    append(decimal: UInt64(open))
    append(", \"mended\": ")
    append(decimal: UInt64(mended))
    append(", \"number_days\": ")
    append(decimal: numberDays)
  }
}
