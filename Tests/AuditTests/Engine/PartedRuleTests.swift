import Banken
import SupplyChain
import Testing

@testable import Audit
@testable import TestSupport

@Suite struct PartedRuleTests {
  private func context(operators count: Int, threads: Int = 1) -> AuditContext {
    var tables = Tables()
    for x in 0..<count { tables.operators.append(id: "O\(x)") }
    return AuditContext(
      state: DayState(SupplyChain(tables), on: .earliest), policy: Policy(), rules: [], threads: threads)
  }

  @Test(arguments: [0, 1, 16_383, 16_384, 16_385, 40_000])
  func partsHaveEveryOperatorOnce(count: Int) {
    let context = context(operators: count)
    var next: UInt32 = 0
    for part in 0..<context.operatorParts {
      let operators = context.operators(ofPart: part)
      #expect(operators.lowerBound == next)
      #expect(!operators.isEmpty)
      next = operators.upperBound
    }
    #expect(next == UInt32(count))
  }

  /// Operators of several parts that pass on what they do not have, every fifth twice as much.
  @Test(arguments: [1, 2, 7]) func findingsOfPartsAreJoinedInOrder(threads: Int) {
    let count: UInt32 = 40_000
    var tables = Tables()
    tables.declare(.designations)
    for x in 0..<count { tables.operators.append(id: String(100_000 + x)) }
    for x in 0..<count where x % 3 != 0 {
      tables.provisions.append(
        id: "P\(x)", supplier: x, recipient: x - x % 3, category: .ip, numbers: x % 5 == 0 ? 2 : 1)
    }
    let audit = DayAudit(
      SupplyChain(tables), on: .latest, options: AuditOptions(rules: [.noSource], threads: threads))
    let found = audit.findings(of: .noSource)
    let expected = (0..<count).filter { $0 % 3 != 0 }
    let subjects = found.map(\.subject) == expected
    let numbers = found.map(\.numbers) == expected.map { $0 % 5 == 0 ? 2 : 1 }
    #expect(found.count == expected.count)
    #expect(subjects && numbers)
  }

  /// Everybody passes on one number too many, one great supplier many: each is looked at once.
  @Test(arguments: [1, 2, 7]) func passesOverFlowsHaveEverySupplierOnce(threads: Int) {
    let count: UInt32 = 30_000
    let great: UInt32 = 12_345
    var tables = Tables()
    tables.declare(.designations)
    for x in 0..<count { tables.operators.append(id: String(100_000 + x)) }
    for x in 0..<count - 1 {
      for (supplier, numbers) in [(x, 2 * UInt64(x) + 10), (great, 1)] where supplier != x + 1 {
        tables.provisions.append(
          id: "P\(x)-\(numbers)", supplier: supplier, recipient: x + 1, category: x < 20_000 ? .ip : .fixed,
          numbers: numbers)
      }
    }
    let state = DayState(SupplyChain(tables), on: .latest)
    let context = AuditContext(state: state, policy: Policy(), rules: [], threads: threads)
    // Without ranges there is nothing to look for by the other rule.
    let passes = FlowPass.passes(for: [.overProvision, .rangeNotHeld], context)
    #expect(passes.map(\.rules) == [[.overProvision], [.overProvision]])
    #expect(passes.map(\.parts) == [2, 1])
    let audit = DayAudit(state, options: AuditOptions(rules: [.overProvision], threads: threads))
    let found = audit.findings(of: .overProvision)
    // The first of each category has no source.
    let expected = (0..<count - 1).filter { $0 != 0 && $0 != 20_000 }
    let subjects = found.map(\.subject) == expected
    let numbers = found.map(\.numbers) == expected.map { $0 == great ? 20_001 : 1 }
    #expect(subjects && numbers)
  }

  /// Every such rule by parts, against the rule as a whole; the other threads against one.
  @Test func partsComeToTheWhole() throws {
    for seed in 1..<60 as Range<UInt64> {
      let dataset = RandomDataset.make(seed: seed)
      let policy = try #require(dataset.policy.engine)
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let state = DayState(SupplyChain(dataset.engineTables()), on: day)
      let context = AuditContext(state: state, policy: policy, rules: Set(RuleID.allCases), threads: 1)
      for rule in RuleID.allCases {
        guard let parted = rule.rule as? any PartedRule, rule.lack(in: state, policy) == nil else { continue }
        var whole = RuleFindings()
        parted.find(in: context, into: &whole)
        var joined = RuleFindings()
        for part in 0..<parted.parts(in: context) {
          var one = RuleFindings()
          parted.find(part, in: context, into: &one)
          #expect(one.listCount == 0)
          joined.take(one)
        }
        #expect(joined.findings == whole.findings, "seed \(seed), \(rule.name)")
      }
      let one = PlainAudit(DayAudit(state, options: AuditOptions(policy: policy, threads: 1)))
      for threads in [2, 7] {
        let audit = DayAudit(state, options: AuditOptions(policy: policy, threads: threads))
        #expect(PlainAudit(audit) == one, "seed \(seed)")
      }
    }
  }
}
