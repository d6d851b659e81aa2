// Rules that are not written yet, so that the list of all rules compiles. Delete each when its own file comes.

package struct ApprovalMissingRule: Rule {
  package static let id = RuleID.approvalMissing
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct SupplierApprovalMissingRule: Rule {
  package static let id = RuleID.supplierApprovalMissing
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct DeemedApprovalInvalidRule: Rule {
  package static let id = RuleID.deemedApprovalInvalid
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct RegistrationMissingRule: Rule {
  package static let id = RuleID.registrationMissing
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct ApprovalUnconfirmedRule: Rule {
  package static let id = RuleID.approvalUnconfirmed
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct ConditionsUnagreedRule: Rule {
  package static let id = RuleID.conditionsUnagreed
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct ContinuityUnconfirmedRule: Rule {
  package static let id = RuleID.continuityUnconfirmed
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct UndeclaredResaleRule: Rule {
  package static let id = RuleID.undeclaredResale
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct CapExceededRule: Rule {
  package static let id = RuleID.capExceeded
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct CapExceededInTotalRule: Rule {
  package static let id = RuleID.capExceededInTotal
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct UncertifiedRecipientRule: Rule {
  package static let id = RuleID.uncertifiedRecipient
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct UncertifiedSupplierRule: Rule {
  package static let id = RuleID.uncertifiedSupplier
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct UncertifiedUpstreamRule: Rule {
  package static let id = RuleID.uncertifiedUpstream
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct ProvidedAfterRevocationRule: Rule {
  package static let id = RuleID.providedAfterRevocation
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct SecondTierResaleRule: Rule {
  package static let id = RuleID.secondTierResale
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct ResaleBeyondDesignationRule: Rule {
  package static let id = RuleID.resaleBeyondDesignation
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}
