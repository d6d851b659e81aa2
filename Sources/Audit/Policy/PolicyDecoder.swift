import Bytes
import Numbering

extension Policy {
  /// Reads a policy from JSON; members left out have their built-in values.
  ///
  /// Every mistake is reported, unknown members among them.
  /// - Complexity: O(*n* log *n*) in the length of the text at worst.
  public static func decode(json bytes: [UInt8]) -> PolicyReading {
    bytes.withUnsafeBytes { decode(json: $0) }
  }

  /// Reads a policy from JSON; members left out have their built-in values.
  package static func decode(json bytes: UnsafeRawBufferPointer) -> PolicyReading {
    var decoder = PolicyDecoder()
    do throws(JSONError) {
      decoder.policy(try JSONReader.read(bytes))
    } catch {
      decoder.report(.notJSON(error.kind), at: error.offset, "")
    }
    return decoder.reading(of: bytes)
  }
}

/// Turns a JSON value into a policy and notes every mistake on the way.
struct PolicyDecoder {
  typealias Kind = PolicyProblem.Kind

  /// A mistake before its line is known.
  private struct Note {
    let offset: Int
    let path: String
    let kind: PolicyProblem.Kind
    /// Where the first of two stands, whose line the message names.
    let first: Int?
  }

  private var result = Policy()
  private var notes: [Note] = []
  private var capOffsets: [Int] = []
  private var completeOffsets: [Int] = []

  mutating func report(_ kind: PolicyProblem.Kind, at offset: Int, _ path: String, first: Int? = nil) {
    notes.append(Note(offset: offset, path: path, kind: kind, first: first))
  }

  /// What was read, with offsets turned into lines and columns.
  func reading(of bytes: UnsafeRawBufferPointer) -> PolicyReading {
    let sorted = notes.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
    // Lines of firsts are few; those of problems and ids are found in one pass each.
    let positions = TextPosition.of(sorted.map(\.element.offset), in: bytes)
    let firsts = Set(notes.compactMap(\.first)).sorted()
    let firstLines = Dictionary(
      zip(firsts, TextPosition.of(firsts, in: bytes).map(\.line)), uniquingKeysWith: { line, _ in line })
    let problems = zip(sorted, positions).map { entry, position in
      let note = entry.element
      let line = note.first.flatMap { firstLines[$0] } ?? 0
      let kind: PolicyProblem.Kind =
        switch note.kind {
        case .duplicateMember(let name, _): .duplicateMember(name: name, line: line)
        case .duplicateCap(let id, _): .duplicateCap(id: id, line: line)
        default: note.kind
        }
      return PolicyProblem(position: position, path: note.path, kind: kind)
    }
    return PolicyReading(
      policy: problems.isEmpty ? result : nil, problems: problems,
      capPositions: TextPosition.of(capOffsets, in: bytes),
      completePositions: TextPosition.of(completeOffsets, in: bytes))
  }

  // MARK: Members

  mutating func policy(_ value: JSONValue) {
    let known = [
      "caps", "unknown_track_record", "approval", "confirmation", "certification", "resale", "ledger",
      "severity", "fail_on", "fees",
    ]
    guard let members = members(of: value, "", known: known) else { return }
    if let caps = members["caps"] { self.caps(caps) }
    if let value = members["unknown_track_record"] {
      let choices: [(String, Policy.UnknownTrackRecord)] = [("skip", .skip), ("none", .none)]
      if let choice = choice(value, "unknown_track_record", choices) { result.unknownTrackRecord = choice }
    }
    if let value = members["approval"],
      let date = self.members(of: value, "approval", known: ["required_from"])?["required_from"],
      let day = day(date, "approval.required_from")
    {
      result.approvalRequiredFrom = day
    }
    if let value = members["confirmation"],
      let list = self.members(of: value, "confirmation", known: ["categories"])?["categories"],
      let set = categories(list, "confirmation.categories")
    {
      result.confirmationCategories = set
    }
    if let value = members["certification"] { certification(value) }
    if let value = members["resale"] { resale(value) }
    if let value = members["ledger"] { ledger(value) }
    if let value = members["severity"] { severities(value) }
    if let value = members["fail_on"] {
      let choices: [(String, Severity?)] = gravest.map { ($0.name, $0) } + [("none", nil)]
      if let choice = choice(value, "fail_on", choices) { result.failOn = choice }
    }
    if let value = members["fees"] { result.fees = fees(value) }
  }

  private var gravest: [Severity] { Severity.allCases.reversed() }

  private mutating func certification(_ value: JSONValue) {
    let known = ["required_from", "grace_days"]
    guard let members = members(of: value, "certification", known: known) else { return }
    if let value = members["required_from"], let day = day(value, "certification.required_from") {
      result.certificationRequiredFrom = day
    }
    if let value = members["grace_days"], let days = number(value, "certification.grace_days", to: 100_000) {
      result.graceDays = Int(days)
    }
  }

  private mutating func resale(_ value: JSONValue) {
    let known = ["max_tier", "max_tier_by_category"]
    guard let members = members(of: value, "resale", known: known) else { return }
    if let value = members["max_tier"], let tier = number(value, "resale.max_tier", to: 1_000_000_000) {
      result.maxTier = Int(tier)
    }
    guard let value = members["max_tier_by_category"] else { return }
    let path = "resale.max_tier_by_category"
    guard let tiers = value.members else {
      report(.wrongValue(found: .init(value), expected: .object), at: value.offset, path)
      return
    }
    var seen: [Category: Int] = [:]
    for member in tiers {
      let path = join(path, member.name)
      guard let category = Category(name: member.name) else {
        let kind = Kind.wrongValue(found: .string(member.name), expected: .category)
        report(kind, at: member.nameOffset, path)
        continue
      }
      if let first = seen[category] {
        report(.duplicateMember(name: member.name, line: 0), at: member.nameOffset, path, first: first)
      } else {
        seen[category] = member.nameOffset
        if let tier = number(member.value, path, to: 1_000_000_000) {
          result.maxTierByCategory[category] = Int(tier)
        }
      }
    }
  }

