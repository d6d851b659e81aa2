import Banken
import Testing
import TestSupport

@Suite struct OperatorFilterTests {
  private let tables = [
    "operators": """
    operator_id, name, group_id
    H, H,
    I, I,
    A, A,
    B, B,
    C, C,
    D, D,
    """,
    "designations": """
    operator_id, range_start, range_end
    H, 05031230000, 05031239999
    I, 05041230000, 05041239999
    """,
    "certifications": "operator_id",
    "provisions": """
    provision_id, supplier_id, recipient_id, range_start, range_end
    P1, H, A, 05031230000, 05031230099
    P2, I, A, 05041230000, 05041230099
    P3, A, B, 05031230000, 05031230049
    P4, A, C, 05041230000, 05041230049
    P5, B, D, 05031230000, 05031230009
    P6, D, D, 05031230000, 05031230009
    """,
  ]

  private func keys(about id: String?) throws -> [String] {
    try Fixture.audit(
      on: "2026-10-01", rules: [.uncertifiedRecipient, .uncertifiedSupplier], about: id, tables
    )
    .lines.map { line in String(line.split(separator: " ")[2]) }
  }

  @Test func endsAndHops() throws {
    #expect(try keys(about: nil) == ["P1", "P2", "P3", "P4", "P5", "H", "I", "A", "B"])
    #expect(try keys(about: "D") == ["P5"])
    #expect(try keys(about: "C") == ["P4"])
    #expect(try keys(about: "B") == ["P3", "P5", "B"])
    // What comes from I and what comes from H part at A.
    #expect(try keys(about: "I") == ["P2", "P4", "I"])
    #expect(try keys(about: "H") == ["P1", "P3", "P5", "H"])
    #expect(try keys(about: "A") == ["P1", "P2", "P3", "P4", "P5", "A"])
  }

  @Test func membersAndCaps() throws {
    var policy = Policy()
    policy.caps = [Policy.Cap(id: "c", maximum: 60)]
    func keys(_ id: String) throws -> [String] {
      try Fixture.audit(
        on: "2026-10-01", policy: policy, rules: [.capExceeded, .capExceededInTotal], about: id, tables
      ).lines.map { line in line.split(separator: " ").dropFirst(2).prefix(2).joined(separator: " ") }
    }
    #expect(try keys("A") == ["c H>A", "c I>A", "c A"])
    #expect(try keys("H") == ["c H>A"])
    #expect(try keys("B") == [])
  }

  @Test func countsAreAfterTheFilter() throws {
    let audit = try Fixture.audit(on: "2026-10-01", rules: [.uncertifiedRecipient], about: "D", tables)
    #expect(audit.summary.warnings == 1)
    #expect(audit.outcomes[Int(RuleID.uncertifiedRecipient.rawValue)].findings == 1)
    #expect(audit.summary.activeProvisions == 5)
  }
}
