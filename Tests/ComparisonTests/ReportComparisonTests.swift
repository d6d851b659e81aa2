import Banken
import Testing

@testable import Comparison

@Suite struct ReportComparisonTests {
  private typealias Line = PlainReport.Line

  private func compare(_ old: PlainReport, _ new: PlainReport) throws -> ReportComparison {
    try ReportComparison(old: old.digest(), new: new.digest())
  }

  @Test func everyStateHasItsCase() throws {
    let old = PlainReport(lines: [
      Line(key: 2), Line(key: 3, numbers: 5), Line(key: 4, numbers: 5), Line(key: 5, numbers: 5),
      Line(key: 6, waivedBy: "W"), Line(key: 7), Line(key: 8, waivedBy: "W"), Line(key: 9, waivedBy: "W"),
      Line(key: 12, numbers: 5), Line(rule: .noSource, key: 20),
      Line(rule: .noSource, key: 21, waivedBy: "W"),
    ])
    let new = PlainReport(
      skipped: [.noSource: "no-table:designations"],
      lines: [
        Line(key: 1), Line(key: 3, numbers: 6), Line(key: 4, numbers: 4), Line(key: 5, numbers: 5),
        Line(key: 6),
        Line(key: 7, waivedBy: "W"), Line(key: 8, waivedBy: "W"), Line(key: 10, waivedBy: "W"), Line(key: 12),
      ])
    let comparison = try compare(old, new)
    #expect(
      comparison.newStates == [
        .new, .grown, .shrunk, .continuing, .noLongerWaived, .newlyWaived, .waived, .waived, .continuing,
      ])
    #expect(
      comparison.oldStates == [
        .resolved, .grown, .shrunk, .continuing, .noLongerWaived, .newlyWaived, .waived, .waived, .continuing,
        .notComparable, .notComparable,
      ])
    let change = comparison[.approvalMissing]
    #expect((change.old, change.new) == (6, 6))
    #expect(change.change == 0)
    let counts = FindingState.allCases.map { change[$0] }
    // new, no longer waived, grown, shrunk, continuing, newly waived, resolved, waived, not comparable.
    #expect(counts == [1, 1, 1, 1, 2, 1, 1, 2, 0])
    let skipped = comparison[.noSource]
    #expect(skipped.change == nil)
    #expect((skipped.oldReason, skipped.newReason) == (nil, "no-table:designations"))
    #expect(skipped[.notComparable] == 1)
    #expect(skipped.old == 1 && skipped.new == 0 && skipped.isOneSided)
    #expect(!comparison.isUnchanged)
  }

  @Test func whatIsMendedIsCountedOfTheLaterPeriod() throws {
    let (open, mended) = (", \"open\": true", ", \"open\": false")
    let old = PlainReport(
      audit: "{\"from\": \"2025-04-01\", \"to\": \"2026-03-31\"}",
      lines: [Line(key: 1, members: mended), Line(key: 2, members: open), Line(key: 5, members: mended)])
    let new = PlainReport(
      audit: "{\"from\": \"2026-04-01\", \"to\": \"2027-03-31\"}",
      lines: [
        Line(key: 1, members: open), Line(key: 2, members: mended), Line(key: 3, members: mended),
        Line(key: 4, waivedBy: "W", members: mended),
      ])
    let comparison = try compare(old, new)
    #expect(comparison.newStates == [.continuing, .continuing, .new, .waived])
    #expect(comparison.new.entries.map(\.isMended) == [false, true, true, true])
    #expect(comparison.total.mended == 2)
    #expect(try compare(new, old).total.mended == 2)
    #expect(ReportDifference.between(comparison.old, comparison.new).isEmpty)
  }

  @Test func severitiesThatRoseOrFell() throws {
    let old = PlainReport(lines: [Line(key: 1, severity: .notice), Line(key: 2, severity: .violation)])
    let new = PlainReport(lines: [Line(key: 1, severity: .warning), Line(key: 2, severity: .notice)])
    let comparison = try compare(old, new)
    #expect(comparison.total.raised == 1)
    #expect(comparison.total.lowered == 1)
    #expect(!comparison.isUnchanged)
    #expect(comparison.reaches(.warning))
    #expect(!comparison.reaches(.violation))
    // It counted as a notice before.
    #expect(!comparison.reaches(.notice))
  }

  @Test func whatReachesASeverity() throws {
    let none = PlainReport()
    for severity in Severity.allCases {
      let some = PlainReport(lines: [Line(key: 1, severity: severity)])
      let waived = PlainReport(lines: [Line(key: 1, severity: severity, waivedBy: "W")])
      for (old, new, counts) in [
        (none, some, true), (waived, some, true), (some, some, false), (some, waived, false),
        (none, waived, false), (some, none, false),
      ] {
        let comparison = try compare(old, new)
        for wanted in Severity.allCases {
          #expect(comparison.reaches(wanted) == (counts && severity >= wanted))
        }
      }
    }
    // What was not looked for before is not new.
    let unsought = PlainReport(skipped: [.approvalMissing: "no-table:approvals"])
    #expect(try !compare(unsought, PlainReport(lines: [Line(key: 1)])).reaches(.notice))
    // More numbers are no new finding.
    let grown = try compare(
      PlainReport(lines: [Line(key: 1, numbers: 1)]), PlainReport(lines: [Line(key: 1, numbers: 2)]))
    #expect(!grown.reaches(.notice) && grown.total[.grown] == 1)
  }

  @Test func rulesThatAReportDoesNotListAreNotComparable() throws {
    let comparison = try compare(
      PlainReport(unlisted: [.noSource]), PlainReport(lines: [Line(rule: .noSource, key: 1)]))
    #expect(comparison[.noSource].oldReason == "not-in-report")
    #expect(comparison.newStates == [.notComparable])
  }

  @Test func differencesThatForbidAComparison() throws {
    func found(_ old: PlainReport, _ new: PlainReport) throws -> [String] {
      try ReportDifference.between(old.digest(), new.digest()).map(\.name)
    }
    let plain = PlainReport()
    #expect(try found(plain, plain) == [])
    #expect(try found(plain, PlainReport(on: "2020-01-01")) == [])
    let period = PlainReport(audit: "{\"from\": \"2026-04-01\", \"to\": \"2027-03-31\"}")
    #expect(try found(plain, period) == ["audit-kind"])
    #expect(try found(period, period) == [])
    // The file may look otherwise as long as the policy in effect is the same.
    #expect(try found(plain, PlainReport(sha256: "cc")) == [])
    #expect(try found(plain, PlainReport(effective: "cc")) == ["policy"])
    #expect(try found(plain, PlainReport(sha256: "cc", effective: nil)) == ["policy"])
    #expect(try found(plain, PlainReport(sha256: "bb", effective: nil)) == [])
    #expect(try found(PlainReport(sha256: "bb", effective: nil), plain) == [])
    #expect(
      try found(PlainReport(sha256: "x", effective: nil), PlainReport(sha256: "x", effective: nil)) == [])
    #expect(try found(plain, PlainReport(filter: "OP1")) == ["operator-filter"])
    #expect(try found(PlainReport(filter: "OP1"), PlainReport(filter: "OP1")) == [])
    #expect(
      try found(period, PlainReport(effective: "c", filter: "x")) == [
        "audit-kind", "policy", "operator-filter",
      ])
  }

  @Test func anAuditAgainstItsOwnReport() throws {
    // The same key twice cannot come from a report, but two keys may share sixteen digits: first goes with first.
    var digest = try PlainReport(lines: [Line(key: 1, numbers: 1), Line(key: 2)]).digest()
    digest.entries.append(digest.entries[0])
    var other = digest
    other.entries[2].amount = 9
    let comparison = ReportComparison(old: digest, new: other)
    #expect(comparison.newStates == [.continuing, .continuing, .grown])
  }
}
