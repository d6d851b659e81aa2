import Bytes
import Numbering

extension Policy {
  /// The policy as JSON, every member written out in a fixed order; `decode(json:)` gives the same policy back.
  public var json: [UInt8] {
    var encoder = PolicyEncoder()
    encoder.write(self)
    return encoder.buffer.bytes
  }
}

/// Writes a policy for people to read and change.
private struct PolicyEncoder {
  var buffer = ByteBuffer()

  mutating func write(_ policy: Policy) {
    buffer.append("{\n  \"caps\": ")
    lines(policy.caps.map { cap($0) }, "[", "]")
    buffer.append(",\n  \"unknown_track_record\": ")
    buffer.append(policy.unknownTrackRecord == .skip ? "\"skip\"" : "\"none\"")
    buffer.append(",\n  \"approval\": {\"required_from\": \"\(policy.approvalRequiredFrom)\"}")
    buffer.append(",\n  \"confirmation\": {\"categories\": \(list(policy.confirmationCategories))}")
    buffer.append(",\n  \"certification\": {\"required_from\": \"\(policy.certificationRequiredFrom)\"")
    buffer.append(", \"grace_days\": \(policy.graceDays)}")
    buffer.append(",\n  \"resale\": {\"max_tier\": \(policy.maxTier), \"max_tier_by_category\": {")
    let tiers = Category.allCases.compactMap { category in
      policy.maxTierByCategory[category].map { "\"\(category.name)\": \($0)" }
    }
    buffer.append(tiers.joined(separator: ", "))
    buffer.append("}},\n  \"ledger\": {\"complete\": ")
    switch policy.completeLedger {
    case .all: buffer.append("\"all\"")
    case .operators(let ids): buffer.append("[\(ids.map(quoted).joined(separator: ", "))]")
    }
    buffer.append("},\n  \"severity\": ")
    lines(severities(policy.severities), "{", "}")
    buffer.append(",\n  \"fail_on\": \"\(policy.failOn?.name ?? "none")\"")
    if let fees = policy.fees {
      buffer.append(",\n  \"fees\": ")
      buffer.append(self.fees(fees))
    }
    buffer.append("\n}\n")
  }

  private func fees(_ fees: Policy.Fees) -> String {
    func pair(_ fee: Policy.Fees.Certification) -> String {
      "{\"first\": \(fee.first), \"renewal\": \(fee.renewal)}"
    }
    var members = [
      "\"associations\": [\(fees.associations.map(quoted).joined(separator: ", "))]",
      "\"members\": \(pair(fees.members))", "\"others\": \(pair(fees.others))",
    ]
    if let amount = fees.approval { members.append("\"approval\": \(amount)") }
    if let amount = fees.end { members.append("\"end\": \(amount)") }
    return "{\(members.joined(separator: ", "))}"
  }

  /// Elements one a line, or nothing between the brackets.
  private mutating func lines(_ elements: [String], _ open: StaticString, _ close: StaticString) {
    buffer.append(open)
    for (index, element) in elements.enumerated() {
      buffer.append(index == 0 ? "\n    " : ",\n    ")
      buffer.append(element)
    }
    if !elements.isEmpty { buffer.append("\n  ") }
    buffer.append(close)
  }

  private func cap(_ cap: Policy.Cap) -> String {
    let set = cap.categories == .all ? [] : cap.categories
    var members = [
      "\"id\": \(quoted(cap.id))", "\"categories\": \(list(set))", "\"max_numbers\": \(cap.maximum)",
    ]
    if let months = cap.trackRecordFromMonths { members.append("\"track_record_from_months\": \(months)") }
    if let months = cap.trackRecordUnderMonths { members.append("\"track_record_under_months\": \(months)") }
    if let certified = cap.certified { members.append("\"certified\": \(certified)") }
    if let day = cap.effectiveFrom { members.append("\"effective_from\": \"\(day)\"") }
    return "{\(members.joined(separator: ", "))}"
  }

  /// In the order of the rules; the setting of a rule before those of its causes.
  private func severities(_ all: [Policy.Target: Policy.Override]) -> [String] {
    RuleID.allCases.flatMap { rule in
      ([nil] + Cause.allCases.map(Optional.some)).compactMap { cause -> String? in
        guard let override = all[Policy.Target(rule: rule, cause: cause)] else { return nil }
        let key = cause.map { "\(rule.name):\($0.name)" } ?? rule.name
        let value =
          switch override {
          case .off: "off"
          case .severity(let severity): severity.name
          }
        return "\"\(key)\": \"\(value)\""
      }
    }
  }

  private func list(_ set: CategorySet) -> String {
    let names = Category.allCases.filter(set.has).map { "\"\($0.name)\"" }
    return "[\(names.joined(separator: ", "))]"
  }

  private func quoted(_ text: String) -> String {
    var buffer = ByteBuffer()
    buffer.append(jsonString: text)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
