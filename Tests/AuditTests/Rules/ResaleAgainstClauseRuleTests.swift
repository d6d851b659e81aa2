import Banken
import Numbering
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct ResaleAgainstClauseRuleTests {
  private func find(
    _ provisions: String, designations: String = "operator_id, range_start, range_end",
    certifications: String? = "operator_id, valid_from\nC, 2026-01-01", on day: String = "2026-10-01"
  ) throws -> [String] {
    var tables = [
      "operators": """
      operator_id, name, role
      H, H,
      A, A,
      B, B,
      C, Certified,
      U, U, user
      """,
      "designations": designations, "provisions": provisions,
    ]
    tables["certifications"] = certifications
    return try Fixture.findings(.resaleAgainstClause, on: day, tables)
  }

  @Test func rangesMustMeet() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, range_start, range_end, resale_clause, ends_on
      Q1, H, A, 05031230100, 05031230199, prohibited,
      Q2, H, A, 05031230300, 05031230399, prohibited, 2026-09-30
      Q3, A, A, 05031230400, 05031230499, prohibited,
      P1, A, B, 05031230000, 05031230099,,
      P2, A, B, 05031230000, 05031230100,,
      P3, A, C, 05031230199, 05031230299,,
      P4, A, B, 05031230200, 05031230299,,
      P5, A, U, 05031230120, 05031230129, free,
      P6, A, B, 05031230300, 05031230399,,
      P7, A, B, 05031230400, 05031230499,,
      P8, A, B, 05031230150, 05031230150,, 2026-09-30
      P9, A, B, 0312300000, 0312309999,,
      """)
    #expect(
      found == [
        "violation P2 cause=prohibited other=Q1 numbers=101",
        "violation P3 cause=prohibited other=Q1 numbers=101",
        "violation P5 cause=prohibited other=Q1 numbers=10",
      ])
  }

  @Test func certifiedOnlyForbidsTheUncertified() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, range_start, range_end, resale_clause
      Q2, H, A, 05031230000, 05031230099, certified-only
      Q10, H, A, 05031230000, 05031230099, certified-only
      Q3, H, A, 05031230050, 05031230150, prohibited
      P1, A, B, 05031230000, 05031230009,
      P2, A, C, 05031230000, 05031230009,
      P3, A, U, 05031230000, 05031230009,
      P4, A, B, 05031230040, 05031230059,
      P5, A, C, 05031230040, 05031230059,
      """
    #expect(
      try find(provisions) == [
        "violation P1 cause=certified-only other=Q10 numbers=10",
        "violation P4 cause=prohibited other=Q10 numbers=20",
        "violation P5 cause=prohibited other=Q3 numbers=20",
      ])
    // The certificate has run out: C is as B.
    #expect(
      try find(provisions, on: "2027-01-01").map { String($0.prefix(12)) } == [
        "violation P1", "violation P2", "violation P4", "violation P5",
      ])
    #expect(
      try find(provisions, certifications: nil) == [
        "violation P4 cause=prohibited other=Q3 numbers=20",
        "violation P5 cause=prohibited other=Q3 numbers=20",
      ])
  }

  @Test func anInflowWithoutRangeMustNotLeaveAnotherOrigin() throws {
    let header =
      "provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end, resale_clause"
    // One count-only inflow forbids, another does not.
    #expect(
      try find(
        """
        \(header)
        Q1, H, A, ip, 5,,, prohibited
        Q2, H, A, ip, 5,,, free
        P1, A, B, ip, 3,,,
        P2, A, B,,, 05031230000, 05031230009,
        """) == [])
    // Both forbid, but the range may come from the free ranged inflow.
    #expect(
      try find(
        """
        \(header)
        Q1, H, A, ip, 5,,, prohibited
        Q2, H, A, ip, 5,,, certified-only
        Q3, H, A,,, 05031230005, 05031230005, free
        P1, A, B, ip, 3,,,
        P2, A, B,,, 05031230000, 05031230009,
        P3, A, B,,, 05031230006, 05031230009,
        P4, A, C,,, 05031230006, 05031230009,
        """) == ["violation P3 cause=prohibited other=Q1 numbers=4"])
    // A ranged inflow that forbids is enough for a range it meets, whatever the count-only ones say.
    #expect(
      try find(
        """
        \(header)
        Q1, H, A, ip, 5,,, free
        Q3, H, A,,, 05031230005, 05031230005, prohibited
        P1, A, B, ip, 3,,,
        P2, A, B,,, 05031230000, 05031230009,
        P3, A, B,,, 05031230006, 05031230009,
        """) == ["violation P2 cause=prohibited other=Q3 numbers=10"])
    // Towards a count-only outflow every inflow counts.
    #expect(
      try find(
        """
        \(header)
        Q1, H, A, ip, 5,,, certified-only
        Q3, H, A,,, 05031230005, 05031230005, prohibited
        P1, A, B, ip, 3,,,
        P2, A, C, ip, 3,,,
        """) == ["violation P1 cause=prohibited other=Q1 numbers=3"])
  }

  @Test func ownNumbersAreNoResale() throws {
    let designations = """
      operator_id, range_start, range_end, returned_on
      A, 05031230000, 05031230049,
      A, 05031230050, 05031230099,
      A, 05031230200, 05031230299, 2026-10-01
      B, 05031230100, 05031230999,
      """
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end, resale_clause
      Q1, H, A,,, 05031230090, 05031230109, prohibited
      Q2, H, A, ip, 9,,, prohibited
      P1, A, B,,, 05031230000, 05031230099,
      P2, A, B,,, 05031230000, 05031230100,
      P3, A, B,,, 05031230110, 05031230119,
      P4, A, B, ip, 9,,,
      P5, A, B,,, 05031230200, 05031230299,
      """
    #expect(
      try find(provisions, designations: designations) == [
        "violation P2 cause=prohibited other=Q1 numbers=101",
        "violation P3 cause=prohibited other=Q2 numbers=10",
        "violation P5 cause=prohibited other=Q2 numbers=100",
      ])
    // An inflow that shares only designated numbers with the provision cannot carry on to it.
    #expect(
      try find(
        """
        provision_id, supplier_id, recipient_id, range_start, range_end, resale_clause
        Q1, H, A, 05031230090, 05031230099, prohibited
        P1, A, B, 05031230000, 05031230119,
        """, designations: designations) == [])
  }

  @Test func notEvaluated() throws {
    let operators = "operator_id, name"
    #expect(
      try Fixture.findings(
        .resaleAgainstClause, on: "2026-10-01",
        ["operators": operators, "provisions": "provision_id, supplier_id, recipient_id, resale_clause"])
        == ["not evaluated: no-table:designations"])
    #expect(
      try Fixture.findings(
        .resaleAgainstClause, on: "2026-10-01",
        ["operators": operators, "designations": "operator_id, range_start, range_end"])
        == ["not evaluated: no-column:resale_clause"])
  }

  @Test func agreesWithThePlainRule() {
    #expect(DenseLedger.compare("resale-against-clause") > 100)
    #expect(
      DenseLedger.compare("resale-against-clause", seeds: 1..<30, operators: 3, suppliers: 2, provisions: 60)
        > 100)
  }

  /// As many nested inflows as outflows on one operator, and designated blocks between.
  @Test func aHugeOperatorTakesSeconds() throws {
    let count: UInt64 = 50_000
    let base = try #require(Fixture.number("05010000000"))
    var tables = Tables()
    let (h, a, b) = (
      tables.operators.append(id: "H"), tables.operators.append(id: "A"), tables.operators.append(id: "B")
    )
    tables.certifications.append(operator: h, validFrom: .earliest, validTo: .latest)
    for block in 0..<50_000 as Range<UInt64> {
      tables.designations.append(
        operator: a, category: .ip, range: base + block * 100...base + block * 100 + 49)
    }
    for row in 0..<count {
      tables.provisions.append(
        id: "Q\(row)", supplier: h, recipient: a, category: .ip, range: base + row...base + 5_000_000 - row,
        resaleClause: row % 3 == 0 ? .prohibited : .certifiedOnly)
      tables.provisions.append(
        id: "P\(row)", supplier: a, recipient: b, category: .ip,
        range: base + 10 * row...base + 5_000_000 - row)
    }
    let audit = DayAudit(
      SupplyChain(tables), on: .latest, options: AuditOptions(rules: [.resaleAgainstClause]))
    let found = audit.findings(of: .resaleAgainstClause)
    #expect(found.count == Int(count))
    #expect(found.allSatisfy { $0.cause == .prohibited && $0.related == 0 })
  }
}
