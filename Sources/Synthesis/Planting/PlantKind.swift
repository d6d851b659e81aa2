/// A breach that is planted, each with operators and provisions of its own.
enum PlantKind: Int, CaseIterable, Sendable {
  case approvalMissing, supplierApprovalMissing, deemedApprovalInvalid, registrationMissing
  case approvalUnconfirmed, conditionsUnagreed, continuityUnconfirmed, undeclaredResale
  case policyCapExceeded, tableCapExceeded, capExceededInTotal
  case uncertifiedRecipient, uncertifiedSupplier, uncertifiedUpstream, providedAfterRevocation
  case secondTierResale, resaleBeyondDesignation, resaleAgainstClause
  case providedDespiteRefusal, suspendedNumberProvided, suspendedStockProvided
  case noSource, overProvision, rangeNotHeld, rangeProvidedTwice, designationOverlap
  case circularProvision, selfProvision, outOfRole
  case sharedCorporateNumber, sharedApprovalNumber, relatedToBarred, waiverExpired

  var rule: StaticString {
    switch self {
    case .approvalMissing: "approval-missing"
    case .supplierApprovalMissing: "supplier-approval-missing"
    case .deemedApprovalInvalid: "deemed-approval-invalid"
    case .registrationMissing: "registration-missing"
    case .approvalUnconfirmed: "approval-unconfirmed"
    case .conditionsUnagreed: "conditions-unagreed"
    case .continuityUnconfirmed: "continuity-unconfirmed"
    case .undeclaredResale: "undeclared-resale"
    case .policyCapExceeded, .tableCapExceeded: "cap-exceeded"
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
    case .sharedCorporateNumber, .sharedApprovalNumber: "shared-identity"
    case .relatedToBarred: "related-to-barred"
    case .waiverExpired: "waiver-expired"
    }
  }

  /// How often it is planted: in a million operators.
  var rate: Int {
    switch self {
    case .approvalMissing: 3_000
    case .supplierApprovalMissing, .registrationMissing, .policyCapExceeded, .tableCapExceeded: 1_000
    case .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed, .undeclaredResale: 1_000
    case .uncertifiedRecipient, .uncertifiedSupplier, .uncertifiedUpstream, .secondTierResale: 500
    case .resaleBeyondDesignation, .designationOverlap: 50
    case .overProvision, .rangeNotHeld, .rangeProvidedTwice, .resaleAgainstClause: 800
    case .circularProvision: 200
    case .sharedCorporateNumber, .sharedApprovalNumber, .selfProvision: 200
    default: 500
    }
  }

  /// How many operators it takes.
  var members: Int {
    switch self {
    case .uncertifiedUpstream, .secondTierResale, .circularProvision: 3
    case .supplierApprovalMissing, .undeclaredResale, .capExceededInTotal, .uncertifiedSupplier,
      .resaleBeyondDesignation, .resaleAgainstClause, .suspendedStockProvided, .noSource, .overProvision,
      .rangeNotHeld, .rangeProvidedTwice, .designationOverlap, .sharedCorporateNumber,
      .sharedApprovalNumber, .relatedToBarred:
      2
    default: 1
    }
  }

  /// Whether it can only be made with ranges.
  var needsRanges: Bool {
    self == .suspendedNumberProvided || self == .rangeNotHeld || self == .rangeProvidedTwice
  }

  /// How many of its operators, from the first on, have a block of numbers designated to them.
  var designated: Int {
    switch self {
    case .resaleBeyondDesignation: 1
    case .designationOverlap: 2
    default: 0
    }
  }

  /// The part of the breach that the key of the finding names.
  enum Key {
    /// One of its provisions.
    case provision(Int)
    /// Its first operator, in the category.
    case operatorInCategory
    /// Its first operator.
    case `operator`
    case policyCap, tableCap, totalCap, overlap, circle, corporateNumber, approvalNumber, waiver
  }

  var key: Key {
    switch self {
    case .approvalMissing, .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed,
      .undeclaredResale, .uncertifiedRecipient, .providedAfterRevocation, .providedDespiteRefusal,
      .suspendedNumberProvided:
      .provision(0)
    case .resaleAgainstClause, .suspendedStockProvided, .rangeNotHeld, .rangeProvidedTwice, .selfProvision:
      .provision(1)
    case .uncertifiedUpstream, .secondTierResale: .provision(2)
    case .supplierApprovalMissing, .deemedApprovalInvalid, .uncertifiedSupplier, .resaleBeyondDesignation,
      .noSource, .overProvision:
      .operatorInCategory
    case .registrationMissing, .outOfRole, .relatedToBarred: .operator
    case .policyCapExceeded: .policyCap
    case .tableCapExceeded: .tableCap
    case .capExceededInTotal: .totalCap
    case .designationOverlap: .overlap
    case .circularProvision: .circle
    case .sharedCorporateNumber: .corporateNumber
    case .sharedApprovalNumber: .approvalNumber
    case .waiverExpired: .waiver
    }
  }
}
