import Banken
import Testing

@testable import Decisions
@testable import TestSupport

@Suite struct PartnerScreeningTests {
  /// Reasons and consequences together are every difference between two audits by the oracle, whether the whole ledger is
  /// audited or the part around the candidate.
  @Test(arguments: [-1, Int.max]) func differencesAreWhatTheOracleSays(_ mostRows: Int) throws {
    var kinds: [String: Int] = [:]
    for seed in 1...80 as ClosedRange<UInt64> {
      let dataset = RandomDataset.make(seed: seed)
      guard let policy = dataset.policy.engine else { continue }
      var random = RandomSource(seed: seed + 9_001)
      guard let candidate = ScreenOracle.Candidate.random(dataset, &random),
        let asked = candidate.engine(dataset)
      else { continue }
      let chain = SupplyChain(dataset.engineTables(), threads: 1)
      let state = DayState(
        chain, on: asked.startsOn, options: StateOptions(graceDays: policy.graceDays, threads: 1))
      let screening = PartnerScreening(asked, in: state, policy: policy, threads: 1, mostRows: mostRows)
      let expected = ScreenOracle(dataset, candidate)
      #expect(ScreenOracle.lines(screening.answer, chain, screening.caps) == expected.reasons)
      let reasons = Set((screening.reasons + screening.waived).map { key(of: $0, screening.difference) })
      let before = Oracle(dataset).audit().findings
      let after = Oracle(ScreenOracle.edited(dataset, candidate)).audit().findings
      var others = changes(before, after)
      for reason in reasons { others[reason] = nil }
      var found: [String: String] = [:]
      for entry in screening.difference.entries where entry.change != nil {
        let key = key(of: entry, screening.difference)
        if !reasons.contains(key) { found[key] = entry.change?.name }
      }
      #expect(found == others, "seed \(seed)")
      #expect(screening.consequenceCount == others.count)
      #expect(screening.consequences.count == min(100, others.count))
      for change in others.values { kinds[change, default: 0] += 1 }
    }
    for change in ["appears", "grows", "shrinks", "vanishes"] {
      #expect(kinds[change, default: 0] > 0, "\(change)")
    }
  }

  /// The part of a ledger around a candidate, held against two audits of the whole, to the last byte.
  @Test func aPartSaysWhatTheWholeSays() throws {
    var (asked, reasons, consequences, open) = (0, 0, 0, 0)
    let context = ReportContext(language: .ja, toolVersion: "1", dataset: "d")
    for seed in Seeds.all(else: 60) {
      let dataset = RandomDataset.make(seed: seed)
      guard let policy = dataset.policy.engine else { continue }
      let chain = SupplyChain(dataset.engineTables(), threads: 1)
      var random = RandomSource(seed: seed + 31)
      for _ in 0..<4 {
        guard let candidate = ScreenOracle.Candidate.random(dataset, &random)?.engine(dataset) else {
          continue
        }
        let state = DayState(
          chain, on: candidate.startsOn, options: StateOptions(graceDays: policy.graceDays, threads: 1))
        let whole = PartnerScreening(candidate, in: state, policy: policy, threads: 1, mostRows: -1)
        let part = PartnerScreening(candidate, in: state, policy: policy, threads: 1, mostRows: .max)
        asked += 1
        reasons += whole.reasons.count + whole.waived.count
        consequences += whole.consequenceCount
        open += whole.downstream.rules.count + whole.received.rules.count
        #expect(part.answer == whole.answer, "seed \(seed)")
        for format in [AnswerFormat.text, .json] {
          let (expected, found) = (
            String(decoding: whole.report(format, context: context), as: UTF8.self),
            String(decoding: part.report(format, context: context), as: UTF8.self)
          )
          guard expected != found else { continue }
          Issue.record("seed \(seed) candidate \(candidate)\n\(expected)\n\(found)")
          return
        }
      }
    }
    #expect(asked > 100 && reasons > 100 && consequences > 30 && open > 100)
  }

