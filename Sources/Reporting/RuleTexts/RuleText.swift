import Audit

/// The explanation of a rule, in both languages.
public struct RuleText: Sendable {
  /// A few words that name what is found.
  public let title: Phrase
  /// What the rule looks at.
  public let looksAt: Phrase
  /// Why it matters.
  public let why: Phrase
  /// What it rests on: article or document, and from when.
  public let basis: Phrase
  /// What to do about a finding.
  public let remedy: Phrase
  /// What the rule cannot see.
  public let blindSpot: Phrase
}

extension RuleID {
  /// The explanation of the rule.
  public var text: RuleText {
    lawText ?? policyText ?? certificationText ?? requestText ?? flowText ?? recordText
  }

  /// What a cause of the rule means; nil for a cause it never has.
  public func explanation(of cause: Cause) -> Phrase? {
    causes.contains(cause) ? cause.explanation(for: self) : nil
  }
}
