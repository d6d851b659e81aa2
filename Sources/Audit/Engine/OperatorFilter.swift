import Bytes
import Numbering
import SupplyChain

/// Keeps the findings in which one operator is an end, a member or a hop.
package struct OperatorFilter: Sendable {
  private let x: OperatorIndex
  private let chain: SupplyChain
  /// Provisions of findings on whose chain, as far as it is named, the operator is an end of a hop.
  private let onChain: Set<ProvisionIndex>

  /// Looks once at the chain of every provision that some finding is keyed by.
  ///
  /// - Complexity: near-linear in findings and in the hops of chains below the operator.
  package init(_ x: OperatorIndex, _ all: [RuleFindings], _ state: DayState) {
    self.x = x
    chain = state.chain
    var isWanted = [Bool](repeating: false, count: state.chain.tables.provisions.count)
    for results in all {
      guard let rule = results.findings.first?.rule, rule.keyKind == .provision, rule != .selfProvision else {
        continue
      }
      for finding in results.findings { isWanted[Int(finding.subject)] = true }
    }
    let below = Below(x, state)
    let table = state.chain.tables.provisions
    let wanted = isWanted.indices.filter { p in
      isWanted[p] && below.contains(table.suppliers[p], table.categories[p])
    }
    let slices = max(1, state.options.threads)
    let found = concurrentMap(slices, threads: slices) { slice -> [ProvisionIndex] in
      var routes = ChainFinder(state)
      return wanted[wanted.count * slice / slices..<wanted.count * (slice + 1) / slices].compactMap { p in
        let hops = routes.chain(of: UInt32(p)).hops
        let isOn = hops.contains { table.suppliers[Int($0)] == x || table.recipients[Int($0)] == x }
        return isOn ? UInt32(p) : nil
      }
    }
    onChain = Set(found.joined())
  }

  /// Drops every other finding of a rule.
  ///
  /// - Complexity: O(*n*) in findings and the lists they share.
  package func apply(to results: inout RuleFindings) {
    var isListed: [UInt32: Bool] = [:]
    var kept: [Finding] = []
    for finding in results.findings {
      var keeps = concerns(finding)
      if !keeps, finding.extra != noIndex {
        if let known = isListed[finding.extra] {
          keeps = known
        } else {
          keeps = results.list(finding.extra).contains(x)
          isListed[finding.extra] = keeps
        }
      }
      if keeps { kept.append(finding) }
    }
    results.findings = kept
  }

  /// Whether the operator belongs to what a finding holds itself, lists aside.
  private func concerns(_ finding: Finding) -> Bool {
    switch finding.rule.keyKind {
    case .provision: isEnd(of: finding.subject) || onChain.contains(finding.subject)
    case .operatorInCategory, .operator, .circle: finding.subject == x
    case .cap: finding.second == x || finding.third == x
    case .operatorPair: finding.subject == x || finding.second == x
    case .waiver: isNamed(by: finding.subject)
    case .capAndParty, .identity: false
    }
  }

  private func isEnd(of p: ProvisionIndex) -> Bool {
    let ends = chain.ends(of: p)
    return ends.supplier == x || ends.recipient == x
  }

  /// Whether a waiver names the operator or a provision of which it is an end.
  package func isNamed(by waiver: UInt32) -> Bool {
    let table = chain.tables.waivers
    if table.operators[Int(waiver)] == x { return true }
    let p = table.provisions[Int(waiver)]
    return p != noIndex && isEnd(of: p)
  }
}

/// The operators that numbers of an operator may reach, by category: only on their provisions' chains may it
/// be.
private struct Below {
  private var reached: [[Bool]]

  /// - Complexity: O(*n*) in operators and provisions.
  init(_ x: OperatorIndex, _ state: DayState) {
    let table = state.chain.tables.provisions
    reached = Category.allCases.map { category in
      guard let view = state.chain.outflows.view(category) else { return [] }
      var reached = [Bool](repeating: false, count: state.chain.tables.operators.count)
      var open = [x]
      reached[Int(x)] = true
      while let u = open.popLast() {
        for place in view.range(u) {
          let p = Int(view.provisions[place])
          let v = table.recipients[p]
          if state.active[p] == 0 || reached[Int(v)] { continue }
          reached[Int(v)] = true
          open.append(v)
        }
      }
      return reached
    }
  }

  func contains(_ y: OperatorIndex, _ category: Category) -> Bool {
    let reached = reached[Int(category.rawValue)]
    return !reached.isEmpty && reached[Int(y)]
  }
}
