import Banken
import Bytes
import TestSupport

/// What a report says all told, read back from one format; nil for what the format does not say.
struct FormatTally: Equatable {
  /// Findings of a rule: those that count, and those waived.
  struct Counts: Equatable {
    var findings = 0
    var waived = 0
  }

  /// By rule; rules without findings are left out.
  var rules: [String: Counts]?
  /// Those that count, by severity.
  var severities: [String: Int]?
  var waived: Int?
  /// The numbers of all findings, waived ones too, added up.
  var numbers: UInt64?
  /// Of periods: findings that count and hold on the last day, and those that do not.
  var open: Int?
  var mended: Int?
  /// In any order.
  var fingerprints: [String]?
  /// How many findings that count are listed.
  var listed: Int?

  /// What differs from another tally in anything that both say.
  func differences(from other: FormatTally) -> [String] {
    var found: [String] = []
    func compare<Value: Equatable>(_ name: String, _ mine: Value?, _ others: Value?) {
      guard let mine, let others, mine != others else { return }
      found.append("\(name): \(mine) and \(others)")
    }
    compare("rules", rules, other.rules)
    compare("severities", severities, other.severities)
    compare("waived", waived, other.waived)
    compare("numbers", numbers, other.numbers)
    compare("open", open, other.open)
    compare("mended", mended, other.mended)
    compare("fingerprints", fingerprints?.sorted(), other.fingerprints?.sorted())
    compare("listed", listed, other.listed)
    return found
  }

  /// Counts a list of findings, with each the members that every format has.
  init(
    findings: [(
      rule: String, severity: String, isWaived: Bool, numbers: UInt64?, fingerprint: String, open: Bool?
    )]
  ) {
    rules = [:]
    severities = ["violation": 0, "warning": 0, "notice": 0]
    (waived, numbers, fingerprints, listed) = (0, 0, [], 0)
    for finding in findings {
      if finding.isWaived {
        rules?[finding.rule, default: Counts()].waived += 1
        waived? += 1
      } else {
        rules?[finding.rule, default: Counts()].findings += 1
        severities?[finding.severity, default: 0] += 1
        listed? += 1
        if let isOpen = finding.open {
          open = (open ?? 0) + (isOpen ? 1 : 0)
          mended = (mended ?? 0) + (isOpen ? 0 : 1)
        }
      }
      numbers? += finding.numbers ?? 0
      fingerprints?.append(finding.fingerprint)
    }
  }

  init() {}
}

/// Reads the totals of a format back.
///
/// A new format is one more case here; `TotalsTests` holds it against the others by itself.
extension FormatTally {
  static func read(_ text: String, _ format: ReportFormat, _ language: Language) throws -> [FormatTally] {
    switch format {
    case .text: [ofText(text, language)]
    case .json: try ofJSON(text)
    case .ndjson: [try ofNDJSON(text)]
    case .csv: [ofCSV(text)]
    case .sarif: try ofSARIF(text)
    case .markdown: [ofMarkdown(text, language)]
    case .html: try ofHTML(text)
    }
  }

  // MARK: HTML

  /// As the head of the page and the table of measures say.
  private static func ofHTML(_ text: String) throws -> [FormatTally] {
    let page = try StrictMarkup(text)
    let main = try page.only("id", "main")
    var (said, last) = (FormatTally(), FormatTally())
    said.severities = [
      "violation": main.number("data-violations") ?? -1, "warning": main.number("data-warnings") ?? -1,
      "notice": main.number("data-notices") ?? -1,
    ]
    said.waived = main.number("data-waived") ?? -1
    said.rules = [:]
    for row in page.elements {
      guard let rule = row["data-findings-of"] else { continue }
      let counts = Counts(
        findings: row.number("data-findings") ?? -1, waived: row.number("data-waived") ?? -1)
      if rule == "total" {
        last.waived = counts.waived
        let sum = said.severities?.values.reduce(0, +) ?? -1
        if counts.findings != sum { last.rules = ["total": counts] }
      } else if counts != Counts() {
        said.rules?[rule] = counts
      }
    }
    if let timeline = page.elements.first(where: { $0["id"] == "timeline" }) {
      said.open = timeline.number("data-open") ?? -1
      said.mended = timeline.number("data-mended") ?? -1
    }
    return [said, last]
  }

  // MARK: JSON

  private static func of(_ findings: [JSONValue]) -> FormatTally {
    FormatTally(
      findings: findings.map { finding in
        (
          finding["rule"]?.string ?? "", finding["severity"]?.string ?? "",
          finding["waived_by"]?.string != nil,
          finding["numbers"]?.integer.map(UInt64.init), finding["fingerprint"]?.string ?? "",
          finding["open"]?.boolean
        )
      })
  }

  /// As the findings say, and as the counts say.
  private static func ofJSON(_ text: String) throws -> [FormatTally] {
    let value = try SchemaCheck.value(text)
    var said = FormatTally()
    let summary = value["summary"]
    said.severities = [
      "violation": summary?["violations"]?.integer ?? -1, "warning": summary?["warnings"]?.integer ?? -1,
      "notice": summary?["notices"]?.integer ?? -1,
    ]
    said.waived = summary?["waived"]?.integer ?? -1
    said.open = summary?["open"]?.integer
    said.mended = summary?["mended"]?.integer
    said.rules = [:]
    for rule in value["rules"]?.elements ?? [] {
      let counts = Counts(
        findings: rule["findings"]?.integer ?? -1, waived: rule["waived"]?.integer ?? -1)
      if counts != Counts() { said.rules?[rule["rule"]?.string ?? ""] = counts }
    }
    return [of(value["findings"]?.elements ?? []), said]
  }

