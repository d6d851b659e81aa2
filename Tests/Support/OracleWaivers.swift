/// Waivers and the summary of SPEC §5 and §9.
extension Oracle {
  /// Whether a finding of its rule is what the waiver names.
  func matches(_ waiver: OracleData.Waiver, _ finding: PlainFinding) -> Bool {
    guard waiver.rule == finding.rule, waiver.x != nil || waiver.p != nil else { return false }
    if let p = waiver.p, finding.provisionID != data.provisions[p].id { return false }
    if let x = waiver.x, !about(finding).contains(id(x)) { return false }
    return true
  }

  /// The operators a finding is about.
  private func about(_ finding: PlainFinding) -> [String] {
    let ofRecipient: Set = [
      "approval-missing", "uncertified-recipient", "approval-unconfirmed", "continuity-unconfirmed",
      "conditions-unagreed", "provided-after-revocation", "provided-despite-refusal", "cap-exceeded",
    ]
    let ofSupplier: Set = [
      "resale-against-clause", "suspended-stock-provided", "range-not-held", "range-provided-twice",
    ]
    let ends: [String?]
    if ofRecipient.contains(finding.rule) {
      ends = [finding.recipientID]
    } else if ofSupplier.contains(finding.rule) {
      ends = [finding.supplierID]
    } else if finding.provisionID != nil {
      ends = [finding.supplierID, finding.recipientID]
    } else {
      ends = [finding.operatorID] + (finding.operatorIDs ?? [])
    }
    return ends.compactMap { $0 }
  }

  func expiredWaivers(_ all: [String: [PlainFinding]]) {
    for (w, row) in data.waivers.enumerated() where day >= row.end {
      let open = (all[row.rule] ?? []).contains { $0.waivedBy == nil && matches(row, $0) }
      guard open else { continue }
      report("waiver-expired", key: [row.id], source: line("waivers", w)) { $0.waiverID = row.id }
    }
  }

  /// Whether the operator asked for is an end, a member or a hop of a finding.
  func isConcerned(_ finding: PlainFinding) -> Bool {
    guard let concerned else { return true }
    let x = id(concerned)
    var provisions = finding.chain ?? []
    if let waiver = data.waivers.first(where: { $0.id == finding.waiverID }) {
      if waiver.x == concerned { return true }
      if let p = waiver.p { provisions.append(data.provisions[p].id) }
    }
    let hops = data.provisions.filter {
      provisions.contains($0.id) && ($0.u == concerned || $0.v == concerned)
    }
    return [finding.supplierID, finding.recipientID, finding.operatorID].contains(x)
      || finding.operatorIDs?.contains(x) ?? false || !hops.isEmpty
  }

  func summarise(_ audit: inout PlainAudit) {
    audit.operators = data.operators.count
    audit.activeProvisions = state.active.count
    for finding in audit.findings {
      if finding.waivedBy != nil {
        audit.waived += 1
      } else if finding.severity == "violation" {
        audit.violations += 1
      } else if finding.severity == "warning" {
        audit.warnings += 1
      } else {
        audit.notices += 1
      }
    }
    audit.unknownTrackRecords = unknownTrackRecords()
    audit.coverage = coverage()
  }

  /// Recipients whose start of service a cap in effect would have asked for, were it known.
  private func unknownTrackRecords() -> Int {
    guard policy.unknownTrackRecord == "skip" else { return 0 }
    return data.operators.indices.filter { v in
      data.operators[v].serviceStarted == nil
        && policy.caps.contains { cap in
          (cap.fromMonths != nil || cap.underMonths != nil) && isInEffect(cap) && fitsCertification(cap, v)
            && categories(cap).contains { !state.inflows(v, $0).isEmpty }
        }
    }.count
  }

  private func coverage() -> [PlainCoverage] {
    var rows: [PlainCoverage] = []
    for c in OracleData.all {
      let provisions = state.active.filter { data.provisions[$0].c == c }
      let tiers = provisions.map { data.has("designations") ? state.tier($0) : nil }
      for tier in Set(tiers).sorted(by: { $0 ?? .max < $1 ?? .max }) {
        var row = PlainCoverage(category: OracleData.categories[c], tier: tier)
        for (p, its) in zip(provisions, tiers) where its == tier {
          let provision = data.provisions[p]
          let ends = [provision.u, provision.v].filter { !state.isUser($0) }
          let approved = ends.allSatisfy { state.isApproved($0, c) }
          let certified = ends.allSatisfy { state.isCertified($0) }
          row.provisions += 1
          row.numbers += provision.numbers
          if approved { row.approved += provision.numbers }
          if certified { row.certified += provision.numbers }
          if approved && certified { row.both += provision.numbers }
        }
        rows.append(row)
      }
    }
    return rows
  }
}
