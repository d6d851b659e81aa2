import SupplyChain

extension OperatorExposure {
  /// How many operators are named.
  package static let namedAtMost = 10

  /// The operators with most number-days of unwaived findings; those without any are left out.
  ///
  /// A finding is about the operators that a waiver of it may name (SPEC §5 "Waivers"), and counts in full for each.
  ///
  /// - Complexity: O(*n*) in operators, findings and their spans, and in the lists of the rules that count numbers.
  static func worst(_ outcomes: [PeriodOutcome], _ chain: SupplyChain) -> [OperatorExposure] {
    var counts = [Int](repeating: 0, count: chain.tables.operators.count)
    var sums = [UInt64](repeating: 0, count: counts.count)
    for outcome in outcomes where outcome.numberDays > 0 {
      let results = outcome.findings.results
      for (place, finding) in results.findings.enumerated() where !finding.isWaived {
        let numberDays = outcome.findings.numberDays(of: place)
        for x in results.operators(about: finding, in: chain) {
          counts[Int(x)] += 1
          sums[Int(x)] = sums[Int(x)].addingSaturated(numberDays)
        }
      }
    }
    var worst: [OperatorExposure] = []
    for x in sums.indices where sums[x] > 0 {
      guard worst.count < namedAtMost || sums[x] > worst[worst.count - 1].numberDays else { continue }
      let place = worst.firstIndex { $0.numberDays < sums[x] } ?? worst.count
      worst.insert(
        OperatorExposure(operatorIndex: OperatorIndex(x), findings: counts[x], numberDays: sums[x]), at: place
      )
      if worst.count > namedAtMost { worst.removeLast() }
    }
    return worst
  }
}

extension RuleFindings {
  /// The operators a finding is about (SPEC §5 "Waivers").
  func operators(about finding: Finding, in chain: SupplyChain) -> [OperatorIndex] {
    switch finding.rule.keyKind {
    case .provision:
      let (u, v) = chain.ends(of: finding.subject)
      switch finding.rule.waiverSubject {
      case .recipient: return [v]
      case .supplier: return [u]
      case .bothEnds, .members: return u == v ? [u] : [u, v]
      }
    case .cap: return [finding.third]
    case .operatorInCategory, .operator: return [finding.subject]
    case .operatorPair: return [finding.subject, finding.second]
    case .capAndParty, .circle, .identity: return Array(shownOperators(finding.extra))
    case .waiver: return []
    }
  }
}
