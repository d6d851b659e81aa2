import Audit

/// The templates of every message of a language, cut up once in a process.
struct MessagePlan: Sendable {
  struct Part: Sendable {
    /// nil for a fixed part.
    let field: MessageField?
    let fixed: Piece
  }

  /// Of every template, one after the other.
  let parts: [Part]
  /// By rule and cause, the last of each rule for findings without a cause: where the parts end.
  private let ends: [Int]

  private static let perRule = Cause.allCases.count + 1

  private static let japanese = MessagePlan(.ja, MessageTemplate.phrase)
  private static let english = MessagePlan(.en, MessageTemplate.phrase)
  private static let japaneseCandidate = MessagePlan(.ja, CandidateTemplate.phrase)
  private static let englishCandidate = MessagePlan(.en, CandidateTemplate.phrase)

  /// The templates of findings, or of what a candidate would cause.
  static func of(_ language: Language, isHypothetical: Bool) -> MessagePlan {
    switch language {
    case .ja: isHypothetical ? japaneseCandidate : japanese
    case .en: isHypothetical ? englishCandidate : english
    }
  }

  private init(_ language: Language, _ phrase: (RuleID, Cause?) -> Phrase) {
    var (parts, ends): ([Part], [Int]) = ([], [])
    let none = Piece("")
    func add(_ template: String) {
      for part in MessageParts(template).parts {
        switch part {
        case .fixed(let bytes): parts.append(Part(field: nil, fixed: Piece(constant: bytes)))
        case .field(let field): parts.append(Part(field: field, fixed: none))
        }
      }
      ends.append(parts.count)
    }
    for rule in RuleID.allCases {
      // Empty for causes it never has.
      for cause in Cause.allCases {
        add(rule.causes.contains(cause) ? phrase(rule, cause)[language] : "")
      }
      add(phrase(rule, nil)[language])
    }
    (self.parts, self.ends) = (parts, ends)
  }

  /// Where the parts of a rule and a cause stand.
  @inline(__always)
  func parts(of rule: RuleID, _ cause: Cause?) -> Range<Int> {
    let slot = cause.map { Int($0.rawValue) } ?? Self.perRule - 1
    let index = Int(rule.rawValue) * Self.perRule + slot
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}
