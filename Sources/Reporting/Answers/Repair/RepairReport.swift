import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// Writes a plan of repair; as CSV, the requests it implies.
///
/// The disclaimer stands in text and JSON; with CSV the caller prints `Disclaimer.text` where people read it, and
/// `RepairPlan.answer` where there are no requests.
///
/// - Complexity: O(*n* log *n*) in steps and the inflows of the operators they are about.
package func writeRepair(
  _ plan: RepairPlan, policy: Policy, context: ReportContext, format: AnswerFormat, to output: any Output
) throws(OutputError) {
  switch format {
  case .text: try RepairText(plan: plan, policy: policy, context: context).write(to: output)
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
  /// Tables without which nothing can be said.
  var absentTables: [TableName] {
    [.designations, .approvals, .certifications].filter { !state.chain.tables.isPresent($0) }
  }

  /// The plan in one sentence: how many steps, or why there are none.
  package func answer(_ language: Language) -> String { RepairWords.plan(self, language) }
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
