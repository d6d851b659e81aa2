import Audit
import Bytes
import Numbering
import SupplyChain

/// Works out fingerprints without a `String`: as `DayAudit.fingerprint(of:in:)` does, which a test compares.
struct FingerprintWriter: Sendable {
  private let audit: DayAudit
  private let columns: FindingColumns

  /// By rule: its name and the separator after it.
  private static let beginnings = RuleID.allCases.map { Piece(constant: $0.name + "\u{1F}") }
  /// By category: the separator before it and its name; last the separator alone, for no category.
  private static let categories =
    Category.allCases.map { Piece(constant: "\u{1F}" + $0.name) } + [Piece("\u{1F}")]
  private let beginnings = Self.beginnings
  private let categories = Self.categories

  init(_ audit: DayAudit, _ columns: FindingColumns) {
    self.audit = audit
    self.columns = columns
  }

  /// Appends the sixteen digits; `key` is scratch.
  @inline(__always)
  func append(
    _ finding: Finding, of results: RuleFindings, to buffer: inout TextBuffer, key: inout TextBuffer
  ) {
    key.removeAll()
    let subject = finding.subject
    switch finding.rule.keyKind {
    case .provision:
      key.append(beginnings[Int(finding.rule.rawValue)])
      key.append(columns.provisionIDs[subject])
    case .operator where subject != noIndex:
      key.append(beginnings[Int(finding.rule.rawValue)])
      key.append(columns.operatorIDs[subject])
    case .operatorInCategory where subject != noIndex:
      key.append(beginnings[Int(finding.rule.rawValue)])
      key.append(columns.operatorIDs[subject])
      key.append(categories[finding.category.map { Int($0.rawValue) } ?? Category.count])
    default: key.append(audit.keyText(of: finding, in: results))
    }
    let bits = key.withBytes { SHA256.leadingBits(of: UnsafeRawBufferPointer($0)) }
    buffer.append(hexadecimal: bits)
  }
}
