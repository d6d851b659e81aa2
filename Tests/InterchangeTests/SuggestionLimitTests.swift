import Banken
import Testing

@Suite struct SuggestionLimitTests {
  /// A file of a million unknown ids was worded for minutes: each was compared with every id there is.
  @Test func idsAreSuggestedForTheFirstThousandOnly() {
    let rows = (0..<1_001).map { _ in "OPER1TOR,,2020-01-01\n" }.joined()
    let diagnostics = Ledger([
      "operators.csv": "operator_id,name\nOPERATOR,Alpha\n",
      "approvals.csv": "operator_id,category,valid_from\n" + rows,
    ]).read().diagnostics
    #expect(diagnostics.count == 1_001)
    #expect(diagnostics[999].code == .unknownOperator(nearest: "OPERATOR"))
    #expect(diagnostics[1_000].code == .unknownOperator(nearest: nil))
  }
}
