/// A JSON value to be written, members in their order.
indirect enum SchemaNode {
  case object([(name: String, value: SchemaNode)])
  case list([SchemaNode])
  case string(String)
  /// Digits as they are written.
  case number(String)
  case flag(Bool)
}

extension TextBuffer {
  /// How long a list or an object may be to stand on one line.
  private static let lineLength = 90

  /// Appends a value as JSON for people to read: what is short stands on one line.
  mutating func append(_ node: SchemaNode, indent: Int = 0) {
    if let short = node.onOneLine(atMost: Self.lineLength - indent) { return append(short) }
    switch node {
    case .object(let members):
      append("{")
      for (place, member) in members.enumerated() {
        line(place, indent + 2)
        append(quoted: member.name)
        append(": ")
        append(member.value, indent: indent + 2)
      }
      line(nil, indent)
      append("}")
    case .list(let values):
      append("[")
      for (place, value) in values.enumerated() {
        line(place, indent + 2)
        append(value, indent: indent + 2)
      }
      line(nil, indent)
      append("]")
    case .string(let text): append(quoted: text)
    case .number(let digits): append(digits)
    case .flag(let value): append(value ? "true" : "false")
    }
  }

  /// Begins a line; with a comma before it for every element but the first.
  private mutating func line(_ place: Int?, _ indent: Int) {
    append(place ?? 0 > 0 ? ",\n" : "\n")
    append(String(repeating: " ", count: indent))
  }
}

extension SchemaNode {
  /// The value on one line; nil where it has members with members, or is longer than `length`.
  fileprivate func onOneLine(atMost length: Int) -> String? {
    guard length > 0, let text = flat(depth: 0), text.utf8.count <= length else { return nil }
    return text
  }

  private func flat(depth: Int) -> String? {
    switch self {
    case .object(let members):
      if depth > 1 || members.count > 4 { return nil }
      var parts: [String] = []
      for member in members {
        guard let value = member.value.flat(depth: depth + 1) else { return nil }
        parts.append(SchemaNode.quoted(member.name) + ": " + value)
      }
      return "{\(parts.joined(separator: ", "))}"
    case .list(let values):
      if depth > 1 || values.count > 40 { return nil }
      var parts: [String] = []
      for value in values {
        guard let text = value.flat(depth: depth + 1) else { return nil }
        parts.append(text)
      }
      return "[\(parts.joined(separator: ", "))]"
    case .string(let text): return SchemaNode.quoted(text)
    case .number(let digits): return digits
    case .flag(let value): return value ? "true" : "false"
    }
  }

  private static func quoted(_ text: String) -> String {
    var buffer = TextBuffer()
    buffer.append(quoted: text)
    return buffer.text
  }
}
