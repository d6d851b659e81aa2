import Banken
import Bytes

/// `banken impact DATASET OPERATOR`.
struct ImpactCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let options = try LedgerOptions(context)
    let format = context.answerFormat
    context.console.isJSON = format == .json
    let event = context.line.value(.event).flatMap(ImpactEvent.init(rawValue:)) ?? .certificate
    let list = context.line.value(.list).flatMap(ImpactList.init(rawValue:))
    if list != nil, format != .csv {
      throw context.usage(.needs(option: "--list", other: "--format csv"))
    }
    let progress = context.progress()
    defer { progress.end() }
    let ledger = try LoadedLedger(options, context, progress)
    let x = try context.operatorIndex(context.line.arguments[1], in: ledger.chain, ofPerson: true)
    progress.begin(FileWords.examining)
    let policy = ledger.policy.policy
    let state = DayState(
      ledger.chain, on: options.day,
      options: StateOptions(graceDays: policy.graceDays, threads: options.threads))
    let impact = Impact(of: x, event, in: state, policy: policy, threads: options.threads)
    progress.end()
    let report = ledger.reportContext(context)
    try context.write(to: context.line.value(.output)) { output throws(OutputError) in
      try writeImpact(impact, context: report, format: format, list: list ?? .findings, to: output)
    }
    if format == .csv {
      for note in impact.notes(of: list ?? .findings) { context.console.say(.note, note) }
      context.console.say(.note, Disclaimer.text)
    }
    return ledger.status
  }
}
