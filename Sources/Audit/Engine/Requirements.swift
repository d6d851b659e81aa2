import SupplyChain

/// What a rule needs besides the operators.
package enum Requirement: Sendable, Hashable {
  case table(TableName)
  case column(ProvisionColumns)
  case confirmationCategories
  case anyCap
  case policyCap
  /// Levels could be worked out.
  case levels
}

extension RuleID {
  /// What must be there for it to be evaluated, in the order in which a lack is reported.
  package var requirements: [Requirement] {
    switch self {
    case .approvalMissing, .supplierApprovalMissing, .deemedApprovalInvalid: [.table(.approvals)]
    case .uncertifiedRecipient, .uncertifiedSupplier, .providedAfterRevocation: [.table(.certifications)]
    case .uncertifiedUpstream: [.table(.certifications), .table(.designations), .levels]
    case .secondTierResale: [.table(.designations), .levels]
    case .resaleBeyondDesignation, .noSource, .overProvision, .rangeNotHeld,
      .circularProvision:
      [.table(.designations)]
    case .resaleAgainstClause: [.table(.designations), .column(.resaleClause)]
    case .undeclaredResale: [.table(.designations), .column(.declaredOn)]
    case .providedDespiteRefusal, .suspendedNumberProvided, .suspendedStockProvided: [.table(.restrictions)]
    case .approvalUnconfirmed: [.column(.approvalCheckedOn)]
    case .conditionsUnagreed: [.column(.conditionsAgreedOn)]
    case .continuityUnconfirmed: [.column(.continuityCheckedOn), .confirmationCategories]
    case .capExceeded: [.anyCap]
    case .capExceededInTotal: [.policyCap]
    case .registrationMissing, .rangeProvidedTwice, .designationOverlap, .selfProvision, .outOfRole,
      .sharedIdentity, .relatedToBarred, .waiverExpired:
      []
    }
  }

  /// What the data or the policy lack for it to be evaluated; nil when nothing does.
  package func lack(in state: DayState, _ policy: Policy) -> NotEvaluated? {
    let tables = state.chain.tables
    for requirement in requirements {
      switch requirement {
      case .table(let name):
        if !tables.isPresent(name) { return .noTable(name) }
      case .column(let column):
        if !tables.provisions.columns.contains(column) { return .noColumn(column) }
      case .confirmationCategories:
        if policy.confirmationCategories.isEmpty { return .noConfirmationCategories }
      case .anyCap:
        if policy.caps.isEmpty && !tables.isPresent(.caps) { return .noCaps }
      case .policyCap:
        if policy.caps.isEmpty { return .noPolicyCap }
      case .levels:
        if state.isTooFragmented { return .tooFragmented }
      }
    }
    return nil
  }
}

extension Tables {
  /// Whether the dataset has a table; a file with only its header counts.
  package func isPresent(_ table: TableName) -> Bool {
    switch table {
    case .operators: operators.origin.isPresent
    case .designations: designations.origin.isPresent
    case .approvals: approvals.origin.isPresent
    case .certifications: certifications.origin.isPresent
    case .provisions: provisions.origin.isPresent
    case .caps: caps.origin.isPresent
    case .restrictions: restrictions.origin.isPresent
    case .waivers: waivers.origin.isPresent
    }
  }
}
