import Harness
import Testing

struct ComparisonTests {
  @Test func equalCountsAgree() {
    #expect(Agreement(ours: ["a": 1, "b": 2], peer: ["b": 2]) == .same)
  }

  @Test func everyDifferenceIsTold() {
    #expect(
      Agreement(ours: ["a": 123, "b": 2], peer: ["a": 124, "c": 5])
        == .different(["a: 123 against 124", "c: – against 5"]))
  }

  @Test func nothingCountedIsNoAgreement() {
    #expect(Agreement(ours: ["a": 1], peer: [:]) == .different(["the peer counted nothing"]))
  }

  private func comparison(theirs: [Double], counted: Int) -> Comparison {
    Comparison(
      "load", on: "counts", against: "DuckDB", ours: Sample([2, 2, 2]), theirs: Sample(theirs),
      counts: ["rows": 7], theirCounts: ["rows": counted])
  }

  @Test func ratioIsOfMedians() {
    let comparison = comparison(theirs: [1, 9, 5], counted: 7)
    #expect(comparison.ratio == 2.5)
    #expect(!comparison.isPeerAhead)
    #expect(comparison.cells.suffix(2) == ["2.50×", "rows 7"])
  }

  @Test func aFasterPeerIsAhead() {
    #expect(comparison(theirs: [1, 1, 1], counted: 7).isPeerAhead)
  }

  @Test func noRatioWhenTheCountsDiffer() {
    let comparison = comparison(theirs: [1, 1, 1], counted: 8)
    #expect(comparison.ratio == nil)
    #expect(!comparison.isPeerAhead)
    #expect(comparison.cells.suffix(2) == ["–", "**differs**: rows: 7 against 8"])
  }

  @Test func replies() throws {
    let reply = try PeerReply("ok seconds=1.5 count:approval-missing=12 kernels=a,b")
    #expect(reply.seconds == 1.5)
    #expect(reply.counts == ["approval-missing": 12])
    #expect(reply.notes == ["kernels": "a,b"])
  }

  @Test(arguments: [
    "", "hello", "ok", "ok count:a=1", "ok seconds=x", "ok seconds=-1", "ok seconds=1 count:a=b",
    "ok seconds=1 a",
  ])
  func badReplies(line: String) {
    #expect(throws: PeerReply.Failure.malformed(line)) { try PeerReply(line) }
  }

  @Test func errorsAreTold() {
    #expect(throws: PeerReply.Failure.told("no such file")) { try PeerReply("error no such file") }
  }
}
