import Banken
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct WaiverExpiredRuleTests {
  private func find(
    _ waivers: String, on day: String = "2026-10-01", policy: Policy = Policy(),
    about operatorID: String? = nil
  ) throws -> [String] {
    try Fixture.audit(
      on: day, policy: policy, rules: [.waiverExpired], about: operatorID,
      [
        "operators": """
        operator_id, name, registration
        A, A, none
        B, B, none
        C, C, registered
        """,
        "provisions": """
        provision_id, supplier_id, recipient_id, category, numbers
        P1, A, A, ip, 1
        P2, A, B, ip, 1
        P3, B, B, ip, 1
        """,
        "waivers": """
        waiver_id, rule, operator_id, provision_id, valid_from, valid_to, reason, approved_by
        \(waivers)
        """,
      ]
    ).lines
  }

  @Test func whatItExcusedIsStillFound() throws {
    let waivers = """
      W1, self-provision, A,,, 2026-09-30, r, b
      W2, self-provision,, P3, 2020-01-01, 2020-12-31, r, b
      W3, self-provision, A, P3,, 2026-09-30, r, b
      W4, self-provision, C,,, 2026-09-30, r, b
      W5, self-provision,, P2,, 2026-09-30, r, b
      W6, registration-missing, B,,, 2026-09-30, r, b
      W7, registration-missing, C,,, 2026-09-30, r, b
      W8, registration-missing, A,,, 2026-10-01, r, b
      W9, waiver-expired, A,,, 2026-09-30, r, b
      W10, self-provision, A, P1,, 2026-09-30, r, b
      """
    #expect(
      try find(waivers) == ["W1", "W2", "W6", "W10"].map { "waiver-expired notice \($0)" })
    #expect(try find(waivers, on: "2026-09-30") == ["waiver-expired notice W2"])
    #expect(
      try find(waivers, on: "2026-10-02").contains("waiver-expired notice W8"))
  }

  @Test func notWhereAnotherWaiverIsInForce() throws {
    let expired = "W1, self-provision, A,,, 2026-09-30, r, b"
    #expect(try find(expired + "\nW2, self-provision,, P1, 2026-10-01, 2026-12-31, r, b") == [])
    #expect(
      try find(expired + "\nW2, self-provision,, P1, 2026-10-02, 2026-12-31, r, b")
        == ["waiver-expired notice W1"])
    #expect(
      try find(expired + "\nW2, self-provision,, P3, 2026-10-01, 2026-12-31, r, b")
        == ["waiver-expired notice W1"])
  }

  @Test func notForRulesThatAreOff() throws {
    var policy = Policy()
    policy.severities[Policy.Target(rule: .selfProvision)] = .off
    #expect(
      try find(
        "W1, self-provision, A,,, 2026-09-30, r, b\nW2, registration-missing, B,,, 2026-09-30, r, b",
        policy: policy)
        == ["waiver-expired notice W2"])
  }

  @Test func keptWhereItNamesTheOperator() throws {
    let waivers = """
      W1, self-provision, A,,, 2026-09-30, r, b
      W2, self-provision,, P3,, 2026-09-30, r, b
      """
    #expect(try find(waivers, about: "A") == ["waiver-expired notice W1"])
    #expect(try find(waivers, about: "B") == ["waiver-expired notice W2"])
    #expect(try find(waivers, about: "C") == [])
  }

  @Test func aHundredThousandWaiversOfOneOperator() throws {
    let count = 100_000
    var tables = Tables()
    let a = tables.operators.append(id: "A")
    for row in 0..<count {
      tables.provisions.append(id: "P\(row)", supplier: a, recipient: a, category: .ip, numbers: 1)
      tables.waivers.append(id: "W\(row)", rule: "self-provision", operator: a, validTo: .earliest)
    }
    let audit = DayAudit(SupplyChain(tables), on: .latest, options: AuditOptions(rules: [.waiverExpired]))
    #expect(audit.findings(of: .waiverExpired).count == count)
  }
}
