import Banken
import Testing

@testable import Decisions
@testable import TestSupport

@Suite struct OperatorStandingTests {
  private static let tables = [
    "operators": """
    operator_id,name,corporate_number,role,registration
    H,Holder,,,registered
    A,A,7000012050002,,notified
    B,B,7000012050002,,none
    U,User,,user,
    N,New,,,
    """,
    "designations": """
    operator_id,range_start,range_end,designated_on,returned_on
    H,050-9990-0000,050-9990-9999,2020-01-01,2027-01-01
    """,
    "approvals": """
    operator_id,category,valid_from,ended_on
    A,ip,2022-01-01,2026-12-01
    B,ip,2026-12-01,2027-06-01
    B,fixed,2022-01-01,2026-01-01
    A,mobile,2027-01-01,
    """,
    "certifications": """
    operator_id,valid_from,valid_to,ended_on,end_reason
    H,2024-10-01,2025-09-30,2025-06-01,revoked
    A,2026-01-01,2026-12-31,,
    B,2027-01-01,2027-12-31,,
    N,2027-01-01,,,
    """,
    "provisions": """
    provision_id,supplier_id,recipient_id,category,numbers
    P,H,A,ip,10
    Q,A,U,ip,1
    """,
  ]

  private func standing(_ id: String, on day: String = "2026-10-01") throws -> OperatorStanding {
    let audit = try Fixture.audit(on: day, Self.tables)
    let x = try #require(audit.state.chain.operatorIndex(id: id))
    return OperatorStanding(of: x, in: audit.state)
  }

  @Test func aDesignationProvesApprovalUntilReturned() throws {
    let holder = try standing("H")
    #expect(holder.holds.has(.ip) && !holder.holds.has(.fixed))
    let approval = holder.approval(in: .ip)
    #expect(approval.standing == .approved && approval.isByDesignation && approval.row == nil)
    #expect(approval.until == Day("2026-12-31"))
    #expect(holder.approval(in: .fixed).standing == .otherCategory)
    #expect(holder.certification == .init(standing: .revoked, row: 0, until: nil))
    #expect(!holder.isInOrder(in: .ip))
  }