  private static func ofNDJSON(_ text: String) throws -> FormatTally {
    of(try text.split(separator: "\n").map { try SchemaCheck.value(String($0)) })
  }

  /// As the results say, and as the properties of the run say.
  private static func ofSARIF(_ text: String) throws -> [FormatTally] {
    let run = try SchemaCheck.value(text)["runs"]?.elements?.first
    let severities = ["error": "violation", "warning": "warning", "note": "notice"]
    let results = (run?["results"]?.elements ?? []).map { result in
      (
        rule: result["ruleId"]?.string ?? "", severity: severities[result["level"]?.string ?? ""] ?? "",
        isWaived: result["suppressions"] != nil,
        numbers: result["properties"]?["numbers"]?.integer.map(UInt64.init),
        fingerprint: result["partialFingerprints"]?["banken/1"]?.string ?? "",
        open: result["properties"]?["open"]?.boolean
      )
    }
    var said = FormatTally()
    let properties = run?["properties"]
    said.severities = [
      "violation": properties?["violations"]?.integer ?? -1,
      "warning": properties?["warnings"]?.integer ?? -1, "notice": properties?["notices"]?.integer ?? -1,
    ]
    said.waived = properties?["waived"]?.integer ?? -1
    return [FormatTally(findings: results), said]
  }

  // MARK: CSV

  private static func ofCSV(_ text: String) -> FormatTally {
    let rows = CSVReader(String(text.unicodeScalars.dropFirst())).rows
    let header = rows.first ?? []
    func cell(_ row: [String], _ name: String) -> String {
      header.firstIndex(of: name).map { row[$0] } ?? ""
    }
    return FormatTally(
      findings: rows.dropFirst().map { row in
        let open = cell(row, "open")
        return (
          cell(row, "rule"), cell(row, "severity"), !cell(row, "waived_by").isEmpty,
          UInt64(cell(row, "numbers")), cell(row, "fingerprint"), open.isEmpty ? nil : open == "true"
        )
      })
  }

  // MARK: For people

  /// The table of the rules, the line of the verdict, and the findings listed with their fingerprints.
  private static func ofText(_ text: String, _ language: Language) -> FormatTally {
    var tally = FormatTally()
    tally.rules = [:]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let heading = lines.firstIndex(of: language == .ja ? "ルール" : "Rules") ?? 0
    for line in lines[(heading + 3)...].prefix(while: { !$0.isEmpty }) {
      let cells = line.split(separator: " ")
      let counts = Counts(findings: number(cells[cells.count - 2]), waived: number(cells[cells.count - 1]))
      if counts != Counts() { tally.rules?[String(cells[0])] = counts }
    }
    // The line may be broken anywhere in Japanese, between words in English.
    let start = lines.lastIndex { $0.hasPrefix(language == .ja ? "判定:" : "Verdict:") } ?? 0
    let verdict = lines[start...].prefix { !$0.isEmpty }.joined(separator: language == .ja ? "" : " ")
    tally.read(verdict: verdict, language)
    tally.fingerprints = text.matches(of: /#([0-9a-f]{16})(?![0-9a-f])/).map { String($0.output.1) }
    return tally
  }

  /// The table of the rules, the verdict, and the findings listed.
  private static func ofMarkdown(_ text: String, _ language: Language) -> FormatTally {
    var tally = FormatTally()
    tally.rules = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { String($0).filter { !" `".contains($0) } }
      tally.rules?[String(cells[0])] = Counts(findings: number(cells[4]), waived: number(cells[5]))
    }
    let verdict = text.split(separator: "\n").first { $0.hasPrefix("**") && $0.hasSuffix("**") } ?? ""
    tally.read(verdict: String(verdict), language)
    tally.listed = text.split(separator: "\n").count { $0.hasPrefix("- **") }
    return tally
  }

  /// `17 violations, 18 warnings, 26 notices, 1 waived`, or the same in Japanese.
  private mutating func read(verdict: String, _ language: Language) {
    func count(_ ja: String, _ en: String) -> Int {
      let words = language == .ja ? ja : en
      let pattern = language == .ja ? "\(words) ?([0-9,]+)件" : "([0-9,]+) \(words)"
      guard let regex = try? Regex(pattern), let match = verdict.firstMatch(of: regex) else { return 0 }
      return Self.number(match.output[1].substring ?? "")
    }
    severities = [
      "violation": count("違反等", "violations?"), "warning": count("注意", "warnings?"),
      "notice": count("要確認", "notices?"),
    ]
    waived = count("適用除外", "waived")
    if verdict.contains(language == .ja ? "継続中" : "still open") {
      open = count("うち継続中", "of them still open")
      mended = count("解消済み", "mended")
    }
  }

  private static func number(_ text: some StringProtocol) -> Int {
    Int(String(text).filter { $0 != "," }) ?? -1
  }
}
