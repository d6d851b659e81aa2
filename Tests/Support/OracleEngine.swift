import Banken

extension PlainDataset {
  /// The same data as the engine's tables, made row by row without the reader.
  package func engineTables() -> Tables {
    let data = OracleData(self)
    var tables = Tables()
    for name in TableName.allCases where data.has(name.name) { tables.declare(name) }
    for x in data.operators {
      tables.operators.append(
        id: x.id, corporateNumber: UInt64(x.corporate) ?? 0, role: engineRole(x.role),
        registration: engineRegistration(x.registration), serviceStartedOn: engineDay(x.serviceStarted),
        group: x.group)
    }
    for row in data.designations {
      tables.designations.append(
        operator: UInt32(row.x), category: engineCategory(row.c), range: engineRange(row.range),
        designated: engineDay(row.start), returned: engineDay(row.end))
    }
    for row in data.approvals {
      tables.approvals.append(
        operator: UInt32(row.x), category: row.c.map(engineCategory), basis: row.deemed ? .deemed : .approved,
        approvalNumber: row.number, validFrom: engineDay(row.start), ended: engineDay(row.end))
    }
    for row in data.certifications {
      guard let start = engineDay(row.start), let end = engineDay(row.validTo) else { continue }
      tables.certifications.append(
        operator: UInt32(row.x), certificateNumber: row.number, validFrom: start, validTo: end,
        ended: engineDay(row.endedOn), endReason: engineReason(row.reason))
    }
    append(provisions: data, to: &tables)
    append(rest: data, to: &tables)
    setOrigins(&tables)
    return tables
  }

  private func append(provisions data: OracleData, to tables: inout Tables) {
    let columns: [(String, ProvisionColumns)] = [
      ("approval_checked_on", .approvalCheckedOn), ("conditions_agreed_on", .conditionsAgreedOn),
      ("continuity_checked_on", .continuityCheckedOn), ("declared_on", .declaredOn),
      ("resale_clause", .resaleClause),
    ]
    for (name, column) in columns where data.hasColumn(name) { tables.provisions.declare(column) }
    for row in data.provisions {
      let confirmed = ProvisionTable.Confirmations(
        approvalCheckedOn: engineDay(row.approvalChecked),
        conditionsAgreedOn: engineDay(row.conditionsAgreed),
        continuityCheckedOn: engineDay(row.continuityChecked), declaredOn: engineDay(row.declared))
      let (u, v, c) = (UInt32(row.u), UInt32(row.v), engineCategory(row.c))
      let starts = engineDay(row.start)
      let ends = engineDay(row.end.map { $0 - 1 })
      let contract = row.terms ? ContractForm.terms : .wholesale
      let clause = data.hasColumn("resale_clause") ? engineClause(row.clause) : nil
      if let range = row.range {
        tables.provisions.append(
          id: row.id, supplier: u, recipient: v, category: c, range: engineRange(range), startsOn: starts,
          endsOn: ends, contract: contract, confirmations: confirmed, resaleClause: clause)
      } else {
        tables.provisions.append(
          id: row.id, supplier: u, recipient: v, category: c, numbers: UInt64(row.numbers), startsOn: starts,
          endsOn: ends, contract: contract, confirmations: confirmed, resaleClause: clause)
      }
    }
  }

  private func append(rest data: OracleData, to tables: inout Tables) {
    for row in data.caps {
      tables.caps.append(
        id: row.id, supplier: row.u.map(UInt32.init), recipient: UInt32(row.v),
        category: row.c.map(engineCategory),
        maximum: UInt64(row.maximum), validFrom: engineDay(row.start),
        validTo: engineDay(row.end.map { $0 - 1 }))
    }
    for row in data.restrictions {
      let both: CategorySet = [CategorySet(.fixed), CategorySet(.ip)]
      tables.restrictions.append(
        id: row.id, kind: engineKind(row.kind),
        categories: row.c.map { CategorySet(engineCategory($0)) } ?? both,
        operator: row.x.map(UInt32.init), range: row.range.map(engineRange), startsOn: engineDay(row.start),
        endsOn: engineDay(row.end.map { $0 - 1 }))
    }
    for row in data.waivers {
      guard let end = engineDay(row.end - 1) else { continue }
      tables.waivers.append(
        id: row.id, rule: row.rule, operator: row.x.map(UInt32.init), provision: row.p.map(UInt32.init),
        validFrom: engineDay(row.start), validTo: end)
    }
  }

