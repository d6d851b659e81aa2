import Decisions
import Numbering
import SupplyChain

extension TextBuffer {
  /// Appends both storeys of an operator in a category as an object.
  mutating func append(_ standing: OperatorStanding, in category: Category, restrictions: [String]) {
    append("{\"is_user\": ")
    append(standing.isUser ? "true" : "false")
    append(", \"registration\": ")
    append(quotedOrNull: standing.registration.code)
    let approval = standing.approval(in: category)
    append(", \"approval\": {\"standing\": \"")
    append(approval.standing.code)
    append("\", \"by_designation\": ")
    append(approval.isByDesignation ? "true" : "false")
    append(", \"until\": ")
    append(dayOrNull: approval.until)
    append("}, \"certification\": {\"standing\": \"")
    append(standing.certification.standing.code)
    append("\", \"until\": ")
    append(dayOrNull: standing.certification.until)
    append("}, \"restrictions\": [")
    for (place, id) in restrictions.enumerated() {
      if place > 0 { append(", ") }
      append(quoted: id)
    }
    append("]}")
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
