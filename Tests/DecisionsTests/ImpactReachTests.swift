import Banken
import Testing

@testable import Decisions
@testable import TestSupport

/// The part of a ledger that an event can reach, held against two audits of the whole.
@Suite struct ImpactReachTests {
  private func answer(_ impact: Impact) -> String {
    let context = ReportContext(language: .ja, toolVersion: "1", dataset: "d")
    return String(decoding: impact.answer(.json, context: context), as: UTF8.self)
  }

  @Test(arguments: ImpactEvent.allCases) func agreesWithTwoAuditsOfTheWhole(_ event: ImpactEvent) throws {
    var (asked, changed) = (0, 0)
    for seed in Seeds.all(else: 60) {
      let dataset = RandomDataset.make(seed: seed)
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let policy = try #require(dataset.policy.engine)
      let chain = SupplyChain(dataset.engineTables())
      let state = DayState(chain, on: day, options: StateOptions(graceDays: policy.graceDays, threads: 1))
      let count = chain.tables.operators.count
      // Some operators of each dataset; the seeds go through all of them in time.
      for step in 0..<min(4, count) {
        let x = OperatorIndex((Int(seed) * 7 + step * 5) % count)
        let whole = Impact(of: x, event, in: state, policy: policy, threads: 1, mostRows: -1)
        let part = Impact(of: x, event, in: state, policy: policy, threads: 1, mostRows: .max)
        let (expected, found) = (answer(whole), answer(part))
        asked += 1
        if !whole.rules.allSatisfy({ !$0.isChanged }) { changed += 1 }
        guard expected != found else { continue }
        Issue.record("seed \(seed) operator \(x)\n\(expected)\n\(found)")
        return
      }
    }
    #expect(asked > 100 && changed > 30)
  }

  /// A holder, who provides to many; one of them passes on to a third operator, and nothing else is near.
  private func hub(recipients: Int, isCertified: Bool = true, numbers: UInt64 = 1) throws -> DayState {
    var tables = Tables()
    for name in TableName.allCases { tables.declare(name) }
    let holder = tables.operators.append(id: "H")
    tables.designations.append(operator: holder, category: .ip, range: 5_031_000_000...5_031_009_999)
    for place in 0..<recipients {
      let y = tables.operators.append(id: "Y\(place)")
      let z = tables.operators.append(id: "Z\(place)")
      tables.provisions.append(
        id: "PY\(place)", supplier: holder, recipient: y, category: .ip, numbers: numbers)
      tables.provisions.append(id: "PZ\(place)", supplier: y, recipient: z, category: .ip, numbers: 1)
    }
    let (x, last) = (tables.operators.append(id: "X"), tables.operators.append(id: "L"))
    for operatorIndex in isCertified ? [holder, x, last] : [x, last] {
      tables.certifications.append(operator: operatorIndex, validFrom: .earliest, validTo: .latest)
    }
    tables.provisions.append(id: "PX", supplier: holder, recipient: x, category: .ip, numbers: 10)
    tables.provisions.append(id: "PL", supplier: x, recipient: last, category: .ip, numbers: 10)
    tables.operators.origin.file = "operators.csv"
    tables.operators.origin.lines = tables.operators.roles.indices.map { UInt32($0) + 2 }
    tables.provisions.origin.file = "provisions.csv"
    tables.provisions.origin.lines = tables.provisions.suppliers.indices.map { 3 * UInt32($0) + 2 }
    return DayState(SupplyChain(tables), on: try #require(Day("2026-10-01")))
  }

  private func impact(_ name: String, _ event: ImpactEvent, in state: DayState, mostRows: Int) throws
    -> Impact
  {
    let x = try #require(state.chain.operatorIndex(id: name))
    return Impact(of: x, event, in: state, policy: Policy(), threads: 2, mostRows: mostRows)
  }

  @Test func takesOverNoMoreThanItNeeds() throws {
    let state = try hub(recipients: 1_000)
    let certificate = try impact("X", .certificate, in: state, mostRows: 100)
    #expect(certificate.vanishing.state.chain.tables.provisions.count == 2)
    #expect(certificate.losses.map(\.lost) == [[2_002]])
    // Of what the holder provides to others one provision will do.
    let exit = try impact("X", .exit, in: state, mostRows: 100)
    #expect(exit.vanishing.state.chain.tables.provisions.count == 3)
    #expect(exit.vanishing.state.chain.tables.operators.count == 4)
    #expect(exit.losses.map(\.lost) == [[2_002]])
    // Everybody gets numbers from the holder.
    let whole = try impact("H", .exit, in: state, mostRows: 1_010)
    #expect(whole.vanishing.state.chain.tables.provisions.count == 2_002)
  }

  /// What a supplier provides to others is counted where a finding tells the sum; its recipients are all the same.
  @Test(arguments: [false, true]) func sumsOfASupplierAreCountedWhereTheyMatter(_ isOver: Bool) throws {
    // Either it is not certified, or it provides 11,000 numbers of 10,000 and buys none.
    let state = try hub(recipients: 1_000, isCertified: isOver, numbers: isOver ? 11 : 1)
    let part = try impact("X", .exit, in: state, mostRows: 1_010)
    #expect(part.vanishing.state.chain.tables.provisions.count == 1_002)
    #expect(part.vanishing.state.chain.tables.operators.count == 4)
    let whole = try impact("X", .exit, in: state, mostRows: -1)
    #expect(answer(part) == answer(whole))
    let rule = isOver ? RuleID.overProvision : .uncertifiedSupplier
    #expect(part.rules.first { $0.rule == rule }?.shrunk == 1)
  }

  @Test func rowsKeepTheirLines() throws {
    let state = try hub(recipients: 20)
    let part = try impact("X", .certificate, in: state, mostRows: .max)
    let whole = try impact("X", .certificate, in: state, mostRows: -1)
    let sources = part.appearing.outcomes.flatMap { outcome in
      outcome.results.findings.map { finding in
        let source = part.appearing.details(of: finding, in: outcome.results).source
        return "\(outcome.rule.name) \(source?.file ?? "") \(source?.line ?? 0)"
      }
    }
    #expect(
      sources == [
        "uncertified-recipient provisions.csv 122", "uncertified-supplier operators.csv 43",
      ])
    #expect(answer(part) == answer(whole))
  }
}
