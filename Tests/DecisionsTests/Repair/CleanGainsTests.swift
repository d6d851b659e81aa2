import Banken
import Testing

@testable import SupplyChain
@testable import TestSupport

/// What further certificates make clean, against the levels of a ledger in which they are entered.
@Suite struct CleanGainsTests {
  private static let seeds = Seeds.all(else: 300)

  @Test func gainsAreThoseOfALedgerWithTheCertificates() throws {
    var (gained, kept, byRange) = (0, 0, 0)
    for seed in Self.seeds {
      let dataset = RandomDataset.make(seed: seed)
      guard let day = Day(ordinal: Int32(dataset.day)) else { continue }
      let (before, after) = try states(dataset, on: day, seed)
      guard let clean = CleanLevels(before),
        let gains = CleanGains(before, clean, certified: after.certified)
      else {
        #expect(before.levels == nil, "seed \(seed)")
        continue
      }
      for p in 0..<UInt32(before.active.count) where before.tier(of: p) != nil {
        let (was, then) = (before.uncleanNumbers(of: p) == 0, after.uncleanNumbers(of: p) == 0)
        #expect(clean.isClean(p) == was, "seed \(seed), provision \(p)\n\(dataset.listing)")
        #expect(gains.isClean(p) == then, "seed \(seed), provision \(p), gained\n\(dataset.listing)")
        if was { kept += 1 }
        if then && !was {
          gained += 1
          if before.chain.tables.provisions.isRanged(Int(p)) { byRange += 1 }
        }
      }
    }
    #expect(gained >= 250 && byRange >= 50 && kept >= 250, "\(gained), \(byRange), \(kept)")
  }

  /// The state of a ledger, and that of the same with some more operators certified.
  private func states(
    _ dataset: PlainDataset, on day: Day, _ seed: UInt64
  ) throws -> (DayState, DayState) {
    var random = RandomSource(seed: seed &* 131)
    let chain = SupplyChain(dataset.engineTables())
    let ids = chain.tables.operators.ids
    let share = random.pick([10, 30, 70, 100], else: 30)
    let entries = (0..<ids.count).filter { _ in random.chance(share) }
      .map { (action: "certify", id: ids[$0], category: "") }
    let other = SupplyChain(dataset.taking(entries).engineTables())
    let options = StateOptions(graceDays: dataset.policy.graceDays)
    return (DayState(chain, on: day, options: options), DayState(other, on: day, options: options))
  }

  /// Numbers come from one that is clean already, by count from one newly certified, and down a chain of both.
  @Test func numbersComeFromAllSidesAtOnce() throws {
    let tables = [
      "operators": "operator_id,name\nH,H\nG,G\nA,A\nB,B\nC,C\n",
      "designations": """
      operator_id,range_start,range_end
      H,050-9990-0000,050-9990-0999
      G,050-9990-1000,050-9990-1999
      """,
      "approvals": "operator_id,valid_from\n",
      "certifications": "operator_id,valid_from\nH,2026-04-01\nB,2026-04-01\n",
      "provisions": """
      provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end
      P1,H,A,,,050-9990-0000,050-9990-0099
      P2,G,A,,,050-9990-1000,050-9990-1099
      P3,G,A,ip,100,,
      P4,A,B,,,050-9990-0000,050-9990-0099
      P5,A,B,,,050-9990-1050,050-9990-1149
      P6,B,C,,,050-9990-0050,050-9990-1120
      """,
    ]
    let state = try Fixture.audit(on: "2026-10-01", tables).state
    let clean = try #require(CleanLevels(state))
    #expect((0..<6).map { clean.isClean($0) } == [true, false, false, false, false, false])
    // A alone: what comes from G stays unclean.
    var certified = state.certified
    certified[2] = 1
    let one = try #require(CleanGains(state, clean, certified: certified))
    #expect((0..<6).map { one.isClean($0) } == [true, false, false, true, false, false])
    certified[1] = 1
    let two = try #require(CleanGains(state, clean, certified: certified))
    #expect((0..<6).map { two.isClean($0) } == [true, true, true, true, true, true])
  }

  @Test func tooManyPiecesAreGivenUp() throws {
    let operators = (0..<4).map { "O\($0),O\($0)\n" }.joined()
    let ranges = (0..<40).map { place in
      (1..<4).map { hop in
        let start = 1000 + 2 * place
        return "P\(place)-\(hop),O\(hop - 1),O\(hop),050-9990-\(start),050-9990-\(start)\n"
      }.joined()
    }.joined()
    let state = try Fixture.audit(
      on: "2026-10-01",
      [
        "operators": "operator_id,name\n" + operators,
        "designations": "operator_id,range_start,range_end\nO0,050-9990-0000,050-9990-9999\n",
        "certifications": "operator_id,valid_from\nO0,2026-04-01\n",
        "provisions": "provision_id,supplier_id,recipient_id,range_start,range_end\n" + ranges,
      ]
    ).state
    let clean = try #require(CleanLevels(state))
    // Two operators gain forty pieces each.
    for (most, isKept) in [(80, true), (79, false)] {
      let gains = NumberGains(
        state, clean, Int(Category.ip.rawValue), certified: [1, 1, 1, 0], gained: [1, 1, 1, 0],
        mostPieces: most)
      #expect((gains != nil) == isKept)
    }
  }
}
