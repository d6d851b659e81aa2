import Banken
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct RelatedToBarredRuleTests {
  private func find(
    _ provisions: String, certifications: String? = nil, restrictions: String? = nil,
    on day: String = "2026-10-01"
  ) throws -> [String] {
    var tables = [
      "operators": """
      operator_id, name, group_id, corporate_number
      H, H,,
      A, A, g, 7000012050002
      B, B, g,
      C, C, g,
      A2, A2,, 7000012050002
      D, D,, 8011101028104
      D2, D2,, 8011101028104
      """,
      "provisions": provisions,
    ]
    tables["certifications"] = certifications
    tables["restrictions"] = restrictions
    return try Fixture.findings(.relatedToBarred, on: day, tables)
  }

  private let toAll = """
    provision_id, supplier_id, recipient_id, category, numbers, ends_on
    P1, H, A, ip, 1,
    P2, H, B, ip, 1,
    P3, H, C, ip, 1, 2026-10-01
    P4, H, A2, ip, 1,
    P5, H, D2, ip, 1,
    """

  @Test func refusalsOfAnyCategoryInForce() throws {
    let restrictions = """
      restriction_id, kind, operator_id, category, starts_on, ends_on
      R1, refuse-new, B, mobile, 2026-10-01, 2026-10-31
      R2, suspend-stock, C,,,
      R3, refuse-new, D,,,
      R4, refuse-new, A,, 2026-11-01, 2026-11-01
      """
    // A2 belongs to the party through the person it is one with.
    #expect(
      try find(toAll, restrictions: restrictions) == [
        "notice A operators=[B]", "notice C operators=[B]", "notice A2 operators=[B]",
      ])
    #expect(try find(toAll, restrictions: restrictions, on: "2026-09-30") == [])
    #expect(
      try find(toAll, restrictions: restrictions, on: "2026-10-31") == [
        "notice A operators=[B]", "notice A2 operators=[B]",
      ])
    // One person's operators are barred together and no relation of each other.
    #expect(try find(toAll, restrictions: restrictions, on: "2026-11-01") == ["notice B operators=[A;A2]"])
  }

  @Test func revokedCertificationsThatDecide() throws {
    let certifications = """
      operator_id, valid_from, valid_to, ended_on, end_reason
      B, 2026-01-01, 2026-12-31, 2026-09-01, revoked
      C, 2026-01-01, 2026-12-31, 2026-09-01, withdrawn
      A2, 2026-01-01, 2026-12-31, 2026-10-01, revoked
      D, 2026-01-01, 2026-12-31, 2026-09-01, revoked
      """
    #expect(try find(toAll, certifications: certifications) == ["notice C operators=[A;B;A2]"])
    #expect(
      try find(toAll, certifications: certifications, on: "2026-09-30") == [
        "notice A operators=[B]", "notice C operators=[B]", "notice A2 operators=[B]",
      ])
    // A new certificate ends it.
    #expect(
      try find(
        toAll, certifications: certifications + "\nB, 2026-09-15, 2027-09-14,,",
        on: "2026-09-30") == [])
  }

  /// All relations of one party share one list.
  @Test func aHugePartyTakesSeconds() throws {
    let count = 50_000
    var tables = Tables()
    let h = tables.operators.append(id: "H")
    for row in 0..<count {
      let x = tables.operators.append(id: "X\(row)", group: "g")
      let y = tables.operators.append(id: "Y\(row)", group: "g")
      tables.provisions.append(id: "P\(row)", supplier: h, recipient: x, category: .ip, numbers: 1)
      tables.restrictions.append(id: "R\(row)", kind: .refuseNew, operator: y)
    }
    let audit = DayAudit(SupplyChain(tables), on: .latest, options: AuditOptions(rules: [.relatedToBarred]))
    let results = audit.outcomes[Int(RuleID.relatedToBarred.rawValue)].results
    #expect(results.findings.count == count)
    #expect(results.listCount == 1)
    #expect(results.list(0).count == count)
  }
}
