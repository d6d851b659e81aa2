/// The rules, in the order of the contract and of every report.
public enum RuleID: UInt8, CaseIterable, Sendable, Hashable, Comparable {
  case approvalMissing
  case supplierApprovalMissing
  case deemedApprovalInvalid
  case registrationMissing
  case approvalUnconfirmed
  case conditionsUnagreed
  case continuityUnconfirmed
  case undeclaredResale
  case capExceeded
  case capExceededInTotal
  case uncertifiedRecipient
  case uncertifiedSupplier
  case uncertifiedUpstream
  case providedAfterRevocation
  case secondTierResale
  case resaleBeyondDesignation
  case resaleAgainstClause
  case providedDespiteRefusal
  case suspendedNumberProvided
  case suspendedStockProvided
  case noSource
  case overProvision
  case rangeNotHeld
  case rangeProvidedTwice
  case designationOverlap
  case circularProvision
  case selfProvision
  case outOfRole
  case sharedIdentity
  case relatedToBarred
  case waiverExpired

  /// By the order of the contract.
  public static func < (left: RuleID, right: RuleID) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The permanent name, in kebab case.
  public var name: String {
    switch self {
    case .approvalMissing: "approval-missing"
    case .supplierApprovalMissing: "supplier-approval-missing"
    case .deemedApprovalInvalid: "deemed-approval-invalid"
    case .registrationMissing: "registration-missing"
    case .approvalUnconfirmed: "approval-unconfirmed"
    case .conditionsUnagreed: "conditions-unagreed"
    case .continuityUnconfirmed: "continuity-unconfirmed"
    case .undeclaredResale: "undeclared-resale"
    case .capExceeded: "cap-exceeded"
    case .capExceededInTotal: "cap-exceeded-in-total"
    case .uncertifiedRecipient: "uncertified-recipient"
    case .uncertifiedSupplier: "uncertified-supplier"
    case .uncertifiedUpstream: "uncertified-upstream"
    case .providedAfterRevocation: "provided-after-revocation"
    case .secondTierResale: "second-tier-resale"
    case .resaleBeyondDesignation: "resale-beyond-designation"
    case .resaleAgainstClause: "resale-against-clause"
    case .providedDespiteRefusal: "provided-despite-refusal"
    case .suspendedNumberProvided: "suspended-number-provided"
    case .suspendedStockProvided: "suspended-stock-provided"
    case .noSource: "no-source"
    case .overProvision: "over-provision"
    case .rangeNotHeld: "range-not-held"
    case .rangeProvidedTwice: "range-provided-twice"
    case .designationOverlap: "designation-overlap"
    case .circularProvision: "circular-provision"
    case .selfProvision: "self-provision"
    case .outOfRole: "out-of-role"
    case .sharedIdentity: "shared-identity"
    case .relatedToBarred: "related-to-barred"
    case .waiverExpired: "waiver-expired"
    }
  }

  /// The names of all rules, in order.
  public static let names = allCases.map(\.name)

  /// The rule of that name; nil when there is none.
  public init?(name: String) {
    guard let rule = RuleID.allCases.first(where: { $0.name == name }) else { return nil }
    self = rule
  }
}

/// How serious a finding is, from mild to grave.
public enum Severity: UInt8, CaseIterable, Sendable, Comparable, Hashable {
  /// 要確認: cannot be confirmed, look at it.
  case notice
  /// 注意: a practice asked for is not met.
  case warning
  /// 違反: must be put right.
  case violation

  /// By gravity.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The name in policy and JSON.
  public var name: String {
    switch self {
    case .notice: "notice"
    case .warning: "warning"
    case .violation: "violation"
    }
  }
}

/// What a finding rests on (根拠).
public enum Basis: UInt8, CaseIterable, Sendable {
  case law, etoc, policy, contract, request, ledger

  /// The name in JSON.
  public var name: String {
    switch self {
    case .law: "law"
    case .etoc: "etoc"
    case .policy: "policy"
    case .contract: "contract"
    case .request: "request"
    case .ledger: "ledger"
    }
  }
}

/// What a finding of a rule is keyed by; it fixes the meaning of the fields of `Finding`.
public enum KeyKind: UInt8, Sendable {
  /// `subject` is a provision.
  case provision
  /// `subject` is an operator, with `category`; no category means all.
  case operatorInCategory
  /// `subject` is an operator; `extra`, if any, leads to other operators.
  case `operator`
  /// `subject` is a cap of the `CapBook`, `second` the supplier (`noIndex`: all), `third` the recipient.
  case cap
  /// `subject` is a cap of the `CapBook`, `second` a party; `extra` leads to the operators.
  case capAndParty
  /// `subject` and `second` are operators, ordered by id; with `category`.
  case operatorPair
  /// `subject` is the operator of least id in the circle, with `category`; `extra` leads to the members and
  /// the cycle.
  case circle
  /// `cause` is the kind, `extra` leads to the value and the operators, `subject` is the first row with the
  /// value: of operators, approvals or certifications, as the kind has it.
  case identity
  /// `subject` is a waiver.
  case waiver
}
