import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// What came of a candidate as one JSON document, schema `banken-screen/1`.
struct ScreenJSON {
  private let screening: PartnerScreening
  private let context: ReportContext
  private let members: ScreenMembers
  private let words: ScreenSentences

  init(_ screening: PartnerScreening, _ context: ReportContext) {
    self.screening = screening
    self.context = context
    let (chain, caps) = (screening.state.chain, screening.caps)
    members = ScreenMembers(chain: chain, caps: caps, language: context.language)
    words = ScreenSentences(chain: chain, caps: caps, language: context.language)
  }

  func write(to output: any Output) throws(OutputError) {
    let answer = screening.answer
    let (before, after) = (screening.difference.before, screening.difference.after)
    let head = AnswerJSON(
      schema: "banken-screen/1", day: screening.candidate.startsOn, policy: after.policy, context: context)
    var buffer = TextBuffer()
    head.appendHead(to: &buffer)
    buffer.append(",\n \"candidate\": ")
    members.append(screening.candidate, to: &buffer)
    if let found = screening.designation { append(found, to: &buffer) }
    buffer.append(",\n \"already_provided\": ")
    members.append(screening.cautions.provided, to: &buffer)
    buffer.append(",\n \"verdict\": \"\(answer.verdict.name)\"")
    buffer.append(",\n \"not_evaluated\": ")
    UnevaluatedText.append(screening.cautions.notEvaluated, to: &buffer)
    FindingColumns.of(before) { old in
      FindingColumns.of(after) { new in
        var lists = EntryLists(screening.difference, old, new, language: context.language)
        buffer.append(",\n \"reasons\": [")
        lists.append(screening.reasons, withChange: false, to: &buffer)
        buffer.append("],\n \"waived\": [")
        lists.append(screening.waived, withChange: false, to: &buffer)
        appendRoom(to: &buffer)
        appendLater(to: &buffer)
        buffer.append(",\n \"consequences\": {\"count\": \(screening.consequenceCount)")
        buffer.append(", \"violations\": \(screening.worsening(.violation))")
        buffer.append(", \"warnings\": \(screening.worsening(.warning))")
        buffer.append(", \"notices\": \(screening.worsening(.notice)), \"listed\": [")
        lists.append(screening.consequences, withChange: true, to: &buffer)
        buffer.append("]}")
      }
    }
    appendConfirmations(to: &buffer)
    PartnerJSON(screening, members).append(to: &buffer)
    buffer.append(",\n \"statement\": ")
    buffer.append(quoted: ScreenWords.freeDecision[context.language])
    head.appendTail(to: &buffer)
    try output.write(buffer)
  }

  private func append(_ found: CandidateDesignation, to buffer: inout TextBuffer) {
    buffer.append(",\n \"designation\": {\"numbers\": \(found.numbers)")
    if let nearest = found.nearest, let holder = found.holder {
      buffer.append(", \"nearest\": {\"operator_id\": ")
      members.append(operatorID: holder, to: &buffer)
      buffer.append(
        ", \"start\": \"\(members.texts.digits(nearest.start))\", "
          + "\"end\": \"\(members.texts.digits(nearest.end))\", \"numbers\": \(nearest.count)}")
    }
    buffer.append("}")
  }

  private func appendRoom(to buffer: inout TextBuffer) {
    buffer.append("],\n \"headroom\": {\"numbers\": ")
    buffer.append(screening.headroom.map { "\($0)" } ?? "null")
    buffer.append(", \"grows\": ")
    if let growth = screening.outlook.growth {
      buffer.append("{\"on\": \"\(growth.day)\", \"numbers\": \(growth.headroom.map { "\($0)" } ?? "null")}")
    } else {
      buffer.append("null")
    }
    buffer.append(", \"caps\": [")
    for (place, room) in screening.headrooms.enumerated() {
      buffer.append(place == 0 ? "\n  " : ",\n  ")
      members.append(room, to: &buffer)
    }
    buffer.append("]}")
  }

