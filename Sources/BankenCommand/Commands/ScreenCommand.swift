import Banken
import Bytes

/// `banken screen DATASET`.
struct ScreenCommand {
  private let context: CommandContext
  private var console: Console { context.console }

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let options = try LedgerOptions(context)
    console.isJSON = context.answerFormat == .json
    let progress = context.progress()
    defer { progress.end() }
    guard let path = context.line.value(.batch) else {
      let asked = try ScreenOptions(context, startsOn: options.day)
      let ledger = try LoadedLedger(options, context, progress)
      let candidate = try asked.candidate(in: ledger.chain, startsOn: options.day, context)
      return try answer(candidate, ledger, progress)
    }
    if let other = ScreenOptions.ofCandidate.first(where: { context.line.has($0.flag) }) {
      throw context.usage(.excludes(option: "--batch", other: other.name))
    }
    let ledger = try LoadedLedger(options, context, progress)
    return try answer(batch: path, ledger, progress)
  }

  // MARK: One

  private func answer(
    _ candidate: ProvisionCandidate, _ ledger: LoadedLedger, _ progress: Progress
  ) throws(Failure) -> ExitStatus {
    progress.begin(FileWords.auditing)
    let screening = PartnerScreening(
      candidate, in: ledger.chain, policy: ledger.policy.policy, threads: ledger.options.threads)
    progress.end()
    let report = ledger.reportContext(context)
    try context.write(to: context.line.value(.output)) { output throws(OutputError) in
      try writeScreening(screening, context: report, format: context.answerFormat, to: output)
    }
    sayDisclaimer()
    return screening.answer.verdict == .refuse ? .findings : ledger.status
  }

  // MARK: Many

  private func answer(
    batch path: String, _ ledger: LoadedLedger, _ progress: Progress
  ) throws(Failure) -> ExitStatus {
    let list: CandidateList
    do throws(FileError) {
      list = try CandidateList(path: path, chain: ledger.chain, defaultDay: ledger.options.day)
    } catch {
      throw .unreadable(path: error.path, code: error.code)
    }
    report(list.diagnostics)
    guard list.isUsable else { throw .content }
    if list.rows.isEmpty, list.mistakes.isEmpty {
      console.say(.error, DataWords.noCandidates(path))
      throw .content
    }
    progress.begin(FileWords.auditing)
    let spoken = context.language.ofDiagnostics
    // Mistakes quote the file, which standard error may.
    let instead = ledger.redaction.map { _ in Redaction.mistake[context.language] }
    let batch = ScreenedBatch(
      list.rows.map { ScreenedBatch.Item($0, defaultDay: ledger.options.day) },
      rejected: list.mistakes.map { ($0.line, $0.diagnostics.map { instead ?? $0.message(spoken) }) },
      in: ledger.chain,
      on: ledger.options.day, policy: ledger.policy.policy, threads: ledger.options.threads)
    progress.end()
    let report = ledger.reportContext(context)
    try context.write(to: context.line.value(.output)) { output throws(OutputError) in
      try writeScreenedBatch(batch, context: report, format: context.answerFormat, to: output)
    }
    sayDisclaimer()
    if batch.count(of: .refuse) > 0 { return .findings }
    let hasMistakes = list.diagnostics.contains { $0.severity == .error }
    return hasMistakes ? .content : ledger.status
  }

  private func report(_ diagnostics: [Diagnostic]) {
    let shown = context.line.has(.all) ? diagnostics.count : LoadedDataset.shown
    for diagnostic in diagnostics.prefix(shown) { console.say(diagnostic) }
    let hidden = diagnostics.dropFirst(shown)
    if !hidden.isEmpty {
      console.say(.note, DataWords.more(hidden.count, errors: hidden.count { $0.severity == .error }))
    }
  }

  /// Where the answer itself has no room for it.
  private func sayDisclaimer() {
    if context.answerFormat == .csv { console.say(.note, Disclaimer.text) }
  }
}

extension ScreenedBatch.Item {
  /// What a row of a file asks; one that names no first day starts on the day given.
  fileprivate init(_ row: CandidateRow, defaultDay: Day) {
    let day = row.startsOn ?? defaultDay
    if let range = row.range {
      self.init(
        line: row.line,
        ProvisionCandidate(
          supplier: row.supplier, recipient: row.recipient, range: range, startsOn: day, endsOn: row.endsOn,
          contract: row.contract))
    } else {
      self.init(
        line: row.line,
        ProvisionCandidate(
          supplier: row.supplier, recipient: row.recipient, category: row.category, numbers: row.numbers,
          startsOn: day, endsOn: row.endsOn, contract: row.contract))
    }
  }
}
