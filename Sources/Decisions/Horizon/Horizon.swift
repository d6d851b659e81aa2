import Audit
import Numbering
import SupplyChain

/// Which findings start or end in the coming days with no new data, and what makes them (SPEC §8 `horizon`).
///
/// The difference of consecutive daily audits: a waiver that expires makes a finding start, one that begins makes it end.
public struct Horizon: Sendable {
  /// A finding that starts or ends.
  public struct Change: Sendable {
    /// The rule of the finding.
    public let rule: RuleID
    /// Its place among the findings of the rule in `audit`.
    public let finding: Int
    /// The first day with it, or the first day without.
    public let day: Day
    /// Whether it starts; otherwise it ends.
    public let starts: Bool
    /// The place in `groups` of what causes it.
    public let group: Int
  }

  /// What takes effect on a day, with what hangs on it.
  public struct Group: Sendable {
    /// What takes effect.
    public let event: HorizonEvent
    /// The places of its changes in `changes`.
    public let changes: Range<Int>
    /// Findings that start.
    public let starts: Int
    /// Findings that end.
    public let ends: Int
    /// Different provisions those findings are keyed by.
    public let provisions: Int
    /// Telephone numbers of those provisions together.
    public let numbers: UInt64
    /// Different operators those findings are about; of a provision, its recipient.
    public let operators: Int
  }

  /// The day it is seen from.
  public let day: Day
  /// The last day it looks at.
  public let last: Day
  /// The findings from `day` to `last`, of which the changes are places.
  public let audit: PeriodAudit
  /// By day, then by what takes effect.
  public let groups: [Group]
  /// By group; within one in the order of the contract.
  public let changes: [Change]
  /// Certificates, approvals and waivers that run out, by day.
  public let renewals: [Renewal]
  /// By day: where chains that stand on `day` break first; nil when no chains are known on that day.
  public let weakestLinks: [WeakestLink]?

  /// How many days after `day` it looks at.
  public var within: Int { day.distance(to: last) }

  /// Looks ahead from a day.
  ///
  /// - Parameter days: how many days after it to look at, at least 1; the calendar's end cuts them.
  /// - Complexity: that of the audit of a period, and of two states for each day on which something upstream makes a
  ///   finding change.
  public init?(_ chain: SupplyChain, on day: Day, within days: Int, options: AuditOptions = AuditOptions()) {
    let ahead = min(max(1, days), Int(Day.latest.ordinal))
    let end = min(Int(day.ordinal) + ahead, Int(Day.latest.ordinal))
    guard let last = Day(ordinal: Int32(end)),
      let audit = PeriodAudit(chain, from: day, to: last, options: options)
    else { return nil }
    self.init(audit)
  }

  /// Looks ahead from the first day of an audit of a period to its last.
  public init(_ audit: PeriodAudit) {
    day = audit.from
    last = audit.to
    self.audit = audit
    let turnings = Self.turnings(of: audit)
    let days = DayInterval(start: audit.from.ordinal + 1, end: audit.to.ordinal + 1)
    let chain = audit.merged.state.chain
    let standing = StandingEvents(chain, graceDays: audit.merged.policy.graceDays, over: days)
    let events = HorizonAttribution(audit, standing, over: days).events(of: turnings)
    let order = turnings.indices.sorted { (events[$0], $0) < (events[$1], $1) }
    var (groups, changes): ([Group], [Change]) = ([], [])
    changes.reserveCapacity(order.count)
    var next = 0
    while next < order.count {
      let event = events[order[next]]
      let first = next
      while next < order.count, events[order[next]] == event {
        let turning = turnings[order[next]]
        changes.append(
          Change(
            rule: turning.rule, finding: turning.finding, day: event.day, starts: turning.starts,
            group: groups.count))
        next += 1
      }
      groups.append(Group(event, changes[first..<next], audit))
    }
    self.groups = groups
    self.changes = changes
    renewals = Renewal.all(audit, standing, over: days, groups)
    weakestLinks = WeakestLink.all(audit, standing, over: days)
  }

  /// Every start and end of an unwaived run after the first day, by rule and finding.
  ///
  /// - Complexity: O(*n*) in the spans of findings.
  private static func turnings(of audit: PeriodAudit) -> [Turning] {
    var all: [Turning] = []
    for outcome in audit.outcomes {
      for finding in 0..<outcome.findings.count {
        for run in outcome.findings.unwaivedPeriods(of: finding) {
          if run.start > audit.from.ordinal {
            all.append(Turning(rule: outcome.rule, finding: finding, day: run.start, starts: true))
          }
          if run.end <= audit.to.ordinal {
            all.append(Turning(rule: outcome.rule, finding: finding, day: run.end, starts: false))
          }
        }
      }
    }
    return all
  }
}

extension Horizon.Group {
  /// - Complexity: O(*n* log *n*) in the changes.
  init(_ event: HorizonEvent, _ changes: ArraySlice<Horizon.Change>, _ audit: PeriodAudit) {
    self.event = event
    self.changes = changes.startIndex..<changes.endIndex
    starts = changes.count { $0.starts }
    ends = changes.count - starts
    var (provisions, operators): (Set<ProvisionIndex>, Set<OperatorIndex>) = ([], [])
    for change in changes {
      let results = audit.outcomes[Int(change.rule.rawValue)].findings.results
      let refers = audit.merged.references(of: results.findings[change.finding], in: results)
      if let p = refers.provision { provisions.insert(p) }
      if let x = refers.recipient ?? refers.operatorIndex { operators.insert(x) }
      for x in refers.operators ?? [] { operators.insert(x) }
    }
    self.provisions = provisions.count
    numbers = audit.merged.state.chain.tables.provisions.numbersTogether(provisions)
    self.operators = operators.count
  }
}

extension ProvisionTable {
  /// The numbers of several provisions together: the union of their ranges, and the counts of the others (SPEC §4).
  ///
  /// - Complexity: O(*n* log *n*).
  func numbersTogether(_ provisions: some Sequence<ProvisionIndex>) -> UInt64 {
    var total: UInt64 = 0
    var ranges: [(start: UInt64, end: UInt64)] = []
    for p in provisions {
      if rangeStarts[Int(p)] == 0 {
        total += numbers[Int(p)]
      } else {
        ranges.append((rangeStarts[Int(p)], rangeStarts[Int(p)] + numbers[Int(p)]))
      }
    }
    ranges.sort { $0.start < $1.start }
    var reached: UInt64 = 0
    for range in ranges where range.end > reached {
      total += range.end - max(range.start, reached)
      reached = range.end
    }
    return total
  }
}
