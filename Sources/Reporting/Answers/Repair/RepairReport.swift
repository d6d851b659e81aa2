import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// Writes a plan of repair; as CSV, the requests it implies.
///
/// The disclaimer stands in text and JSON; with CSV the caller prints `Disclaimer.text` where people read it.
///
/// - Complexity: O(*n* log *n*) in steps and the inflows of the operators they are about.
package func writeRepair(
  _ plan: RepairPlan, policy: Policy, context: ReportContext, format: AnswerFormat, to output: any Output
) throws(OutputError) {
  switch format {
  case .text: try RepairText(plan: plan, context: context).write(to: output)
  case .json: try RepairJSON(plan: plan, policy: policy, context: context).write(to: output)
  case .csv: try RepairCSV(plan: plan, context: context).write(to: output)
  }
}

extension RepairPlan {
  /// The plan as UTF-8 bytes; as CSV, the requests it implies.
  ///
  /// - Complexity: O(*n* log *n*) in steps and the inflows of the operators they are about.
  public func report(_ format: AnswerFormat, policy: Policy, context: ReportContext) -> [UInt8] {
    let memory = MemoryOutput()
    // Memory takes everything.
    try? writeRepair(self, policy: policy, context: context, format: format, to: memory)
    return memory.bytes
  }
}

extension RepairPlan {
  /// Tables whose absence makes everybody lack what they record.
  var absentTables: [TableName] {
    [.approvals, .certifications].filter { !state.chain.tables.isPresent($0) }
  }
}

extension RepairAction {
  /// The code of what is done: `certify`, `approve` or `end`.
  var code: StaticString {
    switch self {
    case .certify: "certify"
    case .approve: "approve"
    case .end: "end"
    }
  }

  var category: Category? {
    if case .approve(_, let category) = self { return category }
    return nil
  }
}

/// How the one a step is about stands now.
struct RepairNow {
  /// The code of why it lacks what the step brings; nil for an ended provision.
  let code: StaticString?
  let words: Phrase

  init(_ action: RepairAction, in state: DayState) {
    switch action {
    case .certify(let x):
      let standing = OperatorStanding(of: x, in: state).certification.standing
      code = Self.code(standing)
      words = standing == .notYet ? Self.later(standing.term, Self.certifiedFrom(x, state)) : standing.term
    case .approve(let x, let category):
      let all = OperatorStanding(of: x, in: state)
      let standing = all.approval(in: category).standing
      code = Self.code(standing)
      words =
        standing == .notYet
        ? Self.later(standing.term, Self.approvedFrom(x, category, state)) : all.approvalTerm(in: category)
    case .end:
      code = nil
      words = Phrase(ja: "", en: "")
    }
  }

  /// A standing with the day on which what is on record begins.
  private static func later(_ words: Phrase, _ start: Int32?) -> Phrase {
    guard let day = start.flatMap({ Day(ordinal: $0) }) else { return words }
    return Phrase(ja: "\(words.ja)（\(day)から）", en: "\(words.en) (from \(day))")
  }

  private static func certifiedFrom(_ x: OperatorIndex, _ state: DayState) -> Int32? {
    let (chain, table) = (state.chain, state.chain.tables.certifications)
    return chain.persons.members(of: chain.persons.groupOf[Int(x)]).lazy
      .flatMap { chain.certificationsOf.rows(of: $0) }
      .map { table.starts[Int($0)] }.filter { $0 > state.day.ordinal }.min()
  }

  private static func approvedFrom(
    _ x: OperatorIndex, _ category: Category, _ state: DayState
  ) -> Int32? {
    let (chain, table) = (state.chain, state.chain.tables.approvals)
    return chain.persons.members(of: chain.persons.groupOf[Int(x)]).lazy
      .flatMap { chain.approvalsOf.rows(of: $0) }
      .filter { table.categories[Int($0)].map { $0 == category } ?? true }
      .map { table.starts[Int($0)] }.filter { $0 > state.day.ordinal }.min()
  }

  private static func code(_ standing: CertificationStanding) -> StaticString {
    switch standing {
    case .certified: "certified"
    case .revoked: "revoked"
    case .withdrawn: "withdrawn"
    case .expired: "expired"
    case .ended: "ended"
    case .notYet: "not-yet"
    case .never: "never"
    }
  }

  private static func code(_ standing: ApprovalStanding) -> StaticString {
    switch standing {
    case .approved: "approved"
    case .ended: "ended"
    case .notYet: "not-yet"
    case .otherCategory: "other-category"
    case .none: "none"
    }
  }
}
