import Bytes

/// One mistake in a policy file.
public struct PolicyProblem: Sendable, Equatable {
  /// From 1.
  public let line: Int
  /// From 1, in characters.
  public let column: Int
  /// Where in the document, such as `caps[0].max_numbers`; empty for the document as a whole.
  public let path: String
  /// What is wrong.
  package let kind: Kind

  package init(position: TextPosition, path: String, kind: Kind) {
    line = position.line
    column = position.column
    self.path = path
    self.kind = kind
  }

  /// What is wrong, as typed values.
  package enum Kind: Sendable, Equatable {
    /// The text is no JSON.
    case notJSON(JSONError.Kind)
    /// A member that no policy has; `known` are those that may stand here.
    case unknownMember(name: String, suggestion: String?, known: [String])
    /// A member that came before, on `line`.
    case duplicateMember(name: String, line: Int)
    /// A member that must be there.
    case missingMember(name: String)
    /// A value of another kind, or one that means nothing here.
    case wrongValue(found: Found, expected: Expected, suggestion: String? = nil)
    /// `track_record_from_months` is not less than `track_record_under_months`.
    case emptyTrackRecord(from: Int, under: Int)
    /// A cap id that came before, on `line`.
    case duplicateCap(id: String, line: Int)
    /// A key of `severity` that names no rule.
    case unknownRule(name: String, suggestion: String?)
    /// A key of `severity` with a cause that the rule does not have; `known` may be empty.
    case unknownCause(name: String, rule: RuleID, suggestion: String?, known: [String])
  }

  /// What stands where something else was expected.
  package enum Found: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array
    case object

    init(_ value: JSONValue) {
      switch value.content {
      case .null: self = .null
      case .boolean(let value): self = .boolean(value)
      case .number(let text): self = .number(text)
      case .string(let text): self = .string(text)
      case .array: self = .array
      case .object: self = .object
      }
    }
  }

  /// What may stand somewhere.
  package enum Expected: Sendable, Equatable {
    case object
    case array
    case boolean
    /// A number without fraction, both bounds included.
    case wholeNumber(from: UInt64, to: UInt64)
    /// A date in any written form.
    case date
    /// The code or a name of a category.
    case category
    /// One of these strings.
    case choice([String])
    /// A string that is not blank.
    case id
    /// An array of operator ids, or `"all"`.
    case idsOrAll
  }
}

/// What reading a policy gave: the policy, or every mistake in the file.
public struct PolicyReading: Sendable {
  /// nil when there are problems.
  public let policy: Policy?
  /// In the order in which they stand in the file.
  public let problems: [PolicyProblem]
  /// Where the id of each cap stands.
  package let capPositions: [TextPosition]
  /// Where each id in `ledger.complete` stands.
  package let completePositions: [TextPosition]
}