  @Test func recordsOfOnePersonCountTogetherAndRunOn() throws {
    for id in ["A", "B"] {
      let operatorStanding = try standing(id)
      let approval = operatorStanding.approval(in: .ip)
      #expect(approval.standing == .approved && approval.row == 0)
      #expect(approval.until == Day("2027-05-31"))
      #expect(operatorStanding.approval(in: .fixed).standing == .ended)
      #expect(operatorStanding.approval(in: .mobile).standing == .notYet)
      #expect(operatorStanding.approval(in: .service).standing == .otherCategory)
      #expect(
        operatorStanding.certification == .init(standing: .certified, row: 1, until: Day("2027-12-31")))
      #expect(operatorStanding.isInOrder(in: .ip))
    }
  }

  @Test func usersAndNewcomers() throws {
    let user = try standing("U")
    #expect(user.isUser && user.isInOrder(in: .ip))
    #expect(user.approval(in: .ip).standing == .none)
    #expect(user.certification == .init(standing: .never, row: nil, until: nil))
    let new = try standing("N")
    #expect(new.certification == .init(standing: .notYet, row: nil, until: nil))
    let end = try standing("A", on: "2027-12-31").certification
    #expect(end == .init(standing: .certified, row: 2, until: Day("2027-12-31")))
    #expect(try standing("A", on: "2028-01-01").certification.standing == .expired)
  }

  /// An approval that was revoked (取消し) was told as lapsed (失効), without its day.
  @Test func endedApprovalsTellWhenAndHow() throws {
    let tables = [
      "operators": "operator_id,name,corporate_number\nH,H,\nA,A,7000012050002\nB,B,7000012050002\nC,C,",
      "designations": """
      operator_id,range_start,range_end,designated_on,returned_on
      H,050-9990-0000,050-9990-9999,2020-01-01,2026-01-01
      """,
      "approvals": """
      operator_id,category,valid_from,ended_on,end_reason
      A,ip,2022-01-01,2026-07-15,cancelled
      B,ip,2022-01-01,2026-03-01,lapsed
      B,,2020-01-01,2024-03-01,lapsed
      B,mobile,2020-01-01,2025-03-01,
      C,ip,2022-01-01,2026-07-15,lapsed
      C,ip,2022-01-01,2026-07-15,cancelled
      C,ip,2027-01-01,,
      C,fixed,2022-01-01,2026-12-01,cancelled
      """,
    ]
    let audit = try Fixture.audit(on: "2026-10-01", tables)
    func ending(_ id: String, _ category: Banken.Category) throws -> ApprovalEnding? {
      let x = try #require(audit.state.chain.operatorIndex(id: id))
      return OperatorStanding(of: x, in: audit.state).ending(in: category)
    }
    func ended(_ day: String, _ reason: ApprovalEnding.Reason?) throws -> ApprovalEnding {
      ApprovalEnding(day: try #require(Day(day)), reason: reason)
    }
    #expect(try ending("H", .ip) == ended("2026-01-01", .designationReturned))
    #expect(try ending("H", .fixed) == nil)
    // Of one person the record that ended last decides, whichever operator has it.
    for id in ["A", "B"] {
      #expect(try ending(id, .ip) == ended("2026-07-15", .cancelled))
      #expect(try ending(id, .mobile) == ended("2025-03-01", nil))
      #expect(try ending(id, .data) == ended("2024-03-01", .lapsed))
    }
    // Ended and not yet in force again: not told as ended. In force: not ended.
    #expect(try ending("C", .ip) == ended("2026-07-15", .cancelled))
    #expect(try ending("C", .fixed) == nil)
  }

  @Test func whatAMissingTableLeavesOpen() throws {
    var tables = Self.tables
    tables["approvals"] = nil
    tables["certifications"] = nil
    let audit = try Fixture.audit(on: "2026-10-01", tables)
    let a = try #require(audit.state.chain.operatorIndex(id: "A"))
    let h = try #require(audit.state.chain.operatorIndex(id: "H"))
    let (some, holder) = (OperatorStanding(of: a, in: audit.state), OperatorStanding(of: h, in: audit.state))
    #expect(!some.hasApprovals && !some.hasCertifications)
    #expect(some.isApprovalUnknown(in: .ip) && holder.isApprovalUnknown(in: .fixed))
    #expect(!holder.isApprovalUnknown(in: .ip))
    let all = try standing("A")
    #expect(all.hasApprovals && all.hasCertifications && !all.isApprovalUnknown(in: .service))
  }

  /// Standings, and the last day, against the masks and standings of every day.
  @Test func agreesWithTheStandingsOfAll() throws {
    for seed in UInt64(1)...200 {
      let dataset = RandomDataset.make(seed: seed)
      let chain = SupplyChain(dataset.engineTables())
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let options = StateOptions(graceDays: dataset.policy.graceDays)
      let state = DayState(chain, on: day, options: options)
      let all = Standings(state, approvals: true, certifications: true)
      for x in 0..<UInt32(chain.tables.operators.count) {
        let standing = OperatorStanding(of: x, in: state)
        #expect(standing.certification.standing == all.certification(of: x), "seed \(seed)")
        if let last = standing.certification.until {
          #expect(isCertified(x, chain, through: day, last, options), "seed \(seed)")
        }
        for category in Category.allCases {
          let approval = standing.approval(in: category)
          #expect(approval.standing == all.approval(of: x, in: category), "seed \(seed)")
          #expect(
            standing.ending(in: category)?.day.ordinal == lastEnd(of: x, in: category, standing, chain),
            "seed \(seed)")
          if let last = approval.until {
            #expect(isApproved(x, category, chain, through: day, last), "seed \(seed)")
          }
        }
      }
    }
  }

  /// Every operator against a plain reading of the records: holders of many blocks, records of days to come.
  @Test func agreesWithThePlainStanding() {
    var met: [String: Int] = [:]
    for seed in Seeds.all(else: 300) {
      var random = RandomSource(seed: seed)
      let chain = SupplyChain(PlainStanding.randomRecords(&random), threads: 1)
      let options = StateOptions(graceDays: random.int(0...1) * 20, threads: 1)
      let state = DayState(chain, on: PlainStanding.day, options: options)
      for x in 0..<UInt32(chain.tables.operators.count) {
        let (found, plain) = (OperatorStanding(of: x, in: state), PlainStanding(of: x, in: state))
        #expect(found.approvals == plain.approvals, "seed \(seed), \(x)")
        #expect(found.certification == plain.certification, "seed \(seed), \(x)")
        for approval in found.approvals {
          met["\(approval.standing)", default: 0] += 1
          if approval.row != nil, approval.isByDesignation { met["both", default: 0] += 1 }
          if approval.until != nil { met["until", default: 0] += 1 }
        }
        met["\(found.certification.standing)", default: 0] += 1
      }
    }
    let kinds = [
      "approved", "ended", "notYet", "otherCategory", "none", "both", "until", "certified", "revoked",
      "withdrawn", "expired", "never",
    ]
    for kind in kinds { #expect(met[kind, default: 0] > 20, "\(kind) hardly met") }
  }

  /// When the last approval, or designation, of a person that lacks one ended; nil where none has.
  private func lastEnd(
    of x: OperatorIndex, in category: Banken.Category, _ standing: OperatorStanding, _ chain: SupplyChain
  ) -> Int32? {
    if standing.approval(in: category).standing != .ended { return nil }
    let (persons, approvals, blocks) = (
      chain.persons.groupOf, chain.tables.approvals, chain.tables.designations
    )
    let day = standing.day.ordinal
    let ends =
      (0..<approvals.count).filter {
        persons[Int(approvals.operators[$0])] == persons[Int(x)]
          && (approvals.categories[$0] ?? category) == category && approvals.starts[$0] <= day
      }.map { approvals.ends[$0] }
      + (0..<blocks.count).filter {
        persons[Int(blocks.operators[$0])] == persons[Int(x)] && blocks.categories[$0] == category
          && blocks.starts[$0] <= day
      }.map { blocks.ends[$0] }
    return ends.filter { $0 <= day }.max()
  }

  /// Whether the operator is certified on both days and not on the day after the last.
  private func isCertified(
    _ x: OperatorIndex, _ chain: SupplyChain, through day: Day, _ last: Day, _ options: StateOptions
  ) -> Bool {
    let ends = [day, last].map { DayState(chain, on: $0, options: options).isCertified(x) }
    let after = Day(ordinal: last.ordinal + 1).map {
      DayState(chain, on: $0, options: options).isCertified(x)
    }
    return ends == [true, true] && after != true
  }

  private func isApproved(
    _ x: OperatorIndex, _ category: Category, _ chain: SupplyChain, through day: Day, _ last: Day
  ) -> Bool {
    let ends = [day, last].map { DayState(chain, on: $0).isApproved(x, in: category) }
    let after = Day(ordinal: last.ordinal + 1).map { DayState(chain, on: $0).isApproved(x, in: category) }
    return ends == [true, true] && after != true
  }
}
