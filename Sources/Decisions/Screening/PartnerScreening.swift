import Audit
import Numbering
import SupplyChain

/// Everything to know before a candidate is signed: verdict, reasons, room, outlook, consequences, and the partner.
///
/// The reasons are those of the definition, as findings of `difference.after`.
public struct PartnerScreening: Sendable {
  /// How many consequences are told.
  public static let shownConsequences = 100

  /// What was asked.
  public let candidate: ProvisionCandidate
  /// The verdict, and the reasons as typed values.
  public let answer: ScreenAnswer
  /// The day without the candidate and with it.
  public let difference: AuditDifference
  /// The reasons among the differences: those of `answer`, in the same order.
  public let reasons: [AuditDifference.Entry]
  /// The waived ones among them.
  public let waived: [AuditDifference.Entry]
  /// The first hundred of the other differences, in the order of the rules.
  public let consequences: [AuditDifference.Entry]
  /// How many there are.
  public let consequenceCount: Int
  /// Every cap that applies, in the order of the caps.
  public let headrooms: [CapHeadroom]
  /// What is to come.
  public let outlook: ScreenOutlook
  /// What to do before signing.
  public let confirmations: [ScreenConfirmation]
  /// How the supplier stands.
  public let supplier: OperatorStanding
  /// How the recipient stands.
  public let recipient: OperatorStanding
  /// The other operators of the recipient's party, in file order.
  public let related: [RelatedOperator]
  /// What is open at the recipient and downstream of it.
  public let downstream: DownstreamFindings
  /// Where a range stands among the designations; nil for a count-only candidate, or without the table.
  public let designation: CandidateDesignation?

  /// The least room that a cap leaves; nil when none applies.
  public var headroom: UInt64? { headrooms.map(\.headroom).min() }

  /// An operator under common control with the recipient.
  public struct RelatedOperator: Sendable, Equatable {
    /// Who it is.
    public let operatorIndex: OperatorIndex
    /// Whether it is barred: its certification revoked, or new numbers refused to it.
    public let isBarred: Bool
  }

  /// Screens a candidate on the day it starts.
  ///
  /// - Complexity: near-linear in rows: the day is audited without the candidate and with it, and the tables are copied.
  public init(
    _ candidate: ProvisionCandidate, in chain: SupplyChain, policy: Policy = Policy(), threads: Int = 2
  ) {
    let options = AuditOptions(policy: policy, threads: threads)
    let before = DayAudit(chain, on: candidate.startsOn, options: options)
    let edited = chain.adding(candidate, threads: threads)
    let after = DayAudit(edited, on: candidate.startsOn, options: options)
    let difference = AuditDifference(from: before, to: after)
    self.candidate = candidate
    self.difference = difference
    answer = ScreenAnswer(difference, candidate)
    var (reasons, waived, others):
      ([AuditDifference.Entry], [AuditDifference.Entry], [AuditDifference.Entry]) =
        ([], [], [])
    for entry in difference.entries {
      if difference.isReason(entry, candidate) {
        if difference.finding(of: entry)?.finding.isWaived ?? false {
          waived.append(entry)
        } else {
          reasons.append(entry)
        }
      } else if entry.change != nil {
        others.append(entry)
      }
    }
    (self.reasons, self.waived) = (reasons, waived)
    consequences = Array(others.prefix(Self.shownConsequences))
    consequenceCount = others.count

    let state = before.state
    headrooms = CapBoard(before.caps, state, fewRows: .max).headrooms(of: candidate)
    outlook = ScreenOutlook(of: candidate, chain, policy: policy, threads: threads)
    let v = candidate.recipient
    confirmations = ScreenConfirmation.all(of: candidate, recipientIsUser: state.isUser(v), policy: policy)
    supplier = OperatorStanding(of: candidate.supplier, in: state)
    recipient = OperatorStanding(of: v, in: state)
    related = Self.related(to: v, in: state)
    downstream = DownstreamFindings(of: v, in: candidate.category, before)
    designation = CandidateDesignation(candidate, state)
  }

  private static func related(to v: OperatorIndex, in state: DayState) -> [RelatedOperator] {
    let (parties, persons) = (state.chain.parties, state.chain.persons)
    let others = parties.members(of: parties.groupOf[Int(v)]).filter { $0 != v }
    if others.isEmpty { return [] }
    let table = state.chain.tables.restrictions
    var refused: Set<PersonIndex> = []
    for row in 0..<table.count where table.kinds[row] == .refuseNew && table.operators[row] != noIndex {
      guard table.starts[row] <= state.day.ordinal, state.day.ordinal < table.ends[row] else { continue }
      refused.insert(persons.groupOf[Int(table.operators[row])])
    }
    return others.map { x in
      let isRevoked = OperatorStanding(of: x, in: state).certification.standing == .revoked
      return RelatedOperator(
        operatorIndex: x, isBarred: isRevoked || refused.contains(persons.groupOf[Int(x)]))
    }
  }
}

