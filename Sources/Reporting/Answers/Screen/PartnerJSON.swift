import Audit
import Decisions
import Numbering
import SupplyChain

/// How supplier and recipient stand, and what is open downstream, as members of the answer.
struct PartnerJSON {
  /// How many related operators are named.
  private static let namedAtMost = 100

  private let screening: PartnerScreening
  private let members: ScreenMembers
  private var chain: SupplyChain { members.chain }

  init(_ screening: PartnerScreening, _ members: ScreenMembers) {
    self.screening = screening
    self.members = members
  }

  func append(to buffer: inout TextBuffer) {
    buffer.append(",\n \"supplier\": {")
    append(screening.supplier, screening.cautions.onSupplier, to: &buffer)
    buffer.append("},\n \"recipient\": {")
    append(screening.recipient, screening.cautions.onRecipient, to: &buffer)
    appendRecords(to: &buffer)
    appendRelated(to: &buffer)
    buffer.append(", \"received\": {\"provisions\": \(screening.received.provisions)")
    let received = screening.received
    append(received[.violation], received[.warning], received[.notice], received.rules, to: &buffer)
    buffer.append(", \"downstream\": {\"operators\": \(screening.downstream.operators)")
    let below = screening.downstream
    append(below[.violation], below[.warning], below[.notice], below.rules, to: &buffer)
    buffer.append("}")
  }

  /// How an operator stands; what the ledger lacks the table for is null.
  private func append(_ standing: OperatorStanding, _ restrictions: [UInt32], to buffer: inout TextBuffer) {
    let row = Int(standing.operatorIndex)
    let tables = chain.tables
    buffer.append("\"operator_id\": ")
    members.append(operatorID: standing.operatorIndex, to: &buffer)
    buffer.append(", \"name\": \"")
    buffer.append(tables.operators.names, row, .json)
    buffer.append("\", \"role\": \"\(standing.role.code)\", \"user\": \(standing.isUser)")
    let registration = standing.registration.code.map { "\"\($0)\"" } ?? "null"
    buffer.append(", \"registration\": \(registration)")
    let approval = standing.approval(in: screening.candidate.category)
    buffer.append(", \"approval\": {\"standing\": ")
    buffer.append(quotedOrNull: standing.approvalCode(in: screening.candidate.category))
    if let row = approval.row, !tables.approvals.approvalNumbers.isBlank(row) {
      buffer.append(", \"approval_number\": \"")
      buffer.append(tables.approvals.approvalNumbers, row, .json)
      buffer.append("\"")
    }
    buffer.append(", \"by_designation\": \(approval.isByDesignation)")
    buffer.appendDays(ofApproval: standing, in: screening.candidate.category)
    buffer.append("}")
    let certification = standing.certification
    buffer.append(", \"certification\": {\"standing\": ")
    buffer.append(quotedOrNull: standing.certificationCode)
    if let row = certification.row, !tables.certifications.certificateNumbers.isBlank(row) {
      buffer.append(", \"certificate_number\": \"")
      buffer.append(tables.certifications.certificateNumbers, row, .json)
      buffer.append("\"")
    }
    buffer.append(", \"until\": \(certification.until.map { "\"\($0)\"" } ?? "null")}, \"restrictions\": ")
    members.append(restrictions: restrictions, to: &buffer)
  }

  private func appendRecords(to buffer: inout TextBuffer) {
    let table = chain.tables.operators
    let row = Int(screening.candidate.recipient)
    if !table.countries.isBlank(row) {
      buffer.append(", \"country\": \"")
      buffer.append(table.countries, row, .json)
      buffer.append("\"")
    }
    buffer.append(", \"associations\": [")
    for (place, name) in table.associations[row].split(separator: ";").enumerated() {
      if place > 0 { buffer.append(", ") }
      buffer.append(quoted: String(name))
    }
    buffer.append("], \"service_started_on\": ")
    buffer.append(Day(ordinal: table.serviceStartedOn[row]).map { "\"\($0)\"" } ?? "null")
  }

  private func appendRelated(to buffer: inout TextBuffer) {
    let all = screening.related
    let ordered = all.filter(\.isBarred) + all.filter { !$0.isBarred }
    buffer.append(", \"related\": {\"count\": \(all.count), \"listed\": [")
    for (place, other) in ordered.prefix(Self.namedAtMost).enumerated() {
      if place > 0 { buffer.append(", ") }
      buffer.append("{\"operator_id\": ")
      members.append(operatorID: other.operatorIndex, to: &buffer)
      buffer.append(", \"barred\": \(other.isBarred), \"revoked\": \(other.isRevoked), \"refusals\": ")
      buffer.append(ids: other.refusals, of: chain.tables.restrictions.ids)
      buffer.append("}")
    }
    buffer.append("]}")
  }

  /// Findings by severity and rule; closes the object.
  private func append(
    _ violations: Int, _ warnings: Int, _ notices: Int, _ rules: [DownstreamFindings.Rule],
    to buffer: inout TextBuffer
  ) {
    buffer.append(", \"violations\": \(violations), \"warnings\": \(warnings)")
    buffer.append(", \"notices\": \(notices), \"rules\": [")
    for (place, rule) in rules.enumerated() {
      if place > 0 { buffer.append(", ") }
      buffer.append("{\"rule\": \"\(rule.rule.name)\", \"findings\": \(rule.findings)}")
    }
    buffer.append("]}")
  }
}

extension OperatorRole {
  /// The code used in data and JSON.
  var code: String {
    switch self {
    case .operator: "operator"
    case .agent: "agent"
    case .user: "user"
    }
  }
}

extension Registration {
  /// The code used in data and JSON; nil where nothing is stated.
  var code: String? {
    switch self {
    case .unknown: nil
    case .registered: "registered"
    case .notified: "notified"
    case .none: "none"
    }
  }
}

extension ApprovalStanding {
  /// The code used in JSON: `approved`, or the cause of a lack.
  var code: String { Cause(self)?.name ?? "approved" }
}

extension CertificationStanding {
  /// The code used in JSON: `certified`, or the cause of a lack.
  var code: String { Cause(self)?.name ?? "certified" }
}
