import Banken
import Testing
import TestSupport

@Suite struct DesignationOverlapRuleTests {
  private func find(_ designations: String, on day: String = "2026-10-01") throws -> [String] {
    try Fixture.findings(
      .designationOverlap, on: day,
      [
        "operators": """
        operator_id, name, corporate_number
        Z, Z, 7000012050002
        B, B,
        A, A, 7000012050002
        """,
        "designations": designations,
      ])
  }

  @Test func differentOperatorsOfOneDay() throws {
    let found = try find(
      """
      operator_id, range_start, range_end, designated_on, returned_on
      B, 05031230000, 05031239999,,
      A, 05031240000, 05031249999,,
      A, 05031239999, 05031239999,,
      B, 05031250000, 05031259999,,
      B, 05031255000, 05031259999,,
      A, 05031250000, 05031259999, 2026-10-02,
      A, 05031250000, 05031259999,, 2026-10-01
      Z, 0312300000, 0312309999,,
      A, 0312305000, 0312309999,,
      """)
    // Operators of one person, too, are two.
    #expect(
      found == ["violation fixed operators=[A;Z] numbers=5000", "violation ip operators=[A;B] numbers=1"])
  }

  @Test func sumsTheOverlapsOfAPair() throws {
    let found = try find(
      """
      operator_id, range_start, range_end
      B, 05031230000, 05031239999
      A, 05031231000, 05031231999
      A, 05031231500, 05031232499
      Z, 05031239000, 05031240999
      B, 05031240000, 05031240999
      A, 05031240999, 05031240999
      """)
    // The last overlaps Z's and B's blocks, whose ends are one; Z's stands first.
    #expect(
      found == [
        "violation ip operators=[B;Z] numbers=2000", "violation ip operators=[A;Z] numbers=1",
        "violation ip operators=[A;B] numbers=2000",
      ])
  }

  @Test func equalBlocksGoByOperatorId() throws {
    let found = try find(
      """
      operator_id, range_start, range_end
      Z, 05031230000, 05031230009
      B, 05031230000, 05031230009
      A, 05031230000, 05031230009
      """)
    #expect(
      found == ["violation ip operators=[A;Z] numbers=10", "violation ip operators=[A;B] numbers=10"])
  }

  @Test func evaluatedWithoutTheTable() throws {
    #expect(
      try Fixture.findings(.designationOverlap, on: "2026-10-01", ["operators": "operator_id, name"]) == [])
  }

  @Test func agreesWithThePlainRule() {
    #expect(DenseLedger.compare("designation-overlap", provisions: 1) > 20)
  }
}
