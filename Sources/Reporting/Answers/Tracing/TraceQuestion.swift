import Decisions
import Numbering
import SupplyChain

/// Whom to ask next about a number, and what.
struct TraceQuestion: Hashable {
  /// What they may know.
  enum Kind: String {
    /// Who uses the number: the operator is the last to have it.
    case lastRecipient = "last-recipient"
    /// To whom it went, or who uses it: the operator provides numbers by count only.
    case countOnly = "count-only"
    /// From whom it came.
    case source = "no-designation"
    /// Which of them has it.
    case circle
    /// Nobody has it any more; they were the last to.
    case formerHand = "former-hand"
    /// Nobody has it any more; it was designated to them.
    case formerHolder = "former-holder"
    /// Whether it is designated at all: the ministry is asked.
    case ministry
  }

  let kind: Kind
  /// Whom to ask: nobody of the ledger for the ministry.
  var operators: [OperatorIndex] = []
  /// The last day of a former hand or holder.
  var until: Day?
  /// Whether somebody is asked before the ministry.
  var comesAfterOthers = false

  /// Tells questions of one kind to the same operators apart.
  var rank: Int32 { until?.ordinal ?? (comesAfterOthers ? 1 : 0) }

  /// Whom to ask, and what, in a sentence without its full stop.
  ///
  /// - Parameter isUser: whether it is one operator, and a user.
  func words(names: String, isUser: Bool) -> Phrase {
    let day = until?.description ?? ""
    return switch kind {
    case .lastRecipient:
      isUser
        ? Phrase(ja: "\(names)（利用者本人）", en: "\(names) (the user itself)")
        : Phrase(ja: "\(names)（利用者は誰か）", en: "\(names) (who uses it)")
    case .countOnly:
      Phrase(ja: "\(names)（誰に渡したか、自ら使わせているか）", en: "\(names) (to whom it went, or who uses it)")
    case .source: Phrase(ja: "\(names)（誰から受けたか）", en: "\(names) (from whom it came)")
    case .circle: Phrase(ja: "\(names)（誰が持っているか）", en: "\(names) (which of them has it)")
    case .formerHand:
      Phrase(
        ja: "\(names)（\(day)まで手元にあった。その後どうなったか）", en: "\(names) (had it until \(day): what became of it)")
    case .formerHolder:
      Phrase(
        ja: "\(names)（\(day)まで番号指定。返還後どうなったか）",
        en: "\(names) (its holder until \(day): what became of it)")
    case .ministry: comesAfterOthers ? TraceWords.ministryLast : TraceWords.ministry
    }
  }
}

extension TraceFacts {
  /// What to ask: at the ends of a trail who has the number, where it starts in the dark from whom it came; where nobody
  /// has it, first those who had it.
  func questions(_ trace: NumberTrace) -> [TraceQuestion] {
    let sources = trace.designations.isEmpty ? [] : trace.origins.filter { $0.kind != .designation }
    return trace.ends.flatMap { questions(at: $0, of: trace) }
      + sources.map { TraceQuestion(kind: .source, operators: [$0.operatorIndex]) }
  }

  /// What to ask at one end of a trail.
  func questions(at end: TraceEnd, of trace: NumberTrace) -> [TraceQuestion] {
    switch end.reason {
    case .lastRecipient: return [TraceQuestion(kind: .lastRecipient, operators: end.operators)]
    case .countOnly: return [TraceQuestion(kind: .countOnly, operators: end.operators)]
    case .circle: return [TraceQuestion(kind: .circle, operators: end.operators)]
    case .noDesignation:
      if !end.operators.isEmpty { return [TraceQuestion(kind: .source, operators: end.operators)] }
      let former = formerHands(of: trace.number)
      let asked =
        former.last.map { hand in
          TraceQuestion(kind: .formerHand, operators: [hand.operatorIndex], until: hand.until)
        }
        + former.holders.map { hand in
          TraceQuestion(kind: .formerHolder, operators: [hand.operatorIndex], until: hand.until)
        }
      return asked + [TraceQuestion(kind: .ministry, comesAfterOthers: !asked.isEmpty)]
    }
  }

  /// What to ask, in words.
  func words(for question: TraceQuestion) -> String {
    let isUser = question.operators.count == 1 && question.operators.allSatisfy { standing(of: $0).isUser }
    return question.words(names: names.names(question.operators), isUser: isUser)[language]
  }
}
