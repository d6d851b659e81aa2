/// The rules of basis etoc and contract.
extension Oracle {
  private func cause(_ x: Int) -> String { data.certificationCause(x, day, policy.graceDays) }

  func uncertifiedRecipient() {
    for p in state.active {
      let v = data.provisions[p].v
      func holds(_ day: Int) -> Bool {
        data.isActive(p, day) && day >= policy.certificationRequiredFrom && !data.isUser(v, day)
          && !data.isCertified(v, day, policy.graceDays)
      }
      guard holds(day) else { continue }
      report("uncertified-recipient", cause: cause(v), provision: p) { $0.since = since(holds) }
    }
  }

  func uncertifiedSupplier() {
    for u in data.operators.indices {
      for c in OracleData.all {
        func holds(_ day: Int) -> Bool {
          day >= policy.certificationRequiredFrom && !data.isCertified(u, day, policy.graceDays)
            && !data.outflows(u, c, day).isEmpty
        }
        guard !state.outflows(u, c).isEmpty, holds(day) else { continue }
        report(
          "uncertified-supplier", cause: cause(u), operator: u, category: c, numbers: state.provided(u, c)
        ) {
          $0.provisions = state.outflows(u, c).count
          $0.since = since(holds)
        }
      }
    }
  }

  private func areEndsCertified(_ p: Int) -> Bool {
    let row = data.provisions[p]
    return state.isCertified(row.u) && (state.isCertified(row.v) || state.isUser(row.v))
  }

  func uncertifiedUpstream() {
    guard day >= policy.certificationRequiredFrom else { return }
    for p in state.active where state.tier(p) != nil && areEndsCertified(p) && state.unclean(p) > 0 {
      report("uncertified-upstream", provision: p, numbers: state.unclean(p))
    }
  }

  func providedAfterRevocation() {
    for p in state.active {
      let row = data.provisions[p]
      guard let start = row.start, !state.isUser(row.v), !state.isCertified(row.v) else { continue }
      if data.isRevoked(row.v, start, policy.graceDays) { report("provided-after-revocation", provision: p) }
    }
  }

  func secondTierResale() {
    for p in state.active {
      let row = data.provisions[p]
      let limit = policy.maxTierByCategory[OracleData.categories[row.c]] ?? policy.maxTier
      let above = state.tiers(p).filter { $0.tier > limit }
      guard !above.isEmpty else { continue }
      let cause = data.has("certifications") ? areEndsCertified(p) ? "certified" : "uncertified" : nil
      report(
        "second-tier-resale", cause == "certified" ? "notice" : nil, cause: cause, provision: p,
        numbers: row.range == nil ? row.numbers : above.count)
    }
  }

  func resaleBeyondDesignation() {
    for x in data.operators.indices {
      for c in OracleData.all where state.isHolder(x, c) && !state.inflows(x, c).isEmpty {
        let excess = state.provided(x, c) - state.designations(x, c).count
        if excess > 0 { report("resale-beyond-designation", operator: x, category: c, numbers: excess) }
      }
    }
  }

  func resaleAgainstClause() {
    for p in state.active {
      let row = data.provisions[p]
      if row.range != nil ? state.resoldPart(p).isEmpty : state.isHolder(row.u, row.c) { continue }
      func forbids(_ q: Int) -> Bool {
        let clause = data.provisions[q].clause
        if clause == "prohibited" { return true }
        return clause == "certified-only" && data.has("certifications") && !state.isCertified(row.v)
          && !state.isUser(row.v)
      }
      let carrying = state.inflows(row.u, row.c).filter { state.canCarryOn($0, to: p) }
      let forbidding = carrying.filter(forbids)
      guard let first = forbidding.map({ data.provisions[$0].id }).min(by: utf8Less) else { continue }
      let byRange = row.range != nil && forbidding.contains { data.provisions[$0].range != nil }
      guard byRange || forbidding.count == carrying.count else { continue }
      let strictest = forbidding.contains { data.provisions[$0].clause == "prohibited" }
      report("resale-against-clause", cause: strictest ? "prohibited" : "certified-only", provision: p) {
        $0.otherID = first
      }
    }
  }
}
