import Harness
import Testing

struct JudgementTests {
  @Test func atMost() {
    #expect(Target(.t1).isMet(by: 10))
    #expect(!Target(.t1).isMet(by: 10.001))
  }

  @Test func atLeast() {
    #expect(Target(.t13Load).isMet(by: 1.6))
    #expect(!Target(.t13Load).isMet(by: 1.599))
  }

  @Test func fasterIsNotEqual() {
    #expect(!Target(.t12Levels).isMet(by: 1))
    #expect(Target(.t12Levels).isMet(by: 1.01))
  }

  @Test func whatIsNoNumberIsNotMet() {
    for id in TargetID.allCases {
      #expect(!Target(id).isMet(by: .nan))
      #expect(!Target(id).isMet(by: .infinity))
    }
  }

  @Test func aLineSaysWhatWasMeasuredAndWhetherItIsEnough() {
    #expect(
      Judgement(.t5, on: "counts", value: 51.26).cells == [
        "T5", "DuckDB's core flags on loaded tables ÷ ours on the loaded graph", "counts", "51.3", "≥ 50.0",
        "met",
      ])
    #expect(Judgement(.t5, on: "counts", value: 49.99).verdict == "**not met**")
  }

  @Test func withoutAValueNothingIsMet() {
    let line = Judgement(.t2DuckDB, on: "ranged", value: nil, reason: "the counts differ")
    #expect(line.verdict == "not measured: the counts differ")
    #expect(line.cells[3] == "–")
  }
}
