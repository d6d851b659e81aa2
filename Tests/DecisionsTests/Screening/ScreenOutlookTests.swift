import Banken
import Testing

@testable import Decisions
@testable import TestSupport

/// What is foretold of random candidates against the definition on the days themselves.
@Suite struct ScreenOutlookTests {
  @Test func verdictsOfLaterDaysAreWhatTheOracleSays() throws {
    var (changes, growths) = (0, 0)
    for seed in 1...60 as ClosedRange<UInt64> {
      let dataset = RandomDataset.make(seed: seed)
      guard let policy = dataset.policy.engine else { continue }
      let chain = SupplyChain(dataset.engineTables(), threads: 1)
      var random = RandomSource(seed: seed + 501)
      guard let candidate = ScreenOracle.Candidate.random(dataset, &random),
        let asked = candidate.engine(dataset)
      else { continue }
      let outlook = ScreenOutlook(of: asked, chain, policy: policy, threads: 1)
      let now = ScreenOracle(dataset, candidate).verdict
      changes += outlook.changes.count
      #expect(outlook.changes.map(\.day) == outlook.changes.map(\.day).sorted())
      #expect(outlook.until == asked.startsOn.advanced(byDays: 400))
      let last = outlook.changes.count == 5 ? outlook.changes[4].day : outlook.until
      // Days of change and the days before them, and some others.
      var days = outlook.changes.flatMap { [$0.day, $0.day.advanced(byDays: -1) ?? $0.day] }
      for _ in 0..<3 { days.append(asked.startsOn.advanced(byDays: random.int(1...400)) ?? asked.startsOn) }
      for day in days where day <= last {
        let foretold = outlook.changes.last { $0.day <= day }?.verdict.name ?? now
        let expected = ScreenOracle(dataset, candidate, on: Int(day.ordinal))
        #expect(foretold == expected.verdict, "seed \(seed), \(day): \(expected.reasons) \(candidate)")
      }
      growths += try checkGrowth(outlook, asked, chain, policy)
    }
    #expect(changes > 10)
    #expect(growths > 3)
  }

  /// Holds the growth of the room against the whole ledger on every day; 1 if there is any.
  private func checkGrowth(
    _ outlook: ScreenOutlook, _ candidate: ProvisionCandidate, _ chain: SupplyChain, _ policy: Policy
  ) throws -> Int {
    func room(_ day: Day) -> UInt64? {
      Screening(chain, on: day, policy: policy, threads: 1).headrooms(of: candidate).map(\.headroom).min()
    }
    guard let first = room(candidate.startsOn) else {
      #expect(outlook.growth == nil)
      return 0
    }
    let days = (1...400).lazy.compactMap { candidate.startsOn.advanced(byDays: $0) }
    let grown = days.first { day in room(day).map { $0 > first } ?? true }
    #expect(outlook.growth?.day == grown)
    if let grown { #expect(outlook.growth?.headroom == room(grown)) }
    return grown == nil ? 0 : 1
  }

  /// A ledger that changes on many days is looked at as far as its rows allow.
  @Test func aNeighbourhoodLeavesOutWhatDoesNotMatter() throws {
    let chain = try Fixture.chain([
      "operators": "operator_id,name\nH,H\nA,A\nB,B\nC,C\nD,D\nE,E",
      "designations": "operator_id,range_start,range_end\nH,050-1000-0000,050-1000-9999",
      "provisions": """
      provision_id,supplier_id,recipient_id,category,numbers,ends_on
      P1,H,A,ip,10,
      P2,A,C,ip,1,
      P3,A,D,ip,1,
      P4,D,E,ip,1,
      P5,H,B,ip,1,2026-01-01
      P6,H,B,fixed,1,
      """,
    ])
    let day = try #require(Day("2026-10-01"))
    let candidate = ProvisionCandidate(supplier: 1, recipient: 2, category: .ip, numbers: 1, startsOn: day)
    let around = Neighbourhood(of: candidate, in: chain, Policy(), days: day...day)
    let table = around.chain.tables.provisions
    // What ended before and what is further down is left out; C and D have become one.
    #expect((0..<table.count).map { table.ids[$0] } == ["P1", "P2", "P3", "P6"])
    #expect(table.recipients[1] == table.recipients[2])
    #expect(around.chain.tables.operators.count == 4)
  }
}
