import Banken
import Testing

@testable import TestSupport

@Suite struct CriticalOperatorsTests {
  private func state(_ tables: [String: String]) throws -> DayState {
    DayState(try Fixture.chain(tables), on: try #require(Day("2026-04-01")))
  }

  @Test func agreesWithTakingEveryCertificateAway() throws {
    var found = 0
    for seed in Seeds.all(else: 250) {
      let dataset = RandomDataset.make(seed: seed)
      let chain = SupplyChain(dataset.engineTables())
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let state = DayState(chain, on: day, options: StateOptions(graceDays: dataset.policy.graceDays))
      let critical = CriticalOperators(state, threads: seed % 2 == 0 ? 1 : 2)
      let oracle = OracleCritical(dataset)
      let rows = critical.rows.sorted {
        ($0.category.rawValue, $0.operatorIndex) < ($1.category.rawValue, $1.operatorIndex)
      }
      let ids = chain.tables.operators.ids
      let lines = rows.map { row in
        "\(ids[Int(row.operatorIndex)]) \(row.category.name) \(row.dependents) \(row.numbers)"
      }
      let expected = oracle.rows.map { "\($0.id) \($0.category) \($0.dependents.count) \($0.numbers)" }
      #expect(lines == expected, "seed \(seed)")
      #expect(
        critical.categories.map { "\($0.category.name) \($0.operators) \($0.numbers)" }
          == oracle.wholes.map { "\($0.category) \($0.operators) \($0.numbers)" }, "seed \(seed)")
      for (left, right) in zip(critical.rows, critical.rows.dropFirst()) {
        #expect((left.dependents, left.numbers) >= (right.dependents, right.numbers), "seed \(seed)")
      }
      found += critical.rows.count
    }
    #expect(found > 100)
  }

  @Test func ranksByOperatorsThenNumbers() throws {
    let state = try state(
      [
        "operators": "operator_id,name\nH,h\nA,a\nB,b\nC,c\nD,d\nE,e\n",
        "designations": "operator_id,range_start,range_end\nH,05031000000,05031009999\n",
        "certifications":
          "operator_id,valid_from\nH,2026-01-01\nA,2026-01-01\nB,2026-01-01\nC,2026-01-01\nD,2026-01-01\n",
        "provisions": """
        provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end
        P1,H,A,ip,,05031000000,05031000099
        P2,A,B,ip,,05031000000,05031000049
        P3,A,B,ip,,05031000040,05031000059
        P4,H,C,ip,300,,
        P5,C,D,ip,250,,
        P6,A,E,ip,10,,
        """,
      ])
    let critical = CriticalOperators(state)
    #expect(critical.notEvaluated == nil)
    // E is not certified: it has no clean level to lose.
    typealias Row = CriticalOperators.Row
    #expect(
      critical.rows == [
        Row(operatorIndex: 0, category: .ip, dependents: 4, numbers: 650),
        Row(operatorIndex: 3, category: .ip, dependents: 1, numbers: 250),
        Row(operatorIndex: 1, category: .ip, dependents: 1, numbers: 60),
      ])
    #expect(critical.categories == [CriticalOperators.Whole(category: .ip, operators: 5, numbers: 650)])
  }

  @Test func withoutCertificationsThereIsNoAnswer() throws {
    let operators = "operator_id,name\nH,h\n"
    let designations = "operator_id,range_start,range_end\nH,05031000000,05031009999\n"
    let none = try state(["operators": operators, "designations": designations])
    #expect(CriticalOperators(none).notEvaluated == .noTable(.certifications))
    let unrooted = try state(
      ["operators": operators, "certifications": "operator_id,valid_from\nH,2026-01-01\n"])
    #expect(CriticalOperators(unrooted).notEvaluated == .noTable(.designations))
    #expect(CriticalOperators(unrooted).rows.isEmpty)
  }
}
