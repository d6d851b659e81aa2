import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// The answer of `critical` for programs: `banken-critical/1`, or a row each for spreadsheets.
struct CriticalData {
  let critical: CriticalOperators
  let policy: Policy
  let context: ReportContext

  private var operators: OperatorTable { critical.state.chain.tables.operators }
  /// How many rows are written at once.
  private static let batch = 4_096

  /// - Complexity: O(*n*) in rows and in the bytes of the input files, which are hashed.
  func writeJSON(to output: any Output) throws(OutputError) {
    let answer = AnswerJSON(
      schema: "banken-critical/1", day: critical.state.day, policy: policy, context: context)
    var buffer = TextBuffer()
    answer.appendHead(to: &buffer)
    buffer.append(",\n \"evaluated\": ")
    buffer.append(critical.notEvaluated == nil ? "true, \"reason\": null" : "false, \"reason\": ")
    if let reason = critical.notEvaluated { buffer.append(quoted: reason.code) }
    buffer.append(",\n \"categories\": [")
    for (index, whole) in critical.categories.enumerated() {
      buffer.append(index == 0 ? "\n  {\"category\": \"" : ",\n  {\"category\": \"")
      buffer.append(whole.category.name)
      buffer.append("\", \"operators\": ")
      buffer.append(decimal: UInt64(whole.operators))
      buffer.append(", \"numbers\": ")
      buffer.append(decimal: whole.numbers)
      buffer.append("}")
    }
    buffer.append("],\n \"operators\": [")
    for (index, row) in critical.rows.enumerated() {
      buffer.append(index == 0 ? "\n  {\"rank\": " : ",\n  {\"rank\": ")
      buffer.append(decimal: UInt64(index + 1))
      buffer.append(", \"operator_id\": ")
      buffer.append(quoted: operators.ids[Int(row.operatorIndex)])
      buffer.append(", \"name\": ")
      buffer.append(quoted: operators.names[Int(row.operatorIndex)])
      buffer.append(", \"category\": \"")
      buffer.append(row.category.name)
      buffer.append("\", \"holder\": ")
      buffer.append(critical.isHolder(row) ? "true" : "false")
      buffer.append(", \"dependents\": ")
      buffer.append(decimal: UInt64(row.dependents))
      buffer.append(", \"numbers\": ")
      buffer.append(decimal: row.numbers)
      buffer.append("}")
      if index % Self.batch == Self.batch - 1 {
        try output.write(buffer)
        buffer.removeAll()
      }
    }
    buffer.append("],\n \"counted_by\": \"operator\",\n \"shared_persons\": [")
    for (index, members) in critical.sharedPersons().enumerated() {
      buffer.append(index == 0 ? "\n  {\"operator_ids\": [" : ",\n  {\"operator_ids\": [")
      for (place, x) in members.enumerated() {
        if place > 0 { buffer.append(", ") }
        buffer.append(quoted: operators.ids[Int(x)])
      }
      buffer.append("]}")
      try buffer.flush(to: output)
    }
    buffer.append("]")
    answer.appendTail(to: &buffer)
    try output.write(buffer)
  }

  /// - Complexity: O(*n*) in rows.
  func writeCSV(to output: any Output) throws(OutputError) {
    var buffer = TextBuffer()
    buffer.append("\u{FEFF}rank,operator_id,name,category,holder,dependents,numbers,")
    buffer.append("category_operators,category_numbers\r\n")
    for (index, row) in critical.rows.enumerated() {
      let whole = critical.whole(of: row)
      buffer.append(decimal: UInt64(index + 1))
      for text in [operators.ids, operators.names] {
        let start = buffer.beginCell()
        buffer.append(text, Int(row.operatorIndex), .visible)
        buffer.endCell(from: start)
      }
      buffer.append(",")
      buffer.append(row.category.name)
      buffer.append(critical.isHolder(row) ? ",true" : ",false")
      let counts = [
        UInt64(row.dependents), row.numbers, UInt64(whole?.operators ?? 0), whole?.numbers ?? 0,
      ]
      for count in counts {
        buffer.append(byte: 0x2C)
        buffer.append(decimal: count)
      }
      buffer.append("\r\n")
      if index % Self.batch == Self.batch - 1 {
        try output.write(buffer)
        buffer.removeAll()
      }
    }
    try output.write(buffer)
  }
}
