import Decisions
import Numbering
import SupplyChain

/// How the one a step is about stands now, and what else to know before asking it.
struct RepairNow {
  /// The code of why it lacks what the step brings; nil for an ended provision.
  private(set) var code: String?
  /// What the ledger has of it.
  private(set) var words = Phrase(ja: "", en: "")
  /// The day from which it will have what it lacks; nil where nothing is on record.
  private(set) var from: Day?
  /// Whether it had what it lacks and it ended.
  private(set) var hadIt = false
  /// When and how an approval ended; nil unless it did.
  private(set) var ending: ApprovalEnding?
  /// Whether certification is among what it lacks.
  private(set) var lacksCertification = false
  /// Whether the operator is entered as an agent, which receives no numbers.
  let isAgent: Bool
  /// The waivers in force that accept the lack, by their rows.
  let waivers: [Int]

  init(_ action: RepairAction, in state: DayState, _ waivers: RepairWaivers) {
    let roles = state.chain.tables.operators.roles
    self.waivers = waivers.rows(for: action)
    switch action {
    case .certify(let x):
      isAgent = roles[Int(x)] == .agent
      let standing = OperatorStanding(of: x, in: state).certification.standing
      code = standing.code
      words = standing.term
      lacksCertification = true
      hadIt = standing != .never && standing != .notYet
      if standing == .notYet { from = Self.certifiedFrom(x, state) }
    case .approve(let x, let category):
      isAgent = roles[Int(x)] == .agent
      let all = OperatorStanding(of: x, in: state)
      let standing = all.approval(in: category).standing
      code = standing.code
      words = standing == .none ? RepairWords.noApproval : standing.term
      hadIt = standing == .ended
      if standing == .notYet { from = Self.approvedFrom(x, category, state) }
      ending = all.ending(in: category)
      if let ending { words = ending.term }
    case .end(let p):
      let x = state.chain.tables.provisions.recipients[Int(p)]
      isAgent = roles[Int(x)] == .agent
      lacksCertification = OperatorStanding(of: x, in: state).certification.standing != .certified
    }
    if let from { words = Phrase(ja: "\(words.ja)（\(from)から）", en: "\(words.en) (from \(from))") }
  }

  /// Each step of a plan as it stands.
  static func all(_ plan: RepairPlan) -> [RepairNow] {
    let waivers = RepairWaivers(plan.state)
    return plan.steps.map { RepairNow($0.action, in: plan.state, waivers) }
  }

  private static func certifiedFrom(_ x: OperatorIndex, _ state: DayState) -> Day? {
    let (chain, table) = (state.chain, state.chain.tables.certifications)
    let starts = chain.persons.members(of: chain.persons.groupOf[Int(x)]).lazy
      .flatMap { chain.certificationsOf.rows(of: $0) }
      .map { table.starts[Int($0)] }.filter { $0 > state.day.ordinal }
    return starts.min().flatMap { Day(ordinal: $0) }
  }

  private static func approvedFrom(_ x: OperatorIndex, _ category: Category, _ state: DayState) -> Day? {
    let chain = state.chain
    let (approvals, blocks) = (chain.tables.approvals, chain.tables.designations)
    var least = Int32.max
    for member in chain.persons.members(of: chain.persons.groupOf[Int(x)]) {
      for row in chain.approvalsOf.rows(of: member).map({ Int($0) })
      where approvals.categories[row].map({ $0 == category }) ?? true
        && approvals.starts[row] > state.day.ordinal
      {
        least = min(least, approvals.starts[row])
      }
      for row in chain.designationsOf.rows(of: member).map({ Int($0) })
      where blocks.categories[row] == category && blocks.starts[row] > state.day.ordinal {
        least = min(least, blocks.starts[row])
      }
    }
    return Day(ordinal: least)
  }
}
