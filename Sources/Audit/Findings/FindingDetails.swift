import Bytes
import Numbering
import SupplyChain

/// Everything the contract lets a report say of one finding, by id; members that do not apply are nil.
///
/// Made one at a time, when it is shown: `DayAudit.details(of:in:routes:)`.
public struct FindingDetails: Sendable, Equatable {
  /// A row of a file.
  public struct Source: Sendable, Equatable {
    /// The file's name as given.
    public let file: String
    /// The line its row begins on, from 1.
    public let line: Int
  }

  /// The rule that reports it.
  public let rule: RuleID
  /// After policy and cause.
  public let severity: Severity
  /// What it rests on.
  public let basis: Basis
  /// Sixteen hexadecimal digits that stay the same as long as rule and key do.
  public let fingerprint: String
  /// What exactly makes it a finding.
  public let cause: Cause?
  /// The id of the waiver in force that covers it; nil when it counts.
  public let waivedBy: String?
  /// The provision of the key.
  public let provisionID: String?
  /// The supplier of that provision or of the cap.
  public let supplierID: String?
  /// The recipient of that provision or of the cap.
  public let recipientID: String?
  /// The operator of the key.
  public let operatorID: String?
  /// The operators it names; of a circle, and of barred relatives, at most a hundred.
  public let operatorIDs: [String]?
  /// How many members the circle has; how many barred relatives there are when that is more than a hundred.
  public let operators: Int?
  /// nil where the key has none, or means all.
  public let category: Category?
  /// The cap of the key.
  public let capID: String?
  /// The least id of the party's operators.
  public let party: String?
  /// The number that several operators carry.
  public let value: String?
  /// Another provision it rests on.
  public let otherID: String?
  /// The restriction it rests on.
  public let restrictionID: String?
  /// The waiver of the key.
  public let waiverID: String?
  /// Provision ids in the direction of the numbers.
  public let cycle: [String]?
  /// How many telephone numbers it is about.
  public let numbers: UInt64?
  /// The maximum that was exceeded.
  public let limit: UInt64?
  /// How many provisions it is about.
  public let provisions: Int?
  /// First day of the unbroken run of days; nil also when it has held since 1900-01-01.
  public let since: Day?
  /// The tier of the provision; nil when no chain reaches a holder.
  public let tier: Int?
  /// Provision ids from the holder down; at most the hundred hops nearest to the provision.
  public let chain: [String]?
  /// Whether the chain begins at a holder; nil where there is no chain.
  public let rooted: Bool?
  /// The row of the first part of the key; nil for a cap of the policy.
  public let source: Source?
}

extension DayAudit {
  /// What a finding refers to, as rows of the tables.
  ///
  /// - Complexity: O(1).
  public func references(of finding: Finding, in results: RuleFindings) -> FindingReferences {
    results.references(of: finding, caps: caps, in: state.chain)
  }

  /// Everything the contract lets a report say of a finding.
  ///
  /// - Parameter routes: a finder for this audit's state; keep it from one finding to the next.
  /// - Complexity: O(*n*) in the operators and hops it names.
  public func details(
    of finding: Finding, in results: RuleFindings, routes: inout RouteFinder
  ) -> FindingDetails {
    let refers = references(of: finding, in: results)
    func operatorID(_ x: OperatorIndex) -> String { state.chain.tables.operators.ids[Int(x)] }
    func provisionID(_ p: ProvisionIndex) -> String { state.chain.tables.provisions.ids[Int(p)] }
    let route = routes.route(of: finding)
    return FindingDetails(
      rule: finding.rule, severity: finding.severity, basis: finding.rule.basis,
      fingerprint: fingerprint(of: finding, in: results), cause: finding.cause,
      waivedBy: refers.waivedBy.map { state.chain.tables.waivers.ids[$0] },
      provisionID: refers.provision.map(provisionID), supplierID: refers.supplier.map(operatorID),
      recipientID: refers.recipient.map(operatorID), operatorID: refers.operatorIndex.map(operatorID),
      operatorIDs: refers.operators.map { $0.map(operatorID) }, operators: refers.memberCount,
      category: refers.category, capID: refers.cap.map(caps.id),
      party: refers.party.map { operatorID(state.chain.nameOfParty($0)) }, value: refers.value,
      otherID: refers.other.map(provisionID),
      restrictionID: refers.restriction.map { state.chain.tables.restrictions.ids[$0] },
      waiverID: refers.waiver.map { state.chain.tables.waivers.ids[$0] },
      cycle: refers.cycle.map { $0.map(provisionID) },
      numbers: finding.numbers, limit: finding.limit, provisions: refers.provisions, since: finding.since,
      tier: route?.tier, chain: route?.hops.map(provisionID), rooted: route?.isRooted,
      source: refers.source.flatMap { source(of: $0.row, in: $0.table) })
  }

  /// Everything the contract lets a report say of a single finding; for many pass a finder.
  ///
  /// - Complexity: O(*n*) in operators.
  public func details(of finding: Finding, in results: RuleFindings) -> FindingDetails {
    var routes = RouteFinder(state)
    return details(of: finding, in: results, routes: &routes)
  }

  /// The file and line of a row; nil for data that came from no file.
  public func source(of row: Int, in table: TableName) -> FindingDetails.Source? {
    let origin = state.chain.tables.origin(of: table)
    return origin.line(of: row).map { FindingDetails.Source(file: origin.file, line: $0) }
  }
}

extension Tables {
  /// Where the rows of a table came from.
  package func origin(of table: TableName) -> TableOrigin {
    switch table {
    case .operators: operators.origin
    case .designations: designations.origin
    case .approvals: approvals.origin
    case .certifications: certifications.origin
    case .provisions: provisions.origin
    case .caps: caps.origin
    case .restrictions: restrictions.origin
    case .waivers: waivers.origin
    }
  }
}

extension SupplyChain {
  /// The operator of least id of a party, which names it.
  ///
  /// - Complexity: O(*n*) in its operators.
  package func nameOfParty(_ party: PartyIndex) -> OperatorIndex {
    let members = parties.members(of: party)
    let ids = tables.operators.ids
    return members.dropFirst().reduce(members.first ?? noIndex) { ids.precedes(Int($1), Int($0)) ? $1 : $0 }
  }
}
