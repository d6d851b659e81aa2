extension RuleID {
  /// The type that looks for its findings.
  package var rule: any Rule {
    switch self {
    case .approvalMissing: ApprovalMissingRule()
    case .supplierApprovalMissing: SupplierApprovalMissingRule()
    case .deemedApprovalInvalid: DeemedApprovalInvalidRule()
    case .registrationMissing: RegistrationMissingRule()
    case .approvalUnconfirmed: ApprovalUnconfirmedRule()
    case .conditionsUnagreed: ConditionsUnagreedRule()
    case .continuityUnconfirmed: ContinuityUnconfirmedRule()
    case .undeclaredResale: UndeclaredResaleRule()
    case .capExceeded: CapExceededRule()
    case .capExceededInTotal: CapExceededInTotalRule()
    case .uncertifiedRecipient: UncertifiedRecipientRule()
    case .uncertifiedSupplier: UncertifiedSupplierRule()
    case .uncertifiedUpstream: UncertifiedUpstreamRule()
    case .providedAfterRevocation: ProvidedAfterRevocationRule()
    case .secondTierResale: SecondTierResaleRule()
    case .resaleBeyondDesignation: ResaleBeyondDesignationRule()
    case .resaleAgainstClause: ResaleAgainstClauseRule()
    case .providedDespiteRefusal: ProvidedDespiteRefusalRule()
    case .suspendedNumberProvided: SuspendedNumberProvidedRule()
    case .suspendedStockProvided: SuspendedStockProvidedRule()
    case .noSource: NoSourceRule()
    case .overProvision: OverProvisionRule()
    case .rangeNotHeld: RangeNotHeldRule()
    case .rangeProvidedTwice: RangeProvidedTwiceRule()
    case .designationOverlap: DesignationOverlapRule()
    case .circularProvision: CircularProvisionRule()
    case .selfProvision: SelfProvisionRule()
    case .outOfRole: OutOfRoleRule()
    case .sharedIdentity: SharedIdentityRule()
    case .relatedToBarred: RelatedToBarredRule()
    case .waiverExpired: WaiverExpiredRule()
    }
  }
}
