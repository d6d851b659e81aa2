import Banken
import Testing
import TestSupport

@Suite struct EvaluationTests {
  private let tables = [
    "operators": """
    operator_id, name, role
    H, H,
    A, A,
    B, B,
    U, U, user
    """,
    "designations": """
    operator_id, range_start, range_end
    H, 05031230000, 05031239999
    """,
    "approvals": """
    operator_id
    B
    """,
    "certifications": """
    operator_id, valid_from
    H, 2026-01-01
    A, 2026-01-01
    """,
    "provisions": """
    provision_id, supplier_id, recipient_id, category, numbers
    P1, A, B, ip, 20
    P2, H, A, ip, 100
    P3, B, U, fixed, 7
    P4, H, B, ip, 30
    P5, H, U, ip, 40
    P6, B, B, ip, 1
    """,
  ]

  @Test func rulesInOrderAndFindingsByKey() throws {
    #expect(
      try Fixture.audit(
        on: "2026-10-01", rules: [.uncertifiedSupplier, .approvalMissing, .uncertifiedRecipient], tables
      )
      .lines == [
        "approval-missing violation P2 cause=none numbers=100 since=2019-05-22",
        "uncertified-recipient warning P1 cause=never numbers=20 since=2025-10-01",
        "uncertified-recipient warning P4 cause=never numbers=30 since=2025-10-01",
        "uncertified-supplier warning B fixed cause=never numbers=7 provisions=1 since=2025-10-01",
      ])
  }

  @Test func summaryAndCoverage() throws {
    let summary = try Fixture.audit(
      on: "2026-10-01", rules: [.approvalMissing, .uncertifiedSupplier], tables
    ).summary
    #expect(summary.operators == 4)
    #expect(summary.activeProvisions == 5)
    #expect([summary.violations, summary.warnings, summary.notices, summary.waived] == [1, 1, 0, 0])
    let rows = summary.coverage.map { row in
      "\(row.category.name) \(row.tier.map { "\($0)" } ?? "-") \(row.provisions) \(row.numbers)"
        + " \(row.approved) \(row.certified) \(row.both)"
    }
    #expect(
      rows == [
        "fixed - 1 7 7 0 0",
        "ip 1 3 170 70 140 40",
        "ip 2 1 20 0 0 0",
      ])
  }

  @Test func withoutDesignationsThereAreNoTiersNorChains() throws {
    var tables = tables
    tables["designations"] = nil
    let audit = try Fixture.audit(on: "2026-10-01", rules: [.uncertifiedRecipient], tables)
    #expect(audit.summary.coverage.allSatisfy { $0.tier == nil })
    let results = audit.outcomes[Int(RuleID.uncertifiedRecipient.rawValue)].results
    let details = results.findings.map { audit.details(of: $0, in: results) }
    #expect(details.map(\.provisionID) == ["P1", "P4"])
    #expect(details.allSatisfy { $0.tier == nil && $0.chain == nil && $0.rooted == nil })
  }

  @Test func detailsOfAFinding() throws {
    let audit = try Fixture.audit(on: "2026-10-01", rules: [.uncertifiedRecipient, .capExceeded], tables)
    let results = audit.outcomes[Int(RuleID.uncertifiedRecipient.rawValue)].results
    let details = audit.details(of: results.findings[0], in: results)
    #expect(details.provisionID == "P1")
    #expect(details.supplierID == "A")
    #expect(details.recipientID == "B")
    #expect(details.category == .ip)
    #expect(details.tier == 2)
    #expect(details.chain == ["P2", "P1"])
    #expect(details.rooted == true)
    #expect(details.source?.file == "provisions.csv")
    #expect(details.source?.line == 2)
    #expect(details.operatorID == nil)
    // SHA-256 of "uncertified-recipient", U+001F, "P1".
    #expect(details.fingerprint == "72f800299af3f81c")
  }

  @Test func sameForAnyThreadCount() throws {
    for seed in UInt64(1)...40 {
      let dataset = RandomDataset.make(seed: seed)
      #expect(dataset.disagreements(threads: 1) == dataset.disagreements(threads: 7))
    }
  }
}
