import Banken
import Bytes

/// `banken trace DATASET NUMBER…`.
struct TraceCommand {
  let context: CommandContext
  private var console: Console { context.console }

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let line = context.line
    let options = try LedgerOptions(context)
    let format = context.answerFormat
    console.isJSON = format == .json
    if line.has(.history), line.has(.on) {
      throw context.usage(.excludes(option: "--history", other: "--on"))
    }
    let asked = try AskedNumbers(context, options)
    let progress = context.progress()
    defer { progress.end() }
    let ledger = try LoadedLedger(options, context, progress)
    let report = ledger.reportContext(context)
    let (chain, policy) = (ledger.chain, ledger.policy.policy)

    progress.begin(FileWords.tracing)
    let answer: (any Output) throws(OutputError) -> Void
    if line.has(.history) {
      let tracer = CustodyTracer(chain, numbers: asked.numbers, threads: options.threads)
      answer = { output throws(OutputError) in
        try writeHistory(
          of: asked.numbers, in: chain, by: tracer, today: options.day, policy: policy, context: report,
          format: format, to: output)
      }
    } else {
      var stateOptions = StateOptions(graceDays: policy.graceDays, threads: options.threads)
      // Levels of the numbers asked for are found along their own hops.
      stateOptions.findsLevels = false
      let state = DayState(chain, on: options.day, options: stateOptions)
      let tracer = NumberTracer(state, numbers: asked.numbers)
      answer = { output throws(OutputError) in
        try writeTrace(
          of: asked.numbers, by: tracer, policy: policy, context: report, format: format, to: output)
      }
    }
    progress.end()
    try context.write(to: line.value(.output), answer)
    if format == .csv { console.say(.note, Disclaimer.text) }
    return asked.hasProblems ? .content : ledger.status
  }
}
