import Banken
import Testing
import TestSupport

@Suite struct RangeProvidedTwiceRuleTests {
  private func find(_ provisions: String, on day: String = "2026-10-01") throws -> [String] {
    try Fixture.findings(
      .rangeProvidedTwice, on: day,
      [
        "operators": """
        operator_id, name
        A, A
        B, B
        C, C
        """,
        "provisions": provisions,
      ])
  }

  @Test func overlapsTheGreatestEndSoFar() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, range_start, range_end, ends_on
      P1, A, B, 05031230000, 05031230099,
      P2, A, C, 05031230100, 05031230199,
      P3, A, C, 05031230199, 05031230199,
      P4, A, B, 05031230150, 05031230160,
      P5, A, B, 05031230300, 05031230399,
      P6, A, C, 05031230399, 05031230499,
      P7, A, C, 05031230450, 05031230499,
      P8, A, B, 05031230460, 05031230470,
      P9, B, C, 05031230000, 05031230099,
      P10, A, A, 05031230000, 05031230099,
      P11, A, B, 05031230000, 05031230999, 2026-09-30
      P12, A, B, 0312300000, 0312309999,
      """)
    #expect(
      found == [
        "notice P3 cause=same-recipient other=P2 numbers=1", "violation P4 other=P2 numbers=11",
        "violation P6 other=P5 numbers=101", "notice P7 cause=same-recipient other=P6 numbers=50",
        "violation P8 other=P6 numbers=11",
      ])
  }

  @Test func equalRangesGoById() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end
      P9, A, B,,, 05031230000, 05031230009
      P10, A, C,,, 05031230000, 05031230009
      P2, A, B,,, 05031230000, 05031230009
      P1, A, B,,, 05031230000, 05031230008
      N1, A, B, ip, 10,,
      """)
    #expect(
      found == [
        "violation P9 other=P10 numbers=10", "violation P10 other=P1 numbers=10",
        "violation P2 other=P10 numbers=10",
      ])
  }

  @Test func agreesWithThePlainRule() {
    #expect(DenseLedger.compare("range-provided-twice") > 200)
  }
}
