import Banken
import Foundation
import TestSupport
import Testing

/// The formats say the same, and what they say can be read back.
@Suite struct FormatTests {
  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  private func audits() throws -> [DayAudit] { [try ReportSample.audit(), try HostileSample.audit()] }

  @Test(arguments: Language.allCases) func totalsAgreeInEveryFormat(language: Language) throws {
    for audit in try audits() {
      let context = ReportSample.context(language)
      let json = try object(ReportSample.report(audit, context, .json))
      let findings = try #require(json["findings"] as? [[String: Any]])
      let summary = try #require(json["summary"] as? [String: Any])
      let rules = try #require(json["rules"] as? [[String: Any]])
      func count(_ severity: String) -> Int {
        findings.count { $0["severity"] as? String == severity && $0["waived_by"] is NSNull }
      }
      #expect(summary["violations"] as? Int == count("violation"))
      #expect(summary["warnings"] as? Int == count("warning"))
      #expect(summary["notices"] as? Int == count("notice"))
      #expect(summary["waived"] as? Int == findings.count { !($0["waived_by"] is NSNull) })
      #expect(rules.count == 31)
      for rule in rules {
        let of = findings.filter { $0["rule"] as? String == rule["rule"] as? String }
        #expect(rule["findings"] as? Int == of.count { $0["waived_by"] is NSNull })
        #expect(rule["waived"] as? Int == of.count { !($0["waived_by"] is NSNull) })
      }
      let lines = try ReportSample.report(audit, context, .ndjson).split(separator: "\n")
      let parsed = try lines.map { try object(String($0)) }
      #expect(parsed as NSArray == findings as NSArray)
      let rows = CSVReader(try ReportSample.report(audit, context, .csv)).rows
      #expect(rows.count == findings.count + 1)
      #expect(Set(rows.map(\.count)) == [30])
      #expect(rows.dropFirst().map { $0[3] } == findings.map { $0["fingerprint"] as? String })
    }
  }

  @Test func jsonHoldsWhatTheDetailsOfAFindingSay() throws {
    for audit in try audits() {
      let json = try object(ReportSample.report(audit, ReportSample.context(.en), .json))
      let findings = try #require(json["findings"] as? [[String: Any]])
      let details = audit.outcomes.flatMap { outcome in
        outcome.results.findings.map { audit.details(of: $0, in: outcome.results) }
      }
      #expect(findings.count == details.count)
      for (finding, detail) in zip(findings, details) {
        var finding = finding
        #expect(finding.removeValue(forKey: "message") is String)
        #expect(finding as NSDictionary == expected(detail) as NSDictionary)
      }
    }
  }

  private func expected(_ detail: FindingDetails) -> [String: Any] {
    var all: [String: Any] = [
      "rule": detail.rule.name, "severity": detail.severity.name, "basis": detail.basis.name,
      "fingerprint": detail.fingerprint, "waived_by": detail.waivedBy ?? NSNull(),
    ]
    let others: [(String, Any?)] = [
      ("provision_id", detail.provisionID), ("supplier_id", detail.supplierID),
      ("recipient_id", detail.recipientID), ("operator_id", detail.operatorID),
      ("operator_ids", detail.operatorIDs), ("operators", detail.operators),
      ("category", detail.category?.name), ("cap_id", detail.capID), ("party", detail.party),
      ("value", detail.value), ("other_id", detail.otherID), ("restriction_id", detail.restrictionID),
      ("waiver_id", detail.waiverID), ("cycle", detail.cycle), ("numbers", detail.numbers),
      ("limit", detail.limit), ("provisions", detail.provisions), ("cause", detail.cause?.name),
      ("since", detail.since?.description), ("tier", detail.tier), ("chain", detail.chain),
      ("rooted", detail.rooted),
      ("source", detail.source.map { ["file": $0.file, "line": $0.line] as [String: Any] }),
    ]
    for (name, value) in others { if let value { all[name] = value } }
    return all
  }

  @Test(arguments: ReportFormat.allCases) func threadsChangeNoByte(format: ReportFormat) throws {
    for language in Language.allCases {
      var one = ReportSample.context(language)
      one.threads = 1
      var many = one
      many.threads = 7
      for audit in try audits() {
        #expect(try ReportSample.report(audit, one, format) == ReportSample.report(audit, many, format))
      }
    }
  }

  @Test(arguments: ReportFormat.allCases) func nothingDangerousReachesATerminal(format: ReportFormat) throws {
    for language in Language.allCases {
      let text = try ReportSample.report(HostileSample.audit(), ReportSample.context(language), format)
      // The byte-order mark and the line ends of CSV are its own.
      let allowed: Set<Unicode.Scalar> = format == .csv ? ["\n", "\r", "\u{FEFF}"] : ["\n"]
      let dangerous = text.unicodeScalars.filter { scalar in
        !allowed.contains(scalar)
          && (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value))
      }
      #expect(dangerous.isEmpty, "\(format) \(language)")
    }
  }

  @Test func noCellOfHostileDataIsAFormula() throws {
    let rows = CSVReader(try ReportSample.report(HostileSample.audit(), ReportSample.context(.en), .csv)).rows
    for cell in rows.dropFirst().joined() {
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains { cell.hasPrefix($0) }, "\(cell.prefix(40))")
    }
    #expect(rows[1][5] == "'=P,1\"")
  }

  @Test func longNamesAreWholeInJSONAndCutInText() throws {
    let audit = try HostileSample.audit()
    let long = String(repeating: "長", count: 10_000)
    #expect(try ReportSample.report(audit, ReportSample.context(.ja), .json).contains(long))
    let text = try ReportSample.report(audit, ReportSample.context(.ja), .text)
    #expect(!text.contains(String(repeating: "長", count: 30)))
    #expect(text.contains(String(repeating: "長", count: 19) + "…"))
  }

  @Test func textListsTenOfARuleUnlessAllAreAskedFor() throws {
    let audit = try HostileSample.audit()
    var context = ReportSample.context(.en)
    let some = try ReportSample.report(audit, context, .text)
    #expect(some.contains("… and 1 more (--all lists them)"))
    context.showsAll = true
    let all = try ReportSample.report(audit, context, .text)
    #expect(!all.contains("--all lists them"))
    #expect(all.contains("11 [violation]"))
  }

  @Test func colourIsAnAddition() throws {
    var context = ReportSample.context(.ja)
    let plain = try ReportSample.report(ReportSample.audit(), context, .text)
    context.usesColour = true
    let coloured = try ReportSample.report(ReportSample.audit(), context, .text)
    let stripped = coloured.replacing(/\u{1B}\[[0-9]+m/, with: "")
    #expect(coloured != plain)
    #expect(stripped.filter { !$0.isWhitespace } == plain.filter { !$0.isWhitespace })
  }
}
