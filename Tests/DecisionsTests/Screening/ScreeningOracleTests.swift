import Banken
import Testing

@testable import Decisions
@testable import TestSupport

/// Answers to random candidates in random ledgers against the definition, worked out by the oracle.
@Suite struct ScreeningOracleTests {
  private struct Tally {
    var rules: [String: Int] = [:]
    var verdicts: [String: Int] = [:]
    var failures: [String] = []
  }

  @Test func answersAreWhatTheOracleSays() async {
    let tally = await withTaskGroup(of: Tally.self) { group in
      for share in 0..<4 {
        group.addTask { Self.run(Seeds.all(else: 200).filter { $0 % 4 == share }) }
      }
      var all = Tally()
      for await one in group {
        all.rules.merge(one.rules, uniquingKeysWith: +)
        all.verdicts.merge(one.verdicts, uniquingKeysWith: +)
        all.failures += one.failures
      }
      return all
    }
    for failure in tally.failures { Issue.record("\(failure)") }
    // Rules that a candidate can never break, and those that are no matter of provisions.
    let silent: Set<RuleID> = [
      .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed, .undeclaredResale,
      .deemedApprovalInvalid, .designationOverlap, .sharedIdentity, .waiverExpired,
    ]
    for rule in RuleID.allCases {
      if silent.contains(rule) {
        #expect(tally.rules[rule.name] == nil, "\(rule.name) spoke")
      } else {
        #expect(tally.rules[rule.name, default: 0] >= 2, "\(rule.name) hardly spoke")
      }
    }
    for verdict in ScreenVerdict.allCases { #expect(tally.verdicts[verdict.name, default: 0] >= 20) }
  }

  private static func run(_ seeds: [UInt64]) -> Tally {
    var tally = Tally()
    for seed in seeds where tally.failures.count < 2 {
      let dataset = RandomDataset.make(seed: seed)
      guard let policy = dataset.policy.engine, let day = Day(ordinal: Int32(dataset.day)) else { continue }
      let chain = SupplyChain(dataset.engineTables(), threads: 1)
      let screening = Screening(chain, on: day, policy: policy, threads: Int(seed % 2) + 1)
      // What is kept for candidates to come must not change their answers: keep everything.
      let keeping = Screening(
        screening.state, policy: policy, threads: 1,
        effort: ScreeningEffort(fewRows: -1, steps: seed % 3 == 0 ? 0 : 2, allSteps: 100))
      var random = RandomSource(seed: seed + 77)
      let before = Oracle(dataset).audit().findings
      for _ in 0..<4 {
        guard let candidate = ScreenOracle.Candidate.random(dataset, &random),
          let asked = candidate.engine(dataset)
        else { continue }
        let expected = ScreenOracle(dataset, candidate, before: before)
        let answer = screening.answer(asked)
        for _ in 0..<2 {
          let isSame =
            keeping.answer(asked) == answer && keeping.headrooms(of: asked) == screening.headrooms(of: asked)
          if !isSame { tally.failures.append("seed \(seed), \(candidate): another answer when asked again") }
        }
        let found = ScreenOracle.lines(answer, chain, screening.caps)
        for reason in answer.reasons + answer.waived { tally.rules[reason.rule.name, default: 0] += 1 }
        tally.verdicts[answer.verdict.name, default: 0] += 1
        let defined = ScreenOracle.lines(screening.definition(of: asked), chain, screening.caps)
        if found != expected.reasons || answer.verdict.name != expected.verdict || defined != expected.reasons
        {
          tally.failures.append(
            dataset.listing + "\(candidate)\nseed \(seed)\noracle \(expected.verdict) \(expected.reasons)\n"
              + "answer \(answer.verdict) \(found)\ndefinition \(defined)")
          break
        }
      }
    }
    return tally
  }
}
