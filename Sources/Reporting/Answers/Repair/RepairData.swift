import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// A plan of repair as JSON, schema `banken-repair/1`.
struct RepairJSON {
  let plan: RepairPlan
  let policy: Policy
  let context: ReportContext

  private var tables: Tables { plan.state.chain.tables }
  private var names: RepairNames { RepairNames(tables: tables, columns: nil) }

  func write(to output: any Output) throws(OutputError) {
    var buffer = TextBuffer()
    let frame = AnswerJSON(
      schema: "banken-repair/1", day: plan.state.day, policy: policy, context: context)
    frame.appendHead(to: &buffer)
    appendSummary(to: &buffer)
    buffer.append(",\n \"steps\": [")
    let nows = RepairNow.all(plan)
    for (index, step) in plan.steps.enumerated() {
      buffer.append(index == 0 ? "\n  " : ",\n  ")
      append(step, rank: index + 1, nows[index], to: &buffer)
    }
    buffer.append("],\n \"requests\": [")
    let letters = RepairLetters(
      plan: plan, names: names, language: context.language, standsAlone: true, nows: nows)
    for (index, request) in plan.requests().enumerated() {
      buffer.append(index == 0 ? "\n  " : ",\n  ")
      append(request, letters, to: &buffer)
    }
    buffer.append("]")
    frame.appendTail(to: &buffer)
    try output.write(buffer)
  }

  private func appendSummary(to buffer: inout TextBuffer) {
    let millionths = String(1_000_000 + plan.goal.millionths % 1_000_000).dropFirst()
    var goal = "\(plan.goal.millionths / 1_000_000).\(millionths)"
    while goal.hasSuffix("0") { goal.removeLast() }
    if goal.hasSuffix(".") { goal.removeLast() }
    buffer.append(",\n \"goal\": \(goal), \"by\": \"\(plan.measure.rawValue)\", \"allow\": [")
    buffer.append(plan.allowsEnd ? "\"end\"], \"standing\": \"" : "], \"standing\": \"")
    var reason: String?
    switch plan.standing {
    case .alreadyMet: buffer.append("already-met")
    case .proven: buffer.append("proven")
    case .greedy: buffer.append("greedy")
    case .notEvaluated(let why):
      buffer.append("not-evaluated")
      reason = why.code
    }
    buffer.append("\", \"reason\": ")
    if let reason { buffer.append(quoted: reason) } else { buffer.append("null") }
    buffer.append(plan.reachesGoal ? ", \"reached\": true" : ", \"reached\": false")
    buffer.append(", \"cost\": \(plan.cost), \"least_cost\": \(plan.leastCost)")
    let absent = plan.absentTables.map { "\"\($0.name)\"" }.joined(separator: ", ")
    buffer.append(", \"absent_tables\": [\(absent)]")
    buffer.append(",\n \"before\": ")
    append(plan.before, to: &buffer)
    buffer.append(",\n \"after\": ")
    append(plan.after, to: &buffer)
  }

  private func append(_ coverage: RepairCoverage, to buffer: inout TextBuffer) {
    buffer.append("{\"provisions\": \(coverage.provisions), \"numbers\": \(coverage.numbers)")
    buffer.append(", \"covered_provisions\": \(coverage.coveredProvisions)")
    buffer.append(", \"covered\": \(coverage.covered)}")
  }

