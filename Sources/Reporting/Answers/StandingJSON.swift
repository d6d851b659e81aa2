import Audit
import Decisions
import Numbering
import SupplyChain

extension TextBuffer {
  /// Appends both storeys of an operator in a category as an object, with the restrictions it is under: null where the
  /// ledger has no table of them.
  mutating func append(
    _ standing: OperatorStanding, in category: Category, restrictions: [UInt32], _ tables: Tables
  ) {
    append("{\"is_user\": ")
    append(standing.isUser ? "true" : "false")
    append(", \"registration\": ")
    append(quotedOrNull: standing.registration.code)
    append(", \"approval\": {\"standing\": ")
    append(quotedOrNull: standing.approvalCode(in: category))
    append(", \"by_designation\": ")
    append(standing.approval(in: category).isByDesignation ? "true" : "false")
    appendDays(ofApproval: standing, in: category)
    append("}, \"certification\": {\"standing\": ")
    append(quotedOrNull: standing.certificationCode)
    append(", \"until\": ")
    append(dayOrNull: standing.certification.until)
    append("}, \"restrictions\": ")
    if tables.isPresent(.restrictions) {
      append(ids: restrictions, of: tables.restrictions.ids)
    } else {
      append("null")
    }
    append("}")
  }

  /// Appends the last day of an approval in force, else when and how the last one ended, each after a comma.
  mutating func appendDays(ofApproval standing: OperatorStanding, in category: Category) {
    append(", \"until\": ")
    append(dayOrNull: standing.approval(in: category).until)
    let ending = standing.ending(in: category)
    append(", \"ended_on\": ")
    append(dayOrNull: standing.isApprovalUnknown(in: category) ? nil : ending?.day)
    append(", \"end_reason\": ")
    append(quotedOrNull: standing.isApprovalUnknown(in: category) ? nil : ending?.reason?.rawValue)
  }

  /// Appends a JSON string, or null.
  mutating func append(quotedOrNull text: String?) {
    if let text { append(quoted: text) } else { append("null") }
  }

  /// Appends a day as a JSON string, or null.
  mutating func append(dayOrNull day: Day?) {
    guard let day else { return append("null") }
    append(byte: 0x22)
    append(day)
    append(byte: 0x22)
  }

  /// Appends days as `{"from", "to"}`, each null where it is open.
  mutating func append(period days: DayInterval) {
    append("{\"from\": ")
    append(dayOrNull: days.first)
    append(", \"to\": ")
    append(dayOrNull: days.last)
    append("}")
  }

  /// Appends ids of rows as a list of JSON strings.
  mutating func append(ids rows: some Sequence<UInt32>, of column: TextColumn) {
    append("[")
    var isFirst = true
    for row in rows {
      append(isFirst ? "\"" : ", \"")
      isFirst = false
      append(column, Int(row), .json)
      append(byte: 0x22)
    }
    append("]")
  }
}

extension OperatorStanding {
  /// The code of how it stands in approvals of a category; nil where the ledger lacks the table that would tell.
  func approvalCode(in category: Category) -> String? {
    isApprovalUnknown(in: category) ? nil : approval(in: category).standing.code
  }

  /// The code of how it stands in certification; nil where the ledger lacks the table.
  var certificationCode: String? { hasCertifications ? certification.standing.code : nil }
}
