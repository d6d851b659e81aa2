import Banken
import Testing

@Suite struct FindingOrderTests {
  @Test func allCategoriesAfterTheSingleOnes() {
    var results = RuleFindings()
    results.add(Finding(.deemedApprovalInvalid, subject: 2, category: .fixed))
    results.add(Finding(.deemedApprovalInvalid, subject: 1))
    results.add(Finding(.deemedApprovalInvalid, subject: 1, category: .service))
    results.add(Finding(.deemedApprovalInvalid, subject: 1, category: .ip))
    results.sort(.deemedApprovalInvalid)
    #expect(results.findings.map(\.subject) == [1, 1, 1, 2])
    #expect(results.findings.map(\.category) == [.ip, .service, nil, .fixed])
  }

  @Test func capsThenSuppliersThenRecipients() {
    var results = RuleFindings()
    for (cap, u, v) in [(1, 0, 0), (0, 2, 1), (0, 2, 0), (0, 1, 9)] as [(UInt32, UInt32, UInt32)] {
      results.add(Finding(.capExceeded, subject: cap, second: u, third: v))
    }
    results.sort(.capExceeded)
    #expect(
      results.findings.map { [$0.subject, $0.second, $0.third] } == [
        [0, 1, 9], [0, 2, 0], [0, 2, 1], [1, 0, 0],
      ])
  }

  @Test func pairsByTheEarlierInTheFile() {
    var results = RuleFindings()
    for (a, b, category) in [(5, 1, .ip), (2, 1, .ip), (1, 2, .fixed), (0, 9, .ip)]
      as [(UInt32, UInt32, Category)]
    {
      results.add(Finding(.designationOverlap, subject: a, second: b, category: category))
    }
    results.sort(.designationOverlap)
    #expect(results.findings.map { [$0.subject, $0.second] } == [[0, 9], [1, 2], [2, 1], [5, 1]])
  }

  @Test func circlesByCategoryFirst() {
    var results = RuleFindings()
    results.add(Finding(.circularProvision, subject: 0, category: .ip))
    results.add(Finding(.circularProvision, subject: 3, category: .fixed))
    results.add(Finding(.circularProvision, subject: 1, category: .fixed))
    results.sort(.circularProvision)
    #expect(results.findings.map(\.subject) == [1, 3, 0])
  }

  @Test func identitiesByKindThenBytes() {
    var results = RuleFindings()
    for (cause, value) in [
      (Cause.approvalNumber, "b"), (.approvalNumber, "B"), (.corporateNumber, "é"), (.corporateNumber, "z"),
    ] {
      let place = results.addIdentity(value, operators: [0, 1])
      results.add(Finding(.sharedIdentity, cause: cause, subject: 0, extra: place))
    }
    results.sort(.sharedIdentity)
    #expect(results.findings.map { results.values[Int($0.extra)] } == ["z", "é", "B", "b"])
  }

  @Test func listsStandInOneBlock() {
    var results = RuleFindings()
    let circle = results.addCircle(members: [4, 5], cycle: [7, 8, 9])
    let other = results.addList([])
    #expect(Array(results.list(circle)) == [4, 5])
    #expect(Array(results.list(circle + 1)) == [7, 8, 9])
    #expect(results.list(other).isEmpty)
    #expect(results.list(noIndex).isEmpty)
    #expect(results.listCount == 3)
  }
}