  private func appendLater(to buffer: inout TextBuffer) {
    let outlook = screening.outlook
    buffer.append(",\n \"later\": {\"until\": \"\(outlook.until)\", \"changes\": [")
    for (place, change) in outlook.changes.enumerated() {
      let rules = change.rules.map { "\"\($0.name)\"" }.joined(separator: ", ")
      buffer.append(place == 0 ? "" : ", ")
      buffer.append(
        "{\"on\": \"\(change.day)\", \"verdict\": \"\(change.verdict.name)\", \"rules\": [\(rules)]}")
    }
    buffer.append("]}")
  }

  private func appendConfirmations(to buffer: inout TextBuffer) {
    buffer.append(",\n \"confirm\": [")
    for (place, item) in screening.confirmations.enumerated() {
      buffer.append(place == 0 ? "\n  " : ",\n  ")
      buffer.append("{\"column\": \"\(item.column)\", \"basis\": \"\(item.basis.name)\", \"message\": ")
      buffer.append(quoted: item.sentence[context.language])
      buffer.append("}")
    }
    for (place, gap) in screening.gaps.enumerated() {
      buffer.append(place == 0 && screening.confirmations.isEmpty ? "\n  " : ",\n  ")
      buffer.append("{\"column\": \"\(gap.column)\", \"operator_id\": ")
      members.append(operatorID: gap.operatorIndex, to: &buffer)
      buffer.append(", \"basis\": \"\(gap.basis.name)\", \"message\": ")
      buffer.append(quoted: words.gap(gap, of: screening.candidate))
      buffer.append("}")
    }
    buffer.append("]")
  }
}

/// Writes findings that differ, those of the day before the change and those after it.
private struct EntryLists {
  private let difference: AuditDifference
  private let old: (json: FindingJSON, columns: FindingColumns)
  private let new: (json: FindingJSON, columns: FindingColumns)
  /// For reasons: what the candidate would cause.
  private let reasons: FindingJSON

  init(_ difference: AuditDifference, _ old: FindingColumns, _ new: FindingColumns, language: Language) {
    self.difference = difference
    let (before, after) = (difference.before, difference.after)
    let candidate = ProvisionIndex(before.state.chain.tables.provisions.count)
    self.old = (FindingJSON(before, old, language: language), old)
    let told = MessageWriter(after, new, language: language, candidate: candidate)
    self.new = (FindingJSON(after, new, told), new)
    reasons = FindingJSON(
      after, new,
      MessageWriter(after, new, language: language, candidate: candidate, isHypothetical: true))
  }

  mutating func append(_ entries: [AuditDifference.Entry], withChange: Bool, to buffer: inout TextBuffer) {
    var before = FindingBatch(difference.before, nil)
    var after = FindingBatch(difference.after, nil)
    for (place, entry) in entries.enumerated() {
      guard let (finding, results, _) = difference.finding(of: entry) else { continue }
      buffer.append(place == 0 ? "\n  " : ",\n  ")
      if withChange {
        buffer.append("{\"change\": \"\(entry.change?.name ?? "")\", ")
        if entry.after != nil, let index = entry.before {
          let was = difference.before.outcomes[Int(entry.rule.rawValue)].results.findings[index]
          if let numbers = was.numbers { buffer.append("\"numbers_before\": \(numbers), ") }
        }
        buffer.append("\"finding\": ")
      }
      if entry.after == nil {
        before.prepare([finding], old.columns)
        old.json.append(finding, of: results, at: 0, &before, to: &buffer)
      } else {
        after.prepare([finding], new.columns)
        (withChange ? new.json : reasons).append(finding, of: results, at: 0, &after, to: &buffer)
      }
      if withChange { buffer.append("}") }
    }
  }
}

/// Members that a screening and a batch write alike.
struct ScreenMembers {
  let chain: SupplyChain
  let caps: CapBook
  let language: Language
  /// Telephone numbers as they are shown.
  var texts: NumberTexts { NumberTexts(chain.tables) }

