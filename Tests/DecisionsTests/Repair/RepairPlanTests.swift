import Banken
import Testing

@testable import Decisions
@testable import TestSupport

/// Plans of small ledgers, step by step.
@Suite struct RepairPlanTests {
  /// A holder in order, a wholesaler that is not certified, a reseller that is not approved, one whose certificate ran
  /// out, a user.
  private static let tables = [
    "operators": """
    operator_id,name,corporate_number,role,registration,associations
    H,Holder,,,registered,
    W,Wholesaler,,,registered,
    R,Reseller,,,notified,A1;A2
    S,Small,,,notified,
    U,User,,user,,
    """,
    "designations": """
    operator_id,range_start,range_end
    H,050-9990-0000,050-9990-9999
    """,
    "approvals": """
    operator_id,category,valid_from
    W,ip,2022-01-01
    S,ip,2022-01-01
    """,
    "certifications": """
    operator_id,valid_from,valid_to,ended_on,end_reason
    H,2026-04-01,,,
    R,2026-04-01,,,
    S,2025-04-01,,,
    """,
    "provisions": """
    provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end
    P1,H,W,,,050-9990-0000,050-9990-0999
    P2,W,R,,,050-9990-0000,050-9990-0499
    P3,W,U,,,050-9990-0500,050-9990-0599
    P4,H,S,ip,100,,
    P5,H,U,ip,300,,
    """,
  ]

  private func plan(
    _ tables: [String: String] = tables, goal: String = "100%", policy: Policy = Policy(),
    _ change: (inout RepairOptions) -> Void = { _ in }
  ) throws -> RepairPlan {
    let audit = try Fixture.audit(on: "2026-10-01", tables)
    var options = RepairOptions()
    options.goal = try #require(RepairGoal(goal))
    change(&options)
    return RepairPlan(audit.state, policy, options)
  }