  private mutating func ledger(_ value: JSONValue) {
    guard let value = members(of: value, "ledger", known: ["complete"])?["complete"] else { return }
    if value.string == "all" {
      result.completeLedger = .all
      return
    }
    guard let elements = value.elements else {
      report(.wrongValue(found: .init(value), expected: .idsOrAll), at: value.offset, "ledger.complete")
      return
    }
    var ids: [String] = []
    for (index, element) in elements.enumerated() {
      if let id = id(element, "ledger.complete[\(index)]") {
        ids.append(id)
        completeOffsets.append(element.offset)
      }
    }
    result.completeLedger = .operators(ids)
  }

  private mutating func severities(_ value: JSONValue) {
    guard let members = value.members else {
      report(.wrongValue(found: .init(value), expected: .object), at: value.offset, "severity")
      return
    }
    let choices: [(String, Policy.Override)] = gravest.map { ($0.name, .severity($0)) } + [("off", .off)]
    var seen: [Policy.Target: Int] = [:]
    for member in members {
      let path = join("severity", member.name)
      let override = choice(member.value, path, choices)
      guard let target = target(member, path) else { continue }
      if let first = seen[target] {
        report(.duplicateMember(name: member.name, line: 0), at: member.nameOffset, path, first: first)
      } else {
        seen[target] = member.nameOffset
        result.severities[target] = override
      }
    }
  }

  /// The rule, or the rule and cause, that a key of `severity` names.
  private mutating func target(_ member: JSONMember, _ path: String) -> Policy.Target? {
    let parts = member.name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let ruleName = String(parts.first ?? "")
    guard let rule = RuleID(name: ruleName) else {
      let suggestion = nearest(ruleName, among: RuleID.allCases.map(\.name))
      report(.unknownRule(name: ruleName, suggestion: suggestion), at: member.nameOffset, path)
      return nil
    }
    guard parts.count == 2 else { return Policy.Target(rule: rule) }
    let causeName = String(parts[1])
    if let cause = rule.causes.first(where: { $0.name == causeName }) {
      return Policy.Target(rule: rule, cause: cause)
    }
    let known = rule.causes.map(\.name)
    let suggestion = nearest(causeName, among: known)
    report(
      .unknownCause(name: causeName, rule: rule, suggestion: suggestion, known: known),
      at: member.nameOffset, path)
    return nil
  }

  // MARK: Caps

  private mutating func caps(_ value: JSONValue) {
    guard let elements = value.elements else {
      report(.wrongValue(found: .init(value), expected: .array), at: value.offset, "caps")
      return
    }
    var seen: [String: Int] = [:]
    for (index, element) in elements.enumerated() {
      let path = "caps[\(index)]"
      guard let cap = cap(element, path) else { continue }
      if let first = seen[cap.id] {
        report(.duplicateCap(id: cap.id, line: 0), at: cap.offset, path + ".id", first: first)
      } else {
        seen[cap.id] = cap.offset
      }
      if let cap = cap.cap {
        result.caps.append(cap)
        capOffsets.append(seen[cap.id] ?? 0)
      }
    }
  }

  /// The id of a cap and where it stands, and the cap if nothing else is wrong with it; nil without an id.
  private mutating func cap(
    _ value: JSONValue, _ path: String
  ) -> (id: String, offset: Int, cap: Policy.Cap?)? {
    let known = [
      "id", "categories", "max_numbers", "track_record_from_months", "track_record_under_months", "certified",
      "effective_from",
    ]
    guard let members = members(of: value, path, known: known) else { return nil }
    func months(_ name: String) -> UInt64? {
      members[name].flatMap { number($0, join(path, name), to: 100_000) }
    }
    var cap = Policy.Cap(id: "", maximum: 0)
    cap.trackRecordFromMonths = months("track_record_from_months").map { Int($0) }
    cap.trackRecordUnderMonths = months("track_record_under_months").map { Int($0) }
    if let from = cap.trackRecordFromMonths, let under = cap.trackRecordUnderMonths, from >= under {
      let offset = members["track_record_under_months"]?.offset ?? value.offset
      report(
        .emptyTrackRecord(from: from, under: under), at: offset, path + ".track_record_under_months")
    }
    if let value = members["categories"], let set = categories(value, path + ".categories") {
      cap.categories = set.isEmpty ? .all : set
    }
    if let value = members["certified"] {
      cap.certified = value.boolean
      if cap.certified == nil {
        report(.wrongValue(found: .init(value), expected: .boolean), at: value.offset, path + ".certified")
      }
    }
    if let value = members["effective_from"] { cap.effectiveFrom = day(value, path + ".effective_from") }
    var maximum: UInt64?
    if let value = members["max_numbers"] {
      maximum = number(value, path + ".max_numbers", to: 10_000_000_000)
    } else {
      report(.missingMember(name: "max_numbers"), at: value.offset, path)
    }
    guard let written = members["id"] else {
      report(.missingMember(name: "id"), at: value.offset, path)
      return nil
    }
    guard let id = id(written, path + ".id") else { return nil }
    cap.id = id
    cap.maximum = maximum ?? 0
    return (id, written.offset, maximum == nil ? nil : cap)
  }
}
