import Audit
import SupplyChain

/// What an answer of `impact` rests on, and what is not known without it (SPEC §5, *not evaluated*).
extension Impact {
  /// The tables of what the event ends that the dataset lacks: whether it would end anything there is not known.
  public var absentTables: [TableName] {
    event.endedTables.filter { !state.chain.tables.isPresent($0) }
  }

  /// Why there is no answer: a table is absent, and nothing that is there ends, or nothing can be said of what follows.
  ///
  /// nil when there is one, if only of some rules.
  public var notEvaluated: NotEvaluated? {
    if ended.isNothing { return absentTables.first.map { .noTable($0) } }
    if event != .approval, levelsLacking == nil { return nil }
    let judged = rules.filter { $0.notEvaluated != .off }
    return judged.allSatisfy { $0.notEvaluated != nil } ? judged.first?.notEvaluated : nil
  }

  /// Whether it is known who is certified.
  public var knowsCertification: Bool { state.chain.tables.isPresent(.certifications) }

  /// How many operators lose their last clean level in some category; nil when levels are not known.
  public var losers: Int? {
    if event == .approval { return 0 }
    return levelsLacking == nil ? Set(losses.flatMap(\.lost)).count : nil
  }

  /// How many of those to tell are not certified; nil when that is not known.
  public var uncertifiedToTell: Int? {
    knowsCertification ? notified.count { !$0.isCertified } : nil
  }

  /// The rules that could not be evaluated, but for those that the policy switches off, in order.
  public var unjudged: [RuleDifference] {
    rules.filter { $0.notEvaluated != nil && $0.notEvaluated != .off }
  }
}

extension ImpactEvent {
  /// The tables of the rows that it ends.
  package var endedTables: [TableName] {
    switch self {
    case .certificate: [.certifications]
    case .approval: [.approvals, .designations]
    case .exit: [.provisions, .certifications, .approvals, .designations]
    }
  }
}

extension RuleDifference {
  /// Findings under a waiver that are there only afterwards.
  public var appearWaived: Int { appearing.count - appear }
  /// Findings under a waiver that were there only before.
  public var vanishWaived: Int { vanishing.count - vanish }
}
