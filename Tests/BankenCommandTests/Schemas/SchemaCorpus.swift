import Banken
import Foundation
import TestSupport

@testable import BankenCommand

/// JSON that the commands write, of every kind: of the examples, of random ledgers, of ledgers made to be odd.
struct SchemaCorpus {
  struct Sample {
    let document: JSONDocument
    /// What wrote it.
    let name: String
    let text: String
  }

  private(set) var samples: [Sample] = []
  private var language = 0

  /// Runs a command in the languages by turns and keeps what it wrote.
  mutating func add(_ document: JSONDocument, _ arguments: [String]) {
    language += 1
    let lang = language.isMultiple(of: 2) ? "ja" : "en"
    let run = CommandRun(arguments + ["--lang", lang])
    let name = arguments.joined(separator: " ")
    if document == .finding {
      for line in run.output.split(separator: "\n") { keep(document, name, String(line)) }
    } else {
      keep(document, "\(name) (\(run.status)) \(run.errors)", run.output)
    }
  }

  mutating func keep(_ document: JSONDocument, _ name: String, _ text: String) {
    samples.append(Sample(document: document, name: name, text: text))
  }

  private mutating func json(_ document: JSONDocument, _ arguments: [String]) {
    add(document, arguments + ["--format", "json"])
  }

  // MARK: Examples

  static let examples = ExamplesTests.folder.path

  /// What is recorded beside the examples.
  mutating func addRecorded() throws {
    let enumerator = FileManager.default.enumerator(atPath: Self.examples)
    while let path = enumerator?.nextObject() as? String {
      guard path.contains("expected/") else { continue }
      let isList = path.hasSuffix(".ndjson")
      guard isList || path.hasSuffix(".json") else { continue }
      // What would change with every change of a layout is recorded as one character.
      let text = try String(contentsOfFile: "\(Self.examples)/\(path)", encoding: .utf8)
        .replacingOccurrences(of: "…\"", with: String(repeating: "0", count: 64) + "\"")
      if isList {
        for line in text.split(separator: "\n") { keep(.finding, path, String(line)) }
      } else {
        let document = JSONDocument.allCases.first { text.hasPrefix("{\"schema\": \"\($0.tag ?? "-")\"") }
        keep(document ?? .report, path, text)
      }
    }
  }

  /// Every command on the examples.
  mutating func addExamples(in directory: Directory) throws {
    let ledger = "\(Self.examples)/ledger-utf8"
    let on = ["--on", "2026-10-01"]
    for dataset in ["clean-chain", "ledger-utf8", "ledger-cp932"] {
      json(.report, ["check", "\(Self.examples)/\(dataset)"] + on)
      json(.report, ["check", "\(Self.examples)/\(dataset)", "--fiscal-year", "R8"])
    }
    json(.report, ["check", ledger, "--operator", "OP10"] + on)
    json(.report, ["check", ledger, "--operator", "OP10", "--fiscal-year", "R8"])
    json(.report, ["check", ledger, "--rule", "cap-exceeded"] + on)
    for number in stride(from: 1, through: 42, by: 5) {
      json(.stock, ["stock", ledger, String(format: "OP%02d", number)] + on)
    }
    for event in ImpactEvent.allCases {
      for x in ["OP01", "OP06", "OP10", "OP26", "OP09"] {
        json(.impact, ["impact", ledger, x, "--event", event.rawValue] + on)
      }
    }
    json(.critical, ["critical", ledger] + on)
    json(.horizon, ["horizon", ledger, "--within", "400d"] + on)
    json(.repair, ["repair", ledger] + on)
    try directory.write("fees.json", Self.fullPolicy)
    let fees = ["--by", "fees", "--policy", directory.path("fees.json")]
    json(.repair, ["repair", ledger, "--goal", "100%", "--allow", "end"] + fees + on)
    json(.repair, ["repair", ledger, "--goal", "100%", "--allow", "end"] + on)
    json(.repair, ["repair", ledger, "--goal", "0%"] + on)
    try addMonths(in: directory)
    addScreenings(ledger, on)
    let numbers = ["05031001000", "0312341234", "0501000000\(1)", "05012345678", "0120123456", "09011112222"]
    json(.trace, ["trace", ledger] + numbers + on)
    json(.trace, ["trace", ledger, "--history"] + numbers)
  }

