import Audit
import Bytes
import Numbering

/// Reads a report in one pass, keeping of each finding what a comparison needs.
///
/// Members may stand in any order. Whatever the later ones say about the earlier ones is checked at the end.
struct ReportReader {
  var json: JSONPullReader
  private let anySchema: Bool
  /// The members of the document that were seen, by name.
  private var seen: Set<String> = []

  private var schema: String?
  private var time: ReportDigest.AuditedTime?
  private var policy: ReportDigest.PolicyMark?
  private var filter: String?
  private var redaction: ReportDigest.RedactionMark?
  private var rejected: UInt64 = 0
  private var disclaimer: String?
  private var rules = [RuleLine?](repeating: nil, count: RuleID.allCases.count)
  var entries: [ReportDigest.Entry] = []

  /// What the list of rules says of one.
  struct RuleLine {
    var reason: String?
    var findings: UInt64 = 0
    var waived: UInt64 = 0
    /// Where it begins.
    var offset = 0
    var place = 0
  }

  /// The whole report, whose memory is given back now and then.
  let content: FileContent

  init(_ content: FileContent, anySchema: Bool) {
    self.content = content
    json = JSONPullReader(content.bytes)
    self.anySchema = anySchema
  }

  /// The whole document.
  mutating func report() throws(ReportNote) -> ReportDigest {
    try expect(.object, try next(), "")
    while case .name(let slice) = try next() {
      let name = json.text(slice)
      if ReportReader.members.contains(name), !seen.insert(name).inserted {
        throw note(.duplicateMember(name), name)
      }
      try member(name)
    }
    _ = try next()
    return try complete()
  }

  private static let members: Set<String> = [
    "schema", "audit", "policy", "filter", "redaction", "inputs", "rules", "summary", "findings",
    "disclaimer",
  ]

  private mutating func member(_ name: String) throws(ReportNote) {
    switch name {
    case "schema":
      let found = try string(name)
      if found != ReportDigest.schema, !anySchema { throw note(.otherSchema(found), name) }
      schema = found
    case "audit": time = try audit()
    case "policy": policy = try policyMark()
    case "filter":
      try expect(.object, try next(), name)
      try members(of: name) { reader, member, path throws(ReportNote) in
        guard member == "operator" else { return try reader.skipValue() }
        reader.filter = try reader.string(path)
      }
    case "redaction": redaction = try redactionMark()
    case "inputs": try inputs()
    case "rules": try ruleLines()
    case "findings": try findings()
    case "disclaimer": disclaimer = try string(name)
    default: try skipValue()
    }
  }

  private mutating func audit() throws(ReportNote) -> ReportDigest.AuditedTime {
    let token = try next()
    let start = json.offset
    try expect(.object, token, "audit")
    var (on, from, to): (Day?, Day?, Day?)
    try members(of: "audit") { reader, name, path throws(ReportNote) in
      switch name {
      case "on": on = try reader.day(path)
      case "from": from = try reader.day(path)
      case "to": to = try reader.day(path)
      default: try reader.skipValue()
      }
    }
    if let on, from == nil, to == nil { return .day(on) }
    if on == nil, let from, let to, from <= to { return .period(from: from, to: to) }
    throw ReportNote(kind: .wrongValue(.time), offset: start, path: "audit")
  }

  private mutating func policyMark() throws(ReportNote) -> ReportDigest.PolicyMark {
    let token = try next()
    let start = json.offset
    try expect(.object, token, "policy")
    var (source, sha256, effective): (String?, String?, String?)
    try members(of: "policy") { reader, name, path throws(ReportNote) in
      switch name {
      case "source": source = try reader.string(path)
      case "sha256": sha256 = try reader.string(path)
      case "effective_sha256": effective = try reader.string(path)
      default: try reader.skipValue()
      }
    }
    for (name, value) in [("source", source), ("sha256", sha256)] where value == nil {
      throw ReportNote(kind: .missingMember(name), offset: start, path: "policy")
    }
    return ReportDigest.PolicyMark(
      source: source ?? "", sha256: sha256 ?? "", effectiveSHA256: effective)
  }

  private mutating func redactionMark() throws(ReportNote) -> ReportDigest.RedactionMark {
    let token = try next()
    let start = json.offset
    try expect(.object, token, "redaction")
    var (scope, key): (String?, String?)
    try members(of: "redaction") { reader, name, path throws(ReportNote) in
      switch name {
      case "replaced": scope = try reader.string(path)
      case "key": key = try reader.string(path)
      default: try reader.skipValue()
      }
    }
    for (name, value) in [("replaced", scope), ("key", key)] where value == nil {
      throw ReportNote(kind: .missingMember(name), offset: start, path: "redaction")
    }
    return ReportDigest.RedactionMark(scope: scope ?? "", keyID: key ?? "")
  }