  private func setOrigins(_ tables: inout Tables) {
    func fill(_ origin: inout TableOrigin, _ name: String, _ count: Int) {
      origin.file = "\(name).csv"
      origin.lines = (0..<count).map { UInt32($0 + 2) }
    }
    fill(&tables.operators.origin, "operators", tables.operators.count)
    fill(&tables.designations.origin, "designations", tables.designations.count)
    fill(&tables.approvals.origin, "approvals", tables.approvals.count)
    fill(&tables.certifications.origin, "certifications", tables.certifications.count)
    fill(&tables.provisions.origin, "provisions", tables.provisions.count)
    fill(&tables.caps.origin, "caps", tables.caps.count)
    fill(&tables.restrictions.origin, "restrictions", tables.restrictions.count)
    fill(&tables.waivers.origin, "waivers", tables.waivers.count)
  }

  private func engineDay(_ day: Int?) -> Day? { day.flatMap { Day(ordinal: Int32($0)) } }
  private func engineRange(_ range: ClosedRange<Int>) -> ClosedRange<UInt64> {
    UInt64(range.lowerBound)...UInt64(range.upperBound)
  }
  private func engineCategory(_ c: Int) -> Category { Category(rawValue: UInt8(c)) ?? .fixed }
  private func engineRole(_ role: String) -> OperatorRole {
    ["agent": .agent, "user": .user][role] ?? .operator
  }
  private func engineRegistration(_ word: String) -> Registration {
    ["registered": .registered, "notified": .notified, "none": .none][word] ?? .unknown
  }
  private func engineReason(_ word: String) -> CertificationEndReason {
    ["revoked": .revoked, "withdrawn": .withdrawn, "expired": .expired][word] ?? .unknown
  }
  private func engineClause(_ word: String) -> ResaleClause {
    ["certified-only": .certifiedOnly, "prohibited": .prohibited][word] ?? .free
  }
  private func engineKind(_ word: String) -> RestrictionKind {
    ["refuse-new": .refuseNew, "suspend-stock": .suspendStock][word] ?? .suspendNumbers
  }
}

extension PlainAudit {
  /// What the engine found, in the oracle's form.
  package init(_ audit: DayAudit) {
    for outcome in audit.outcomes {
      var plain = PlainOutcome(
        rule: outcome.rule.name, severity: outcome.severity.name, basis: outcome.basis.name,
        reasons: outcome.notEvaluated.map { [$0.code] } ?? [])
      plain.findings = outcome.findings
      plain.waived = outcome.waived
      outcomes.append(plain)
      for finding in outcome.results.findings {
        findings.append(PlainFinding(audit.details(of: finding, in: outcome.results)))
      }
    }
    let summary = audit.summary
    operators = summary.operators
    activeProvisions = summary.activeProvisions
    violations = summary.violations
    warnings = summary.warnings
    notices = summary.notices
    waived = summary.waived
    unknownTrackRecords = summary.unknownTrackRecords
    coverage = summary.coverage.map { row in
      var plain = PlainCoverage(category: OracleData.categories[Int(row.category.rawValue)], tier: row.tier)
      plain.provisions = row.provisions
      plain.numbers = Int(row.numbers)
      plain.approved = Int(row.approved)
      plain.certified = Int(row.certified)
      plain.both = Int(row.both)
      return plain
    }
  }
}

extension PlainFinding {
  init(_ details: FindingDetails) {
    rule = details.rule.name
    severity = details.severity.name
    basis = details.basis.name
    cause = details.cause?.name
    fingerprint = details.fingerprint
    waivedBy = details.waivedBy
    provisionID = details.provisionID
    supplierID = details.supplierID
    recipientID = details.recipientID
    operatorID = details.operatorID
    operatorIDs = details.operatorIDs
    operators = details.operators
    category = details.category.map { OracleData.categories[Int($0.rawValue)] }
    capID = details.capID
    party = details.party
    value = details.value
    otherID = details.otherID
    restrictionID = details.restrictionID
    waiverID = details.waiverID
    cycle = details.cycle
    numbers = details.numbers.map { Int($0) }
    limit = details.limit.map { Int($0) }
    provisions = details.provisions
    since = details.since.map { OracleCalendar.text(Int($0.ordinal)) }
    tier = details.tier
    chain = details.chain
    rooted = details.rooted
    source = details.source.map { "\($0.file):\($0.line)" }
  }
}
