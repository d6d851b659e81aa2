import Testing

@testable import TestSupport

/// The oracle itself against examples worked out by hand.
@Suite struct OracleExamplesTests {
  private func lines(_ listing: String, _ change: (inout PlainPolicy) -> Void = { _ in }) -> [String] {
    var dataset = PlainDataset(listing: listing)
    change(&dataset.policy)
    return Oracle(dataset).audit().findings.map { finding in
      var finding = finding
      finding.fingerprint = "-"
      return finding.line
    }
  }

  @Test func calendarCountsDays() {
    #expect(OracleCalendar.day(1900, 1, 1) == 1)
    #expect(OracleCalendar.day(2199, 12, 31) == 109_573)
    #expect(OracleCalendar.text(43_606) == "2019-05-22")
    #expect(OracleCalendar.text(45_930) == "2025-10-01")
    #expect((1...109_573).allSatisfy { OracleCalendar.day(OracleCalendar.text($0)) == $0 })
    #expect(OracleCalendar.text(OracleCalendar.yearFrom(OracleCalendar.day(2024, 2, 29))) == "2025-02-28")
    #expect(OracleCalendar.text(OracleCalendar.yearFrom(OracleCalendar.day(2023, 3, 1))) == "2024-02-29")
    let months = { OracleCalendar.wholeMonths(from: OracleCalendar.day(2025, 1, 31), to: $0) }
    #expect(months(OracleCalendar.day(2025, 2, 27)) == 0)
    #expect(months(OracleCalendar.day(2025, 2, 28)) == 1)
    #expect(months(OracleCalendar.day(2025, 3, 30)) == 1)
  }

  @Test func digestIsSHA256() {
    #expect(
      OracleSHA256.hex(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      OracleSHA256.hex(Array(repeating: 97, count: 120))
        == "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c")
  }

  @Test func cleanChainHasNoFindings() {
    let found = lines(
      """
      day 2026-04-01
      --- operators.csv
      operator_id,name
      H,Holder
      W,Wholesaler
      --- designations.csv
      operator_id,range_start,range_end
      H,05012340000,05012340009
      --- approvals.csv
      operator_id
      W
      --- certifications.csv
      operator_id,valid_from
      H,2025-10-01
      W,2025-10-01
      --- provisions.csv
      provision_id,supplier_id,recipient_id,range_start,range_end
      P1,H,W,05012340000,05012340004
      """)
    #expect(found.isEmpty)
  }

