import Audit
import Bytes

extension ReportReader {
  /// The list of findings.
  ///
  /// - Complexity: O(*n*) in its bytes; nothing is allocated for a finding but its entry.
  mutating func findings() throws(ReportNote) {
    try expect(.array, try next(), "findings")
    while true {
      let token = try next()
      if token == .endArray { return }
      guard entries.count < Int(UInt32.max) else { throw note(.tooMany, "findings") }
      guard token == .beginObject else { throw note(.wrongValue(.object), path("")) }
      try finding(json.offset)
      if entries.count & 0xFFFF == 0 { content.letGo() }
    }
  }

  /// A member of a finding that is looked at.
  private enum Member: UInt8 {
    case rule, severity, fingerprint, waivedBy, numbers, open
  }

  private static let needed: [(Member, String)] = [
    (.rule, "rule"), (.severity, "severity"), (.fingerprint, "fingerprint"), (.waivedBy, "waived_by"),
  ]

  private mutating func finding(_ start: Int) throws(ReportNote) {
    var entry = ReportDigest.Entry(
      bits: 0, amount: .max, place: start, rule: .approvalMissing, severity: .notice, isWaived: false)
    var seen: UInt8 = 0
    while case .name(let slice) = try next() {
      guard let member = member(slice) else {
        try skipValue()
        continue
      }
      let bit = 1 << member.rawValue as UInt8
      guard seen & bit == 0 else { throw note(.duplicateMember(json.text(slice)), path("")) }
      seen |= bit
      try read(member, into: &entry)
    }
    for (member, name) in Self.needed where seen & (1 << member.rawValue) == 0 {
      throw ReportNote(kind: .missingMember(name), offset: start, path: path(""))
    }
    entries.append(entry)
  }

  private func member(_ slice: JSONSlice) -> Member? {
    if json.equals(slice, "rule") { return .rule }
    if json.equals(slice, "severity") { return .severity }
    if json.equals(slice, "fingerprint") { return .fingerprint }
    if json.equals(slice, "waived_by") { return .waivedBy }
    if json.equals(slice, "numbers") { return .numbers }
    if json.equals(slice, "open") { return .open }
    return nil
  }

  private mutating func read(_ member: Member, into entry: inout ReportDigest.Entry) throws(ReportNote) {
    let token = try next()
    switch member {
    case .rule:
      guard case .string(let slice) = token else { throw note(.wrongValue(.string), path(".rule")) }
      guard let rule = knownRule(slice) else {
        throw note(.unknownRule(json.text(slice)), path(".rule"))
      }
      entry.rule = rule
    case .severity:
      guard case .string(let slice) = token, let severity = severity(slice) else {
        throw note(.wrongValue(.severity), path(".severity"))
      }
      entry.severity = severity
    case .fingerprint:
      guard case .string(let slice) = token, let value = fingerprint(slice) else {
        throw note(.wrongValue(.fingerprint), path(".fingerprint"))
      }
      entry.bits = value
    case .waivedBy:
      switch token {
      case .null: break
      case .string: entry.isWaived = true
      default: throw note(.wrongValue(.stringOrNull), path(".waived_by"))
      }
    case .numbers:
      guard case .number(let range) = token, let value = json.unsigned(range), value < .max else {
        throw note(.wrongValue(.count), path(".numbers"))
      }
      entry.amount = value
    case .open:
      guard case .boolean(let isOpen) = token else { throw note(.wrongValue(.boolean), path(".open")) }
      entry.isMended = !isOpen
    }
  }

  /// The rule of that name; findings of one rule mostly follow each other, so the last one is tried first.
  private func knownRule(_ slice: JSONSlice) -> RuleID? {
    if let last = entries.last?.rule, !slice.isEscaped,
      slice.end - slice.start == RuleNames.bytes[Int(last.rawValue)].count,
      json.bytes[slice.start..<slice.end].elementsEqual(RuleNames.bytes[Int(last.rawValue)])
    {
      return last
    }
    return RuleID(name: json.text(slice))
  }

  private func severity(_ slice: JSONSlice) -> Severity? {
    if json.equals(slice, "violation") { return .violation }
    if json.equals(slice, "warning") { return .warning }
    if json.equals(slice, "notice") { return .notice }
    return nil
  }

  private func fingerprint(_ slice: JSONSlice) -> UInt64? {
    guard !slice.isEscaped, slice.end - slice.start == 16 else { return nil }
    var value: UInt64 = 0
    for byte in json.bytes[slice.start..<slice.end] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: value = value << 4 | UInt64(byte - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// The path of a member of the finding that is being read.
  private func path(_ member: String) -> String { "findings[\(entries.count)]\(member)" }
}

private enum RuleNames {
  static let bytes = RuleID.names.map { Array($0.utf8) }
}
