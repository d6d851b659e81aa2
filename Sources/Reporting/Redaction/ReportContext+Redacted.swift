import Comparison
import SupplyChain

extension ReportContext {
  /// The context of a report on a redacted ledger: without the paths the user named, and with keyed digests.
  ///
  /// Made last, once everything else is in it. Names of tables' files stay, which are the same everywhere.
  public func redacted(by redaction: Redaction) -> ReportContext {
    var context = self
    context.redaction = redaction
    let withheld = RedactionWords.withheld[language]
    context.dataset = withheld
    context.operatorFilter = operatorFilter.map { _ in operatorID ?? withheld }
    context.policySource = Self.shownSource(policySource, withheld)
    if !policySHA256.isEmpty { context.policySHA256 = redaction.digest(policySHA256) }
    for index in context.inputs.indices { context.inputs[index].redaction = redaction }
    context.baseline = baseline.map { Baseline($0.comparison, name: withheld, forced: $0.forced) }
    return context
  }

  /// That and how it is redacted, in one line; nil for a report that is not.
  var redactionNote: String? {
    redaction.map { "\(RedactionWords.label[language]): \($0.note[language])" }
  }

  /// What text calls the digests it tells.
  var digestName: String { redaction == nil ? "sha256" : "hmac-sha256" }

  /// Where a policy came from, unless the user named the path.
  public static func shownSource(_ source: String, _ withheld: String) -> String {
    source == "built-in" || source == "policy.json" ? source : withheld
  }
}

extension TextBuffer {
  /// Appends the member `redaction` after a comma; nothing for a report that is not redacted.
  mutating func append(memberOf redaction: Redaction?) {
    guard let redaction else { return }
    append(
      ",\n \"redaction\": {\"replaced\": \"\(redaction.scope.rawValue)\", \"key\": \"\(redaction.keyID)\"")
    append(", \"digests\": \"hmac-sha-256\"}")
  }
}
