import SupplyChain

/// A rule whose work can be shared out among threads in parts.
///
/// Its findings refer to no lists.
package protocol PartedRule: Rule {
  /// How many parts there are.
  func parts(in context: AuditContext) -> Int
  /// Reports what one part finds.
  func find(_ part: Int, in context: AuditContext, into findings: inout RuleFindings)
}

extension PartedRule {
  /// Runs of operators, unless the rule has parts of its own.
  package func parts(in context: AuditContext) -> Int { context.operatorParts }

  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    for part in 0..<parts(in: context) { find(part, in: context, into: &findings) }
  }
}

extension AuditContext {
  private static var operatorsInPart: Int { 1 << 14 }

  /// Into how many runs the operators fall.
  package var operatorParts: Int {
    (tables.operators.count + Self.operatorsInPart - 1) / Self.operatorsInPart
  }

  /// The operators of a run.
  package func operators(ofPart part: Int) -> Range<OperatorIndex> {
    let last = min(tables.operators.count, (part + 1) * Self.operatorsInPart)
    return UInt32(truncatingIfNeeded: part * Self.operatorsInPart)..<UInt32(truncatingIfNeeded: last)
  }
}
