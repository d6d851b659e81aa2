extension Schema {
  /// The keywords of JSON Schema that say it, in their order.
  ///
  /// - Parameter meaning: what stands as `description`.
  func keywords(_ meaning: Phrase?, _ language: Language) -> [(name: String, value: SchemaNode)] {
    let description = meaning.map { [(name: "description", value: SchemaNode.string($0[language]))] } ?? []
    return description + rules(language)
  }

  /// The same as a value.
  func node(_ language: Language) -> SchemaNode { .object(rules(language)) }

  private func rules(_ language: Language) -> [(name: String, value: SchemaNode)] {
    switch self {
    case .members(let members, let cases):
      var rules = Self.type("object")
      rules.append(
        (
          "properties",
          .object(
            members.map { ($0.name, .object($0.schema.keywords($0.meaning, language))) })
        ))
      let required = members.filter(\.isRequired).map { SchemaNode.string($0.name) }
      if !required.isEmpty { rules.append(("required", .list(required))) }
      rules.append(("additionalProperties", .flag(false)))
      if !cases.isEmpty { rules.append(("allOf", .list(cases.map(\.node)))) }
      return rules
    case .map(let names, let values):
      return Self.type("object") + [
        ("propertyNames", names.node(language)), ("additionalProperties", values.node(language)),
      ]
    case .list(let element, let least, let most):
      var rules = Self.type("array") + [("items", element.node(language))]
      if least > 0 { rules.append(("minItems", .number("\(least)"))) }
      if let most { rules.append(("maxItems", .number("\(most)"))) }
      return rules
    case .text(let least, let most, let pattern):
      var rules = Self.type("string")
      if least > 0 { rules.append(("minLength", .number("\(least)"))) }
      if let most { rules.append(("maxLength", .number("\(most)"))) }
      if let pattern { rules.append(("pattern", .string("^\(pattern)$"))) }
      return rules
    case .words(let words):
      if words.count == 1 { return Self.type("string") + [("const", .string(words[0]))] }
      return Self.type("string") + [("enum", .list(words.map { .string($0) }))]
    case .integer(let least, let most):
      return Self.type("integer") + [("minimum", .number("\(least)")), ("maximum", .number("\(most)"))]
    case .number(let least, let most):
      return Self.type("number") + [("minimum", .number("\(least)")), ("maximum", .number("\(most)"))]
    case .flag(let only):
      return Self.type("boolean") + (only.map { [("const", .flag($0))] } ?? [])
    case .null: return Self.type("null")
    case .oneOf(let choices): return [("oneOf", .list(choices.map { $0.node(language) }))]
    case .anyOf(let choices): return [("anyOf", .list(choices.map { $0.node(language) }))]
    case .part(let part): return [("$ref", .string("#/$defs/\(part.rawValue)"))]
    }
  }

  private static func type(_ name: String) -> [(name: String, value: SchemaNode)] {
    [("type", .string(name))]
  }

  /// The parts it refers to, outside other parts.
  var parts: [SchemaPart] {
    switch self {
    case .members(let members, _): members.flatMap(\.schema.parts)
    case .map(let names, let values): names.parts + values.parts
    case .list(let element, _, _): element.parts
    case .oneOf(let choices), .anyOf(let choices): choices.flatMap(\.parts)
    case .part(let part): [part]
    case .text, .words, .integer, .number, .flag, .null: []
    }
  }
}

extension SchemaCase {
  /// `{"if": …, "then": …}`.
  fileprivate var node: SchemaNode {
    let value = SchemaNode.object([
      (member, .object([("enum", .list(values.map { .string($0) }))]))
    ])
    return .object([
      ("if", .object([("properties", value), ("required", .list([.string(member)]))])),
      ("then", .object([("required", .list(required.map { .string($0) }))])),
    ])
  }
}
