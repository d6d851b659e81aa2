import Banken
import Testing
import TestSupport

@Suite struct RegistrationMissingRuleTests {
  @Test func everyEndWithoutRegistrationButUsers() throws {
    let found = try Fixture.findings(
      .registrationMissing, on: "2026-10-01",
      [
        "operators": """
        operator_id, name, registration, role
        A, Supplies, none,
        B, Receives, none,
        C, Registered, registered,
        D, Notified, notified,
        E, Not stated,,
        F, User, none, user
        G, User that supplies, none, user
        I, Deals with nobody, none,
        J, Ended, none,
        K, Only with itself, none,
        L, Agent, none, agent
        """,
        "provisions": """
        provision_id, supplier_id, recipient_id, numbers, ends_on
        P1, A, B, 1, 2026-10-01
        P2, C, D, 1,
        P3, D, E, 1,
        P4, C, F, 1,
        P5, G, F, 1,
        P6, C, J, 1, 2026-09-30
        P7, K, K, 1,
        P8, C, L, 1,
        """,
      ])
    #expect(found == ["violation A", "violation B", "violation G", "violation L"])
  }
}
