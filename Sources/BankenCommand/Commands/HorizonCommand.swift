import Banken
import Bytes

/// `banken horizon DATASET`.
struct HorizonCommand {
  /// How many days to look ahead unless told.
  static let usual = 90

  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let options = try LedgerOptions(context)
    let within = try days()
    let format = context.line.value(.format).flatMap(HorizonFormat.init(rawValue:)) ?? .text
    context.console.isJSON = format == .json
    let progress = context.progress()
    defer { progress.end() }
    let ledger = try LoadedLedger(options, context, progress)
    progress.begin(FileWords.auditing)
    guard
      let horizon = Horizon(
        ledger.chain, on: options.day, within: within,
        options: AuditOptions(policy: ledger.policy.policy, threads: options.threads))
    else { throw .content }
    progress.end()
    let report = ledger.reportContext(context)
    let path = context.line.value(.output)
    try context.write(to: path) { output throws(OutputError) in
      try writeHorizon(horizon, context: report, format: format, to: output)
    }
    if format == .csv || format == .ics { context.console.say(.note, Disclaimer.text) }
    return ledger.status
  }

  /// The days of `--within`, written `90` or `90d`.
  private func days() throws(Failure) -> Int {
    guard let text = context.line.value(.within) else { return Self.usual }
    let digits = text.hasSuffix("d") || text.hasSuffix("日") ? String(text.dropLast()) : text
    return try context.number(digits, of: "--within", in: 1...3_660)
  }
}
