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
        results.operators(about: finding, in: chain) { x in
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
  /// Calls `body` with the operators a finding is about (SPEC §5 "Waivers").
  @inline(__always)
  package func operators(about finding: Finding, in chain: SupplyChain, _ body: (OperatorIndex) -> Void) {
    switch finding.rule.keyKind {
    case .provision:
      let (u, v) = chain.ends(of: finding.subject)
      let subject = finding.rule.waiverSubject
      if subject != .recipient { body(u) }
      if subject == .recipient || subject != .supplier && u != v { body(v) }
    case .cap: body(finding.third)
    case .operatorInCategory, .operator: body(finding.subject)
    case .operatorPair:
      body(finding.subject)
      body(finding.second)
    case .capAndParty, .circle, .identity:
      for x in shownOperators(finding.extra) { body(x) }
    case .waiver: break
    }
  }
}