  private func append(
    _ step: RepairStep, rank: Int, _ now: RepairNow, to buffer: inout TextBuffer
  ) {
    buffer.append("{\"rank\": \(rank), \"action\": \"")
    buffer.append(step.action.code)
    buffer.append("\"")
    switch step.action {
    case .certify(let x): appendPerson(x, to: &buffer)
    case .approve(let x, let category):
      appendPerson(x, to: &buffer)
      buffer.append(", \"category\": \"\(category.name)\"")
    case .end(let p):
      let table = tables.provisions
      append("provision_id", table.ids, Int(p), to: &buffer)
      append("supplier_id", tables.operators.ids, Int(table.suppliers[Int(p)]), to: &buffer)
      append("recipient_id", tables.operators.ids, Int(table.recipients[Int(p)]), to: &buffer)
      buffer.append(", \"category\": \"\(table.categories[Int(p)].name)\"")
      // One that would begin on the day never does.
      if table.starts[Int(p)] < plan.state.day.ordinal, let last = Day(ordinal: plan.state.day.ordinal - 1) {
        buffer.append(", \"ends_on\": \"\(last)\"")
      }
    }
    if let fee = step.fee { buffer.append(", \"fee\": \(fee)") }
    if let basis = step.feeBasis {
      buffer.append(", \"member\": \(basis.isMember), \"renewal\": \(basis.isRenewal)")
    }
    buffer.append(
      ", \"numbers\": \(step.numbers), \"covered\": \(step.covered), \"of\": \(step.of)")
    if let code = now.code { buffer.append(", \"cause\": \"\(code)\"") }
    if let ending = now.ending {
      buffer.append(", \"ended_on\": \"\(ending.day)\", \"end_reason\": ")
      buffer.append(quotedOrNull: ending.reason?.rawValue)
    }
    if let from = now.from { buffer.append(", \"valid_from\": \"\(from)\"") }
    if now.isAgent { buffer.append(", \"role\": \"\(OperatorRole.agent.code)\"") }
    if !now.waivers.isEmpty {
      buffer.append(", \"waivers\": [")
      for (index, row) in now.waivers.enumerated() {
        buffer.append(index == 0 ? "\"" : ", \"")
        buffer.append(tables.waivers.ids, row, .json)
        buffer.append("\"")
      }
      buffer.append("]")
    }
    buffer.append(", \"message\": ")
    buffer.append(quoted: RepairWords.action(step.action, now, names, context.language))
    buffer.append("}")
  }

  /// The operator, and all operators of its person when there are more; the first hundred of them.
  private func appendPerson(_ x: OperatorIndex, to buffer: inout TextBuffer) {
    append("operator_id", tables.operators.ids, Int(x), to: &buffer)
    let persons = plan.state.chain.persons
    let members = persons.members(of: persons.groupOf[Int(x)])
    if members.count == 1 { return }
    buffer.append(", \"operator_ids\": [")
    for (index, member) in members.prefix(100).enumerated() {
      if index > 0 { buffer.append(", ") }
      buffer.append("\"")
      buffer.append(tables.operators.ids, Int(member), .json)
      buffer.append("\"")
    }
    buffer.append("]")
    if members.count > 100 { buffer.append(", \"operators\": \(members.count)") }
  }

  private func append(_ request: RepairRequest, _ letters: RepairLetters, to buffer: inout TextBuffer) {
    let action = plan.steps[request.step].action
    buffer.append("{\"rank\": \(request.step + 1), \"action\": \"")
    buffer.append(action.code)
    buffer.append("\"")
    if let supplier = request.supplier {
      append("supplier_id", tables.operators.ids, Int(supplier), to: &buffer)
    }
    append("operator_id", tables.operators.ids, Int(request.operatorIndex), to: &buffer)
    if let category = action.category { buffer.append(", \"category\": \"\(category.name)\"") }
    if case .end(let p) = action { append("provision_id", tables.provisions.ids, Int(p), to: &buffer) }
    buffer.append(", \"provisions\": \(request.provisions), \"numbers\": \(request.numbers)")
    buffer.append(", \"message\": ")
    buffer.append(quoted: letters.letter(request))
    buffer.append("}")
  }

  private func append(
    _ member: StaticString, _ column: TextColumn, _ row: Int, to buffer: inout TextBuffer
  ) {
    buffer.append(", \"")
    buffer.append(member)
    buffer.append("\": \"")
    buffer.append(column, row, .json)
    buffer.append("\"")
  }
}
