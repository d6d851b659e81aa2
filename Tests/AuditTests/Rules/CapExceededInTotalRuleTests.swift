import Banken
import Testing
import TestSupport

@Suite struct CapExceededInTotalRuleTests {
  private let operators = """
    operator_id, name, group_id, corporate_number, service_started_on
    H, H,,,
    I, I,,,
    Z, Party's first row, G,, 2020-01-01
    B, Party's least id, G, 7000012050002, 2026-08-01
    C, Joined by number,, 7000012050002, 2026-08-01
    D, Alone,,, 2026-08-01
    """

  private func find(_ caps: [Policy.Cap], _ provisions: String) throws -> [String] {
    var policy = Policy()
    policy.caps = caps
    return try Fixture.findings(
      .capExceededInTotal, on: "2026-10-01", policy: policy,
      ["operators": operators, "provisions": provisions])
  }

  @Test func pairsIntoOnePartyFromOutside() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers
      P1, H, C, ip, 40
      P2, I, Z, ip, 30
      P3, H, Z, ip, 31
      P4, B, Z, ip, 1000
      P5, H, D, ip, 1000
      P6, I, C, fixed, 50
      """
    #expect(
      try find(
        [
          Policy.Cap(id: "ip", categories: CategorySet(.ip), maximum: 100),
          Policy.Cap(id: "all", maximum: 150),
          Policy.Cap(id: "more", maximum: 151),
        ], provisions) == [
          "warning ip B operators=[Z;C] numbers=101 limit=100",
          "warning all B operators=[Z;C] numbers=151 limit=150",
        ])
  }

  @Test func atLeastTwoPairs() throws {
    let cap = [Policy.Cap(id: "c", maximum: 10)]
    #expect(
      try find(
        cap,
        """
        provision_id, supplier_id, recipient_id, numbers
        P1, H, D, 6
        P2, H, D, 6
        """) == [])
    #expect(
      try find(
        cap,
        """
        provision_id, supplier_id, recipient_id, numbers
        P1, H, D, 6
        P2, I, D, 5
        """) == ["warning c D operators=[D] numbers=11 limit=10"])
  }

  @Test func onlyPairsWhoseRecipientIsLimited() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, numbers
      P1, H, Z, 100
      P2, H, B, 6
      P3, I, C, 5
      """
    #expect(
      try find([Policy.Cap(id: "young", maximum: 10, trackRecordUnderMonths: 12)], provisions) == [
        "warning young B operators=[B;C] numbers=11 limit=10"
      ])
  }

  @Test func notEvaluatedWithoutPolicyCap() throws {
    #expect(
      try Fixture.findings(.capExceededInTotal, on: "2026-10-01", ["operators": operators, "caps": "cap_id"])
        == ["not evaluated: no-policy-cap"])
  }
}
