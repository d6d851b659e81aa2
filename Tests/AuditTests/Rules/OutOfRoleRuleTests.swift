import Banken
import Testing
import TestSupport

@Suite struct OutOfRoleRuleTests {
  @Test func agentsAtEitherEndAndUsersThatSupply() throws {
    let found = try Fixture.findings(
      .outOfRole, on: "2026-10-01",
      [
        "operators": """
        operator_id, name, role
        U1, Supplies, user
        U2, Receives, user
        U3, Supplied once, user
        U4, To itself, user
        G1, Receives, agent
        G2, Supplies, agent
        G3, Not yet, agent
        G4, To itself, agent
        A, A, operator
        """,
        "provisions": """
        provision_id, supplier_id, recipient_id, category, numbers, starts_on, ends_on
        P1, U1, U2, ip, 5,,
        P2, U1, A, fixed, 5,,
        P3, U3, A, ip, 5,, 2026-09-30
        P4, U4, U4, ip, 5,,
        P5, A, G1, ip, 5,,
        P6, G2, A, ip, 5,,
        P7, A, G3, ip, 5, 2026-10-02,
        P8, G4, G4, ip, 5,,
        """,
      ])
    #expect(
      found == [
        "warning U1 cause=user-supplies", "warning G1 cause=agent", "warning G2 cause=agent",
      ])
  }
}