  private mutating func inputs() throws(ReportNote) {
    try elements(of: "inputs") { reader, path throws(ReportNote) in
      try reader.members(of: path) { reader, name, path throws(ReportNote) in
        guard name == "rejected" else { return try reader.skipValue() }
        let (sum, isOver) = reader.rejected.addingReportingOverflow(try reader.count(path))
        reader.rejected = isOver ? .max : sum
      }
    }
  }

  private mutating func ruleLines() throws(ReportNote) {
    var place = 0
    try elements(of: "rules") { reader, path throws(ReportNote) in
      var line = RuleLine()
      line.offset = reader.json.offset
      line.place = place
      place += 1
      var (rule, evaluated): (RuleID?, Bool?)
      try reader.members(of: path) { reader, name, path throws(ReportNote) in
        switch name {
        case "rule": rule = try reader.rule(path)
        case "evaluated": evaluated = try reader.boolean(path)
        case "reason": line.reason = try reader.stringOrNull(path)
        case "findings": line.findings = try reader.count(path)
        case "waived": line.waived = try reader.count(path)
        default: try reader.skipValue()
        }
      }
      guard let rule else {
        throw ReportNote(kind: .missingMember("rule"), offset: line.offset, path: path)
      }
      guard let evaluated else {
        throw ReportNote(kind: .missingMember("evaluated"), offset: line.offset, path: path)
      }
      line.reason = evaluated ? nil : line.reason ?? ""
      guard reader.rules[Int(rule.rawValue)] == nil else {
        throw ReportNote(kind: .duplicateRule(rule), offset: line.offset, path: path)
      }
      reader.rules[Int(rule.rawValue)] = line
    }
  }

  // MARK: The end

  /// Puts together what was read, once everything that must be there is.
  private func complete() throws(ReportNote) -> ReportDigest {
    guard let schema else { throw missing("schema") }
    guard let time else { throw missing("audit") }
    guard let policy else { throw missing("policy") }
    guard seen.contains("rules") else { throw missing("rules") }
    guard seen.contains("findings") else { throw missing("findings") }
    try checkCounts()
    try checkFingerprints()
    let reasons = rules.map { line in line.map(\.reason) ?? ReportDigest.notListed }
    var digest = ReportDigest(time: time, policy: policy, reasons: reasons)
    digest.schema = schema
    digest.operatorFilter = filter
    digest.redaction = redaction
    digest.rejectedRows = Int(clamping: rejected)
    digest.entries = entries
    digest.disclaimer = disclaimer
    return digest
  }

  private func missing(_ name: String) -> ReportNote {
    ReportNote(kind: .missingMember(name), offset: 0, path: "")
  }

  /// Whether the list of rules counts what there is: a report cut short or changed by hand does not pass for whole.
  private func checkCounts() throws(ReportNote) {
    var found = [(findings: UInt64, waived: UInt64, first: Int)](
      repeating: (0, 0, 0), count: RuleID.allCases.count)
    for (place, entry) in entries.enumerated() {
      let rule = Int(entry.rule.rawValue)
      if found[rule].findings + found[rule].waived == 0 { found[rule].first = place }
      if entry.isWaived { found[rule].waived += 1 } else { found[rule].findings += 1 }
    }
    for rule in RuleID.allCases {
      let counted = found[Int(rule.rawValue)]
      let line = rules[Int(rule.rawValue)]
      if counted.findings + counted.waived > 0, line?.reason != nil || line == nil {
        throw ReportNote(
          kind: .notEvaluated(rule), offset: entries[counted.first].place, path: "findings[\(counted.first)]")
      }
      guard let line else { continue }
      for (waived, said, count) in [
        (false, line.findings, counted.findings), (true, line.waived, counted.waived),
      ] where said != count {
        throw ReportNote(
          kind: .wrongCount(rule: rule, waived: waived, said: said, found: count), offset: line.offset,
          path: "rules[\(line.place)]")
      }
    }
  }

  private func checkFingerprints() throws(ReportNote) {
    let keys = FingerprintKey.sorted(entries)
    var worst: (second: Int, first: Int)?
    for place in keys.indices.dropFirst() where keys[place].fingerprint == keys[place - 1].fingerprint {
      let second = Int(keys[place].entry)
      if worst.map({ second < $0.second }) ?? true { worst = (second, Int(keys[place - 1].entry)) }
    }
    guard let (second, first) = worst else { return }
    throw ReportNote(
      kind: .duplicateFingerprint(entries[second].fingerprint, line: 0),
      offset: entries[second].place, path: "findings[\(second)].fingerprint", first: entries[first].place)
  }
}

/// The sixteen digits of a fingerprint.
package func hexadecimal(_ fingerprint: UInt64) -> String {
  let digits = String(fingerprint, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
