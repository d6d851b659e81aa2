import Foundation
import Banken
import Testing

@testable import Comparison

@Suite struct ReportReadingTests {
  private typealias Line = PlainReport.Line

  /// `line:column path kind` of the first mistake; nil for none.
  private func problem(_ text: String, anySchema: Bool = false) -> String? {
    problem(Array(text.utf8), anySchema: anySchema)
  }

  private func problem(_ bytes: [UInt8], anySchema: Bool = false) -> String? {
    do throws(ReportProblem) {
      _ = try ReportDigest.read(bytes, anySchema: anySchema)
      return nil
    } catch {
      return "\(error.line):\(error.column) \(error.path) \(error.kind)"
    }
  }

  private let sample = PlainReport(lines: [
    Line(key: 1, numbers: 12), Line(key: 2, severity: .notice, waivedBy: "W"),
    Line(rule: .noSource, key: 0xFFFF, severity: .warning),
  ])

  @Test func readsWhatItNeeds() throws {
    var report = sample
    report.filter = "OP\\u0031"
    report.rejected = 3
    report.skipped = [.selfProvision: "off"]
    let digest = try report.digest()
    #expect(digest.time == .day(try #require(Day("2026-10-01"))))
    #expect(digest.policy == .init(source: "built-in", sha256: "aa", effectiveSHA256: "bb"))
    #expect(digest.operatorFilter == "OP1")
    #expect(digest.rejectedRows == 3)
    #expect(digest.reason(.selfProvision) == "off")
    #expect(digest.reason(.noSource) == nil)
    #expect(digest.count == 3)
    #expect(digest.entries.map(\.bits) == [1, 2, 0xFFFF])
    #expect(digest.entries.map(\.numbers) == [12, nil, nil])
    #expect(digest.entries.map(\.rule) == [.approvalMissing, .approvalMissing, .noSource])
    #expect(digest.entries.map(\.severity) == [.violation, .notice, .warning])
    #expect(digest.entries.map(\.isWaived) == [false, true, false])
  }

  @Test func theOrderOfMembersAndWhiteSpaceDoNotMatter() throws {
    let finding =
      #"{"numbers":7,"waived_by":null,"fingerprint":"00000000000000aa","x":{"y":[1]},"severity":"notice","rule":"no-source"}"#
    let text =
      "{\"findings\":[\(finding)],\"rules\":[{\"waived\":0,\"findings\":1,\"evaluated\":true,\"rule\":\"no-\\u0073ource\"}],"
      + "\"new member\":[[]],\"policy\":{\"sha256\":\"s\",\"source\":\"p\"},\"audit\":{\"to\":\"2026-10-02\",\"from\":\"2026-10-01\"},"
      + "\"schema\":\"banken-report/1\"}"
    let digest = try ReportDigest.read(Array(text.utf8))
    #expect(digest.entries.map(\.fingerprint) == ["00000000000000aa"])
    #expect(digest.time.isPeriod)
    #expect(digest.reason(.noSource) == nil)
    #expect(digest.reason(.selfProvision) == "not-in-report")
  }

  @Test func everyPrefixIsAMistake() throws {
    let bytes = Array(sample.json.utf8)
    #expect(problem(bytes) == nil)
    let complete = try #require(bytes.lastIndex(of: 0x7D))
    for end in stride(from: 0, through: complete, by: 3) {
      let found = problem(Array(bytes[..<end]))
      #expect(found != nil, "prefix \(end)")
    }
    #expect(problem("") == "1:1  notJSON(Bytes.JSONError.Kind.empty)")
    #expect(problem(" \n ") == "2:2  notJSON(Bytes.JSONError.Kind.empty)")
    #expect(problem(Array(bytes[..<40])) == "2:11  notJSON(Bytes.JSONError.Kind.unexpectedEnd)")
  }

