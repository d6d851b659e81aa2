import Banken
import Testing

@testable import TestSupport

@Suite struct HorizonTests {
  private static let tables = [
    "operators": """
    operator_id,name,corporate_number,role,service_started_on
    H,Holder,,,2010-01-01
    W,Wholesaler,,,2015-01-01
    R,Reseller,,,2024-10-20
    S,Shop,,,2012-01-01
    """,
    "designations": """
    operator_id,range_start,range_end
    H,050-9990-0000,050-9990-9999
    """,
    "approvals": """
    operator_id,category,valid_from,ended_on
    W,ip,2022-01-01,
    R,ip,2022-01-01,2026-11-05
    S,ip,2022-01-01,
    """,
    "certifications": """
    operator_id,certificate_number,valid_from,valid_to
    H,C-H,2026-04-01,2027-03-31
    W,C-W,2025-11-01,2026-10-31
    R,C-R,2026-04-01,2027-03-31
    S,C-S,2026-04-01,2027-03-31
    """,
    "provisions": """
    provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end,starts_on,ends_on
    P1,H,W,,,050-9990-0000,050-9990-0999,2024-04-01,
    P2,W,R,,,050-9990-0000,050-9990-0099,2024-04-01,
    P3,R,S,,,050-9990-0000,050-9990-0049,2024-04-01,2026-10-15
    P4,S,S,ip,5,,,2024-04-01,2026-10-10
    """,
    "waivers": """
    waiver_id,rule,operator_id,valid_from,valid_to,reason,approved_by
    V1,second-tier-resale,R,2026-01-01,2026-10-20,agreed,Boss
    """,
  ]

  private func horizon(_ days: Int = 60, policy: Policy = Policy()) throws -> Horizon {
    let chain = try Fixture.chain(Self.tables)
    let day = try #require(Day("2026-10-01"))
    return try #require(Horizon(chain, on: day, within: days, options: AuditOptions(policy: policy)))
  }

  private func lines(_ horizon: Horizon) -> [String] {
    horizon.changes.map { change in
      let outcome = horizon.audit.outcomes[Int(change.rule.rawValue)]
      let details = horizon.audit.merged.details(
        of: outcome.findings.results.findings[change.finding], in: outcome.findings.results)
      let subject = details.provisionID ?? details.operatorID ?? "?"
      let event = horizon.groups[change.group].event
      return
        "\(change.day) \(change.starts ? "+" : "-") \(change.rule.name) \(subject): \(event.kind.name)"
    }
  }

  @Test func everyChangeHasItsDayAndItsCause() throws {
    #expect(
      lines(try horizon()) == [
        "2026-10-11 - self-provision P4: provision-ends",
        "2026-10-21 + second-tier-resale P2: waiver-ends",
        "2026-10-21 + waiver-expired ?: waiver-ends",
        "2026-11-01 + uncertified-recipient P1: certificate-ends",
        "2026-11-01 + uncertified-supplier W: certificate-ends",
        "2026-11-05 + approval-missing P2: approval-ends",
      ])
  }

  @Test func whatHangsOnAnEventIsCountedOnce() throws {
    let group = try #require(horizon().groups.first { $0.event.kind == .certificateEnds })
    #expect(group.event.day == Day("2026-11-01") && group.starts == 2 && group.ends == 0)
    #expect(group.provisions == 1 && group.numbers == 1_000 && group.operators == 1)
  }

  @Test func renewalsNameTheLastDayThatCounts() throws {
    let renewals = try horizon().renewals.map { "\($0.last) \($0.event.kind.name) \($0.findings)" }
    #expect(
      renewals == [
        "2026-10-20 waiver-ends 2", "2026-10-31 certificate-ends 2", "2026-11-04 approval-ends 1",
      ])
  }

  @Test func chainsBreakAtTheirWeakestLink() throws {
    let links = try horizon().weakestLinks?.map {
      "\($0.event.day) \($0.event.kind.name) \($0.chains) \($0.numbers)"
    }
    // P3 ends itself before the certificate of W runs out, which P1 and P2 hang on.
    #expect(links == ["2026-10-16 provision-ends 1 50", "2026-11-01 certificate-ends 2 1000"])
  }

  @Test func aTrackRecordPassesTheBoundaryOfACap() throws {
    var policy = Policy()
    policy.caps = [
      Policy.Cap(
        id: "young", categories: [], maximum: 50, trackRecordFromMonths: nil, trackRecordUnderMonths: 24,
        certified: nil, effectiveFrom: nil)
    ]
    let changes = lines(try horizon(policy: policy)).filter { $0.contains("cap-exceeded") }
    #expect(changes == ["2026-10-20 - cap-exceeded ?: track-record"])
  }

  @Test func nothingChangesWithoutDays() throws {
    let horizon = try horizon(5)
    #expect(horizon.changes.isEmpty && horizon.groups.isEmpty && horizon.weakestLinks?.isEmpty == true)
    #expect(horizon.within == 5)
  }

  @Test func theCalendarEndsTheLook() throws {
    let chain = try Fixture.chain(Self.tables)
    let last = try #require(Day(ordinal: Day.latest.ordinal - 3))
    let horizon = try #require(Horizon(chain, on: last, within: 90))
    #expect(horizon.last == Day.latest && horizon.within == 3)
    #expect(Horizon(chain, on: .latest, within: 1)?.changes.isEmpty == true)
  }

  /// Against the difference of consecutive daily audits of the oracle.
  @Test func agreesWithTheDifferenceOfDays() throws {
    for seed in UInt64(1)...60 {
      let dataset = RandomDataset.make(seed: seed)
      let chain = SupplyChain(dataset.engineTables())
      var random = RandomSource(seed: seed)
      let from = dataset.day + random.int(-40...40)
      let days = random.int(1...25)
      let day = try #require(Day(ordinal: Int32(from)))
      let policy = try #require(dataset.policy.engine)
      let horizon = try #require(
        Horizon(
          chain, on: day, within: days,
          options: AuditOptions(policy: policy, threads: Int(seed % 3) + 1)))
      var expected: [String] = []
      var before = unwaived(dataset, on: from)
      for ordinal in from + 1...from + days {
        let now = unwaived(dataset, on: ordinal)
        let text = OracleCalendar.text(ordinal)
        expected += now.subtracting(before).map { "\(text) starts \($0)" }
        expected += before.subtracting(now).map { "\(text) ends \($0)" }
        before = now
      }
      let found = horizon.changes.map { change in
        let results = horizon.audit.outcomes[Int(change.rule.rawValue)].findings.results
        let fingerprint = horizon.audit.merged.fingerprint(
          of: results.findings[change.finding], in: results)
        return "\(change.day) \(change.starts ? "starts" : "ends") \(change.rule.name) \(fingerprint)"
      }
      #expect(Set(found) == Set(expected) && found.count == expected.count, "seed \(seed)")
      #expect(horizon.groups.reduce(0) { $0 + $1.starts + $1.ends } == found.count)
      for group in horizon.groups { #expect(group.changes.count == group.starts + group.ends) }
    }
  }

  private func unwaived(_ dataset: PlainDataset, on day: Int) -> Set<String> {
    Set(
      Oracle(dataset, on: day).audit().findings.filter { $0.waivedBy == nil }.map {
        "\($0.rule) \($0.fingerprint)"
      })
  }
}
