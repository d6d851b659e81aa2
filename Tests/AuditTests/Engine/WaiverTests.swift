import Banken
import Testing
import TestSupport

@Suite struct WaiverTests {
  private let operators = """
    operator_id, name
    H, H
    A, A
    B, B
    C, C
    """
  private let provisions = """
    provision_id, supplier_id, recipient_id, numbers
    P1, H, A, 10
    P2, A, B, 5
    P3, A, C, 5
    P4, B, B, 1
    """

  /// The findings of rules that need nothing but certifications, with these waivers.
  private func find(_ waivers: String, on day: String = "2026-10-01") throws -> [String] {
    let lines = try Fixture.audit(
      on: day, rules: [.uncertifiedRecipient, .uncertifiedSupplier, .secondTierResale],
      [
        "operators": operators, "provisions": provisions, "certifications": "operator_id",
        "designations": """
        operator_id, range_start, range_end
        H, 05031230000, 05031239999
        """,
        "waivers": "waiver_id, rule, operator_id, provision_id, valid_from, valid_to\n" + waivers,
      ]
    ).lines
    return lines.filter { $0.contains("waived-by") }.map { line in
      let words = line.split(separator: " ")
      return "\(words[0]) \(words[2]) \(words[words.count - 1])"
    }
  }

  @Test func theRecipientOfRecipientRules() throws {
    #expect(
      try find("W1, uncertified-recipient, A,,, 2026-12-31") == ["uncertified-recipient P1 waived-by=W1"])
    #expect(try find("W1, uncertified-recipient, H,,, 2026-12-31") == [])
  }

  @Test func bothEndsOfOtherProvisionKeys() throws {
    #expect(
      try find("W1, second-tier-resale, A,,, 2026-12-31") == [
        "second-tier-resale P2 waived-by=W1", "second-tier-resale P3 waived-by=W1",
      ])
    #expect(try find("W1, second-tier-resale, C,,, 2026-12-31") == ["second-tier-resale P3 waived-by=W1"])
    // H is only on the chain.
    #expect(try find("W1, second-tier-resale, H,,, 2026-12-31") == [])
  }

  @Test func everyIdItNamesMustMatch() throws {
    #expect(try find("W1, second-tier-resale,, P2,, 2026-12-31") == ["second-tier-resale P2 waived-by=W1"])
    #expect(try find("W1, second-tier-resale, C, P2,, 2026-12-31") == [])
    #expect(try find("W1, second-tier-resale, B, P2,, 2026-12-31") == ["second-tier-resale P2 waived-by=W1"])
    #expect(try find("W1, uncertified-supplier, A, P2,, 2026-12-31") == [])
    #expect(try find("W1, uncertified-supplier, A,,, 2026-12-31") == ["uncertified-supplier A waived-by=W1"])
  }

  @Test func theFirstOfTheFileInForce() throws {
    #expect(
      try find(
        """
        W0, uncertified-recipient,, P1, 2026-10-02, 2026-12-31
        W1, uncertified-recipient,, P1,, 2026-09-30
        W2, uncertified-recipient,, P2,, 2026-12-31
        W3, uncertified-recipient, A,, 2026-10-01, 2026-10-01
        W4, uncertified-recipient, A, P1,, 2026-12-31
        W5, uncertified-recipient,, P1,, 2026-12-31
        """) == ["uncertified-recipient P1 waived-by=W3", "uncertified-recipient P2 waived-by=W2"])
  }

  @Test func waivedFindingsDoNotCount() throws {
    let audit = try Fixture.audit(
      on: "2026-10-01", rules: [.uncertifiedRecipient],
      [
        "operators": operators, "provisions": provisions, "certifications": "operator_id",
        "waivers": """
        waiver_id, rule, operator_id, valid_to
        W1, uncertified-recipient, B, 2026-10-01
        """,
      ])
    #expect(audit.lines.count == 3)
    #expect(audit.outcomes[Int(RuleID.uncertifiedRecipient.rawValue)].findings == 2)
    #expect(audit.outcomes[Int(RuleID.uncertifiedRecipient.rawValue)].waived == 1)
    #expect(audit.summary.warnings == 2)
    #expect(audit.summary.waived == 1)
    #expect(audit.reaches(.warning))
    #expect(!audit.reaches(.violation))
  }

  @Test func membersOfAListAndTheRecipientOfACap() throws {
    var policy = Policy()
    policy.caps = [Policy.Cap(id: "c", maximum: 1)]
    let audit = try Fixture.audit(
      on: "2026-10-01", policy: policy, rules: [.capExceeded, .capExceededInTotal],
      [
        "operators": """
        operator_id, name, group_id
        H, H,
        I, I,
        A, A, G
        B, B, G
        """,
        "provisions": """
        provision_id, supplier_id, recipient_id, numbers
        P1, H, A, 2
        P2, I, B, 2
        """,
        "waivers": """
        waiver_id, rule, operator_id, valid_to
        W1, cap-exceeded, A, 2026-12-31
        W2, cap-exceeded, I, 2026-12-31
        W3, cap-exceeded-in-total, B, 2026-12-31
        """,
      ])
    #expect(
      audit.lines == [
        "cap-exceeded violation c H>A numbers=2 limit=1 waived-by=W1",
        "cap-exceeded violation c I>B numbers=2 limit=1",
        "cap-exceeded-in-total warning c A operators=[A;B] numbers=4 limit=1 waived-by=W3",
      ])
  }
}