  @Test func reportsAChain() {
    let found = lines(
      """
      day 2026-04-01
      --- operators.csv
      operator_id,name,role
      H,Holder,
      W,Wholesaler,
      R,Reseller,
      U,User,user
      --- designations.csv
      operator_id,range_start,range_end
      H,05012340000,05012340009
      --- approvals.csv
      operator_id,category,valid_from,ended_on
      W,ip,,
      R,ip,2024-01-01,2026-03-01
      --- certifications.csv
      operator_id,valid_from,valid_to,ended_on,end_reason
      H,2025-10-01,,,
      R,2025-10-01,,2026-02-01,revoked
      --- provisions.csv
      provision_id,supplier_id,recipient_id,range_start,range_end,category,numbers,starts_on
      P1,H,W,05012340000,05012340004,,,2025-11-01
      P2,W,R,05012340003,05012340006,,,2026-02-10
      P3,R,U,,,ip,4,2026-01-05
      """)
    let chain = "chain=[P1;P2] rooted=yes"
    #expect(
      found == [
        "approval-missing violation law cause=ended provision=P2 supplier=W recipient=R category=ip numbers=4"
          + " since=2026-03-01 tier=2 \(chain) source=provisions.csv:3 fingerprint=-",
        "supplier-approval-missing violation law cause=ended operator=R category=ip numbers=4 provisions=1"
          + " since=2026-03-01 source=operators.csv:4 fingerprint=-",
        "uncertified-recipient warning etoc cause=never provision=P1 supplier=H recipient=W"
          + " category=ip numbers=5"
          + " since=2025-11-01 tier=1 chain=[P1] rooted=yes source=provisions.csv:2 fingerprint=-",
        "uncertified-recipient warning etoc cause=revoked provision=P2 supplier=W recipient=R"
          + " category=ip numbers=4"
          + " since=2026-02-10 tier=2 \(chain) source=provisions.csv:3 fingerprint=-",
        "uncertified-supplier warning etoc cause=never operator=W category=ip numbers=4 provisions=1"
          + " since=2026-02-10 source=operators.csv:3 fingerprint=-",
        "uncertified-supplier warning etoc cause=revoked operator=R category=ip numbers=4 provisions=1"
          + " since=2026-02-01 source=operators.csv:4 fingerprint=-",
        "provided-after-revocation warning etoc provision=P2 supplier=W recipient=R category=ip numbers=4"
          + " tier=2 \(chain) source=provisions.csv:3 fingerprint=-",
        "second-tier-resale warning etoc cause=uncertified provision=P2 supplier=W recipient=R"
          + " category=ip numbers=2"
          + " tier=2 \(chain) source=provisions.csv:3 fingerprint=-",
        "second-tier-resale warning etoc cause=uncertified provision=P3 supplier=R recipient=U"
          + " category=ip numbers=4"
          + " tier=3 chain=[P1;P2;P3] rooted=yes source=provisions.csv:4 fingerprint=-",
        "range-not-held notice ledger cause=inflows-may-be-missing provision=P2 supplier=W"
          + " recipient=R category=ip"
          + " numbers=2 tier=2 \(chain) source=provisions.csv:3 fingerprint=-",
      ])
  }

  @Test func reportsCapsRestrictionsAndCircles() {
    let found = lines(
      """
      day 2026-04-01
      --- operators.csv
      operator_id,name,group_id,corporate_number
      B,,,
      A,,,
      C,,g,
      D,,g,
      --- designations.csv
      operator_id,range_start,range_end
      --- provisions.csv
      provision_id,supplier_id,recipient_id,category,numbers,starts_on,resale_clause
      P2,A,B,ip,5,2025-01-01,prohibited
      P10,B,A,ip,5,2025-01-01,prohibited
      P1,B,C,ip,7,2025-06-01,
      P3,A,D,ip,4,2025-06-01,
      P4,C,C,ip,1,,
      --- caps.csv
      cap_id,supplier_id,recipient_id,category,max_numbers
      K1,,B,,4
      --- restrictions.csv
      restriction_id,kind,operator_id,starts_on
      X1,refuse-new,C,2025-06-01
      --- waivers.csv
      waiver_id,rule,operator_id,valid_from,valid_to,reason,approved_by
      V1,cap-exceeded,B,,2026-04-01,r,b
      V2,circular-provision,A,,2026-03-31,r,b
      V3,circular-provision,C,,2026-03-31,r,b
      """
    ) {
      $0.caps = [PlainPolicy.Cap(id: "Z", maximum: 6)]
      $0.completeAll = true
      $0.severity["circular-provision"] = "notice"
    }
    let loose = "rooted=no"
    #expect(
      found == [
        "cap-exceeded violation policy supplier=B recipient=C cap=Z numbers=7 limit=6 fingerprint=-",
        "cap-exceeded violation policy recipient=B cap=K1 numbers=5 limit=4 waived-by=V1 source=caps.csv:2"
          + " fingerprint=-",
        "cap-exceeded-in-total warning policy operators=[C;D] cap=Z party=C numbers=11 limit=6 fingerprint=-",
        "resale-against-clause violation contract cause=prohibited provision=P2 supplier=A"
          + " recipient=B category=ip"
          + " other=P10 numbers=5 chain=[P2] \(loose) source=provisions.csv:2 fingerprint=-",
        "resale-against-clause violation contract cause=prohibited provision=P10 supplier=B"
          + " recipient=A category=ip"
          + " other=P2 numbers=5 chain=[P10] \(loose) source=provisions.csv:3 fingerprint=-",
        "resale-against-clause violation contract cause=prohibited provision=P1 supplier=B"
          + " recipient=C category=ip"
          + " other=P2 numbers=7 chain=[P1] \(loose) source=provisions.csv:4 fingerprint=-",
        "resale-against-clause violation contract cause=prohibited provision=P3 supplier=A"
          + " recipient=D category=ip"
          + " other=P10 numbers=4 chain=[P3] \(loose) source=provisions.csv:5 fingerprint=-",
        "provided-despite-refusal violation request provision=P1 supplier=B recipient=C category=ip"
          + " restriction=X1"
          + " numbers=7 chain=[P1] \(loose) source=provisions.csv:4 fingerprint=-",
        "over-provision violation ledger operator=B category=ip numbers=7 source=operators.csv:2"
          + " fingerprint=-",
        "over-provision violation ledger operator=A category=ip numbers=4 source=operators.csv:3"
          + " fingerprint=-",
        "circular-provision notice ledger operators=[B;A] members=2 category=ip cycle=[P2;P10]"
          + " source=operators.csv:3 fingerprint=-",
        "self-provision violation ledger provision=P4 supplier=C recipient=C category=ip numbers=1"
          + " source=provisions.csv:6 fingerprint=-",
        "related-to-barred notice ledger operator=D operators=[C] source=operators.csv:5 fingerprint=-",
        "waiver-expired notice policy waiver=V2 source=waivers.csv:3 fingerprint=-",
      ])
  }

  @Test func runsOfDaysAgreeWithWalkingEveryDay() {
    for seed in UInt64(1)...25 {
      let dataset = RandomDataset.make(seed: seed)
      let quick = Oracle(dataset).audit().findings
      let literal = Oracle(dataset, isLiteral: true).audit().findings
      #expect(quick == literal, "seed \(seed)")
    }
  }
}
