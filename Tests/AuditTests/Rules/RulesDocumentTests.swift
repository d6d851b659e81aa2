import Banken
import Foundation
import Testing

/// The page that explains the rules has a section for each, in the order of the contract.
@Suite struct RulesDocumentTests {
  private func sections() throws -> [(name: String, text: String)] {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let page = try String(contentsOf: root.appendingPathComponent("docs/rules.md"), encoding: .utf8)
    return page.components(separatedBy: "\n### ").dropFirst().map { section in
      let lines = section.split(separator: "\n", maxSplits: 1)
      return (String(lines[0]), lines.count > 1 ? String(lines[1]) : "")
    }
  }

  @Test func aSectionForEachRule() throws {
    #expect(try sections().map(\.name) == RuleID.allCases.map(\.name))
  }

  @Test func eachSaysWhatTheTablesSay() throws {
    for (section, rule) in zip(try sections(), RuleID.allCases) {
      let text = section.text.replacing("\n  ", with: " ")
      #expect(text.contains("**Severity** \(rule.defaultSeverity.name)"), "\(rule.name)")
      #expect(text.contains("**Basis** \(rule.basis.name)"), "\(rule.name)")
      #expect(text.contains("**Needs**") && text.contains("**Cannot see**"), "\(rule.name)")
      for cause in rule.causes where text.contains("**Causes** the same") == false {
        #expect(text.contains("`\(cause.name)`"), "\(rule.name):\(cause.name)")
      }
      let milder = rule.causes.filter { rule.defaultSeverity(for: $0) != rule.defaultSeverity }
      for cause in milder {
        #expect(
          text.contains("`\(cause.name)` \(rule.defaultSeverity(for: cause).name)"),
          "\(rule.name):\(cause.name)")
      }
    }
  }
}
