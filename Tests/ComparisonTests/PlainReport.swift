import Banken

/// A report written down in a few lines, for tests.
struct PlainReport {
  /// A finding: its fingerprint follows from `key`.
  struct Line {
    var rule = RuleID.approvalMissing
    var key: Int
    var severity = Severity.violation
    var numbers: Int?
    var waivedBy: String?
    /// More members, each with its comma before it.
    var members = ""

    var json: String {
      let digits = String(key, radix: 16)
      let fingerprint = String(repeating: "0", count: 16 - digits.count) + digits
      let waived = waivedBy.map { "\"\($0)\"" } ?? "null"
      let numbers = numbers.map { ", \"numbers\": \($0)" } ?? ""
      return "{\"rule\": \"\(rule.name)\", \"severity\": \"\(severity.name)\", \"basis\": \"law\", "
        + "\"fingerprint\": \"\(fingerprint)\", \"waived_by\": \(waived)\(numbers)\(members)}"
    }
  }

  var on = "2026-10-01"
  var audit: String?
  var sha256 = "aa"
  var effective: String? = "bb"
  var filter: String?
  var rejected = 0
  var skipped: [RuleID: String] = [:]
  /// Rules left out of the list.
  var unlisted: Set<RuleID> = []
  var lines: [Line] = []
  var schema = "banken-report/1"
  var disclaimer = Disclaimer.text.en

  var json: String {
    let rules = RuleID.allCases.filter { !unlisted.contains($0) }.map { rule in
      let reason = skipped[rule]
      let mine = lines.filter { $0.rule == rule }
      let waived = mine.count { $0.waivedBy != nil }
      return "  {\"rule\": \"\(rule.name)\", \"evaluated\": \(reason == nil), "
        + "\"reason\": \(reason.map { "\"\($0)\"" } ?? "null"), \"findings\": \(mine.count - waived), \"waived\": \(waived)}"
    }
    let effective = effective.map { ", \"effective_sha256\": \"\($0)\"" } ?? ""
    let filter = filter.map { " \"filter\": {\"operator\": \"\($0)\"},\n" } ?? ""
    return """
      {"schema": "\(schema)",
       "audit": \(audit ?? "{\"on\": \"\(on)\"}"),
       "policy": {"source": "built-in", "sha256": "\(sha256)"\(effective)},
      \(filter) "inputs": [{"table": "operators", "rejected": \(rejected)}],
       "rules": [
      \(rules.joined(separator: ",\n"))],
       "summary": {"coverage": [{"category": "ip"}]},
       "findings": [
      \(lines.map(\.json).joined(separator: ",\n"))],
       "disclaimer": "\(disclaimer)"}

      """
  }

  func digest() throws -> ReportDigest { try ReportDigest.read(Array(json.utf8)) }
}
