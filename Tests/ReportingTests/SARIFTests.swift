import Banken
import Bytes
import Foundation
import Testing

@testable import Reporting

@Suite struct SARIFTests {
  private func runs(_ bytes: [UInt8]) throws -> [String: Any] {
    let root = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(root["version"] as? String == "2.1.0")
    let runs = try #require(root["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  @Test func everyFindingIsAResult() throws {
    let audit = try ReportSample.audit()
    for language in Language.allCases {
      let run = try runs(audit.report(.sarif, context: ReportSample.context(language)))
      let results = try #require(run["results"] as? [[String: Any]])
      let expected = audit.outcomes.flatMap { outcome in
        outcome.results.findings.map { audit.details(of: $0, in: outcome.results) }
      }
      #expect(results.count == expected.count)
      for (result, details) in zip(results, expected) {
        #expect(result["ruleId"] as? String == details.rule.name)
        #expect(result["ruleIndex"] as? Int == Int(details.rule.rawValue))
        let prints = result["partialFingerprints"] as? [String: String]
        #expect(prints?["banken/1"] == details.fingerprint)
        let suppressions = result["suppressions"] as? [[String: Any]]
        #expect((suppressions?.count ?? 0) == (details.waivedBy == nil ? 0 : 1))
        let level = ["violation": "error", "warning": "warning", "notice": "note"][details.severity.name]
        #expect(result["level"] as? String == level)
      }
    }
  }

  @Test func aChainIsACodeFlow() throws {
    let audit = try ReportSample.audit()
    let run = try runs(audit.report(.sarif, context: ReportSample.context(.en)))
    let results = try #require(run["results"] as? [[String: Any]])
    let all = audit.outcomes.flatMap { outcome in
      outcome.results.findings.map { audit.details(of: $0, in: outcome.results) }
    }
    var seen = 0
    for (result, details) in zip(results, all) {
      let flows = result["codeFlows"] as? [[String: Any]]
      let threads = flows?.first?["threadFlows"] as? [[String: Any]]
      let steps = threads?.first?["locations"] as? [Any]
      let hops = details.tier == nil ? nil : details.chain?.count
      #expect(steps?.count == hops)
      seen += steps?.count ?? 0
    }
    #expect(seen > 10)
  }

  @Test func rulesNotEvaluatedAreTold() throws {
    let audit = try ReportSample.audit()
    let run = try runs(audit.report(.sarif, context: ReportSample.context(.en)))
    let invocations = try #require(run["invocations"] as? [[String: Any]])
    let told = try #require(invocations.first?["toolConfigurationNotifications"] as? [[String: Any]])
    let skipped = audit.outcomes.filter { $0.notEvaluated != nil }.map(\.rule.name)
    #expect(told.compactMap { ($0["associatedRule"] as? [String: Any])?["id"] as? String } == skipped)
  }

  @Test func fileNamesAreURIs() {
    #expect(SARIFReport.uri(of: "番号 1.csv") == "%E7%95%AA%E5%8F%B7%201.csv")
    #expect(SARIFReport.uri(of: "a-b_c~1.tsv") == "a-b_c~1.tsv")
    #expect(SARIFReport.uri(of: "../<x>\"&?#") == "..%2F%3Cx%3E%22%26%3F%23")
  }
}

@Suite struct MarkdownTests {
  @Test func namesMeanNothingToMarkdown() {
    #expect(MarkdownReport.escaped("a|b*c_d`e[f](g)<h>&i") == "a\\|b\\*c\\_d\\`e\\[f\\](g)&lt;h&gt;&amp;i")
    #expect(MarkdownReport.escaped("http://x.jp www.y.jp a@b") == "http&#58;//x.jp www&#46;y.jp a&#64;b")
    #expect(MarkdownReport.escaped("\u{1B}[31m\u{202E}x") == "\\\\u{1B}\\[31m\\\\u{202E}x")
  }

  /// An accent makes one character of a mark and itself, but Markdown looks at the mark.
  @Test func accentsOnMarksHideNothing() {
    #expect(
      MarkdownReport.escaped("[\u{301}a]\u{301}(b)*\u{301}c*\u{301} |\u{301} `\u{301}")
        == "\\[\u{301}a\\]\u{301}(b)\\*\u{301}c\\*\u{301} \\|\u{301} \\`\u{301}")
    #expect(MarkdownReport.escaped("http://\u{301}x www.\u{301}y") == "http&#58;//\u{301}x www&#46;\u{301}y")
  }

  @Test func totalsAgreeWithTheAudit() throws {
    let audit = try ReportSample.audit()
    for language in Language.allCases {
      let text = String(
        decoding: audit.report(.markdown, context: ReportSample.context(language)), as: UTF8.self)
      for outcome in audit.outcomes where outcome.findings + outcome.waived > 0 {
        let row = text.split(separator: "\n").first { $0.hasPrefix("| `\(outcome.rule.name)` |") }
        #expect(row?.hasSuffix("| \(outcome.findings) | \(outcome.waived) |") == true)
      }
      #expect(text.hasSuffix(Disclaimer.text[language] + "\n"))
      #expect(text.components(separatedBy: "\n- **").count - 1 >= 5)
    }
  }
}
