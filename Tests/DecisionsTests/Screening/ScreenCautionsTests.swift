import Banken
import Testing

@testable import Decisions
@testable import TestSupport

/// What is told of a candidate beside its verdict, against plain reckonings.
@Suite struct ScreenCautionsTests {
  /// How many numbers of a range some others hold, each once.
  private func size(of span: ClosedRange<Int>, within ranges: [ClosedRange<Int>]) -> Int {
    var (size, next) = (0, span.lowerBound)
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let (start, end) = (max(next, range.lowerBound), min(span.upperBound, range.upperBound))
      if start <= end { (size, next) = (size + end - start + 1, end + 1) }
    }
    return size
  }

  private func isOn(_ day: Int, _ start: Int?, _ end: Int?) -> Bool {
    start ?? .min <= day && day < end ?? .max
  }

  @Test func cautionsAreAsReckonedPlainlyAndAlikeAloneAndInABatch() throws {
    var told: [String: Int] = [:]
    for seed in 1...250 as ClosedRange<UInt64> {
      let dataset = RandomDataset.make(seed: seed)
      guard let policy = dataset.policy.engine else { continue }
      var random = RandomSource(seed: seed + 4_711)
      let chain = SupplyChain(dataset.engineTables(), threads: 1)
      let data = OracleData(dataset)
      for _ in 0..<4 {
        guard let candidate = ScreenOracle.Candidate.random(dataset, &random),
          let asked = candidate.engine(dataset)
        else { continue }
        let batch = ScreenedBatch(
          [.init(line: 2, asked)], in: chain, on: asked.startsOn, policy: policy, threads: 1)
        let found = try #require(batch.rows.first?.cautions)
        let alone = PartnerScreening(asked, in: chain, policy: policy, threads: 1)
        #expect(found == alone.cautions, "seed \(seed)")
        #expect(batch.notEvaluated == found.notEvaluated)
        let day = dataset.day
        let (u, v) = (Int(asked.supplier), Int(asked.recipient))
        let c = Int(asked.category.rawValue)
        if let span = asked.span.map({ Int($0.lowerBound)...Int($0.upperBound) }) {
          let ranges = data.provisions.filter {
            $0.u == u && $0.v != u && $0.c == c && isOn(day, $0.start, $0.end)
          }.compactMap(\.range)
          let provided = size(of: span, within: ranges)
          #expect(Int(found.provided?.numbers ?? 0) == provided, "seed \(seed)")
          if let other = found.provided {
            let range = try #require(data.provisions[Int(other.provision)].range)
            #expect(range.overlaps(span))
            told["provided", default: 0] += 1
          }
          let blocks = data.designations.filter { $0.c == c && isOn(day, $0.start, $0.end) }.map(\.range)
          let expected =
            dataset.tables["designations"] == nil
            ? nil : UInt64(span.count - size(of: span, within: blocks))
          #expect(found.undesignated == expected, "seed \(seed)")
          if found.undesignated ?? 0 > 0 { told["undesignated", default: 0] += 1 }
        } else {
          #expect(found.undesignated == nil && found.provided == nil)
        }
        for (x, rows) in [(u, found.onSupplier), (v, found.onRecipient)] {
          let corporate = data.operators[x].corporate
          let expected = data.restrictions.indices.filter { row in
            let one = data.restrictions[row]
            guard let y = one.x, one.kind != "suspend-numbers", isOn(day, one.start, one.end) else {
              return false
            }
            return y == x || (!corporate.isEmpty && data.operators[y].corporate == corporate)
          }
          #expect(rows.map(Int.init) == expected, "seed \(seed)")
          if !rows.isEmpty { told["restricted", default: 0] += 1 }
        }
        if found.hidden > 0 { told["hidden", default: 0] += 1 }
      }
    }
    for kind in ["provided", "undesignated", "restricted", "hidden"] {
      #expect(told[kind, default: 0] >= 10, "\(kind) \(told[kind, default: 0])")
    }
  }

  @Test func onlyALackOfDataMayHideAReason() {
    func mayHide(_ rule: RuleID, _ reason: NotEvaluated) -> Bool {
      UnevaluatedRule(rule: rule, reason: reason).mayHideReason
    }
    #expect(mayHide(.approvalMissing, .noTable(.approvals)))
    #expect(mayHide(.resaleAgainstClause, .noColumn(.resaleClause)))
    #expect(mayHide(.secondTierResale, .tooFragmented))
    #expect(!mayHide(.deemedApprovalInvalid, .noTable(.approvals)))
    #expect(!mayHide(.approvalUnconfirmed, .noColumn(.approvalCheckedOn)))
    #expect(!mayHide(.capExceeded, .noCaps) && !mayHide(.capExceededInTotal, .noPolicyCap))
    #expect(!mayHide(.selfProvision, .off))
  }

  // MARK: What is not on record of a partner

  private static let ledger = [
    "operators": """
    operator_id,name,registration,service_started_on
    H,Holder,registered,2000-01-01
    A,Complete,notified,2020-01-01
    B,Blank,,
    C,None,none,2020-01-01
    """,
    "designations": "operator_id,range_start,range_end\nH,050-1000-0000,050-1000-9999",
    "approvals": """
    operator_id,category,approval_number,ended_on
    A,ip,N-1,
    B,ip,,2027-01-01
    C,ip,N-3,
    """,
    "certifications": """
    operator_id,valid_from,valid_to
    A,2026-01-01,2026-12-31
    B,2026-01-01,2026-11-30
    """,
    "provisions":
      "provision_id,supplier_id,recipient_id,range_start,range_end\nP1,H,A,05010000000,05010000009",
    "restrictions": """
    restriction_id,kind,operator_id,category,starts_on
    S1,refuse-new,C,fixed,2026-05-01
    S2,suspend-stock,H,fixed,2026-05-01
    S3,refuse-new,A,ip,2026-12-01
    """,
  ]

  private func kinds(
    to recipient: OperatorIndex, _ range: (String, String)? = nil, ends: String? = nil,
    files: [String: String] = ledger
  ) throws -> [PartnerGap.Kind] {
    var policy = Policy()
    policy.caps = [
      Policy.Cap(id: "YOUNG", categories: CategorySet(.ip), maximum: 90, trackRecordUnderMonths: 12)
    ]
    let day = try #require(Day("2026-10-01"))
    let end = ends.flatMap { Day($0) }
    let candidate =
      if let range {
        ProvisionCandidate(
          supplier: 0, recipient: recipient,
          range: try NumberRange(
            from: try #require(TelephoneNumber(range.0)), to: try #require(TelephoneNumber(range.1))),
          startsOn: day, endsOn: end)
      } else {
        ProvisionCandidate(
          supplier: 0, recipient: recipient, category: .ip, numbers: 5, startsOn: day, endsOn: end)
      }
    return PartnerScreening(candidate, in: try Fixture.chain(files), policy: policy, threads: 1).gaps.map(
      \.kind)
  }

  @Test func whatIsNotOnRecordIsToBeSettled() throws {
    let end = try #require(Day("2026-12-31"))
    // The supplier's stock is suspended, in another category; the refusal to A begins later.
    #expect(try kinds(to: 1) == [.restricted(1), .certificateEnds(end)])
    #expect(try kinds(to: 1, ends: "2026-12-31") == [.restricted(1)])
    #expect(
      try kinds(to: 2) == [
        .restricted(1), .registrationUnknown, .approvalNumberMissing, .approvalEnds(end),
        .serviceStartUnknown(cap: 0), .certificateEnds(try #require(Day("2026-11-30"))),
      ])
    #expect(try kinds(to: 3) == [.restricted(1), .restricted(0), .unregistered])
    #expect(try kinds(to: 0) == [])
  }

  @Test func rangesThatAreTakenOrNobodysAreToBeSettled() throws {
    #expect(
      try kinds(to: 3, ("05010000005", "05010000014")).prefix(2) == [
        .providedAlready(.init(numbers: 5, provision: 0)), .restricted(1),
      ])
    #expect(try kinds(to: 3, ("05010009995", "05010010004")).first == .undesignated(5))
    #expect(try kinds(to: 3, ("05010000010", "05010000014")).first == .restricted(1))
  }

  @Test func missingTablesAreToBeSettled() throws {
    var files = Self.ledger
    files["approvals"] = nil
    files["certifications"] = nil
    #expect(
      try kinds(to: 1, files: files) == [.restricted(1), .approvalUnrecorded, .certificationUnrecorded])
  }

  @Test func everyColumnOfAGapIsListed() {
    let kinds: [PartnerGap.Kind] = [
      .registrationUnknown, .unregistered, .approvalUnrecorded, .approvalNumberMissing,
      .approvalEnds(.latest), .serviceStartUnknown(cap: 0), .certificationUnrecorded,
      .certificateEnds(.latest), .restricted(0), .providedAlready(.init(numbers: 1, provision: 0)),
      .undesignated(1),
    ]
    let columns = Set(kinds.map { PartnerGap(kind: $0, operatorIndex: 0).column })
    #expect(columns == Set(PartnerGap.columns))
    #expect(PartnerGap.columns.count == columns.count)
  }

  @Test func findingsOnWhatTheRecipientReceivesAreCounted() throws {
    let chain = try Fixture.chain([
      "operators": "operator_id,name\nH,H\nW,W\nR,R",
      "designations": "operator_id,range_start,range_end\nH,050-1000-0000,050-1000-9999",
      "approvals": "operator_id,category\nW,ip",
      "provisions": """
      provision_id,supplier_id,recipient_id,category,numbers
      P1,H,W,ip,10
      P2,W,R,ip,5
      P3,W,R,fixed,5
      """,
    ])
    let candidate = ProvisionCandidate(
      supplier: 0, recipient: 2, category: .ip, numbers: 1, startsOn: try #require(Day("2026-10-01")))
    let found = PartnerScreening(candidate, in: chain, threads: 1)
    #expect(found.received.provisions == 1)
    #expect(found.received.rules.map(\.rule) == [.approvalMissing, .secondTierResale])
    #expect(found.received[.violation] == 1 && found.received[.warning] == 1 && found.received[.notice] == 0)
    #expect(found.downstream.rules == [])
  }
}
