import Banken
import Testing
import TestSupport

@Suite struct SecondTierResaleRuleTests {
  private let operators = """
    operator_id, name, role
    H, Holder,
    A, A,
    B, B,
    C, C,
    U, U, user
    """
  private let designations = """
    operator_id, range_start, range_end
    H, 05031230000, 05031239999
    H, 0312340000, 0312349999
    """

  private func find(
    _ provisions: String, certified: [String]? = [], policy: Policy = Policy()
  ) throws -> [String] {
    var tables = ["operators": operators, "designations": designations, "provisions": provisions]
    tables["certifications"] = certified.map { operators in
      (["operator_id, valid_from, valid_to"] + operators.map { "\($0), 2025-01-01, 2030-01-01" })
        .joined(separator: "\n")
    }
    return try Fixture.findings(.secondTierResale, on: "2026-10-01", policy: policy, tables)
  }

  private let chain = """
    provision_id, supplier_id, recipient_id, category, numbers
    P1, H, A, ip, 100
    P2, A, B, ip, 50
    P3, B, U, ip, 20
    P4, A, B, fixed, 5
    """

  @Test func everyCause() throws {
    #expect(
      try find(chain, certified: ["B", "A"]) == [
        "notice P2 cause=certified numbers=50", "notice P3 cause=certified numbers=20",
      ])
    #expect(
      try find(chain, certified: ["B"]) == [
        "warning P2 cause=uncertified numbers=50", "notice P3 cause=certified numbers=20",
      ])
    #expect(
      try find(chain, certified: ["A"]) == [
        "warning P2 cause=uncertified numbers=50", "warning P3 cause=uncertified numbers=20",
      ])
    #expect(try find(chain, certified: nil) == ["warning P2 numbers=50", "warning P3 numbers=20"])
  }

  @Test func greatestTierOfThePolicy() throws {
    var policy = Policy()
    policy.maxTier = 2
    #expect(try find(chain, certified: nil, policy: policy) == ["warning P3 numbers=20"])
    policy.maxTierByCategory = [.ip: 3]
    #expect(try find(chain, certified: nil, policy: policy) == [])
    policy.maxTier = 0
    policy.maxTierByCategory = [.fixed: 5]
    #expect(
      try find(chain, certified: nil, policy: policy) == [
        "warning P1 numbers=100", "warning P2 numbers=50", "warning P3 numbers=20",
      ])
  }

  @Test func rangesCountTheNumbersAboveTheTier() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, range_start, range_end
      P1, H, A, 05031230000, 05031230099
      P2, A, B, 05031230000, 05031230099
      P3, H, B, 05031230050, 05031230149
      P4, B, C, 05031230000, 05031230199
      P5, B, C, 05031230040, 05031230060
      """
    var policy = Policy()
    policy.maxTier = 2
    // Through A the first fifty numbers are of the third tier, those that come straight from H of the second.
    #expect(
      try find(provisions, certified: nil, policy: policy) == [
        "warning P4 numbers=50", "warning P5 numbers=10",
      ])
  }

  @Test func notEvaluatedWithoutDesignations() throws {
    #expect(
      try Fixture.findings(.secondTierResale, on: "2026-10-01", ["operators": operators])
        == ["not evaluated: no-table:designations"])
  }
}
