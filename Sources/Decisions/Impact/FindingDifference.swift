import Audit

/// What became of the findings of one rule between two audits of one dataset.
public struct RuleDifference: Sendable, Equatable {
  /// Which rule it is.
  public let rule: RuleID
  /// Why nothing can be said: one of the audits could not evaluate it.
  public internal(set) var notEvaluated: NotEvaluated?
  /// Findings that are there only afterwards, or only then without a waiver; those that count.
  public internal(set) var appear = 0
  /// Findings that were there only before, or only then without a waiver; those that counted.
  public internal(set) var vanish = 0
  /// Findings that count in both, with more numbers afterwards.
  public internal(set) var grown = 0
  /// Findings that count in both, with fewer numbers afterwards.
  public internal(set) var shrunk = 0
  /// Findings that count in both, graver afterwards.
  public internal(set) var raised = 0
  /// Findings that count in both, milder afterwards.
  public internal(set) var lowered = 0
  /// The places of the findings that appear, those under a waiver among them, ascending.
  var appearing: [Int] = []
  /// The places of the findings that vanish, those under a waiver among them, ascending.
  var vanishing: [Int] = []

  init(rule: RuleID) {
    self.rule = rule
  }

  /// Whether any finding of the rule changed.
  public var isChanged: Bool {
    appear + vanish + grown + shrunk + raised + lowered + appearing.count + vanishing.count > 0
  }
}

extension RuleDifference {
  /// Compares the findings of a rule, which stand in the order of their keys, in one pass.
  ///
  /// Both audits must be of the same rows: then equal keys are equal fingerprints. Not for `shared-identity`.
  ///
  /// - Complexity: O(*n*) in findings.
  init(_ before: RuleOutcome, _ after: RuleOutcome) {
    self.init(rule: before.rule)
    notEvaluated = before.notEvaluated ?? after.notEvaluated
    if notEvaluated != nil { return }
    let kind = rule.keyKind
    let (old, new) = (before.results.findings, after.results.findings)
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if j == new.count {
        leave(old[i], at: i)
        i += 1
      } else if i == old.count {
        come(new[j], at: j)
        j += 1
      } else {
        let (left, right) = (FindingKey(old[i], kind), FindingKey(new[j], kind))
        if left < right {
          leave(old[i], at: i)
          i += 1
        } else if right < left {
          come(new[j], at: j)
          j += 1
        } else {
          stay(old[i], at: i, new[j], at: j)
          i += 1
          j += 1
        }
      }
    }
  }

  private mutating func come(_ finding: Finding, at place: Int) {
    appearing.append(place)
    if !finding.isWaived { appear += 1 }
  }

  private mutating func leave(_ finding: Finding, at place: Int) {
    vanishing.append(place)
    if !finding.isWaived { vanish += 1 }
  }

  private mutating func stay(_ old: Finding, at i: Int, _ new: Finding, at j: Int) {
    switch (old.isWaived, new.isWaived) {
    case (true, false): come(new, at: j)
    case (false, true): leave(old, at: i)
    case (true, true): break
    case (false, false):
      if let a = old.numbers, let b = new.numbers, a != b {
        if b > a { grown += 1 } else { shrunk += 1 }
      }
      if new.severity > old.severity { raised += 1 }
      if new.severity < old.severity { lowered += 1 }
    }
  }
}
