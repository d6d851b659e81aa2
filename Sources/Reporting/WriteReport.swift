import Audit
import Bytes

/// Writes the report of an audit.
///
/// The disclaimer stands in every report but NDJSON and CSV; with those, which are findings and nothing else, the caller
/// prints `Disclaimer.text` where people read it.
///
/// - Complexity: O(*n*) in findings and the hops shown.
package func writeReport(
  _ audit: DayAudit, context: ReportContext, format: ReportFormat, to output: any Output
) throws(OutputError) {
  switch format {
  case .text: try TextReport(audit: audit, context: context).write(to: output)
  case .json: try JSONReport(audit: audit, context: context).write(to: output)
  case .ndjson: try NDJSONReport(audit: audit, context: context).write(to: output)
  case .csv: try CSVReport(audit: audit, context: context).write(to: output)
  case .html: try HTMLReport(audit: audit, context: context).write(to: output)
  case .sarif: try SARIFReport(audit: audit, context: context).write(to: output)
  case .markdown: try MarkdownReport(audit: audit, context: context).write(to: output)
  }
}

/// What every report says of itself.
public enum Disclaimer {
  /// Findings are about the ledger, not a ruling on anyone's conduct.
  public static let text = Phrase(
    ja: "指摘は提出された台帳の記載に関するもので、事業者の違法行為を認定するものではない。",
    en: "Findings are about the ledger, not a ruling on anyone's conduct.")
}

/// What `banken rules` prints.
public enum RuleListFormat: Sendable {
  /// For people.
  case text
  /// Schema `banken-rules/1`.
  case json
}

/// Writes the list of the rules, or the full explanation of one.
///
/// - Parameter rule: the rule to explain; nil for the list of all.
package func writeRules(
  _ rule: RuleID?, language: Language, format: RuleListFormat, width: Int, usesColour: Bool = false,
  to output: any Output
) throws(OutputError) {
  switch format {
  case .text:
    var page = TextPage(width: width, usesColour: usesColour)
    let listing = RuleListing(language: language)
    if let rule { listing.append(rule, to: &page) } else { listing.appendList(to: &page) }
    try output.write(page.buffer)
  case .json:
    var buffer = TextBuffer()
    RuleListingJSON(language: language).append(rule.map { [$0] } ?? RuleID.allCases, to: &buffer)
    try output.write(buffer)
  }
}
