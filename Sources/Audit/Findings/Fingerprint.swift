import Bytes
import Numbering
import SupplyChain

extension DayAudit {
  /// Sixteen hexadecimal digits that stay the same as long as rule and key do (SPEC §6).
  ///
  /// Of a redacted ledger it is made of what is shown: who guesses an id cannot see whether he is right.
  /// - Complexity: O(*n*) in the length of the key; for a party in its operators.
  public func fingerprint(of finding: Finding, in results: RuleFindings) -> String {
    String(SHA256.hex(of: Array(keyText(of: finding, in: results).utf8)).prefix(16))
  }

  /// The rule, then each part of the key preceded by U+001F.
  package func keyText(of finding: Finding, in results: RuleFindings) -> String {
    func operatorID(_ x: OperatorIndex) -> String {
      x == noIndex ? "" : state.chain.tables.operators.ids[Int(x)]
    }
    let category = finding.category.map { $0.name } ?? ""
    let parts: [String] =
      switch finding.rule.keyKind {
      case .provision: [state.chain.tables.provisions.ids[Int(finding.subject)]]
      case .operatorInCategory: [operatorID(finding.subject), category]
      case .operator: [operatorID(finding.subject)]
      case .cap:
        [caps.id(of: Int(finding.subject)), operatorID(finding.second), operatorID(finding.third)]
      case .capAndParty:
        [caps.id(of: Int(finding.subject)), operatorID(state.chain.nameOfParty(finding.second))]
      case .operatorPair: [operatorID(finding.subject), operatorID(finding.second), category]
      case .circle: [category, operatorID(finding.subject)]
      case .identity: [finding.cause?.name ?? "", finding.identity(in: results, state.chain.tables)]
      case .waiver: [state.chain.tables.waivers.ids[Int(finding.subject)]]
      }
    return finding.rule.name + parts.map { "\u{1F}" + $0 }.joined()
  }
}
