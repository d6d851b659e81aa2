import Audit
import Bytes
import SupplyChain

extension ReportDigest {
  /// The digest of an audit, without writing its report.
  ///
  /// - Parameters:
  ///   - policySource: a file as the user named it, or `built-in`.
  ///   - policySHA256: of the policy file's bytes; nil for the digest of what is in effect.
  ///   - operatorFilter: the id of the operator that the audit is limited to.
  ///   - rejectedRows: how many rows a lenient reading set aside.
  /// - Complexity: O(*n*) in findings and the length of their keys.
  public init(
    _ audit: DayAudit, policySource: String = "built-in", policySHA256: String? = nil,
    operatorFilter: String? = nil, rejectedRows: Int = 0, threads: Int = 2
  ) {
    let effective = audit.policy.effectiveSHA256
    self.init(
      time: .day(audit.state.day),
      policy: PolicyMark(
        source: policySource, sha256: policySHA256 ?? effective, effectiveSHA256: effective),
      reasons: audit.outcomes.map { $0.notEvaluated?.code })
    self.operatorFilter = operatorFilter
    redaction = audit.state.chain.tables.redaction?.mark
    self.rejectedRows = rejectedRows
    let parts = audit.outcomes.flatMap { outcome in
      let count = outcome.results.findings.count
      return stride(from: 0, to: count, by: Self.batch).map { start in
        (outcome: outcome, range: start..<min(start + Self.batch, count))
      }
    }
    let filled = concurrentMap(parts.count, threads: threads) { part in
      let results = parts[part].outcome.results
      return parts[part].range.map { index -> Entry in
        let finding = results.findings[index]
        return Entry(
          bits: Self.fingerprint(audit.keyText(of: finding, in: results)),
          amount: finding.numbers ?? .max, place: index, rule: finding.rule, severity: finding.severity,
          isWaived: finding.isWaived)
      }
    }
    entries.reserveLarge(filled.reduce(0) { $0 + $1.count })
    for part in filled { entries.append(contentsOf: part) }
  }

  /// The digest of an audit of a period; what is said of an audit of a day holds here too.
  ///
  /// - Complexity: O(*n*) in findings and the length of their keys.
  public init(
    _ audit: PeriodAudit, policySource: String = "built-in", policySHA256: String? = nil,
    operatorFilter: String? = nil, rejectedRows: Int = 0, threads: Int = 2
  ) {
    self.init(
      audit.merged, policySource: policySource, policySHA256: policySHA256, operatorFilter: operatorFilter,
      rejectedRows: rejectedRows, threads: threads)
    time = .period(from: audit.from, to: audit.to)
    var entry = 0
    for findings in audit.outcomes.map(\.findings) {
      for place in 0..<findings.count {
        entries[entry].isMended = findings.end(of: place) <= audit.to.ordinal
        entry += 1
      }
    }
  }

  /// The sixteen digits of `DayAudit.fingerprint(of:in:)` as a number.
  private static func fingerprint(_ key: String) -> UInt64 {
    var key = key
    return key.withUTF8 { SHA256.leadingBits(of: UnsafeRawBufferPointer($0)) }
  }

  /// How many findings a thread takes at a time.
  private static let batch = 8_192
}

extension Policy {
  /// SHA-256 of the policy as `banken policy` prints it, lower-case hexadecimal: equal for equal settings.
  ///
  /// Of a redacted policy a keyed digest of that, equal under equal keys.
  public var effectiveSHA256: String { shownDigest ?? SHA256.hex(of: json) }

  /// The same settings with pseudonyms for the ids of caps where ids are replaced, and a keyed digest.
  public func redacted(by redaction: Redaction) -> Policy {
    var policy = self
    policy.shownDigest = redaction.digest(effectiveSHA256)
    for index in policy.caps.indices { policy.caps[index].id = redaction.capID(caps[index].id) }
    return policy
  }
}

extension Redaction {
  /// How a report names it.
  public var mark: ReportDigest.RedactionMark {
    ReportDigest.RedactionMark(scope: scope.rawValue, keyID: keyID)
  }
}
