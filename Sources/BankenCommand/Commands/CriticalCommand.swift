import Banken
import Bytes

/// `banken critical DATASET`.
struct CriticalCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let options = try LedgerOptions(context)
    let format = context.answerFormat
    context.console.isJSON = format == .json
    let progress = context.progress()
    defer { progress.end() }
    let ledger = try LoadedLedger(options, context, progress)
    progress.begin(FileWords.examining)
    let policy = ledger.policy.policy
    var stateOptions = StateOptions(graceDays: policy.graceDays, threads: options.threads)
    // Dominators are found from who provides whom alone.
    stateOptions.findsLevels = false
    let state = DayState(ledger.chain, on: options.day, options: stateOptions)
    let critical = CriticalOperators(state, threads: options.threads)
    progress.end()
    let report = ledger.reportContext(context)
    try context.write(to: context.line.value(.output)) { output throws(OutputError) in
      try writeCritical(critical, policy: policy, context: report, format: format, to: output)
    }
    if format == .csv {
      for note in critical.notes(report) { context.console.say(.note, note) }
      context.console.say(.note, Disclaimer.text)
    }
    return ledger.status
  }
}