  /// Each damage with the mistake it makes.
  static let damages: [(String, String, String)] = [
    (
      "\"schema\": \"banken-report/1\"", "\"schema\": \"banken-rules/1\"",
      "1:12 schema otherSchema(\"banken-rules/1\")"
    ),
    ("\"schema\": \"banken-report/1\",\n", "", "1:1  missingMember(\"schema\")"),
    ("\"schema\": \"banken-report/1\"", "\"schema\": 1", "1:12 schema wrongValue(string)"),
    ("\"on\": \"2026-10-01\"", "\"on\": \"2026-13-01\"", "2:18 audit.on wrongValue(day)"),
    ("\"on\": \"2026-10-01\"", "\"from\": \"2026-10-01\"", "2:11 audit wrongValue(time)"),
    ("{\"on\": \"2026-10-01\"}", "[]", "2:11 audit wrongValue(object)"),
    ("\"sha256\": \"aa\", ", "", "3:12 policy missingMember(\"sha256\")"),
    ("\"sha256\": \"aa\"", "\"sha256\": null", "3:45 policy.sha256 wrongValue(string)"),
    (
      "\"sha256\": \"aa\"", "\"sha256\": \"aa\", \"sha256\": \"aa\"",
      "3:51 policy duplicateMember(\"sha256\")"
    ),
    ("\"rejected\": 0", "\"rejected\": -1", "4:48 inputs[0].rejected wrongValue(count)"),
    (
      "\"findings\": 1, \"waived\": 1", "\"findings\": 2, \"waived\": 1",
      "6:3 rules[0] wrongCount(rule: Audit.RuleID.approvalMissing, waived: false, said: 2, found: 1)"
    ),
    (
      "\"findings\": 1, \"waived\": 1", "\"findings\": 1, \"waived\": 0",
      "6:3 rules[0] wrongCount(rule: Audit.RuleID.approvalMissing, waived: true, said: 0, found: 1)"
    ),
    (
      "{\"rule\": \"supplier-approval-missing\", \"evaluated\"",
      "{\"rule\": \"approval-missing\", \"evaluated\"",
      "7:3 rules[1] duplicateRule(Audit.RuleID.approvalMissing)"
    ),
    (
      "\"rule\": \"supplier-approval-missing\"", "\"rule\": \"no-such-rule\"",
      "7:12 rules[1].rule unknownRule(\"no-such-rule\")"
    ),
    ("\"rule\": \"supplier-approval-missing\", ", "", "7:3 rules[1] missingMember(\"rule\")"),
    ("\"evaluated\": true", "\"evaluated\": 1", "6:45 rules[0].evaluated wrongValue(boolean)"),
    (
      "\"rule\": \"no-source\", \"evaluated\": true", "\"rule\": \"no-source\", \"evaluated\": false",
      "41:1 findings[2] notEvaluated(Audit.RuleID.noSource)"
    ),
    ("\"severity\": \"notice\"", "\"severity\": \"bad\"", "40:42 findings[1].severity wrongValue(severity)"),
    (
      "\"fingerprint\": \"0000000000000002\"", "\"fingerprint\": \"0000000000000001\"",
      "40:1 findings[1].fingerprint duplicateFingerprint(\"0000000000000001\", line: 39)"
    ),
    (
      "\"fingerprint\": \"0000000000000002\"", "\"fingerprint\": \"000000000000000G\"",
      "40:83 findings[1].fingerprint wrongValue(fingerprint)"
    ),
    (
      "\"fingerprint\": \"0000000000000002\"", "\"fingerprint\": \"2\"",
      "40:83 findings[1].fingerprint wrongValue(fingerprint)"
    ),
    ("\"waived_by\": \"W\"", "\"waived_by\": false", "40:116 findings[1].waived_by wrongValue(stringOrNull)"),
    (", \"waived_by\": \"W\"", "", "40:1 findings[1] missingMember(\"waived_by\")"),
    ("\"numbers\": 12", "\"numbers\": 18446744073709551615", "39:136 findings[0].numbers wrongValue(count)"),
    ("\"numbers\": 12", "\"open\": 12", "39:133 findings[0].open wrongValue(boolean)"),
    ("\"numbers\": 12", "\"numbers\": 1e400", "39:136 findings[0].numbers wrongValue(count)"),
    (
      "\"numbers\": 12", "\"numbers\": 99999999999999999999999999999",
      "39:136 findings[0].numbers wrongValue(count)"
    ),
    (
      "\"numbers\": 12", "\"numbers\": 12, \"numbers\": 12", "39:140 findings[0] duplicateMember(\"numbers\")"
    ),
    ("\"numbers\": 12", "\"message\": \"\\ud800\"", "39:137  notJSON(Bytes.JSONError.Kind.loneSurrogate)"),
    ("\"summary\"", "\"rules\"", "37:2 rules duplicateMember(\"rules\")"),
    ("\"findings\": [\n", "\"findings\": [3,\n", "38:15 findings[0] wrongValue(object)"),
    ("\"findings\": [\n", "\"finding\": [\n", "1:1  missingMember(\"findings\")"),
  ]

  @Test(arguments: damages.indices) func damageIsLocated(_ index: Int) {
    let (before, after, expected) = Self.damages[index]
    let text = sample.json
    guard let place = text.range(of: before) else {
      Issue.record("no \(before)")
      return
    }
    let found = problem(text.replacingCharacters(in: place, with: after))
    let plain = found?.replacing("Comparison.ReportProblem.Expected.", with: "")
    #expect(plain == expected)
  }

  @Test func deepNestingEndsInAnError() {
    let deep = String(repeating: "[", count: 2_000_000)
    #expect(
      problem(sample.json.replacing("[{\"category\": \"ip\"}]", with: deep))
        == "37:280  notJSON(Bytes.JSONError.Kind.tooDeep(limit: 256))")
  }

  @Test func anotherLayoutIsReadWhenAskedFor() throws {
    var report = sample
    report.schema = "banken-report/2"
    #expect(problem(report.json) == "1:12 schema otherSchema(\"banken-report/2\")")
    #expect(problem(report.json, anySchema: true) == nil)
    #expect(problem("{\"schema\": \"x\"}", anySchema: true) == "1:1  missingMember(\"audit\")")
  }

  @Test func randomDamageNeverTraps() {
    let bytes = Array(sample.json.utf8)
    var random = SplitMix64(state: 11)
    for _ in 0..<4_000 {
      var damaged = bytes
      for _ in 0...Int.random(in: 0...4, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
        case 1: damaged.remove(at: place)
        case 2: damaged.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
        default: damaged.removeSubrange(place..<min(place + 50, damaged.count))
        }
      }
      _ = problem(damaged)
    }
  }
}

/// Small, seeded random numbers (SplitMix64).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
