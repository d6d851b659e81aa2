/// The rules of basis law, in the words of SPEC §5.
extension Oracle {
  func approvalMissing() {
    for p in state.active {
      let row = data.provisions[p]
      func holds(_ day: Int) -> Bool {
        data.isActive(p, day) && day >= policy.approvalRequiredFrom && !data.isUser(row.v, day)
          && !data.isApproved(row.v, row.c, day)
      }
      guard holds(day) else { continue }
      var cause = data.approvalCause(row.v, row.c, day)
      if cause == "none", let checked = row.approvalChecked, checked <= day { cause = "unrecorded" }
      report("approval-missing", cause == "unrecorded" ? "notice" : nil, cause: cause, provision: p) {
        $0.since = since(holds)
      }
    }
  }

  func supplierApprovalMissing() {
    for u in data.operators.indices {
      for c in OracleData.all {
        func holds(_ day: Int) -> Bool {
          day >= policy.approvalRequiredFrom && !data.isApproved(u, c, day)
            && !data.outflows(u, c, day).isEmpty
        }
        guard !state.outflows(u, c).isEmpty, holds(day) else { continue }
        let cause = data.approvalCause(u, c, day)
        report(
          "supplier-approval-missing", cause == "none" ? "notice" : nil, cause: cause, operator: u,
          category: c,
          numbers: state.provided(u, c)
        ) {
          $0.provisions = state.outflows(u, c).count
          $0.since = since(holds)
        }
      }
    }
  }

  func deemedApprovalInvalid() {
    let inForce = data.approvals.filter { data.inForce($0.start, $0.end, day) }
    for x in data.operators.indices {
      let approved = inForce.filter { data.person[$0.x] == data.person[x] && !$0.deemed }
      let assigns = data.designations.contains {
        data.person[$0.x] == data.person[x] && data.inForce($0.start, $0.end, day)
      }
      for k in OracleData.all.map({ Optional($0) }) + [nil] {
        guard inForce.contains(where: { $0.x == x && $0.deemed && $0.c == k }) else { continue }
        guard !approved.contains(where: { $0.c == k || $0.c == nil }) else { continue }
        if assigns || approved.contains(where: { $0.c != k }) {
          report("deemed-approval-invalid", operator: x, category: k)
        }
      }
    }
  }

  func registrationMissing() {
    for x in data.operators.indices where data.operators[x].registration == "none" && !state.isUser(x) {
      if state.active.contains(where: { data.provisions[$0].u == x || data.provisions[$0].v == x }) {
        report("registration-missing", operator: x)
      }
    }
  }

  func approvalUnconfirmed() {
    let from = OracleCalendar.day(2023, 1, 1)
    for p in confirmable(from) {
      unconfirmed("approval-unconfirmed", p, data.provisions[p].approvalChecked, blank: "unchecked")
    }
  }

  func conditionsUnagreed() {
    let from = OracleCalendar.day(2023, 1, 1)
    for p in confirmable(from) {
      unconfirmed("conditions-unagreed", p, data.provisions[p].conditionsAgreed, blank: "unrecorded")
    }
  }

  func continuityUnconfirmed() {
    let from = OracleCalendar.day(2026, 5, 27)
    for p in confirmable(from) {
      guard policy.confirmationCategories.contains(OracleData.categories[data.provisions[p].c]) else {
        continue
      }
      unconfirmed("continuity-unconfirmed", p, data.provisions[p].continuityChecked, blank: "unchecked")
    }
  }

  /// Active wholesale provisions to others than users, begun on a day or later.
  private func confirmable(_ from: Int) -> [Int] {
    state.active.filter { p in
      let row = data.provisions[p]
      return !row.terms && !state.isUser(row.v) && row.start.map { $0 >= from } ?? false
    }
  }

  private func unconfirmed(_ rule: String, _ p: Int, _ confirmed: Int?, blank: String) {
    guard let start = data.provisions[p].start else { return }
    if let confirmed {
      if confirmed > start { report(rule, cause: "late", provision: p) }
    } else {
      report(rule, cause: blank, provision: p)
    }
  }

  func undeclaredResale() {
    for q in state.active {
      let row = data.provisions[q]
      guard row.terms, let start = row.start, start >= OracleCalendar.day(2023, 1, 1) else { continue }
      if let declared = row.declared, declared <= day { continue }
      if state.outflows(row.v, row.c).contains(where: { state.canCarryOn(q, to: $0) }) {
        report("undeclared-resale", provision: q)
      }
    }
  }
}
