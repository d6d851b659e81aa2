import Bytes
import Comparison

extension RecordedFinding {
  /// Appends the finding as one line of JSON: its members as they were written, but the message worded anew, and without
  /// what an earlier comparison added.
  ///
  /// Strings are escaped afresh, so that nothing that could disturb a terminal passes.
  /// - Complexity: O(*n*) in its length.
  func append(message: String, in digest: ReportDigest, to buffer: inout TextBuffer) {
    guard let content = digest.content else { return }
    withExtendedLifetime(content) {
      var copier = JSONCopier(JSONPullReader(content.bytes, at: entry.place))
      // The text was checked when the report was read.
      try? copier.copy(message: message, to: &buffer)
    }
  }
}

/// Copies one object of a JSON text, in one line.
private struct JSONCopier {
  private var json: JSONPullReader
  /// Whether the next name or element is the first of its object or array.
  private var isFirst = true

  init(_ json: JSONPullReader) {
    self.json = json
  }

  mutating func copy(message: String, to buffer: inout TextBuffer) throws(JSONError) {
    repeat {
      let token = try json.next()
      switch token {
      case .name(let slice):
        let name = json.text(slice)
        if json.depth == 1, name.hasPrefix("baseline_") {
          try json.skipRest(of: json.next())
          continue
        }
        separate(in: &buffer)
        buffer.append(quoted: name)
        buffer.append(": ")
        if json.depth == 1, name == "message" {
          try json.skipRest(of: json.next())
          buffer.append(quoted: message)
          isFirst = false
        } else {
          isFirst = true
        }
      case .endObject, .endArray:
        buffer.append(token == .endObject ? "}" : "]")
        isFirst = false
      default:
        separate(in: &buffer)
        write(token, to: &buffer)
      }
    } while json.depth > 0
  }

  private mutating func write(_ token: JSONPullReader.Token, to buffer: inout TextBuffer) {
    isFirst = false
    switch token {
    case .beginObject, .beginArray:
      buffer.append(token == .beginObject ? "{" : "[")
      isFirst = true
    case .string(let slice): buffer.append(quoted: json.text(slice))
    case .number(let range): buffer.append(Array(json.bytes[range]))
    case .boolean(let value): buffer.append(value ? "true" : "false")
    default: buffer.append("null")
    }
  }

  private mutating func separate(in buffer: inout TextBuffer) {
    if !isFirst { buffer.append(", ") }
  }
}