/// Findings of a day, before a candidate, about the recipient and those who receive from it (下流の指摘事項).
public struct DownstreamFindings: Sendable, Equatable {
  /// The operators that numbers of the category reach from the recipient, itself included.
  public let operators: Int
  /// Findings of each severity that counts, by `Severity.rawValue`.
  public let counts: [Int]
  /// How many findings each rule has there, those with any; in order.
  public let rules: [Rule]

  /// What one rule finds there.
  public struct Rule: Sendable, Equatable {
    /// The rule.
    public let rule: RuleID
    /// How many findings.
    public let findings: Int
  }

  /// How many findings of a severity there are.
  public subscript(severity: Severity) -> Int { counts[Int(severity.rawValue)] }

  /// Counts the findings keyed by a provision of the category that one of them provides, or by one of them.
  ///
  /// - Complexity: O(*n*) in operators, provisions downstream, and findings.
  init(of v: OperatorIndex, in category: Category, _ audit: DayAudit) {
    let state = audit.state
    var reached = [Bool](repeating: false, count: state.user.count)
    var queue = [v]
    reached[Int(v)] = true
    var next = 0
    if let view = state.chain.outflows.view(category) {
      while next < queue.count {
        let x = queue[next]
        next += 1
        for position in view.range(x) where state.isActive(view.provisions[position]) {
          let recipient = view.recipients[position]
          if !reached[Int(recipient)] {
            reached[Int(recipient)] = true
            queue.append(recipient)
          }
        }
      }
    }
    operators = queue.count
    let table = state.chain.tables.provisions
    var counts = [Int](repeating: 0, count: Severity.allCases.count)
    var rules: [Rule] = []
    for outcome in audit.outcomes where outcome.notEvaluated == nil {
      let kind = outcome.rule.keyKind
      guard kind == .provision || kind == .operatorInCategory || kind == .operator else { continue }
      var found = 0
      for finding in outcome.results.findings where !finding.isWaived {
        let isOne =
          kind == .provision
          ? table.categories[Int(finding.subject)] == category
            && reached[Int(table.suppliers[Int(finding.subject)])]
          : reached[Int(finding.subject)] && finding.category.map { $0 == category } ?? true
        if !isOne { continue }
        found += 1
        counts[Int(finding.severity.rawValue)] += 1
      }
      if found > 0 { rules.append(Rule(rule: outcome.rule, findings: found)) }
    }
    (self.counts, self.rules) = (counts, rules)
  }
}

/// How much of a candidate's range lies in designations of anybody, and the block nearest to it.
public struct CandidateDesignation: Sendable, Equatable {
  /// Numbers of the range that are designated to somebody on the day.
  public let numbers: UInt64
  /// Where none is: the designated block of the category nearest to the range; nil when there is none at all.
  public let nearest: NumberRange?
  /// Who holds that block.
  public let holder: OperatorIndex?

  init?(_ candidate: ProvisionCandidate, _ state: DayState) {
    guard let span = candidate.span, state.chain.tables.designations.origin.isPresent else { return nil }
    let table = state.chain.tables.designations
    let day = state.day.ordinal
    var rows: [Int] = []
    var (best, distance): (Int?, UInt64) = (nil, .max)
    for row in 0..<table.count
    where table.categories[row] == candidate.category && table.starts[row] <= day && day < table.ends[row] {
      let (start, end) = (table.rangeStarts[row], table.rangeEnds[row])
      if start <= span.upperBound, span.lowerBound <= end {
        rows.append(row)
      } else {
        let away = end < span.lowerBound ? span.lowerBound - end : start - span.upperBound
        if away < distance { (best, distance) = (row, away) }
      }
    }
    rows.sort { table.rangeStarts[$0] < table.rangeStarts[$1] }
    var union = UnionSize()
    for row in rows {
      union.add(
        from: max(span.lowerBound, table.rangeStarts[row]),
        through: min(span.upperBound, table.rangeEnds[row]))
    }
    numbers = union.size
    guard rows.isEmpty, let best else {
      (nearest, holder) = (nil, nil)
      return
    }
    nearest = try? NumberRange(
      from: TelephoneNumber(unchecked: table.rangeStarts[best]),
      to: TelephoneNumber(unchecked: table.rangeEnds[best]))
    holder = table.operators[best]
  }
}