  /// A candidate of a holder who provides to many is screened in a few rows.
  @Test func aPartHoldsNoMoreThanItNeeds() throws {
    var files = [
      "operators": "operator_id,name\nH,Holder\nA,A\nB,B\n",
      "designations": "operator_id,range_start,range_end\nH,05010000000,05010009999\n",
      "certifications": "operator_id,valid_from\nH,2026-04-01\n",
      "approvals": "operator_id,category,valid_from\nH,,2020-01-01\n",
      "provisions": "provision_id,supplier_id,recipient_id,category,numbers\nPB,A,B,ip,5\n",
    ]
    for place in 0..<300 {
      files["operators"]? += "X\(place),X\n"
      files["provisions"]? += "P\(place),H,X\(place),ip,1\n"
    }
    let chain = try Fixture.chain(files)
    let day = try #require(Day("2026-10-01"))
    let candidate = ProvisionCandidate(supplier: 0, recipient: 1, category: .ip, numbers: 10, startsOn: day)
    let found = PartnerScreening(candidate, in: DayState(chain, on: day), policy: Policy(), threads: 2)
    // One provision of the holder, what its recipient provides, and the candidate.
    #expect(found.difference.before.state.chain.tables.provisions.count == 2)
    #expect(found.difference.after.state.chain.tables.provisions.count == 3)
    #expect(found.state.chain.tables.provisions.count == 301)
    #expect(found.downstream.operators == 2)
  }

  private func key(of entry: AuditDifference.Entry, _ difference: AuditDifference) -> String {
    guard let (finding, results, audit) = difference.finding(of: entry) else { return "" }
    return entry.rule.name + " " + audit.fingerprint(of: finding, in: results)
  }

  /// What became of findings that count, by rule and fingerprint, from two lists of all members.
  private func changes(_ before: [PlainFinding], _ after: [PlainFinding]) -> [String: String] {
    var old: [String: PlainFinding] = [:]
    for finding in before where finding.waivedBy == nil {
      old[finding.rule + " " + finding.fingerprint] = finding
    }
    var changes: [String: String] = [:]
    for finding in after where finding.waivedBy == nil {
      let key = finding.rule + " " + finding.fingerprint
      guard let was = old.removeValue(forKey: key) else {
        changes[key] = "appears"
        continue
      }
      let isCircle = finding.rule == "circular-provision"
      let (less, more) =
        isCircle ? (was.operators ?? 0, finding.operators ?? 0) : (was.numbers ?? 0, finding.numbers ?? 0)
      if less != more {
        changes[key] = more > less ? "grows" : "shrinks"
      } else if was.severity != finding.severity || was.cause != finding.cause {
        changes[key] = "changes"
      }
    }
    for key in old.keys { changes[key] = "vanishes" }
    return changes
  }

  // MARK: By hand

  private static let ledger = [
    "operators": """
    operator_id,name,group_id,service_started_on
    H,Holder,,2000-01-01
    W,Wholesaler,,2010-01-01
    R,Reseller,G,2026-04-15
    S,Sister,G,2020-01-01
    """,
    "designations": "operator_id,range_start,range_end\nH,050-1000-0000,050-1000-9999",
    "approvals": "operator_id,category\nW,ip\nR,ip\nS,ip",
    "certifications": """
    operator_id,valid_from,valid_to,ended_on,end_reason
    H,2026-01-01,2026-12-31,,
    W,2026-01-01,2026-12-31,,
    R,2026-01-01,2026-12-31,,
    S,2025-01-01,2025-12-31,2025-06-01,revoked
    """,
    "provisions": """
    provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on
    P1,H,W,ip,1000,2024-01-01,
    P2,H,R,ip,40,2026-05-01,2026-11-30
    P3,W,R,ip,30,2026-05-01,
    P4,R,S,ip,5,2026-05-01,
    """,
    "caps": """
    cap_id,supplier_id,recipient_id,category,max_numbers,valid_to
    C1,H,R,ip,100,2026-12-31
    C2,,R,ip,120,
    C3,W,R,ip,1,
    """,
  ]

  private static var policy: Policy {
    var policy = Policy()
    policy.caps = [
      Policy.Cap(id: "YOUNG", categories: CategorySet(.ip), maximum: 90, trackRecordUnderMonths: 12)
    ]
    return policy
  }

