/// What a value of a JSON document may be, in the terms of JSON Schema (draft 2020-12) that the documents need.
indirect enum Schema: Sendable {
  /// An object with these members and no others; what each case says is asked besides.
  case members([SchemaMember], cases: [SchemaCase])
  /// An object whose members have any name that `names` allows, all of the same kind.
  case map(names: Schema, values: Schema)
  /// A list; `atMost` nil for any length.
  case list(of: Schema, atLeast: Int, atMost: Int?)
  /// A string; `atMost` counts characters, nil for any length; `pattern` is a regular expression of the whole.
  case text(atLeast: Int, atMost: Int?, pattern: String?)
  /// One of these strings.
  case words([String])
  /// A whole number, both ends included.
  case integer(from: Int64, to: UInt64)
  /// A number, both ends included.
  case number(from: Int, to: Int)
  /// `true` or `false`; only `only` where it is given.
  case flag(only: Bool?)
  case null
  /// Exactly one of these.
  case oneOf([Schema])
  /// At least one of these.
  case anyOf([Schema])
  /// What is described once for the whole document.
  case part(SchemaPart)
}

/// A member of an object.
struct SchemaMember: Sendable {
  let name: String
  let schema: Schema
  /// Whether every object has it.
  let isRequired: Bool
  /// One sentence.
  let meaning: Phrase

  /// A member that every object has.
  static func must(_ name: String, _ schema: Schema, _ ja: String, _ en: String) -> SchemaMember {
    SchemaMember(name: name, schema: schema, isRequired: true, meaning: Phrase(ja: ja, en: en))
  }

  /// A member that is absent where it does not apply.
  static func may(_ name: String, _ schema: Schema, _ ja: String, _ en: String) -> SchemaMember {
    SchemaMember(name: name, schema: schema, isRequired: false, meaning: Phrase(ja: ja, en: en))
  }
}

/// What an object must have besides when a member has one of some values.
struct SchemaCase: Sendable {
  let member: String
  let values: [String]
  let required: [String]
}

extension Schema {
  /// An object with the members of all groups, in their order.
  static func object(_ groups: [SchemaMember]..., cases: [SchemaCase] = []) -> Schema {
    .members(groups.flatMap { $0 }, cases: cases)
  }

  static func list(of schema: Schema) -> Schema { .list(of: schema, atLeast: 0, atMost: nil) }

  /// Any string that is not empty.
  static let someText = Schema.text(atLeast: 1, atMost: nil, pattern: nil)
  /// Any string.
  static let anyText = Schema.text(atLeast: 0, atMost: nil, pattern: nil)
  /// How many rows, findings or operators: a table has no more rows.
  static let count = Schema.integer(from: 0, to: UInt64(UInt32.max))
  /// How many telephone numbers, or numbers times days.
  static let numbers = Schema.integer(from: 0, to: .max)
  static let truth = Schema.flag(only: nil)

  /// The same, or null.
  var orNull: Schema { .anyOf([self, .null]) }
}
