import Banken
import Testing
import TestSupport

@Suite struct UncertifiedSupplierRuleTests {
  @Test func everyCause() throws {
    let found = try Fixture.findings(
      .uncertifiedSupplier, on: "2026-10-01",
      [
        "operators": """
        operator_id, name
        A, A
        B, B
        C, C
        D, D
        E, E
        F, F
        G, Certified
        I, Supplies nobody
        """,
        "certifications": """
        operator_id, valid_from, valid_to, ended_on, end_reason
        A, 2026-02-01,, 2026-06-01, revoked
        B, 2026-02-01,, 2026-06-01, withdrawn
        C, 2025-02-01, 2026-01-31,,
        D, 2026-02-01,, 2026-06-01,
        E, 2026-10-02,,,
        G, 2025-10-02,,,
        """,
        "provisions": """
        provision_id, supplier_id, recipient_id, category, numbers, starts_on, ends_on
        P1, A, I, ip, 1, 2026-01-01,
        P2, A, I, fixed, 2, 2026-07-01,
        P3, A, B, ip, 3, 2025-01-01,
        P4, B, I, ip, 4, 2026-01-01,
        P5, C, I, ip, 5, 2026-01-01,
        P6, D, I, ip, 6, 2026-01-01,
        P7, E, I, ip, 7, 2026-01-01,
        P8, F, I, ip, 8,,
        P9, G, I, ip, 9,,
        P10, I, I, ip, 10,,
        P11, I, G, ip, 11,, 2026-09-30
        """,
      ])
    #expect(
      found == [
        "warning A fixed cause=revoked numbers=2 provisions=1 since=2026-07-01",
        "warning A ip cause=revoked numbers=4 provisions=2 since=2026-06-01",
        "warning B ip cause=withdrawn numbers=4 provisions=1 since=2026-06-01",
        "warning C ip cause=expired numbers=5 provisions=1 since=2026-02-01",
        "warning D ip cause=ended numbers=6 provisions=1 since=2026-06-01",
        "warning E ip cause=not-yet numbers=7 provisions=1 since=2026-01-01",
        "warning F ip cause=never numbers=8 provisions=1 since=2025-10-01",
      ])
  }

  @Test func onlyFromTheDayThePolicyNames() throws {
    let tables = [
      "operators": """
      operator_id, name
      A, A
      B, B
      """,
      "certifications": "operator_id, valid_from",
      "provisions": """
      provision_id, supplier_id, recipient_id, numbers
      P1, A, B, 10
      """,
    ]
    #expect(try Fixture.findings(.uncertifiedSupplier, on: "2025-09-30", tables) == [])
    #expect(
      try Fixture.findings(.uncertifiedSupplier, on: "2025-10-01", tables) == [
        "warning A ip cause=never numbers=10 provisions=1 since=2025-10-01"
      ])
  }
}
