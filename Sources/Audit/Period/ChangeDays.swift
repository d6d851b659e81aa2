import Numbering
import SupplyChain

/// What a rule's findings may change with from one day to the next.
package struct PeriodEvents: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Provisions between two operators begin or end.
  package static let provisions = PeriodEvents(rawValue: 1 << 0)
  /// Provisions of operators to themselves begin or end.
  package static let selfProvisions = PeriodEvents(rawValue: 1 << 1)
  package static let designations = PeriodEvents(rawValue: 1 << 2)
  package static let approvals = PeriodEvents(rawValue: 1 << 3)
  /// Certifications begin or, grace included, end.
  package static let certifications = PeriodEvents(rawValue: 1 << 4)
  package static let restrictions = PeriodEvents(rawValue: 1 << 5)
  /// Rows of the caps table.
  package static let caps = PeriodEvents(rawValue: 1 << 6)
  /// Caps of the policy take effect, and operators reach the months they ask for.
  package static let policyCaps = PeriodEvents(rawValue: 1 << 7)
  /// Resale is declared.
  package static let declarations = PeriodEvents(rawValue: 1 << 8)
  /// An approval is entered as checked.
  package static let approvalChecks = PeriodEvents(rawValue: 1 << 9)
  /// The policy's first day on which approval is required.
  package static let approvalRequired = PeriodEvents(rawValue: 1 << 10)
  /// The policy's first day on which certification is required.
  package static let certificationRequired = PeriodEvents(rawValue: 1 << 11)

  static let count = 12
}

extension RuleID {
  /// What its findings change with; waivers of the rule come on top.
  ///
  /// Nothing else may make a finding appear or vanish, or change its numbers, its operators or its cause. Rules that look
  /// at the day a provision began, or at the dates of rows whatever the day, need no event for that.
  package var events: PeriodEvents {
    switch self {
    case .approvalMissing: [.provisions, .designations, .approvals, .approvalChecks, .approvalRequired]
    case .supplierApprovalMissing: [.provisions, .designations, .approvals, .approvalRequired]
    case .deemedApprovalInvalid: [.designations, .approvals]
    case .registrationMissing, .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed,
      .providedDespiteRefusal, .suspendedStockProvided, .rangeProvidedTwice, .outOfRole:
      [.provisions]
    case .undeclaredResale: [.provisions, .designations, .declarations]
    case .capExceeded: [.provisions, .certifications, .caps, .policyCaps]
    case .capExceededInTotal: [.provisions, .certifications, .policyCaps]
    case .uncertifiedRecipient, .uncertifiedSupplier:
      [.provisions, .certifications, .certificationRequired]
    case .uncertifiedUpstream: [.provisions, .designations, .certifications, .certificationRequired]
    case .providedAfterRevocation: [.provisions, .certifications]
    case .secondTierResale, .resaleAgainstClause: [.provisions, .designations, .certifications]
    case .resaleBeyondDesignation, .noSource, .overProvision, .rangeNotHeld, .circularProvision:
      [.provisions, .designations]
    case .suspendedNumberProvided: [.provisions, .restrictions]
    case .designationOverlap: [.designations]
    case .selfProvision: [.selfProvisions]
    case .sharedIdentity, .waiverExpired: []
    case .relatedToBarred: [.provisions, .certifications, .restrictions]
    }
  }
}

/// The days of a period on which findings may differ from the day before.
///
/// Invariants: one flag for each day of the period in each list, the first always set.
package struct ChangeDays: Sendable {
  /// The ordinals of the period, its end not included.
  package let days: DayInterval
  private var byEvent: [[Bool]]
  /// By `RuleID.rawValue`: the days on which a waiver of the rule begins or ends.
  private var ofWaivers: [[Bool]]

  /// - Complexity: O(rows), and O(*n*) in operators for each cap of the policy.
  package init(_ chain: SupplyChain, _ policy: Policy, over days: DayInterval) {
    self.days = days
    let none = [Bool](repeating: false, count: max(0, Int(days.end) - Int(days.start)))
    byEvent = Array(repeating: none, count: PeriodEvents.count)
    ofWaivers = Array(repeating: none, count: RuleID.allCases.count)
    let tables = chain.tables
    markProvisions(tables.provisions)
    mark(.designations, tables.designations.starts, tables.designations.ends, tables.designations.proofEnds)
    mark(.approvals, tables.approvals.starts, tables.approvals.ends)
    for row in 0..<tables.certifications.count {
      mark(.certifications, tables.certifications.starts[row])
      let end = tables.certifications.end(of: row, graceDays: policy.graceDays)
      mark(.certifications, Int32(clamping: end))
    }
    mark(.restrictions, tables.restrictions.starts, tables.restrictions.ends)
    mark(.caps, tables.caps.starts, tables.caps.ends)
    mark(.approvalRequired, policy.approvalRequiredFrom.ordinal)
    mark(.certificationRequired, policy.certificationRequiredFrom.ordinal)
    for cap in policy.caps { markPolicyCap(cap, tables.operators.serviceStartedOn) }
    markWaivers(tables.waivers)
  }

  private mutating func mark(_ event: PeriodEvents, _ day: Int32) {
    guard days.contains(day) else { return }
    byEvent[event.rawValue.trailingZeroBitCount][Int(day - days.start)] = true
  }

  private mutating func mark(_ event: PeriodEvents, _ columns: [Int32]...) {
    for column in columns {
      for day in column { mark(event, day) }
    }
  }

  private mutating func markProvisions(_ table: ProvisionTable) {
    for p in 0..<table.count {
      let event: PeriodEvents = table.suppliers[p] == table.recipients[p] ? .selfProvisions : .provisions
      mark(event, table.starts[p])
      mark(event, table.ends[p])
    }
    mark(.declarations, table.declaredOn)
    mark(.approvalChecks, table.approvalCheckedOn)
  }

  /// Operators pass from one side of a number of months to the other on the day that many months after their start.
  private mutating func markPolicyCap(_ cap: Policy.Cap, _ starts: [Int32]) {
    if let from = cap.effectiveFrom { mark(.policyCaps, from.ordinal) }
    for months in [cap.trackRecordFromMonths, cap.trackRecordUnderMonths].compactMap({ $0 }) where months > 0
    {
      for start in starts {
        if let day = Day(ordinal: start)?.advanced(byMonths: months) { mark(.policyCaps, day.ordinal) }
      }
    }
  }

  private mutating func markWaivers(_ table: WaiverTable) {
    let ruleOf = Dictionary(uniqueKeysWithValues: RuleID.allCases.map { ($0.name, Int($0.rawValue)) })
    for row in 0..<table.count {
      guard let rule = ruleOf[table.rules[row]] else { continue }
      for day in [table.starts[row], table.ends[row]] where days.contains(day) {
        ofWaivers[rule][Int(day - days.start)] = true
      }
    }
  }

  /// The ordinals of the days on which findings of a rule may differ from the day before, and the first day; ascending.
  ///
  /// - Complexity: O(days).
  package func of(_ rule: RuleID) -> [Int32] {
    if days.isEmpty { return [] }
    var flags = ofWaivers[Int(rule.rawValue)]
    flags[0] = true
    for event in 0..<PeriodEvents.count where rule.events.contains(PeriodEvents(rawValue: 1 << event)) {
      for day in flags.indices where byEvent[event][day] { flags[day] = true }
    }
    return flags.indices.lazy.filter { flags[$0] }.map { days.start + Int32($0) }
  }
}
