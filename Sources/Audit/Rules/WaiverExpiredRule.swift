import Numbering
import SupplyChain

/// `waiver-expired`: a waiver is past its last day, and what it excused is still found and excused by no
/// other.
package struct WaiverExpiredRule: AfterRule {
  package static let id = RuleID.waiverExpired

  package init() {}

  /// - Complexity: O(*n*) in waivers, and in findings and lists of the rules that waivers past their last day
  /// name.
  package func find(
    in context: AuditContext, after others: [RuleFindings], into findings: inout RuleFindings
  ) {
    let book = WaiverBook(context.state)
    for rule in RuleID.allCases {
      let expired = book.expired[Int(rule.rawValue)]
      let results = others[Int(rule.rawValue)]
      if expired.isEmpty || results.findings.isEmpty { continue }
      var matcher = WaiverMatcher(rule, waivers: expired, chain: context.chain)
      for place in matcher.candidates(in: results, threads: context.threads) {
        let finding = results.findings[place]
        if !finding.isWaived { matcher.mark(finding, in: results) }
      }
      for row in matcher.markedWaivers { findings.add(Finding(Self.id, subject: row)) }
    }
  }
}
