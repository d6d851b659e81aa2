import Audit
import Bytes
import Numbering

/// The members that every answer in JSON begins and ends with.
struct AnswerJSON {
  /// Such as `banken-screen/1`.
  let schema: StaticString
  /// nil for an answer about every day.
  let day: Day?
  let policy: Policy
  let context: ReportContext

  /// Opens the object: `schema`, `tool`, `audit`, `policy`, `inputs`; more members can follow, each after a comma.
  ///
  /// - Complexity: O(bytes of the input files), which are hashed.
  func appendHead(to buffer: inout TextBuffer) {
    buffer.append("{\"schema\": \"")
    buffer.append(schema)
    buffer.append("\", \"tool\": {\"name\": \"banken\", \"version\": ")
    buffer.append(quoted: context.toolVersion)
    buffer.append("},\n \"audit\": {")
    if let day {
      buffer.append("\"on\": \"")
      buffer.append(day)
      buffer.append(byte: 0x22)
    } else {
      buffer.append("\"history\": true")
    }
    buffer.append("},\n \"policy\": {\"source\": ")
    buffer.append(quoted: context.policySource)
    buffer.append(", \"sha256\": ")
    buffer.append(quoted: context.policySHA256)
    buffer.append(", \"effective_sha256\": ")
    buffer.append(quoted: policy.effectiveSHA256)
    buffer.append("}")
    buffer.append(memberOf: context.redaction)
    buffer.append(",\n \"inputs\": [")
    context.appendInputs(to: &buffer)
    buffer.append("]")
  }

  /// Closes the object after the disclaimer.
  func appendTail(to buffer: inout TextBuffer) {
    buffer.append(",\n \"disclaimer\": ")
    buffer.append(quoted: Disclaimer.text[context.language])
    buffer.append("}\n")
  }
}