  private mutating func addMonths(in directory: Directory) throws {
    var reports: [String] = []
    for month in ["09", "10"] {
      let path = directory.path("\(month).json")
      let ledger = "\(Self.examples)/two-months/2026-\(month)"
      _ = CommandRun(["check", ledger, "--on", "2026-\(month)-01", "--format", "json", "--output", path])
      reports.append(path)
    }
    let (old, new) = (reports[0], reports[1])
    json(.diff, ["diff", old, new])
    json(.diff, ["diff", old, new, "--all"])
    json(.diff, ["diff", new, old])
    add(.finding, ["diff", old, new, "--format", "ndjson"])
    let october = ["check", "\(Self.examples)/two-months/2026-10"]
    json(.report, october + ["--on", "2026-10-01", "--baseline", old])
    add(.finding, october + ["--on", "2026-10-01", "--baseline", old, "--format", "ndjson"])
    // A period, with another policy, against a day.
    let ledger = "\(Self.examples)/ledger-utf8"
    let year = directory.path("year.json")
    _ = CommandRun(["check", ledger, "--fiscal-year", "R8", "--format", "json", "--output", year])
    json(.diff, ["diff", old, year, "--force"])
    json(.diff, ["diff", year, old, "--force"])
    json(.report, ["check", ledger, "--fiscal-year", "R9", "--baseline", year])
    add(.finding, ["check", ledger, "--fiscal-year", "R8", "--format", "ndjson", "--baseline", year])
  }

  private mutating func addScreenings(_ ledger: String, _ on: [String]) {
    let supplies = [
      ["--category", "ip", "--numbers", "120"], ["--category", "fixed", "--numbers", "5000"],
      ["--range", "05031000000..05031009999"],
      ["--range", "05099990000..05099990009", "--contract", "terms"],
    ]
    let pairs = [("OP09", "OP26"), ("OP10", "OP11"), ("OP04", "OP32"), ("OP06", "OP40"), ("OP01", "OP31")]
    for (supplier, recipient) in pairs {
      for supply in supplies {
        json(
          .screen,
          ["screen", ledger, "--supplier", supplier, "--recipient", recipient, "--ends", "2027-03-31"]
            + supply + on)
      }
    }
    json(.screenBatch, ["screen", ledger, "--batch", "\(Self.examples)/screening/candidates.csv"] + on)
  }

  // MARK: Rules and policies

  mutating func addRulesAndPolicies(in directory: Directory) throws {
    json(.rules, ["rules"])
    for rule in RuleID.allCases { json(.rules, ["rules", rule.name]) }
    try directory.write("full.json", Self.fullPolicy)
    try directory.write("read.json", Self.writtenPolicy)
    keep(.policy, "as written", Self.fullPolicy)
    keep(.policy, "as written", Self.writtenPolicy)
    keep(.policy, "nothing", "{}")
    add(.policy, ["policy"])
    for name in ["full.json", "read.json"] { add(.policy, ["policy", "--policy", directory.path(name)]) }
    add(.policy, ["policy", "--policy", "\(Self.examples)/policy/example-caps.json"])
  }

  /// Every member there is.
  static let fullPolicy: String = {
    let severities = RuleID.allCases.flatMap { rule in
      ["\"\(rule.name)\": \"warning\""] + rule.causes.map { "\"\(rule.name):\($0.name)\": \"off\"" }
    }
    return """
      {"caps": [{"id": "C", "categories": ["ip"], "max_numbers": 1, "track_record_from_months": 1,
        "track_record_under_months": 12, "certified": false, "effective_from": "2026-04-01"}],
       "unknown_track_record": "none", "approval": {"required_from": "2019-05-22"},
       "confirmation": {"categories": ["ip", "fixed"]},
       "certification": {"required_from": "2025-10-01", "grace_days": 30},
       "resale": {"max_tier": 2, "max_tier_by_category": {"mobile": 3}}, "ledger": {"complete": ["OP01"]},
       "severity": {\(severities.joined(separator: ", "))}, "fail_on": "none",
       "fees": {"associations": ["A"], "members": {"first": 80000, "renewal": 60000},
        "others": {"first": 260000, "renewal": 260000}, "approval": 0, "end": 10000000000}}
      """
  }()

  /// As people write days and categories.
  static let writtenPolicy = """
    {"approval": {"required_from": "令和元年5月22日"}, "ledger": {"complete": "all"},
     "confirmation": {"categories": ["特定IP電話番号", "携帯"]}, "resale": {"max_tier_by_category": {"０５０": 1}}}
    """
}
