import Testing

@testable import TestSupport

/// Audits of periods worked out by hand; the oracle must say the same.
@Suite struct PeriodExamplesTests {
  /// Rule, key and days of every finding.
  private func lines(
    _ listing: String, _ from: String, _ to: String, rule: String? = nil,
    _ change: (inout PlainPolicy) -> Void = { _ in }
  ) throws -> [String] {
    var dataset = PlainDataset(listing: listing)
    change(&dataset.policy)
    let first = try #require(OracleCalendar.day(from))
    let last = try #require(OracleCalendar.day(to))
    let rules = rule.map { Set([$0]) }
    let expected = PeriodOracle(dataset, rules: rules).audit(from: first, to: last)
    for usesIntervals in [true, false] {
      let found = try #require(
        dataset.enginePeriodAudit(from: first, to: last, rules: rules, usesIntervals: usesIntervals))
      #expect(expected.differences(from: found) == [])
    }
    return expected.findings.map { found in
      let finding = found.finding
      let key = [finding.provisionID, finding.operatorID, finding.capID, finding.waiverID].compactMap { $0 }
      let runs = found.periods.map { run in
        let (first, last) = (OracleCalendar.text(run.lowerBound), OracleCalendar.text(run.upperBound))
        return first == last ? first : "\(first)..\(last)"
      }
      let numbers = finding.numbers.map { " \($0)" } ?? ""
      return "\(finding.rule)\(finding.cause.map { ":\($0)" } ?? "") \(key.joined(separator: " "))\(numbers) "
        + runs.joined(separator: " ") + (finding.waivedBy.map { " waived by \($0)" } ?? "")
    }
  }

  private static let pair = """
    --- operators.csv
    operator_id,name
    H,Holder
    W,Wholesaler
    """

  @Test func certificatesWithGapsAndGrace() throws {
    let listing = """
      day 2026-04-01
      \(Self.pair)
      --- certifications.csv
      operator_id,valid_from,valid_to,ended_on,end_reason
      H,2020-01-01,2030-12-31,,
      W,2025-10-01,2026-01-10,,
      W,2026-01-12,2026-02-10,,
      W,2026-02-15,2026-02-28,,
      --- provisions.csv
      provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on
      P,H,W,ip,5,2025-12-01,2026-03-02
      """
    let rule = "uncertified-recipient"
    #expect(
      try lines(listing, "2025-11-01", "2026-04-30", rule: rule) == [
        "\(rule):expired P 5 2026-01-11 2026-02-11..2026-02-14 2026-03-01..2026-03-02"
      ])
    // A day of grace closes the first gap; the third run ends on the last day of the provision.
    #expect(
      try lines(listing, "2025-11-01", "2026-04-30", rule: rule) { $0.graceDays = 1 } == [
        "\(rule):expired P 5 2026-02-12..2026-02-14 2026-03-02"
      ])
    // Cut at both ends of the period.
    #expect(
      try lines(listing, "2026-02-12", "2026-02-13", rule: rule) == [
        "\(rule):expired P 5 2026-02-12..2026-02-13"
      ])
    #expect(try lines(listing, "2026-01-10", "2026-01-10", rule: rule) == [])
    #expect(
      try lines(listing, "2026-01-11", "2026-01-11", rule: rule) == ["\(rule):expired P 5 2026-01-11"])
  }

  @Test func leapDaysAndIntervalsOfOneDay() throws {
    let listing = """
      day 2024-02-29
      \(Self.pair)
      --- approvals.csv
      operator_id,valid_from,ended_on
      H,,
      W,2024-02-29,2024-03-01
      --- provisions.csv
      provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on
      P1,H,W,ip,5,2024-02-28,2024-03-01
      P2,H,W,ip,7,2024-02-29,2024-02-29
      P3,H,W,ip,9,2024-03-01,2024-03-01
      """
    #expect(
      try lines(listing, "2024-02-27", "2024-03-02", rule: "approval-missing") == [
        "approval-missing:not-yet P1 5 2024-02-28 2024-03-01", "approval-missing:ended P3 9 2024-03-01",
      ])
  }

  @Test func findingsThatEndOnTheFirstDayOrBeginOnTheLast() throws {
    let listing = """
      day 2026-04-10
      \(Self.pair)
      --- certifications.csv
      operator_id,valid_from,valid_to
      H,2020-01-01,2030-12-31
      --- provisions.csv
      provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on
      P1,H,W,ip,1,2026-01-01,2026-04-09
      P2,H,W,ip,2,2026-01-01,2026-04-10
      P3,H,W,ip,3,2026-04-10,2026-04-20
      P4,H,W,ip,4,2026-04-20,2026-12-31
      P5,H,W,ip,5,2026-04-21,2026-12-31
      """
    let rule = "uncertified-recipient:never"
    #expect(
      try lines(listing, "2026-04-10", "2026-04-20", rule: "uncertified-recipient") == [
        "\(rule) P2 2 2026-04-10", "\(rule) P3 3 2026-04-10..2026-04-20", "\(rule) P4 4 2026-04-20",
      ])
  }

  @Test func daysOfGraceEndWithinThePeriod() throws {
    let listing = """
      day 2026-03-31
      \(Self.pair)
      --- certifications.csv
      operator_id,valid_from,valid_to,ended_on,end_reason
      H,2020-01-01,2030-12-31,,
      W,2025-04-01,2026-03-31,,
      --- provisions.csv
      provision_id,supplier_id,recipient_id,category,numbers
      P,H,W,ip,5
      """
    for (days, first) in [(0, "2026-04-01"), (1, "2026-04-02"), (30, "2026-05-01")] {
      #expect(
        try lines(listing, "2026-03-30", "2026-05-02", rule: "uncertified-recipient") {
          $0.graceDays = days
        } == ["uncertified-recipient:expired P 5 \(first)..2026-05-02"])
    }
    #expect(
      try lines(listing, "2026-03-30", "2026-05-02", rule: "uncertified-recipient") { $0.graceDays = 33 }
        == [])
  }

  @Test func revocationOnTheDayOfIssue() throws {
    let listing = """
      day 2026-04-01
      \(Self.pair)
      --- certifications.csv
      operator_id,valid_from,valid_to,ended_on,end_reason
      H,2020-01-01,2030-12-31,,
      W,2026-04-03,2027-04-02,2026-04-03,revoked
      --- provisions.csv
      provision_id,supplier_id,recipient_id,category,numbers,starts_on
      P1,H,W,ip,5,2026-04-02
      P2,H,W,ip,7,2026-04-03
      """
    #expect(
      try lines(listing, "2026-04-01", "2026-04-05", rule: "uncertified-recipient") == [
        "uncertified-recipient:not-yet P1 5 2026-04-02..2026-04-05",
        "uncertified-recipient:revoked P2 7 2026-04-03..2026-04-05",
      ])
    #expect(
      try lines(listing, "2026-04-01", "2026-04-05", rule: "provided-after-revocation") == [
        "provided-after-revocation P2 7 2026-04-03..2026-04-05"
      ])
    // A cause that is off interrupts the run of a finding.
    #expect(
      try lines(listing, "2026-04-01", "2026-04-05", rule: "uncertified-recipient") {
        $0.severity["uncertified-recipient:revoked"] = "off"
      } == ["uncertified-recipient:not-yet P1 5 2026-04-02"])
  }

  @Test func aTrackRecordThatMaturesWithinThePeriod() throws {
    let listing = """
      day 2026-04-01
      --- operators.csv
      operator_id,name,service_started_on
      H,Holder,
      W,Wholesaler,2025-01-31
      --- provisions.csv
      provision_id,supplier_id,recipient_id,category,numbers,starts_on
      P1,H,W,ip,50,2025-01-01
      P2,H,W,ip,30,2026-02-26
      """
    // Thirteen months after 31 January are whole on 28 February.
    #expect(
      try lines(listing, "2026-02-20", "2026-03-02", rule: "cap-exceeded") {
        var young = PlainPolicy.Cap(id: "young", maximum: 40)
        var old = PlainPolicy.Cap(id: "old", maximum: 60)
        (young.underMonths, old.fromMonths) = (13, 13)
        $0.caps = [young, old]
      } == [
        "cap-exceeded young 80 2026-02-20..2026-02-27", "cap-exceeded old 80 2026-02-28..2026-03-02",
      ])
  }

  @Test func rulesThatBeginWithinThePeriod() throws {
    let listing = """
      day 2025-10-01
      \(Self.pair)
      --- approvals.csv
      operator_id
      H
      --- certifications.csv
      operator_id,valid_from
      H,2025-09-01
      --- provisions.csv
      provision_id,supplier_id,recipient_id,category,numbers
      P,H,W,ip,5
      """
    #expect(
      try lines(listing, "2025-09-29", "2025-10-02", rule: "uncertified-recipient") == [
        "uncertified-recipient:never P 5 2025-10-01..2025-10-02"
      ])
    #expect(
      try lines(listing, "2019-05-20", "2019-05-23", rule: "approval-missing") == [
        "approval-missing:none P 5 2019-05-22..2019-05-23"
      ])
  }

  @Test func waiversThatCoverPartOfARun() throws {
    let listing = """
      day 2026-04-01
      \(Self.pair)
      --- certifications.csv
      operator_id,valid_from
      H,2026-01-01
      --- provisions.csv
      provision_id,supplier_id,recipient_id,category,numbers,ends_on
      P1,H,W,ip,5,
      P2,H,W,ip,7,2026-04-06
      --- waivers.csv
      waiver_id,rule,operator_id,provision_id,valid_from,valid_to,reason,approved_by
      V1,uncertified-recipient,W,,2026-04-05,2026-04-06,r,b
      V2,uncertified-recipient,W,,2026-03-01,2026-04-04,r,b
      """
    // Every day of P2 has a waiver in force; that of its first day is named. The last days of P1 have none, and both
    // waivers are past then.
    #expect(
      try lines(listing, "2026-04-02", "2026-04-09") == [
        "uncertified-recipient:never P1 5 2026-04-02..2026-04-09",
        "uncertified-recipient:never P2 7 2026-04-02..2026-04-06 waived by V2",
        "waiver-expired V1 2026-04-07..2026-04-09", "waiver-expired V2 2026-04-07..2026-04-09",
      ])
  }

  @Test func numbersAreTheGreatest() throws {
    let listing = """
      day 2026-04-01
      \(Self.pair)
      --- certifications.csv
      operator_id,valid_from
      --- provisions.csv
      provision_id,supplier_id,recipient_id,range_start,range_end,starts_on,ends_on
      P1,H,W,05012340000,05012340009,2026-04-01,2026-04-10
      P2,H,W,05012340005,05012340014,2026-04-03,2026-04-04
      P3,H,W,05012340000,05012340001,2026-04-12,
      """
    #expect(
      try lines(listing, "2026-04-01", "2026-04-13", rule: "uncertified-supplier") == [
        "uncertified-supplier:never H 15 2026-04-01..2026-04-10 2026-04-12..2026-04-13"
      ])
  }

  @Test func aPeriodThatEndsBeforeItBeginsIsNone() {
    let dataset = PlainDataset(listing: "day 2026-04-01\n\(Self.pair)")
    #expect(dataset.enginePeriodAudit(from: 46_000, to: 45_999) == nil)
  }
}
