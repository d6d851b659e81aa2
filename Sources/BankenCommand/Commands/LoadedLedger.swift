import Banken
import Bytes

/// A ledger that was read to be asked something, and the policy it is judged by.
struct LoadedLedger {
  let options: LedgerOptions
  let policy: LoadedPolicy
  let data: LoadedDataset
  /// Of a redacted answer one that shows pseudonyms: everything told of it does, in any format.
  let chain: SupplyChain
  /// What takes the place of names, numbers and ids; nil where they are shown.
  let redaction: Redaction?

  /// Reads policy and data; what is wrong with them goes to the console.
  ///
  /// - Throws: the failure whose status is documented: bad content, or a file that cannot be read.
  init(_ options: LedgerOptions, _ context: CommandContext, _ progress: Progress) throws(Failure) {
    self.options = options
    redaction = try context.redaction()
    var policy = try LoadedPolicy(
      file: context.line.value(.policy), dataset: options.dataset, context.console)
    progress.begin(FileWords.reading)
    data = try LoadedDataset(options)
    progress.end()
    data.report(to: context.console, showsAll: context.showsAll)
    guard let chain = data.chain else { throw .content }
    try policy.compare(with: chain, context.console)
    guard let redaction else {
      (self.chain, self.policy) = (chain, policy)
      return
    }
    context.say(redaction, of: chain)
    policy.redact(by: redaction)
    self.chain = chain.redacted(by: redaction, threads: options.threads)
    self.policy = policy
  }

  /// What an answer says of the ledger and the policy, and how it is shown.
  func reportContext(_ context: CommandContext) -> ReportContext {
    let path = context.line.value(.output)
    let isFile = path != nil && path != "-"
    var report = ReportContext(
      language: context.language, toolVersion: bankenVersion, dataset: options.dataset)
    report.inputs = data.inputs
    report.leftOut = data.leftOut
    report.policySource = policy.source
    report.policySHA256 = policy.plainSHA256
    report.isLenient = options.isLenient
    report.showsAll = context.showsAll
    report.usesColour = !isFile && context.usesColour
    report.width = isFile ? 100 : context.width
    report.threads = options.threads
    return redaction.map { report.redacted(by: $0) } ?? report
  }

  /// The status of an answer that says no by itself: rows set aside by a lenient reading outrank success.
  var status: ExitStatus { data.hasErrors ? .content : .answered }
}

extension CommandContext {
  /// Progress on the terminal's standard error.
  func progress() -> Progress {
    Progress(
      errors: invocation.errors, isEnabled: invocation.errorsAreTerminal, language: language)
  }

  /// Whether nothing is to be left out for being long.
  var showsAll: Bool { line.has(.all) }

  /// The form of an answer that `--format` asks for.
  var answerFormat: AnswerFormat {
    line.value(.format).flatMap(AnswerFormat.init(rawValue:)) ?? .text
  }
}
