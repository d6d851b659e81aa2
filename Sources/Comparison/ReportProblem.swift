import Audit
import Bytes

/// The first mistake in a report, which makes it unusable.
public struct ReportProblem: Error, Sendable, Equatable {
  /// From 1.
  public let line: Int
  /// From 1, in characters.
  public let column: Int
  /// Where in the document, such as `findings[3].numbers`; empty for the document as a whole.
  public let path: String
  /// What is wrong.
  package let kind: Kind

  package init(line: Int, column: Int, path: String, kind: Kind) {
    self.line = line
    self.column = column
    self.path = path
    self.kind = kind
  }

  /// What is wrong, as typed values.
  package enum Kind: Sendable, Equatable {
    /// The text is no JSON.
    case notJSON(JSONError.Kind)
    /// It is JSON of another layout.
    case otherSchema(String)
    case missingMember(String)
    case duplicateMember(String)
    /// A value of another kind, or one that means nothing here.
    case wrongValue(Expected)
    /// A rule that this version does not have.
    case unknownRule(String)
    /// A rule that is listed before.
    case duplicateRule(RuleID)
    /// A fingerprint that another finding has; `line` is where that one begins.
    case duplicateFingerprint(String, line: Int)
    /// The list of rules counts other findings than there are.
    case wrongCount(rule: RuleID, waived: Bool, said: UInt64, found: UInt64)
    /// A finding of a rule that was not evaluated.
    case notEvaluated(RuleID)
    /// More findings than can be held.
    case tooMany
  }

  /// What may stand somewhere.
  package enum Expected: Sendable, Equatable {
    case object, array, string, boolean
    case stringOrNull
    /// A whole number from 0 to 2⁶⁴ − 2.
    case count
    case severity
    case day
    /// Sixteen lower-case hexadecimal digits.
    case fingerprint
    /// A day, or the first and the last of a period.
    case time
  }

  /// Whether it is a document of another layout rather than a damaged one.
  public var isOtherSchema: Bool {
    if case .otherSchema = kind { true } else { false }
  }
}

/// Why a report could not be used.
public enum ReportError: Error, Sendable, Equatable {
  /// It cannot be opened or read.
  case file(FileError)
  /// It is damaged, or no report.
  case content(ReportProblem)
}

/// A mistake before its line is known.
struct ReportNote: Error {
  let kind: ReportProblem.Kind
  let offset: Int
  let path: String
  /// Where the first of two stands, whose line the message names.
  var first: Int?

  /// The same with the place as an editor counts it.
  func located(in bytes: UnsafeRawBufferPointer) -> ReportProblem {
    let place = TextPosition.of([offset], in: bytes)
    var kind = kind
    if case .duplicateFingerprint(let text, _) = kind, let first {
      kind = .duplicateFingerprint(text, line: TextPosition.of([first], in: bytes).first?.line ?? 0)
    }
    return ReportProblem(
      line: place.first?.line ?? 1, column: place.first?.column ?? 1, path: path, kind: kind)
  }
}
