import SupplyChain

/// Which operators of a finding a waiver may name (SPEC §5 "Waivers").
package enum WaiverSubject: Sendable {
  case recipient, supplier, bothEnds
  /// The `operator_id` or any of the `operator_ids`.
  case members
}

extension RuleID {
  /// What its findings are keyed by.
  public var keyKind: KeyKind {
    switch self {
    case .approvalMissing, .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed,
      .undeclaredResale,
      .uncertifiedRecipient, .uncertifiedUpstream, .providedAfterRevocation, .secondTierResale,
      .resaleAgainstClause, .providedDespiteRefusal, .suspendedNumberProvided, .suspendedStockProvided,
      .rangeNotHeld, .rangeProvidedTwice, .selfProvision:
      .provision
    case .supplierApprovalMissing, .deemedApprovalInvalid, .uncertifiedSupplier, .resaleBeyondDesignation,
      .noSource, .overProvision:
      .operatorInCategory
    case .registrationMissing, .outOfRole, .relatedToBarred: .operator
    case .capExceeded: .cap
    case .capExceededInTotal: .capAndParty
    case .designationOverlap: .operatorPair
    case .circularProvision: .circle
    case .sharedIdentity: .identity
    case .waiverExpired: .waiver
    }
  }

  /// What its findings rest on.
  public var basis: Basis {
    switch self {
    case .approvalMissing, .supplierApprovalMissing, .deemedApprovalInvalid, .registrationMissing,
      .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed, .undeclaredResale:
      .law
    case .capExceeded, .capExceededInTotal, .waiverExpired: .policy
    case .uncertifiedRecipient, .uncertifiedSupplier, .uncertifiedUpstream, .providedAfterRevocation,
      .secondTierResale, .resaleBeyondDesignation:
      .etoc
    case .resaleAgainstClause: .contract
    case .providedDespiteRefusal, .suspendedNumberProvided, .suspendedStockProvided: .request
    case .noSource, .overProvision, .rangeNotHeld, .rangeProvidedTwice, .designationOverlap,
      .circularProvision,
      .selfProvision, .outOfRole, .sharedIdentity, .relatedToBarred:
      .ledger
    }
  }

  /// The severity of the contract's table, before any policy.
  public var defaultSeverity: Severity {
    switch self {
    case .approvalMissing, .supplierApprovalMissing, .deemedApprovalInvalid, .registrationMissing,
      .capExceeded,
      .resaleAgainstClause, .providedDespiteRefusal, .suspendedNumberProvided, .suspendedStockProvided,
      .overProvision, .rangeNotHeld, .rangeProvidedTwice, .designationOverlap, .selfProvision:
      .violation
    case .undeclaredResale, .capExceededInTotal, .uncertifiedRecipient, .uncertifiedSupplier,
      .providedAfterRevocation, .secondTierResale, .noSource, .circularProvision, .outOfRole:
      .warning
    case .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed, .uncertifiedUpstream,
      .resaleBeyondDesignation, .sharedIdentity, .relatedToBarred, .waiverExpired:
      .notice
    }
  }

  /// The severity of the contract's table for a cause, before any policy.
  public func defaultSeverity(for cause: Cause?) -> Severity {
    switch (self, cause) {
    case (.approvalMissing, .unrecorded), (.supplierApprovalMissing, .some(.none)),
      (.secondTierResale, .certified),
      (.rangeProvidedTwice, .sameRecipient), (_, .inflowsMayBeMissing):
      .notice
    default: defaultSeverity
    }
  }

  /// The causes its findings may have; empty for a rule without causes.
  public var causes: [Cause] {
    switch self {
    case .approvalMissing: [.ended, .notYet, .otherCategory, .none, .unrecorded]
    case .supplierApprovalMissing: [.ended, .notYet, .otherCategory, .none]
    case .approvalUnconfirmed, .continuityUnconfirmed: [.unchecked, .late]
    case .conditionsUnagreed: [.unrecorded, .late]
    case .uncertifiedRecipient, .uncertifiedSupplier:
      [.revoked, .withdrawn, .expired, .ended, .notYet, .never]
    case .secondTierResale: [.certified, .uncertified]
    case .resaleAgainstClause: [.prohibited, .certifiedOnly]
    case .noSource, .overProvision, .rangeNotHeld: [.inflowsMayBeMissing]
    case .rangeProvidedTwice: [.sameRecipient]
    case .outOfRole: [.agent, .userSupplies]
    case .sharedIdentity: [.corporateNumber, .approvalNumber, .certificateNumber]
    case .deemedApprovalInvalid, .registrationMissing, .undeclaredResale, .capExceeded, .capExceededInTotal,
      .uncertifiedUpstream, .providedAfterRevocation, .resaleBeyondDesignation, .providedDespiteRefusal,
      .suspendedNumberProvided, .suspendedStockProvided, .designationOverlap, .circularProvision,
      .selfProvision,
      .relatedToBarred, .waiverExpired:
      []
    }
  }

  /// Whom a waiver that names an operator must name.
  package var waiverSubject: WaiverSubject {
    switch self {
    case .approvalMissing, .uncertifiedRecipient, .approvalUnconfirmed, .continuityUnconfirmed,
      .conditionsUnagreed, .providedAfterRevocation, .providedDespiteRefusal, .capExceeded:
      .recipient
    case .resaleAgainstClause, .suspendedStockProvided, .rangeNotHeld, .rangeProvidedTwice: .supplier
    case .undeclaredResale, .uncertifiedUpstream, .secondTierResale, .suspendedNumberProvided, .selfProvision:
      .bothEnds
    case .supplierApprovalMissing, .deemedApprovalInvalid, .registrationMissing, .capExceededInTotal,
      .uncertifiedSupplier, .resaleBeyondDesignation, .noSource, .overProvision, .designationOverlap,
      .circularProvision, .outOfRole, .sharedIdentity, .relatedToBarred, .waiverExpired:
      .members
    }
  }
}