  private func screening(_ numbers: UInt64, on day: String = "2026-10-01") throws -> PartnerScreening {
    let chain = try Fixture.chain(Self.ledger)
    let candidate = ProvisionCandidate(
      supplier: 0, recipient: 2, category: .ip, numbers: numbers, startsOn: try #require(Day(day)))
    return PartnerScreening(candidate, in: chain, policy: Self.policy, threads: 1)
  }

  @Test func roomIsWhatEachCapLeaves() throws {
    let found = try screening(20)
    // The policy's cap on the pair, those of the table on the pair and on all suppliers, and the policy's on the party.
    let lines = found.headrooms.map {
      "\(found.caps.id(of: $0.cap)) \($0.scope.name) \($0.maximum) \($0.numbers) \($0.headroom)"
    }
    #expect(
      lines == ["YOUNG pair 90 40 50", "C1 pair 100 40 60", "C2 recipient 120 70 50", "YOUNG party 90 70 20"])
    #expect(found.headroom == 20)
    #expect(found.answer.verdict == .accept)
    // On 2026-12-01 P2 is over, so that 40 numbers more fit every cap but none fewer: the party draws 30.
    #expect(found.outlook.growth == ScreenOutlook.Growth(day: try #require(Day("2026-12-01")), headroom: 60))
  }

  @Test func oneNumberMoreThanThereIsRoomForIsReported() throws {
    let reasons = try screening(21).answer.reasons
    #expect(reasons.map(\.rule) == [.capExceededInTotal])
    #expect(reasons.map(\.numbers) == [91])
    #expect(reasons.map(\.limit) == [90])
    let more = try screening(51)
    #expect(more.answer.verdict == .refuse)
    #expect(more.answer.reasons.map(\.rule) == [.capExceeded, .capExceeded, .capExceededInTotal])
  }

