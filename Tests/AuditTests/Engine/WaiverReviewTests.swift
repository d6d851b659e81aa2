import Banken
import Testing
import TestSupport

@Suite struct WaiverReviewTests {
  private let tables = [
    "operators": """
    operator_id, name
    H, H
    A, A
    B, B
    C, C
    """,
    "provisions": """
    provision_id, supplier_id, recipient_id, numbers
    P1, H, A, 10
    P2, A, B, 5
    P3, A, C, 5
    """,
    "certifications": """
    operator_id, valid_from, valid_to
    C, 2026-01-01, 2027-01-01
    """,
  ]

  /// `row rule unused days-left waived` of each waiver to look at.
  private func review(
    _ waivers: String, on day: String = "2026-10-01", rules: Set<RuleID>? = nil, policy: Policy = Policy(),
    about operatorID: String? = nil
  ) throws -> [String] {
    var tables = tables
    tables["waivers"] = "waiver_id, rule, operator_id, provision_id, valid_from, valid_to\n" + waivers
    return try Fixture.audit(on: day, policy: policy, rules: rules, about: operatorID, tables).waivers.map {
      "\($0.row) \($0.rule.name) \($0.isUnused) \($0.daysLeft.map { "\($0)" } ?? "-") \($0.waived)"
    }
  }

  @Test func theHorizonHasBothItsEnds() throws {
    let waivers = """
      W1, uncertified-recipient, A, , , 2026-10-01
      W2, uncertified-recipient, A, , , 2026-12-30
      W3, uncertified-recipient, A, , , 2026-12-31
      W4, uncertified-recipient, A, , , 2026-09-30
      W5, uncertified-recipient, A, , 2026-10-02, 2026-11-30
      """
    // The first covers the finding; the second matches it all the same; the third ends a day beyond.
    #expect(
      try review(waivers) == [
        "0 uncertified-recipient false 0 1", "1 uncertified-recipient false 90 0",
      ])
    #expect(try review("W1, uncertified-recipient, A, , , 2026-12-31", on: "2026-12-31").count == 1)
  }

  @Test func thoseThatMatchNothing() throws {
    let waivers = """
      W1, uncertified-recipient, C, , , 2027-12-31
      W2, uncertified-recipient, B, P1, , 2027-12-31
      W3, uncertified-recipient, B, P2, , 2027-12-31
      W4, uncertified-supplier, , P1, , 2026-11-01
      W5, waiver-expired, A, , , 2027-12-31
      """
    #expect(
      try review(waivers) == [
        "0 uncertified-recipient true - 0", "1 uncertified-recipient true - 0",
        "3 uncertified-supplier true 31 0", "4 waiver-expired true - 0",
      ])
  }

  @Test func rulesThatWereNotEvaluatedTellNothing() throws {
    let waivers = """
      W1, second-tier-resale, A, , , 2027-12-31
      W2, second-tier-resale, A, , , 2026-10-31
      W3, uncertified-supplier, H, , , 2026-10-31
      """
    // There is no table of designations.
    #expect(
      try review(waivers) == ["1 second-tier-resale false 30 0", "2 uncertified-supplier false 30 1"])
    #expect(try review(waivers, rules: [.selfProvision]) == [])
    var policy = Policy()
    policy.severities[Policy.Target(rule: .uncertifiedSupplier)] = .off
    #expect(
      try review(waivers, policy: policy) == [
        "1 second-tier-resale false 30 0", "2 uncertified-supplier false 30 0",
      ])
  }

  @Test func theOperatorFilterKeepsWaiversThatNameIt() throws {
    let waivers = """
      W1, uncertified-recipient, A, , , 2026-10-31
      W2, uncertified-recipient, B, , , 2026-10-31
      W3, uncertified-recipient, , P3, , 2026-10-31
      """
    #expect(
      try review(waivers, about: "B") == ["1 uncertified-recipient false 30 1"])
    #expect(try review(waivers, about: "C") == ["2 uncertified-recipient true 30 0"])
  }

  @Test func manyWaiversOfOneFindingAreLookedAtOnce() throws {
    let rows = (0..<20_000).map { "W\($0), uncertified-recipient, A, , , 2026-10-31" }
    let found = try review(rows.joined(separator: "\n"))
    #expect(found.count == rows.count)
    #expect(found.first == "0 uncertified-recipient false 30 1")
    #expect(found.last == "19999 uncertified-recipient false 30 0")
  }
}
