import Banken
import Testing
import TestSupport

@Suite struct UncertifiedUpstreamRuleTests {
  private func find(
    _ provisions: String, certified: [String], on day: String = "2026-10-01"
  ) throws -> [String] {
    try Fixture.findings(
      .uncertifiedUpstream, on: day,
      [
        "operators": """
        operator_id, name, role
        H, Holder,
        I, Other holder,
        A, A,
        B, B,
        C, C,
        U, U, user
        """,
        "designations": """
        operator_id, range_start, range_end
        H, 05031230000, 05031239999
        I, 05041230000, 05041239999
        """,
        "certifications":
          (["operator_id, valid_from, valid_to"] + certified.map { "\($0), 2025-01-01, 2030-01-01" })
          .joined(separator: "\n"),
        "provisions": provisions,
      ])
  }

  @Test func countOnlyChainThroughAnUncertifiedHop() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, numbers
      P1, H, A, 100
      P2, A, B, 50
      P3, B, C, 20
      P4, B, U, 10
      P5, C, A, 5
      """
    #expect(
      try find(provisions, certified: ["H", "B", "C"]) == ["notice P3 numbers=20", "notice P4 numbers=10"])
    #expect(try find(provisions, certified: ["H", "A", "B", "C"]) == [])
    #expect(try find(provisions, certified: ["H", "B", "C"], on: "2025-09-30") == [])
    // An uncertified holder is no clean beginning.
    #expect(
      try find(provisions, certified: ["A", "B", "C"]) == [
        "notice P2 numbers=50", "notice P3 numbers=20", "notice P4 numbers=10", "notice P5 numbers=5",
      ])
  }

  @Test func anotherCleanChainIsEnough() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, numbers
      P1, H, A, 100
      P2, A, B, 50
      P3, I, B, 50
      P4, B, C, 20
      """
    #expect(try find(provisions, certified: ["H", "I", "B", "C"]) == [])
  }

  @Test func rangesCountOnlyTheirUncleanNumbers() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, range_start, range_end
      P1, H, A, 05031230000, 05031230099
      P2, A, B, 05031230000, 05031230099
      P3, H, B, 05031230050, 05031230149
      P4, B, C, 05031230000, 05031230199
      P5, B, C, 05031230100, 05031230199
      """
    // Of 0000…0199, A alone gives 0000…0049; 0150…0199 have no level at all.
    #expect(try find(provisions, certified: ["H", "B", "C"]) == ["notice P4 numbers=50"])
  }

  @Test func withoutATierNothingIsSaid() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers
      P1, A, B, fixed, 100
      """
    #expect(try find(provisions, certified: ["A", "B"]) == [])
  }
}