  @Test func laterChangesAreForetold() throws {
    // The certificates of both ends run out; on the day the track record is long enough nothing speaks against it more.
    let found = try screening(20)
    #expect(
      found.outlook.changes == [
        ScreenOutlook.Change(
          day: try #require(Day("2027-01-01")), verdict: .conditional,
          rules: [.uncertifiedRecipient, .uncertifiedSupplier])
      ])
    #expect(found.outlook.until == Day("2027-11-05"))
  }

  @Test func theDayOfMaturityGivesRoom() throws {
    // From 2027-04-15 the recipient has been in service for twelve months: then C2 alone is left.
    let found = try screening(20, on: "2027-02-01")
    #expect(found.headroom == 60)
    #expect(found.outlook.growth == ScreenOutlook.Growth(day: try #require(Day("2027-04-15")), headroom: 90))
  }

  @Test func tellsHowThePartnerStands() throws {
    let found = try screening(20)
    #expect(found.recipient.certification.until == Day("2026-12-31"))
    #expect(found.supplier.approval(in: .ip).isByDesignation)
    #expect(
      found.related == [PartnerScreening.RelatedOperator(operatorIndex: 3, isRevoked: true, refusals: [])])
    #expect(found.related.map(\.isBarred) == [true])
    #expect(found.downstream.operators == 2)
    // P4 goes to a sister whose certificate was revoked, at the third tier.
    #expect(
      found.downstream.rules.map(\.rule) == [
        .uncertifiedRecipient, .providedAfterRevocation, .secondTierResale, .relatedToBarred,
      ])
    #expect(found.downstream[.warning] == 3)
    #expect(found.downstream[.notice] == 1)
  }

  @Test func asksForWhatTheDealNeeds() throws {
    func items(_ day: String, _ contract: ContractForm, _ categories: CategorySet = []) throws
      -> [ScreenConfirmation]
    {
      var policy = Policy()
      policy.confirmationCategories = categories
      let candidate = ProvisionCandidate(
        supplier: 0, recipient: 1, category: .ip, numbers: 1, startsOn: try #require(Day(day)),
        contract: contract)
      return ScreenConfirmation.all(of: candidate, recipientIsUser: false, policy: policy)
    }
    #expect(try items("2022-12-31", .wholesale) == [.resaleClause])
    #expect(try items("2023-01-01", .wholesale) == [.approval, .conditions, .resaleClause])
    #expect(try items("2026-05-26", .wholesale, .all) == [.approval, .conditions, .resaleClause])
    #expect(
      try items("2026-05-27", .wholesale, .all) == [.approval, .conditions, .continuity, .resaleClause])
    #expect(try items("2026-10-01", .terms, .all) == [.declaration, .resaleClause])
    let own = ProvisionCandidate(
      supplier: 1, recipient: 1, category: .ip, numbers: 1, startsOn: try #require(Day("2026-10-01")))
    #expect(ScreenConfirmation.all(of: own, recipientIsUser: false, policy: Policy()) == [])
    let user = ProvisionCandidate(
      supplier: 0, recipient: 1, category: .ip, numbers: 1, startsOn: try #require(Day("2026-10-01")))
    #expect(ScreenConfirmation.all(of: user, recipientIsUser: true, policy: Policy()) == [])
  }

  @Test func aRangeOutsideEveryDesignationIsToldWithTheNearest() throws {
    let chain = try Fixture.chain(Self.ledger)
    let day = try #require(Day("2026-10-01"))
    func designation(_ start: String, _ end: String) throws -> CandidateDesignation? {
      let range = try NumberRange(
        from: try #require(TelephoneNumber(start)), to: try #require(TelephoneNumber(end)))
      let candidate = ProvisionCandidate(supplier: 0, recipient: 2, range: range, startsOn: day)
      return CandidateDesignation(candidate, DayState(chain, on: day))
    }
    let outside = try #require(try designation("050-2000-0000", "050-2000-0009"))
    #expect(outside.numbers == 0 && outside.holder == 0)
    #expect(outside.nearest?.start == TelephoneNumber("050-1000-0000"))
    let partly = try #require(try designation("050-1000-9990", "050-1001-0009"))
    #expect(partly.numbers == 10 && partly.nearest == nil)
    let elsewhere = try #require(try designation("03-1234-0000", "03-1234-0009"))
    #expect(elsewhere.numbers == 0 && elsewhere.nearest == nil)
  }

  @Test func aMilderCauseIsAChange() throws {
    let chain = try Fixture.chain([
      "operators": "operator_id,name\nH,H\nR,R\nS,S",
      "provisions": """
      provision_id,supplier_id,recipient_id,range_start,range_end
      P1,H,R,050-1000-0000,050-1000-0009
      P2,H,S,050-1000-0000,050-1000-0009
      """,
    ])
    let range = try NumberRange(
      from: try #require(TelephoneNumber("050-1000-0000")), to: try #require(TelephoneNumber("050-1000-0009"))
    )
    let candidate = ProvisionCandidate(
      supplier: 0, recipient: 2, range: range, startsOn: try #require(Day("2026-10-01")))
    let found = PartnerScreening(candidate, in: chain, threads: 1)
    // By its id the candidate comes first: P1 is found now, and P2 goes to the same recipient as the first.
    #expect(found.reasons == [])
    #expect(found.consequences.map(\.rule) == [.rangeProvidedTwice, .rangeProvidedTwice])
    #expect(found.consequences.map(\.change) == [.appears, .changes])
    // That P2 goes to the same recipient as the candidate is milder than before.
    #expect(found.worsening == [0, 0, 1])
    #expect(found.cautions.provided == ScreenCautions.ProvidedAlready(numbers: 10, provision: 0))
  }

  @Test func rowsOfABatchStandAlone() throws {
    let chain = try Fixture.chain(Self.ledger)
    let days = [try #require(Day("2026-10-01")), try #require(Day("2027-02-01"))]
    func item(_ line: Int, _ numbers: UInt64, _ day: Day) -> ScreenedBatch.Item {
      ScreenedBatch.Item(
        line: line,
        ProvisionCandidate(supplier: 0, recipient: 2, category: .ip, numbers: numbers, startsOn: day))
    }
    // Line 2 leaves no room for line 5, if they were one after the other.
    let items = [item(2, 20, days[0]), item(3, 60, days[1]), item(5, 20, days[0])]
    let batch = ScreenedBatch(
      items, rejected: [(4, ["no"])], in: chain, on: days[0], policy: Self.policy, threads: 2)
    #expect(batch.rows.map(\.line) == [2, 3, 4, 5])
    #expect(batch.rows.map(\.verdict) == [.accept, .conditional, nil, .accept])
    #expect(batch.rejectedCount == 1 && batch.count(of: .accept) == 2)
  }
}
