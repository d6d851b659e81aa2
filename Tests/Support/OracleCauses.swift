extension Oracle {
  /// The causes of each rule that has any.
  package static let causes: [String: [String]] = [
    "approval-missing": ["ended", "not-yet", "other-category", "none", "unrecorded"],
    "supplier-approval-missing": ["ended", "not-yet", "other-category", "none"],
    "approval-unconfirmed": ["unchecked", "late"],
    "conditions-unagreed": ["unrecorded", "late"],
    "continuity-unconfirmed": ["unchecked", "late"],
    "uncertified-recipient": ["revoked", "withdrawn", "expired", "ended", "not-yet", "never"],
    "uncertified-supplier": ["revoked", "withdrawn", "expired", "ended", "not-yet", "never"],
    "second-tier-resale": ["certified", "uncertified"],
    "resale-against-clause": ["prohibited", "certified-only"],
    "no-source": ["inflows-may-be-missing"],
    "over-provision": ["inflows-may-be-missing"],
    "range-not-held": ["inflows-may-be-missing"],
    "range-provided-twice": ["same-recipient"],
    "out-of-role": ["agent", "user-supplies"],
    "shared-identity": ["corporate-number", "approval-number", "certificate-number"],
  ]

  /// Rules that also report findings without a cause, though they have causes.
  package static let causeIsOptional: Set<String> = [
    "second-tier-resale", "no-source", "over-provision", "range-not-held", "range-provided-twice",
  ]

  /// Everything that a large enough set of datasets must make speak: rules, and rules with causes.
  package static var everyKind: [String] {
    rules.flatMap { rule in
      let causes = (causes[rule.name] ?? []).map { "\(rule.name):\($0)" }
      return causeIsOptional.contains(rule.name) || causes.isEmpty ? [rule.name] + causes : causes
    }
  }
}