  func append(operatorID x: OperatorIndex, to buffer: inout TextBuffer) {
    buffer.append("\"")
    buffer.append(chain.tables.operators.ids, Int(x), .json)
    buffer.append("\"")
  }

  /// The ids of restrictions; null where there is no table of them.
  func append(restrictions rows: [UInt32], to buffer: inout TextBuffer) {
    let table = chain.tables.restrictions
    guard table.origin.isPresent else { return buffer.append("null") }
    buffer.append(ids: rows, of: table.ids)
  }

  /// Numbers that the supplier provides already, or null.
  func append(_ provided: ScreenCautions.ProvidedAlready?, to buffer: inout TextBuffer) {
    guard let provided else { return buffer.append("null") }
    buffer.append("{\"numbers\": \(provided.numbers), \"provision_id\": \"")
    buffer.append(chain.tables.provisions.ids, Int(provided.provision), .json)
    buffer.append("\", \"recipient_id\": ")
    append(operatorID: chain.tables.provisions.recipients[Int(provided.provision)], to: &buffer)
    buffer.append("}")
  }

  func append(_ candidate: ProvisionCandidate, to buffer: inout TextBuffer) {
    buffer.append("{\"provision_id\": \"\(ProvisionCandidate.id)\", \"supplier_id\": ")
    append(operatorID: candidate.supplier, to: &buffer)
    buffer.append(", \"recipient_id\": ")
    append(operatorID: candidate.recipient, to: &buffer)
    buffer.append(", \"category\": \"\(candidate.category.name)\", \"numbers\": \(candidate.numbers)")
    if let range = candidate.range {
      buffer.append(", \"range_start\": \"\(texts.digits(range.start))\"")
      buffer.append(", \"range_end\": \"\(texts.digits(range.end))\"")
    }
    buffer.append(", \"starts_on\": \"\(candidate.startsOn)\"")
    if let end = candidate.endsOn { buffer.append(", \"ends_on\": \"\(end)\"") }
    buffer.append(", \"contract\": \"\(candidate.contract.code)\"}")
  }

  func append(_ room: CapHeadroom, to buffer: inout TextBuffer) {
    buffer.append("{\"cap_id\": ")
    buffer.append(quoted: caps.id(of: room.cap))
    buffer.append(
      ", \"scope\": \"\(room.scope.name)\", \"limit\": \(room.maximum), \"numbers\": \(room.numbers)")
    buffer.append(", \"headroom\": \(room.headroom)}")
  }

  /// A reason as it stands in a batch: the finding's own members, without fingerprint, chain and message.
  func append(_ reason: ScreenReason, of candidate: ProvisionCandidate, to buffer: inout TextBuffer) {
    buffer.append("{\"rule\": \"\(reason.rule.name)\", \"severity\": \"\(reason.severity.name)\"")
    buffer.append(", \"basis\": \"\(reason.rule.basis.name)\"")
    switch reason.subject {
    case .candidate: buffer.append(", \"provision_id\": \"\(ProvisionCandidate.id)\"")
    case .supplier, .recipient:
      buffer.append(", \"operator_id\": ")
      append(
        operatorID: reason.subject == .supplier ? candidate.supplier : candidate.recipient, to: &buffer)
    case .cap(let cap), .party(let cap):
      buffer.append(", \"cap_id\": ")
      buffer.append(quoted: caps.id(of: cap))
    case .circle: break
    }
    if let other = reason.other {
      buffer.append(", \"other_id\": \"")
      buffer.append(chain.tables.provisions.ids, Int(other), .json)
      buffer.append("\"")
    }
    if let row = reason.restriction {
      buffer.append(", \"restriction_id\": \"")
      buffer.append(chain.tables.restrictions.ids, row, .json)
      buffer.append("\"")
    }
    if let numbers = reason.numbers { buffer.append(", \"numbers\": \(numbers)") }
    if let limit = reason.limit { buffer.append(", \"limit\": \(limit)") }
    if let cause = reason.cause { buffer.append(", \"cause\": \"\(cause.name)\"") }
    buffer.append("}")
  }
}
