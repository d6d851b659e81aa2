import Numbering
import SupplyChain

/// The place of a finding in the order of the contract (SPEC §6), within its rule.
private struct SortKey: Comparable {
  var first: UInt32
  var second: UInt32
  var third: UInt32

  init(_ finding: Finding, _ kind: KeyKind) {
    // No category means all of them, and stands after the single ones.
    let category = finding.category.map { UInt32($0.rawValue) } ?? UInt32(Category.count)
    switch kind {
    case .provision, .operator, .waiver: (first, second, third) = (finding.subject, 0, 0)
    case .operatorInCategory: (first, second, third) = (finding.subject, category, 0)
    case .cap: (first, second, third) = (finding.subject, finding.second, finding.third)
    case .capAndParty: (first, second, third) = (finding.subject, finding.second, 0)
    case .operatorPair:
      first = min(finding.subject, finding.second)
      second = max(finding.subject, finding.second)
      third = category
    case .circle: (first, second, third) = (category, finding.subject, 0)
    case .identity: (first, second, third) = (UInt32(finding.cause?.rawValue ?? 0), 0, 0)
    }
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    (left.first, left.second, left.third) < (right.first, right.second, right.third)
  }
}

extension RuleFindings {
  /// Puts the findings in the order of the contract.
  ///
  /// - Complexity: O(*n*) when they are in order already, else O(*n* log *n*).
  package mutating func sort(_ rule: RuleID) {
    let kind = rule.keyKind
    if kind == .identity {
      let values = values
      findings.sort { left, right in
        let (a, b) = (SortKey(left, kind), SortKey(right, kind))
        if a != b { return a < b }
        return values[Int(left.extra)].utf8.lexicographicallyPrecedes(values[Int(right.extra)].utf8)
      }
      return
    }
    var inOrder = true
    for index in findings.indices.dropFirst()
    where SortKey(findings[index], kind) < SortKey(findings[index - 1], kind) {
      inOrder = false
      break
    }
    if !inOrder { findings.sort { SortKey($0, kind) < SortKey($1, kind) } }
  }
}
