import Banken
import Bytes

/// `banken stock DATASET OPERATOR`.
struct StockCommand {
  let context: CommandContext
  private var console: Console { context.console }

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let options = try LedgerOptions(context)
    let format = context.answerFormat
    console.isJSON = format == .json
    let progress = context.progress()
    defer { progress.end() }
    let ledger = try LoadedLedger(options, context, progress)
    let x = try context.operatorIndex(context.line.arguments[1], in: ledger.chain)
    let report = ledger.reportContext(context)
    let policy = ledger.policy.policy

    progress.begin(FileWords.takingStock)
    var stateOptions = StateOptions(graceDays: policy.graceDays, threads: options.threads)
    // What an operator has in hand depends on its own rows alone.
    stateOptions.findsLevels = false
    let state = DayState(ledger.chain, on: options.day, options: stateOptions)
    let stock = OperatorStock(of: x, in: state)
    progress.end()
    try context.write(to: context.line.value(.output)) { output throws(OutputError) in
      try writeStock(stock, in: state, policy: policy, context: report, format: format, to: output)
    }
    if format == .csv { console.say(.note, Disclaimer.text) }
    return ledger.status
  }
}