  /// The steps, a line each: what, whose, the category, numbers and fee.
  private func lines(_ plan: RepairPlan) -> [String] {
    zip(plan.entries, plan.steps).map { entry, step in
      [entry.action, entry.id, entry.category, "\(step.numbers)", step.fee.map { "¥\($0)" } ?? ""]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private func with(_ changes: [String: String]) -> [String: String] {
    Self.tables.merging(changes) { $1 }
  }

  @Test func everythingIsCoveredByThreeSteps() throws {
    let plan = try plan()
    #expect(plan.before == coverage(5, 2000, 1, 300))
    #expect(plan.after == coverage(5, 2000, 5, 2000))
    #expect(lines(plan) == ["certify W 1100", "approve R ip 500", "certify S 100"])
    #expect(plan.standing == .proven && plan.leastCost == 3 && plan.reachesGoal)
    #expect(plan.steps.map(\.covered) == [1400, 1900, 2000] && plan.steps.allSatisfy { $0.of == 2000 })
  }

  @Test func aLowerGoalTakesFewerSteps() throws {
    #expect(lines(try plan(goal: "70%")) == ["certify W 1100"])
    // 1,400 of 2,000 are 70%; one number more is out of reach of one step.
    #expect(lines(try plan(goal: "70.01%")) == ["certify W 1100", "approve R ip 500"])
  }

  @Test func theGoalMayBeMetAlready() throws {
    let plan = try plan(goal: "15%")
    #expect(plan.standing == .alreadyMet && plan.steps.isEmpty && plan.reachesGoal)
    #expect(plan.after == plan.before && plan.requests().isEmpty)
  }

  @Test func endsAreLastResortsOfLeavesOnly() throws {
    let plan = try plan { $0.allowsEnd = true }
    // Nobody is cheaper to end than to put in order: as many steps, and an end is never preferred.
    #expect(lines(plan) == ["certify W 1100", "approve R ip 500", "certify S 100"])
    let unapproved = with([
      "approvals": "operator_id,category,valid_from\nW,ip,2022-01-01\n"
    ])
    let other = try self.plan(unapproved) { $0.allowsEnd = true }
    #expect(lines(other) == ["certify W 1100", "approve R ip 500", "end P4 100"])
    #expect(other.after == coverage(4, 1900, 4, 1900) && other.standing == .proven)
    #expect(other.requests().map(\.numbers) == [1000, 100, 500])
    #expect(other.steps.map(\.covered) == [1400, 1900, 1900] && other.steps.map(\.of) == [2000, 2000, 1900])
  }

  @Test func theCheaperOfTwoRoutesIsTaken() throws {
    let tables = with([
      "operators": Self.tables["operators"].map { $0 + "\nX,Extra,,,notified,\nV,Valley,,,notified," } ?? "",
      "approvals": "operator_id,valid_from\nW,2022-01-01\nX,2022-01-01\nV,2022-01-01\nR,2022-01-01\n",
      "certifications": "operator_id,valid_from\nH,2026-04-01\nR,2026-04-01\nX,2026-04-01\n",
      // V gets its numbers from W and from X, and passes some on to R.
      "provisions": """
      provision_id,supplier_id,recipient_id,category,numbers
      P1,H,W,ip,10
      P2,H,X,ip,10
      P3,W,V,ip,5
      P4,X,V,ip,5
      P5,V,R,ip,80
      """,
    ])
    let plan = try plan(tables, goal: "80%")
    #expect(lines(plan) == ["certify V 85"])
    #expect(plan.after == coverage(5, 110, 3, 95))
  }

  @Test func onePersonTakesOneStepAndIsAskedByEverySupplier() throws {
    let operators = (Self.tables["operators"] ?? "")
      .replacing("W,Wholesaler,,", with: "W,Wholesaler,7000012050002,")
      .replacing("S,Small,,", with: "S,Small,7000012050002,")
    let plan = try plan(with(["operators": operators]))
    #expect(lines(plan) == ["certify W 1200", "approve R ip 500"])
    #expect(
      plan.requests() == [
        RepairRequest(supplier: 0, operatorIndex: 1, step: 0, provisions: 1, numbers: 1000),
        RepairRequest(supplier: 0, operatorIndex: 3, step: 0, provisions: 1, numbers: 100),
        RepairRequest(supplier: 1, operatorIndex: 2, step: 1, provisions: 1, numbers: 500),
      ])
  }

  @Test func feesDecideByMembershipAndRenewal() throws {
    var policy = Policy()
    policy.fees = Policy.Fees(
      associations: ["A1"], members: .init(first: 80_000, renewal: 60_000),
      others: .init(first: 260_000, renewal: 250_000), approval: 5_000)
    let certifications = "operator_id,valid_from,valid_to\nH,2026-04-01,\nS,2025-04-01,2026-03-31\n"
    let plan = try plan(with(["certifications": certifications]), policy: policy) { $0.measure = .fees }
    #expect(
      lines(plan) == [
        "certify W 1100 ¥260000", "certify S 100 ¥250000", "certify R 0 ¥80000", "approve R ip 500 ¥5000",
      ])
    #expect(plan.cost == 595_000 && plan.leastCost == 595_000 && plan.standing == .proven)
    let bases = plan.steps.map { step in step.feeBasis.map { "\($0.isMember) \($0.isRenewal)" } }
    #expect(bases == ["false false", "false true", "true false", nil])
    // R for ¥85,000 would not do; W alone is dearer than nothing but enough.
    #expect(
      try self.plan(goal: "70%", policy: policy) { $0.measure = .fees }.cost == 260_000)
  }

  @Test func withoutDesignationsNothingCanBeSaid() throws {
    var tables = Self.tables
    tables["designations"] = nil
    let plan = try plan(tables)
    #expect(plan.standing == .notEvaluated(.noTable(.designations)) && !plan.reachesGoal)
    tables["designations"] = "operator_id,range_start,range_end\n"
    let empty = try self.plan(tables)
    for name in ["approvals", "certifications"] {
      var tables = Self.tables
      tables[name] = nil
      let table: TableName = name == "approvals" ? .approvals : .certifications
      let plan = try self.plan(tables)
      #expect(plan.standing == .notEvaluated(.noTable(table)) && plan.steps.isEmpty)
    }
    #expect(empty.standing == .alreadyMet && empty.before == coverage(0, 0, 0, 0))
  }

  @Test func aHolderWithoutSupplierIsAskedItself() throws {
    let plan = try plan(
      with(["certifications": "operator_id,valid_from\nW,2026-04-01\n"]), goal: "65%")
    #expect(lines(plan) == ["certify H 1400"])
    #expect(
      plan.requests() == [
        RepairRequest(supplier: nil, operatorIndex: 0, step: 0, provisions: 0, numbers: 0)
      ])
  }

  private static let counts = [
    "operators": "operator_id,name\nH,H\nX,X\nY,Y\nZ,Z\nV,V\n",
    "designations": "operator_id,range_start,range_end\nH,050-9990-0000,050-9990-9999\n",
    "approvals": "operator_id,valid_from\nX,2022-01-01\nY,2022-01-01\nZ,2022-01-01\nV,2022-01-01\n",
  ]

  /// What a step shares with later ones does not move it ahead of a step that covers more at once.
  @Test(arguments: [4_000, 0]) func theStepThatCoversMostNextComesNext(_ limit: Int) throws {
    let tables = Self.counts.merging([
      "certifications": "operator_id,valid_from\nH,2026-04-01\n",
      "provisions": """
      provision_id,supplier_id,recipient_id,category,numbers
      P1,H,X,ip,400
      P2,H,Y,ip,500
      P3,X,Z,ip,1000
      """,
    ]) { $1 }
    let plan = try plan(tables) { $0.limits.provisions = limit }
    #expect(lines(plan) == ["certify Y 500", "certify X 400", "certify Z 1000"])
    #expect(plan.steps.map(\.covered) == [500, 900, 1900])
  }

  /// Numbers are told of the step that covers them, by whatever chain it is.
  @Test(arguments: [4_000, 0]) func whatBecomesCoveredAnotherWayCountsAtOnce(_ limit: Int) throws {
    let tables = Self.counts.merging([
      "certifications": "operator_id,valid_from\nH,2026-04-01\nZ,2026-04-01\nV,2026-04-01\n",
      // Z has its numbers from X and from Y, and passes some on to V.
      "provisions": """
      provision_id,supplier_id,recipient_id,category,numbers
      P1,H,X,ip,10
      P2,H,Y,ip,500
      P3,X,Z,ip,5
      P4,Y,Z,ip,5
      P5,Z,V,ip,80
      """,
    ]) { $1 }
    let plan = try plan(tables) { $0.limits.provisions = limit }
    #expect(lines(plan) == ["certify Y 585", "certify X 15"])
    #expect(plan.steps.last?.covered == plan.after.covered && plan.after == coverage(5, 600, 5, 600))
  }

  /// A chain so long that no provision's needs are looked at one by one: taken tier by tier.
  @Test func longChainsAreTakenFromTheTop() throws {
    let count = 60
    let names = (0..<count).map { "O\(100 + $0)" }
    let tables = [
      "operators": "operator_id,name\n" + names.map { "\($0),\($0)\n" }.joined(),
      "designations": "operator_id,range_start,range_end\nO100,050-9990-0000,050-9990-9999\n",
      "approvals": "operator_id,valid_from\n" + names.map { "\($0),2022-01-01\n" }.joined(),
      "certifications": "operator_id,valid_from\n",
      "provisions": "provision_id,supplier_id,recipient_id,range_start,range_end\n"
        + (1..<count).map { "P\($0),\(names[$0 - 1]),\(names[$0]),050-9990-0000,050-9990-0099\n" }.joined(),
    ]
    let plan = try plan(tables, goal: "50%") { $0.limits.provisions = 0 }
    #expect(plan.entries.map(\.id) == Array(names.prefix(31)))
    #expect(plan.after == coverage(59, 5900, 30, 3000) && plan.standing == .greedy)
    #expect(plan.leastCost <= 31)
    let exact = try self.plan(tables, goal: "50%") { $0.limits.needs = 100 }
    #expect(exact.entries.map(\.id) == Array(names.prefix(31)))
    // Nobody can be spared: a plan as short as its bound is proven, however it was found.
    let all = try self.plan(tables, goal: "100%") { $0.limits.provisions = 0 }
    #expect(all.entries.map(\.id) == names && all.leastCost == 60 && all.standing == .proven)
  }

  private func coverage(
    _ provisions: Int, _ numbers: UInt64, _ coveredProvisions: Int, _ covered: UInt64
  ) -> RepairCoverage {
    var coverage = RepairCoverage()
    (coverage.provisions, coverage.numbers) = (provisions, numbers)
    (coverage.coveredProvisions, coverage.covered) = (coveredProvisions, covered)
    return coverage
  }
}

@Suite struct RepairGoalTests {
  @Test(
    arguments: [
      ("95%", 950_000), ("0.95", 950_000), ("100%", 1_000_000), ("1", 1_000_000), ("0", 0),
      ("99.5 %", 995_000), ("９５％", 950_000), ("0.0001%", 1), ("0.000001", 1), ("1.0", 1_000_000),
    ] as [(String, UInt64)]) func readsShares(_ text: String, _ millionths: UInt64)
  {
    #expect(RepairGoal(text)?.millionths == millionths)
  }

  @Test(arguments: ["", "%", "95", "101%", "1.1", "-5%", "0.95.1", "95%%", "1e2%", ".5", "5.%", "0.00001%"])
  func refusesWhatIsNoShare(_ text: String) {
    #expect(RepairGoal(text) == nil)
  }

  @Test func sharesAreExact() {
    let goal = RepairGoal(millionths: 950_000)
    #expect(goal.numerator == 19 && goal.denominator == 20)
    #expect(goal.isReached(19, of: 20) && !goal.isReached(18, of: 19) && goal.isReached(0, of: 0))
    #expect(goal.leastCovered(of: 21) == 20)
    #expect(!RepairGoal(millionths: 1_000_000).isReached(.max - 1, of: .max))
  }
}
