import Banken
import Bytes

/// `banken repair DATASET`.
struct RepairCommand {
  let context: CommandContext
  private var console: Console { context.console }

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let format = context.answerFormat
    console.isJSON = format == .json
    let options = try LedgerOptions(context)
    let wanted = try repairOptions(threads: options.threads)
    let progress = context.progress()
    defer { progress.end() }

    let ledger = try LoadedLedger(options, context, progress)
    let policy = ledger.policy.policy
    if wanted.measure == .fees {
      guard let fees = policy.fees else { throw context.usage(.noFees(end: false)) }
      if wanted.allowsEnd && fees.end == nil { throw context.usage(.noFees(end: true)) }
    }
    progress.begin(FileWords.planning)
    let state = DayState(
      ledger.chain, on: options.day,
      options: StateOptions(graceDays: policy.graceDays, threads: options.threads))
    let plan = RepairPlan(state, policy, wanted)
    progress.end()

    var report = ledger.reportContext(context)
    report.showsAll = context.line.has(.allSteps)
    try context.write(to: context.line.value(.output)) { [report] output throws(OutputError) in
      try writeRepair(plan, policy: policy, context: report, format: format, to: output)
    }
    if format == .csv {
      // A header alone would not say why.
      if plan.steps.isEmpty { console.say(.note, plan.answer(context.language)) }
      console.say(.note, Disclaimer.text)
    }
    return plan.reachesGoal ? ledger.status : .findings
  }

  private func repairOptions(threads: Int) throws(Failure) -> RepairOptions {
    let line = context.line
    var options = RepairOptions()
    options.threads = threads
    if let text = line.value(.goal) {
      guard let goal = RepairGoal(text) else {
        throw context.usage(.badGoal(option: "--goal", value: text))
      }
      options.goal = goal
    }
    options.measure = line.value(.by).flatMap(RepairMeasure.init(rawValue:)) ?? .steps
    options.allowsEnd = line.value(.allow) == "end"
    return options
  }
}
