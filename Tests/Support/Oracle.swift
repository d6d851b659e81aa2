/// SPEC §4 to §6 for one day, worked out in the plainest way: sets of single numbers, loops over all rows.
///
/// Written from the contract and its readings alone; it shares no code with the engine it is held against.
package final class Oracle {
  let data: OracleData
  let policy: PlainPolicy
  let day: Int
  let state: OracleDay
  /// Rules to evaluate; nil for all.
  let selected: Set<String>?
  /// Keeps only findings in which this operator is an end, a member or a hop; nil keeps all.
  let concerned: Int?
  /// Walks every day for `since` instead of the days on which something changes.
  let isLiteral: Bool
  private var found: [(rule: String, finding: PlainFinding)] = []

  /// The rules in order, with severity and basis.
  package static let rules: [(name: String, severity: String, basis: String)] = [
    ("approval-missing", "violation", "law"), ("supplier-approval-missing", "violation", "law"),
    ("deemed-approval-invalid", "violation", "law"), ("registration-missing", "violation", "law"),
    ("approval-unconfirmed", "notice", "law"), ("conditions-unagreed", "notice", "law"),
    ("continuity-unconfirmed", "notice", "law"), ("undeclared-resale", "warning", "law"),
    ("cap-exceeded", "violation", "policy"), ("cap-exceeded-in-total", "warning", "policy"),
    ("uncertified-recipient", "warning", "etoc"), ("uncertified-supplier", "warning", "etoc"),
    ("uncertified-upstream", "notice", "etoc"), ("provided-after-revocation", "warning", "etoc"),
    ("second-tier-resale", "warning", "etoc"), ("resale-beyond-designation", "notice", "etoc"),
    ("resale-against-clause", "violation", "contract"), ("provided-despite-refusal", "violation", "request"),
    ("suspended-number-provided", "violation", "request"),
    ("suspended-stock-provided", "violation", "request"),
    ("no-source", "warning", "ledger"), ("over-provision", "violation", "ledger"),
    ("range-not-held", "violation", "ledger"), ("range-provided-twice", "violation", "ledger"),
    ("designation-overlap", "violation", "ledger"), ("circular-provision", "warning", "ledger"),
    ("self-provision", "violation", "ledger"), ("out-of-role", "warning", "ledger"),
    ("shared-identity", "notice", "ledger"), ("related-to-barred", "notice", "ledger"),
    ("waiver-expired", "notice", "policy"),
  ]

  /// Makes an oracle of a dataset on its day.
  package init(
    _ dataset: PlainDataset, on day: Int? = nil, rules: Set<String>? = nil, concerning: String? = nil,
    isLiteral: Bool = false
  ) {
    let data = OracleData(dataset)
    self.data = data
    policy = dataset.policy
    self.day = day ?? dataset.day
    selected = rules
    concerned = concerning.flatMap { id in data.operators.firstIndex { $0.id == id } }
    self.isLiteral = isLiteral
    state = OracleDay(data, policy, self.day)
  }

  /// The findings, outcomes and summary of the day.
  package func audit() -> PlainAudit {
    var audit = PlainAudit()
    var all: [String: [PlainFinding]] = [:]
    for rule in Oracle.rules where reasons(rule.name).isEmpty {
      found = []
      evaluate(rule.name)
      all[rule.name] = found.map(\.finding).compactMap { settled($0, rule) }
    }
    for rule in Oracle.rules {
      var outcome = PlainOutcome(
        rule: rule.name, severity: policy.severity[rule.name] ?? rule.severity, basis: rule.basis,
        reasons: reasons(rule.name)
          + (selected.map { !$0.contains(rule.name) } ?? false ? ["not-selected"] : []))
      if outcome.reasons.isEmpty {
        if rule.name == "waiver-expired" {
          found = []
          expiredWaivers(all)
          all[rule.name] = found.map(\.finding).compactMap { settled($0, rule) }
        }
        let findings = (all[rule.name] ?? []).filter(isConcerned)
        outcome.waived = findings.filter { $0.waivedBy != nil }.count
        outcome.findings = findings.count - outcome.waived
        audit.findings += findings
      }
      audit.outcomes.append(outcome)
    }
    summarise(&audit)
    return audit
  }

  /// Severity by the policy, and the waiver in force; nil when its cause is off.
  private func settled(
    _ finding: PlainFinding, _ rule: (name: String, severity: String, basis: String)
  ) -> PlainFinding? {
    var finding = finding
    let byCause = finding.cause.flatMap { policy.severity["\(rule.name):\($0)"] }
    finding.severity = byCause ?? policy.severity[rule.name] ?? finding.severity
    guard finding.severity != "off" else { return nil }
    for row in data.waivers where data.inForce(row.start, row.end, day) && matches(row, finding) {
      finding.waivedBy = row.id
      break
    }
    return finding
  }

  /// Why a rule is not evaluated, whatever was selected.
  private func reasons(_ rule: String) -> [String] {
    var reasons: [String] = []
    let isSpared = (Oracle.causes[rule] ?? []).contains { policy.severity["\(rule):\($0)"] ?? "off" != "off" }
    if policy.severity[rule] == "off" && !isSpared { reasons.append("off") }
    let needs: [String: [String]] = [
      "approvals": ["approval-missing", "supplier-approval-missing", "deemed-approval-invalid"],
      "certifications": [
        "uncertified-recipient", "uncertified-supplier", "uncertified-upstream", "provided-after-revocation",
      ],
      "designations": [
        "uncertified-upstream", "second-tier-resale", "resale-beyond-designation", "resale-against-clause",
        "undeclared-resale", "no-source", "over-provision", "range-not-held", "circular-provision",
      ],
      "restrictions": ["provided-despite-refusal", "suspended-number-provided", "suspended-stock-provided"],
    ]
    for (table, rules) in needs where rules.contains(rule) && !data.has(table) {
      reasons.append("no-table:\(table)")
    }
    let columns = [
      "approval-unconfirmed": "approval_checked_on", "conditions-unagreed": "conditions_agreed_on",
      "continuity-unconfirmed": "continuity_checked_on", "undeclared-resale": "declared_on",
      "resale-against-clause": "resale_clause",
    ]
    if let column = columns[rule], !data.hasColumn(column) {
      reasons.append("no-column:\(column)")
      if !data.has("provisions") { reasons.append("no-table:provisions") }
    }
    if rule == "continuity-unconfirmed" && policy.confirmationCategories.isEmpty {
      reasons.append("no-policy:confirmation.categories")
    }
    if rule == "cap-exceeded" && policy.caps.isEmpty && !data.has("caps") { reasons.append("no-caps") }
    if rule == "cap-exceeded-in-total" && policy.caps.isEmpty { reasons.append("no-policy-cap") }
    return reasons
  }

  private func evaluate(_ rule: String) {
    switch rule {
    case "approval-missing": approvalMissing()
    case "supplier-approval-missing": supplierApprovalMissing()
    case "deemed-approval-invalid": deemedApprovalInvalid()
    case "registration-missing": registrationMissing()
    case "approval-unconfirmed": approvalUnconfirmed()
    case "conditions-unagreed": conditionsUnagreed()
    case "continuity-unconfirmed": continuityUnconfirmed()
    case "undeclared-resale": undeclaredResale()
    case "cap-exceeded": capExceeded()
    case "cap-exceeded-in-total": capExceededInTotal()
    case "uncertified-recipient": uncertifiedRecipient()
    case "uncertified-supplier": uncertifiedSupplier()
    case "uncertified-upstream": uncertifiedUpstream()
    case "provided-after-revocation": providedAfterRevocation()
    case "second-tier-resale": secondTierResale()
    case "resale-beyond-designation": resaleBeyondDesignation()
    case "resale-against-clause": resaleAgainstClause()
    case "provided-despite-refusal": providedDespite("refuse-new", of: \.v)
    case "suspended-number-provided": suspendedNumberProvided()
    case "suspended-stock-provided": providedDespite("suspend-stock", of: \.u)
    case "no-source": noSource()
    case "over-provision": overProvision()
    case "range-not-held": rangeNotHeld()
    case "range-provided-twice": rangeProvidedTwice()
    case "designation-overlap": designationOverlap()
    case "circular-provision": circularProvision()
    case "self-provision": selfProvision()
    case "out-of-role": outOfRole()
    case "shared-identity": sharedIdentity()
    case "related-to-barred": relatedToBarred()
    default: break
    }
  }

  // MARK: Making findings

  /// Reports a finding: `key` are the parts of its fingerprint after the rule.
  func report(
    _ rule: String, _ severity: String? = nil, cause: String? = nil, key: [String], source: String?,
    _ fill: (inout PlainFinding) -> Void
  ) {
    guard let entry = Oracle.rules.first(where: { $0.name == rule }) else { return }
    var finding = PlainFinding()
    finding.rule = rule
    finding.severity = severity ?? entry.severity
    finding.basis = entry.basis
    finding.cause = cause
    finding.source = source
    let message = ([rule] + key).joined(separator: "\u{1F}")
    finding.fingerprint = String(OracleSHA256.hex(Array(message.utf8)).prefix(16))
    fill(&finding)
    found.append((rule, finding))
  }

  /// Reports a finding keyed by a provision.
  func report(
    _ rule: String, _ severity: String? = nil, cause: String? = nil, provision p: Int, numbers: Int? = nil,
    _ fill: (inout PlainFinding) -> Void = { _ in }
  ) {
    let row = data.provisions[p]
    report(rule, severity, cause: cause, key: [row.id], source: line("provisions", p)) { finding in
      finding.provisionID = row.id
      finding.supplierID = id(row.u)
      finding.recipientID = id(row.v)
      finding.category = OracleData.categories[row.c]
      finding.numbers = numbers ?? row.numbers
      if data.has("designations") && row.u != row.v {
        finding.tier = state.tier(p)
        finding.chain = state.chain(p).map { data.provisions[$0].id }
        finding.rooted = finding.tier != nil
      }
      fill(&finding)
    }
  }

  /// Reports a finding keyed by an operator and a category; nil for all categories.
  func report(
    _ rule: String, _ severity: String? = nil, cause: String? = nil, operator x: Int, category c: Int?,
    numbers: Int? = nil, _ fill: (inout PlainFinding) -> Void = { _ in }
  ) {
    let category = c.map { OracleData.categories[$0] }
    report(rule, severity, cause: cause, key: [id(x), category ?? ""], source: line("operators", x)) {
      finding in
      finding.operatorID = id(x)
      finding.category = category
      finding.numbers = numbers
      fill(&finding)
    }
  }

  /// Reports a finding keyed by an operator.
  func report(
    _ rule: String, cause: String? = nil, operator x: Int, _ fill: (inout PlainFinding) -> Void = { _ in }
  ) {
    report(rule, cause: cause, key: [id(x)], source: line("operators", x)) { finding in
      finding.operatorID = id(x)
      fill(&finding)
    }
  }

  func id(_ x: Int) -> String { data.operators[x].id }
  func line(_ table: String, _ row: Int) -> String { "\(table).csv:\(row + 2)" }

  func since(_ holds: (Int) -> Bool) -> String? {
    let first = isLiteral ? data.sinceDayByDay(day, holds) : data.since(day, holds)
    return first.map(OracleCalendar.text)
  }
}
