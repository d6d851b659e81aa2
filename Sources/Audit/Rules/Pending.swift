// Rules that are not written yet, so that the list of all rules compiles. Delete each when its own file comes.

package struct ResaleAgainstClauseRule: Rule {
  package static let id = RuleID.resaleAgainstClause
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct ProvidedDespiteRefusalRule: Rule {
  package static let id = RuleID.providedDespiteRefusal
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct SuspendedNumberProvidedRule: Rule {
  package static let id = RuleID.suspendedNumberProvided
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct SuspendedStockProvidedRule: Rule {
  package static let id = RuleID.suspendedStockProvided
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct NoSourceRule: Rule {
  package static let id = RuleID.noSource
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct OverProvisionRule: Rule {
  package static let id = RuleID.overProvision
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct RangeNotHeldRule: Rule {
  package static let id = RuleID.rangeNotHeld
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct RangeProvidedTwiceRule: Rule {
  package static let id = RuleID.rangeProvidedTwice
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct DesignationOverlapRule: Rule {
  package static let id = RuleID.designationOverlap
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct CircularProvisionRule: Rule {
  package static let id = RuleID.circularProvision
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct SelfProvisionRule: Rule {
  package static let id = RuleID.selfProvision
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct OutOfRoleRule: Rule {
  package static let id = RuleID.outOfRole
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct SharedIdentityRule: Rule {
  package static let id = RuleID.sharedIdentity
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct RelatedToBarredRule: Rule {
  package static let id = RuleID.relatedToBarred
  package init() {}
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

package struct WaiverExpiredRule: AfterRule {
  package static let id = RuleID.waiverExpired
  package init() {}
  package func find(in context: AuditContext, after others: [RuleFindings], into findings: inout RuleFindings)
  {}
}
