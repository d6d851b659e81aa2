import Audit
import Numbering
import SupplyChain

/// How the answer to a candidate changes in the days to come if the data stay as they are.
public struct ScreenOutlook: Sendable, Equatable {
  /// A day on which the verdict is not that of the day before.
  public struct Change: Sendable, Equatable {
    /// The first day of the new verdict.
    public let day: Day
    /// The verdict from there on.
    public let verdict: ScreenVerdict
    /// The rules of its reasons, each once: the gravest first, then in their order.
    public let rules: [RuleID]
  }

  /// Room under the caps that is greater than at first.
  public struct Growth: Sendable, Equatable {
    /// The first day on which it is.
    public let day: Day
    /// The least room that a cap leaves from there on; nil when none applies any more.
    public let headroom: UInt64?
  }

  /// How many days after the first are looked at.
  public static let horizon = 400
  /// How many changes are told.
  static let mostChanges = 5
  /// How many rows may be looked at, counted on each day again.
  static let mostRows = 60_000_000

  /// The first five.
  public let changes: [Change]
  /// When there is more room under the caps; nil for not within the horizon, or where no cap applies at first.
  public let growth: Growth?
  /// The last day that was looked at: the horizon, unless the ledger around the candidate is so large and changes so
  /// often that it would take too long.
  public let until: Day

  /// Looks ahead from the candidate's first day.
  ///
  /// - Complexity: O(*n* · days on which something changes) in the rows around the candidate: the two operators,
  ///   everybody above the supplier, the recipient's party. At most `mostRows` in all.
  public init(of candidate: ProvisionCandidate, _ chain: SupplyChain, policy: Policy, threads: Int = 2) {
    let first = candidate.startsOn
    let last = first.advanced(byDays: Self.horizon) ?? .latest
    let around = Neighbourhood(of: candidate, in: chain, policy, days: first...last)
    let rows = around.rows
    let threads = rows > 50_000 ? threads : 1
    let screening = { (day: Day) in Screening(around.chain, on: day, policy: policy, threads: threads) }
    let now = screening(first)
    var verdict = now.answer(around.candidate).verdict
    let room = now.headrooms(of: around.candidate).map(\.headroom).min()
    var (changes, growth, until): ([Change], Growth?, Day) = ([], nil, last)
    var looked = rows
    for day in TurningDays(around, policy).days(after: first, through: last) {
      if changes.count == Self.mostChanges, growth != nil || room == nil { break }
      looked += rows
      if looked > Self.mostRows {
        until = day.advanced(byDays: -1) ?? first
        break
      }
      let then = screening(day)
      let answer = then.answer(around.candidate)
      if answer.verdict != verdict {
        verdict = answer.verdict
        if changes.count < Self.mostChanges {
          var rules: [RuleID] = []
          for severity in Severity.allCases.reversed() {
            for reason in answer.reasons where reason.severity == severity && !rules.contains(reason.rule) {
              rules.append(reason.rule)
            }
          }
          changes.append(Change(day: day, verdict: verdict, rules: rules))
        }
      }
      if let room, growth == nil {
        let then = then.headrooms(of: around.candidate).map(\.headroom).min()
        if then.map({ $0 > room }) ?? true { growth = Growth(day: day, headroom: then) }
      }
    }
    (self.changes, self.growth, self.until) = (changes, growth, until)
  }
}

/// The days on which the answer to a candidate may change.
private struct TurningDays {
  private var ordinals: Set<Int32> = []

  init(_ around: Neighbourhood, _ policy: Policy) {
    let tables = around.chain.tables
    ordinals.formUnion(tables.designations.starts)
    ordinals.formUnion(tables.designations.ends)
    ordinals.formUnion(tables.approvals.starts)
    ordinals.formUnion(tables.approvals.ends)
    ordinals.formUnion(tables.certifications.starts)
    for row in 0..<tables.certifications.count {
      ordinals.insert(Int32(clamping: tables.certifications.end(of: row, graceDays: policy.graceDays)))
    }
    ordinals.formUnion(tables.provisions.starts)
    ordinals.formUnion(tables.provisions.ends)
    ordinals.formUnion(tables.caps.starts)
    ordinals.formUnion(tables.caps.ends)
    ordinals.formUnion(tables.restrictions.starts)
    ordinals.formUnion(tables.restrictions.ends)
    ordinals.formUnion(tables.waivers.starts)
    ordinals.formUnion(tables.waivers.ends)
    ordinals.insert(policy.approvalRequiredFrom.ordinal)
    ordinals.insert(policy.certificationRequiredFrom.ordinal)
    if let end = around.candidate.endsOn { ordinals.insert(end.ordinal + 1) }
    addTrackRecords(around, policy)
  }

  private mutating func addTrackRecords(_ around: Neighbourhood, _ policy: Policy) {
    let parties = around.chain.parties
    let party = parties.members(of: parties.groupOf[Int(around.candidate.recipient)])
    for cap in policy.caps {
      if let from = cap.effectiveFrom { ordinals.insert(from.ordinal) }
      for months in [cap.trackRecordFromMonths, cap.trackRecordUnderMonths].compactMap({ $0 }) {
        for x in party {
          let started = around.chain.tables.operators.serviceStartedOn[Int(x)]
          if let day = Day(ordinal: started)?.advanced(byMonths: months) { ordinals.insert(day.ordinal) }
        }
      }
    }
  }

  /// Those of a stretch of days, ascending.
  func days(after first: Day, through last: Day) -> [Day] {
    ordinals.filter { first.ordinal < $0 && $0 <= last.ordinal }.sorted().compactMap { Day(ordinal: $0) }
  }
}
