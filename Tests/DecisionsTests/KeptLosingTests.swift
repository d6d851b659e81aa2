import Banken
import Testing

@testable import Decisions
@testable import TestSupport

/// Numbers that lose every clean chain though their operator keeps one, held against the plain definition.
@Suite struct KeptLosingTests {
  /// A random dataset in which everybody is certified: else few keep a chain.
  private func certified(seed: UInt64) -> PlainDataset {
    var dataset = RandomDataset.make(seed: seed)
    let columns = dataset.tables["certifications"]?.columns ?? []
    for cells in dataset.tables["operators"]?.rows ?? [] {
      let row = ["operator_id": cells[0], "valid_from": OracleCalendar.text(dataset.day - 30)]
      dataset.tables["certifications"]?.rows.append(columns.map { row[$0] ?? "" })
    }
    return dataset
  }

  @Test(arguments: [ImpactEvent.certificate, .exit])
  func agreesNumberByNumberForEveryOperator(_ event: ImpactEvent) throws {
    var (losing, some) = (0, 0)
    for seed in Seeds.all(else: 8) {
      let dataset = certified(seed: seed)
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let policy = try #require(dataset.policy.engine)
      let state = DayState(
        SupplyChain(dataset.engineTables()), on: day,
        options: StateOptions(graceDays: policy.graceDays, threads: 1))
      let ids = state.chain.tables.operators.ids
      for x in 0..<OperatorIndex(ids.count) {
        let oracle = OracleImpact(dataset, operator: ids[Int(x)], event: event.rawValue)
        let expected = oracle.losses.map { "\($0.keptLosing) \($0.keptLosingNumbers)" }
        for mostRows in [-1, Int.max] {
          let impact = Impact(of: x, event, in: state, policy: policy, threads: 1, mostRows: mostRows)
          let found = impact.losses.map { "\($0.keptLosing ?? []) \($0.keptLosingNumbers ?? .max)" }
          #expect(found == expected, "seed \(seed) operator \(x) \(mostRows)")
          if found != expected { return }
        }
        let counted = oracle.losses.filter { $0.keptLosingNumbers > 0 }
        losing += counted.count
        some += counted.count { $0.keptLosingNumbers < $0.keptNumbers }
      }
    }
    #expect(losing > 3 && some > 0)
  }

  /// H provides to A and B, these to V and W; V is a holder besides, and has A provide numbers back to it.
  private static let tables = [
    "operators": "operator_id,name\nH,h\nA,a\nB,b\nV,v\nW,w\n",
    "designations": """
    operator_id,range_start,range_end
    H,05031000000,05031009999
    V,05031010000,05031019999

    """,
    "certifications": "operator_id,valid_from\n"
      + ["H", "A", "B", "V", "W"].map { "\($0),2026-01-01\n" }.joined(),
    "provisions": """
    provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end
    P1,H,A,,,05031000000,05031000999
    P2,H,B,,,05031000500,05031001499
    P3,A,V,,,05031000400,05031000599
    P4,B,V,,,05031000550,05031000649
    P5,A,V,ip,30,,
    P6,B,V,ip,40,,
    P7,A,W,,,05031000390,05031000409
    P8,H,W,ip,5,,
    P9,V,A,,,05031010000,05031010009
    P10,A,V,,,05031010000,05031010009

    """,
  ]

  private func losses(
    _ tables: [String: String], _ event: ImpactEvent = .certificate, mostPieces: Int? = nil
  ) throws -> CategoryLoss {
    let options = StateOptions(threads: 1, mostPieces: mostPieces)
    let state = DayState(
      try Fixture.chain(tables), on: try #require(Day("2026-04-01")), options: options)
    #expect(!state.isTooFragmented)
    let a = try #require(state.chain.operatorIndex(id: "A"))
    return try #require(Impact(of: a, event, in: state, policy: Policy()).losses.first)
  }

  @Test(arguments: [ImpactEvent.certificate, .exit])
  func rangesAreLookedAtNumberByNumber(_ event: ImpactEvent) throws {
    let loss = try losses(Self.tables, event)
    // V keeps 550 to 649 through B and what is its own; it loses 400 to 549, and the thirty that come by count. W loses
    // 390 to 409, ten of which are V's.
    #expect(loss.kept == [3, 4])
    #expect(loss.keptNumbers == 345)
    #expect(loss.keptLosing == [180, 20])
    #expect(loss.keptLosingNumbers == 190)
  }

  @Test func tooManySpansAreNotCounted() throws {
    var tables = Self.tables
    for place in 0..<60 {
      tables["operators"]? += "X\(place),x\n"
      tables["certifications"]? += "X\(place),2026-01-01\n"
      tables["provisions"]? +=
        "Q\(place),A,X\(place),,,05031000390,05031000409\nR\(place),H,X\(place),ip,1,,\n"
    }
    let all = try losses(tables)
    #expect(all.kept.count == 62 && all.keptLosingNumbers == 190)
    let few = try losses(tables, mostPieces: 40)
    #expect(few.kept == all.kept && few.keptNumbers == all.keptNumbers)
    #expect(few.keptLosing == nil && few.keptLosingNumbers == nil)
  }
}
