import Numbering
import SupplyChain

/// What a finding refers to, as rows of the tables; members that do not apply are nil.
///
/// Cheap to make: no text, no chain.
public struct FindingReferences: Sendable {
  /// The provision of the key.
  public package(set) var provision: ProvisionIndex?
  /// The supplier of the provision, or of a cap between two operators.
  public package(set) var supplier: OperatorIndex?
  /// The recipient of the provision or of the cap.
  public package(set) var recipient: OperatorIndex?
  /// The operator of the key; nil for a circle, whose members are listed.
  public package(set) var operatorIndex: OperatorIndex?
  /// The operators it names: of a circle the first hundred members in file order, of an overlap both by id.
  public package(set) var operators: ArraySlice<OperatorIndex>?
  /// How many members the circle has.
  public package(set) var memberCount: Int?
  /// nil where the key has none, or means all.
  public package(set) var category: Category?
  /// The cap of the key, as `CapBook` numbers them.
  public package(set) var cap: Int?
  /// The party of the key.
  public package(set) var party: PartyIndex?
  /// The number that several operators carry.
  public package(set) var value: String?
  /// The provision of `other_id`.
  public package(set) var other: ProvisionIndex?
  /// The row of the restriction it rests on.
  public package(set) var restriction: Int?
  /// The row of the waiver of the key.
  public package(set) var waiver: Int?
  /// The row of the waiver in force that covers it.
  public package(set) var waivedBy: Int?
  /// The provisions of a shortest cycle, in the direction of the numbers.
  public package(set) var cycle: ArraySlice<ProvisionIndex>?
  /// How many provisions it is about.
  public package(set) var provisions: Int?
  /// The tier of the provision where it is not that of the audit's state; 0 for none.
  package var tier: UInt32?
  /// The row of the first part of the key; nil for a cap of the policy.
  public package(set) var source: (table: TableName, row: Int)?

  package init() {}
}

extension RuleFindings {
  /// What a finding of this rule refers to.
  ///
  /// - Complexity: O(1).
  public func references(of finding: Finding, caps: CapBook, in chain: SupplyChain) -> FindingReferences {
    var all = FindingReferences()
    all.category = finding.category
    if finding.waiver != noIndex { all.waivedBy = Int(finding.waiver) }
    if finding.count > 0 { all.provisions = Int(finding.count) }
    switch finding.rule.keyKind {
    case .provision:
      let ends = chain.ends(of: finding.subject)
      all.provision = finding.subject
      (all.supplier, all.recipient) = (ends.supplier, ends.recipient)
      all.category = chain.tables.provisions.categories[Int(finding.subject)]
      all.source = (.provisions, Int(finding.subject))
      if finding.related != noIndex {
        if finding.rule.basis == .request {
          all.restriction = Int(finding.related)
        } else {
          all.other = finding.related
        }
      }
    case .operatorInCategory, .operator:
      all.operatorIndex = finding.subject
      all.source = (.operators, Int(finding.subject))
      if finding.extra != noIndex {
        let shown = shownOperators(finding.extra)
        all.operators = shown
        let count = list(finding.extra).count
        if count > shown.count { all.memberCount = count }
      }
    case .cap:
      all.cap = Int(finding.subject)
      if finding.second != noIndex { all.supplier = finding.second }
      all.recipient = finding.third
      all.source = caps.row(of: Int(finding.subject)).map { (.caps, $0) }
    case .capAndParty:
      all.cap = Int(finding.subject)
      all.party = finding.second
      all.operators = list(finding.extra)
      all.source = caps.row(of: Int(finding.subject)).map { (.caps, $0) }
    case .operatorPair:
      all.operators = [finding.subject, finding.second]
      all.source = (.operators, Int(finding.subject))
    case .circle:
      all.operators = shownOperators(finding.extra)
      all.memberCount = list(finding.extra).count
      all.cycle = list(finding.extra + 1)
      all.provisions = nil
      all.source = (.operators, Int(finding.subject))
    case .identity:
      all.operators = list(finding.extra)
      all.value = finding.identity(in: self, chain.tables)
      all.source = (finding.identityTable, Int(finding.subject))
    case .waiver:
      all.waiver = Int(finding.subject)
      all.source = (.waivers, Int(finding.subject))
    }
    return all
  }
}

extension Finding {
  /// The table of whose rows `subject` is one, for `shared-identity`.
  fileprivate var identityTable: TableName {
    switch cause {
    case .approvalNumber: .approvals
    case .certificateNumber: .certifications
    default: .operators
    }
  }
}

extension Finding {
  /// The number that several operators carry, for `shared-identity`, as it is shown.
  func identity(in results: RuleFindings, _ tables: Tables) -> String {
    let value = results.values[Int(extra)]
    guard let redaction = tables.redaction, redaction.replacesNames else { return value }
    let kind: PseudonymKind =
      switch identityTable {
      case .approvals: .approvalNumber
      case .certifications: .certificateNumber
      default: .corporateNumber
      }
    return redaction.pseudonym(kind, value)
  }
}
