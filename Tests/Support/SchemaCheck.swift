import Bytes

/// Holds JSON values against a JSON Schema, plainly: the part of draft 2020-12 that Banken's schemas use.
///
/// It knows nothing of how the schemas are made. A keyword it does not know is an error of the schema, so that nothing
/// a schema says goes unchecked.
package final class SchemaCheck {
  /// Why a schema cannot be used.
  package struct BadSchema: Error {
    package let text: String
  }

  private let root: Node
  private var parts: [String: Node] = [:]
  /// Every member that the schema describes, as `part.member.member`.
  package private(set) var members: Set<String> = []
  /// Those that some valid value had.
  package private(set) var seen: Set<String> = []
  private var isCounting = true

  /// One schema inside the schema.
  private final class Node {
    var place = ""
    var part: String?
    var type: String?
    var properties: [String: Node] = [:]
    var required: [String] = []
    /// Whether members without a description of their own are refused.
    var isClosed = false
    var otherMembers: Node?
    var memberNames: Node?
    var items: Node?
    var count: (least: Int, most: Int) = (0, .max)
    var words: [JSONValue.Content]?
    var length: (least: Int, most: Int) = (0, .max)
    var pattern: Regex<AnyRegexOutput>?
    /// Strings the pattern is known to fit.
    var fitting: Set<String> = []
    var range: (least: Double, most: Double) = (-.infinity, .infinity)
    var oneOf: [Node]?
    var anyOf: [Node]?
    var allOf: [Node] = []
    var condition: (test: Node, then: Node)?
  }

  package init(_ text: String) throws {
    root = Node()
    let value = try Self.value(text)
    let allowed = ["$schema", "$id", "title", "$defs"]
    guard value["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema" else {
      throw BadSchema(text: "no $schema of draft 2020-12")
    }
    for part in value["$defs"]?.members ?? [] {
      let node = Node()
      parts[part.name] = node
      try fill(node, part.value, place: part.name, except: [])
    }
    try fill(root, value, place: "", except: allowed)
    for part in parts.values { try checkReferences(of: part) }
    try checkReferences(of: root)
  }

  /// Reads a JSON text.
  package static func value(_ text: String) throws -> JSONValue {
    try Array(text.utf8).withUnsafeBytes { try JSONReader.read($0) }
  }

  // MARK: Reading a schema

  private func fill(_ node: Node, _ value: JSONValue, place: String, except: [String]) throws {
    node.place = place
    guard let members = value.members else { throw BadSchema(text: "\(place) is no object") }
    for member in members where !except.contains(member.name) {
      try fill(node, keyword: member.name, member.value, place)
    }
  }

  private func fill(_ node: Node, keyword: String, _ value: JSONValue, _ place: String) throws {
    switch keyword {
    case "description":
      guard let text = value.string, text.count > 3 else { throw BadSchema(text: "\(place): empty text") }
    case "type": node.type = value.string
    case "properties":
      for member in value.members ?? [] {
        let inner = place.isEmpty ? member.name : "\(place).\(member.name)"
        members.insert(inner)
        node.properties[member.name] = try make(member.value, inner)
      }
    case "required": node.required = (value.elements ?? []).compactMap(\.string)
    case "additionalProperties":
      if let flag = value.boolean {
        node.isClosed = !flag
      } else {
        node.otherMembers = try make(value, place)
      }
    case "propertyNames": node.memberNames = try make(value, place)
    case "items": node.items = try make(value, place)
    case "minItems": node.count.least = value.integer ?? 0
    case "maxItems": node.count.most = value.integer ?? 0
    case "enum": node.words = (value.elements ?? []).map(\.content)
    case "const": node.words = [value.content]
    case "minLength": node.length.least = value.integer ?? 0
    case "maxLength": node.length.most = value.integer ?? 0
    case "pattern": node.pattern = try Regex(value.string ?? "(")
    case "minimum": node.range.least = value.double ?? .nan
    case "maximum": node.range.most = value.double ?? .nan
    case "oneOf": node.oneOf = try (value.elements ?? []).map { try make($0, place) }
    case "anyOf": node.anyOf = try (value.elements ?? []).map { try make($0, place) }
    case "allOf": node.allOf = try (value.elements ?? []).map { try makeCase($0, place) }
    case "$ref":
      guard let text = value.string, text.hasPrefix("#/$defs/") else {
        throw BadSchema(text: "\(place): $ref")
      }
      node.part = String(text.dropFirst(8))
    default: throw BadSchema(text: "\(place): unknown keyword \(keyword)")
    }
  }

  private func make(_ value: JSONValue, _ place: String) throws -> Node {
    let node = Node()
    try fill(node, value, place: place, except: [])
    return node
  }

  /// `{"if": …, "then": …}`, whose members are described elsewhere.
  private func makeCase(_ value: JSONValue, _ place: String) throws -> Node {
    let known = members
    defer { members = known }
    let node = Node()
    guard let test = value["if"], let then = value["then"], value.members?.count == 2 else {
      throw BadSchema(text: "\(place): allOf")
    }
    node.condition = (try make(test, place), try make(then, place))
    return node
  }

  private func checkReferences(of node: Node) throws {
    if let part = node.part, parts[part] == nil { throw BadSchema(text: "no $defs/\(part)") }
    let inner =
      Array(node.properties.values) + [node.otherMembers, node.memberNames, node.items].compactMap { $0 }
      + (node.oneOf ?? []) + (node.anyOf ?? []) + node.allOf
    for node in inner { try checkReferences(of: node) }
  }

  // MARK: Checking a value

  /// What is wrong with a value; empty for a valid one, whose members are then counted as seen.
  package func problems(of value: JSONValue) -> [String] {
    var found: [String] = []
    check(value, root, "$", &found)
    return found
  }

  /// Whether a value is valid.
  package func accepts(_ value: JSONValue) -> Bool { accepts(value, root) }

  private func accepts(_ value: JSONValue, _ node: Node) -> Bool { problems(of: value, node).isEmpty }

  /// What is wrong with a value, its members not counted as seen.
  private func problems(of value: JSONValue, _ node: Node) -> [String] {
    let was = isCounting
    defer { isCounting = was }
    isCounting = false
    var found: [String] = []
    check(value, node, "", &found)
    return found
  }

  private func check(_ value: JSONValue, _ node: Node, _ path: String, _ found: inout [String]) {
    if let part = node.part, let inner = parts[part] { check(value, inner, path, &found) }
    if let type = node.type, !Self.isOf(type, value) {
      found.append("\(path): not of type \(type)")
      return
    }
    if let words = node.words, !words.contains(value.content) { found.append("\(path): none of the values") }
    switch value.content {
    case .string(let text): check(text, node, path, &found)
    case .number: check(value.double ?? .nan, node, path, &found)
    case .array(let elements):
      if elements.count < node.count.least || elements.count > node.count.most {
        found.append("\(path): \(elements.count) elements")
      }
      guard let items = node.items else { break }
      for (place, element) in elements.enumerated() { check(element, items, "\(path)[\(place)]", &found) }
    case .object(let members): check(members, node, path, &found)
    case .null, .boolean: break
    }
    checkChoices(value, node, path, &found)
  }

  private func check(_ text: String, _ node: Node, _ path: String, _ found: inout [String]) {
    let isBounded = node.length.least > 0 || node.length.most < .max
    if isBounded {
      let count = text.unicodeScalars.count
      if count < node.length.least || count > node.length.most {
        found.append("\(path): \(count) characters")
      }
    }
    if let pattern = node.pattern, !node.fitting.contains(text) {
      if text.firstMatch(of: pattern) == nil {
        found.append("\(path): '\(text.prefix(40))' does not fit the pattern")
      } else {
        node.fitting.insert(text)
      }
    }
  }

  private func check(_ number: Double, _ node: Node, _ path: String, _ found: inout [String]) {
    if !(number >= node.range.least && number <= node.range.most) {
      found.append("\(path): \(number) is out of range")
    }
  }

  private func check(_ members: [JSONMember], _ node: Node, _ path: String, _ found: inout [String]) {
    let names = Set(members.map(\.name))
    if names.count != members.count { found.append("\(path): a member twice") }
    for name in node.required where !names.contains(name) { found.append("\(path): no \(name)") }
    for member in members {
      let inner = "\(path).\(member.name)"
      if let property = node.properties[member.name] {
        if isCounting { seen.insert(property.place) }
        check(member.value, property, inner, &found)
      } else if let others = node.otherMembers {
        check(member.value, others, inner, &found)
      } else if node.isClosed {
        found.append("\(inner): not allowed")
      }
      if let name = node.memberNames {
        check(JSONValue(.string(member.name), at: 0), name, inner, &found)
      }
    }
  }

  private func checkChoices(_ value: JSONValue, _ node: Node, _ path: String, _ found: inout [String]) {
    for (choices, isOne) in [(node.oneOf, true), (node.anyOf, false)] {
      guard let choices else { continue }
      let all = choices.map { problems(of: value, $0) }
      let fitting = all.indices.filter { all[$0].isEmpty }
      if fitting.isEmpty || isOne && fitting.count > 1 {
        let closest = (all.min { $0.count < $1.count } ?? []).prefix(3).joined(separator: "; ")
        found.append("\(path): fits \(fitting.count) of \(choices.count) choices (\(closest))")
      } else if isCounting {
        for place in fitting { check(value, choices[place], path, &found) }
      }
    }
    for inner in node.allOf {
      guard let condition = inner.condition, accepts(value, condition.test) else { continue }
      check(value, condition.then, path, &found)
    }
  }

  private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value.content) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .boolean), ("null", .null),
      ("number", .number):
      true
    case ("integer", .number(let digits)): !digits.contains { ".eE".contains($0) }
    default: false
    }
  }
}
