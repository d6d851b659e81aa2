import Banken
import SupplyChain
import TestSupport
import Testing

@testable import Audit

/// Ledgers in which ranges meet many others, so that sums are kept up from day to day, against the walk.
@Suite struct FragmentedPeriodTests {
  /// A holder, an operator that receives fragments on different days and passes on nested ranges, and recipients.
  private static func chain(fragments: Int, nested: Int, certified: Bool) -> SupplyChain {
    var tables = Tables()
    for x in 0..<4 { tables.operators.append(id: "O\(x)") }
    let first = Day(unchecked: 46_000)
    func day(_ offset: Int) -> Day { Day(unchecked: first.ordinal + Int32(offset)) }
    tables.designations.append(operator: 0, category: .ip, range: 5_031_230_000...5_031_239_999)
    for x in [UInt32(0), 2, 3] {
      tables.certifications.append(operator: x, validFrom: day(-400), validTo: day(400))
    }
    tables.certifications.append(
      operator: 1, validFrom: day(-400), validTo: day(certified ? 400 : 1))
    tables.provisions.declare([.resaleClause, .declaredOn])
    for place in 0..<fragments {
      let start = 5_031_230_000 + UInt64(place) * 10
      tables.provisions.append(
        id: "F\(place)", supplier: UInt32(place % 3 == 0 ? 1 : 0), recipient: 2, category: .ip,
        range: start...start + UInt64(place % 10), startsOn: day(place % 5 - 2), endsOn: day(place % 7 + 1))
    }
    tables.provisions.append(
      id: "G", supplier: 0, recipient: 1, category: .ip, range: 5_031_230_000...5_031_232_000,
      startsOn: day(-3), endsOn: day(4))
    for place in 0..<nested {
      let width = UInt64(fragments * 10 - place)
      tables.provisions.append(
        id: "N\(place)", supplier: 2, recipient: 3, category: .ip,
        range: 5_031_230_000 + UInt64(place)...5_031_230_000 + width, startsOn: day(place % 3 - 1),
        endsOn: day(place % 4 + 2))
    }
    return SupplyChain(tables)
  }

  @Test(arguments: [true, false])
  func daysAgreeWithTheWalk(certified: Bool) throws {
    let chain = Self.chain(fragments: 60, nested: 50, certified: certified)
    var options = AuditOptions()
    options.policy.completeLedger = .all
    for (first, last) in [(0, 0), (0, 1), (-3, 8), (2, 2)] {
      let (from, to) = (Day(unchecked: 46_000 + Int32(first)), Day(unchecked: 46_000 + Int32(last)))
      let found = try #require(
        PeriodAudit(chain, from: from, to: to, options: options, usesIntervals: true))
      let walked = try #require(
        PeriodAudit(chain, from: from, to: to, options: options, usesIntervals: false))
      for (one, other) in zip(found.outcomes, walked.outcomes) {
        #expect(one.findings.results.findings == other.findings.results.findings, "\(one.rule)")
        for place in 0..<min(one.findings.count, other.findings.count) {
          #expect(one.findings.spans(of: place) == other.findings.spans(of: place), "\(one.rule)")
        }
      }
      let spoken = found.outcomes.filter { $0.findings.count > 0 }.map(\.rule)
      #expect(spoken.contains(.secondTierResale) && spoken.contains(.rangeNotHeld))
      #expect(spoken.contains(.uncertifiedUpstream) == !certified || last < 2)
    }
  }

  /// Few operators, numbers and days, so that everything meets everything; days at once, the walk and the oracle.
  @Test func denseLedgersAgree() throws {
    for seed in UInt64(1)...60 {
      let ledger = DenseLedger(
        seed: seed, operators: 4, suppliers: 3, provisions: seed % 4 == 0 ? 120 : 24, numbers: 30)
      let (from, to) = (ledger.dataset.day - 10, ledger.dataset.day + 4)
      let found = try #require(ledger.dataset.enginePeriodAudit(from: from, to: to))
      let walked = try #require(
        ledger.dataset.enginePeriodAudit(from: from, to: to, usesIntervals: false))
      #expect(found.differences(from: walked).isEmpty, "seed \(seed)")
      if seed % 10 > 0 { continue }
      let expected = PeriodOracle(ledger.dataset).audit(from: from, to: to)
      #expect(expected.differences(from: found).isEmpty, "seed \(seed)")
    }
  }
}
