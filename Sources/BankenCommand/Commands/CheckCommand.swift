import Banken
import Bytes

/// `banken check DATASET`.
struct CheckCommand {
  let context: CommandContext
  private var console: Console { context.console }

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let options = try CheckOptions(context)
    console.isJSON = options.format == .json || options.format == .ndjson
    let progress = Progress(
      errors: context.invocation.errors, isEnabled: context.invocation.errorsAreTerminal,
      language: context.language)
    defer { progress.end() }

    let redaction = try context.redaction()
    var policy = try LoadedPolicy(
      file: context.line.value(.policy), dataset: options.dataset, console)
    var old: ReportDigest?
    if let path = context.line.value(.baseline) {
      progress.begin(FileWords.readingReports)
      old = try context.report(path, progress)
    }
    progress.begin(FileWords.reading)
    let data = try LoadedDataset(options)
    progress.end()
    data.report(to: console, showsAll: context.line.has(.all))
    if let directory = options.rejects { try data.writeRejects(into: directory, context) }
    guard var chain = data.chain else { throw .content }
    try policy.compare(with: chain, console)
    var filter: OperatorIndex?
    if let text = context.line.value(.operator) { filter = try context.operatorIndex(text, in: chain) }
    if let redaction {
      context.say(redaction, of: chain)
      policy.redact(by: redaction)
      chain = chain.redacted(by: redaction, threads: options.threads)
    }
    let operatorID = filter.map { chain.tables.operators.ids[Int($0)] }
    let mark = ReportDigest.PolicyMark(
      source: policy.source, sha256: policy.sha256, effectiveSHA256: policy.policy.effectiveSHA256)
    let forced = try old.map { old throws(Failure) in
      try context.differences(old, time: options.time, mark, operatorID, redaction)
    }

    progress.begin(FileWords.auditing)
    let auditOptions = AuditOptions(
      policy: policy.policy, rules: options.rules, operatorFilter: filter, threads: options.threads)
    guard let audit = CheckedAudit(chain, options, auditOptions) else {
      guard let (from, to) = options.period else { throw .content }
      throw context.usage(.periodReversed(from: from, to: to))
    }
    var baseline: Baseline?
    if let old, let path = context.line.value(.baseline) {
      progress.begin(FileWords.comparing)
      let new = audit.digest(policy, operatorID, data, options)
      baseline = Baseline(ReportComparison(old: old, new: new), name: path, forced: forced ?? [])
    }
    progress.end()
    var report = ReportContext(
      language: context.language, toolVersion: bankenVersion, dataset: options.dataset)
    report.operatorID = operatorID
    report.baseline = baseline
    try write(audit, &report, options, data, policy, redaction, progress)
    if let last = options.period?.to, last > context.invocation.today {
      console.say(.note, FileWords.daysToCome(last))
    }
    return status(of: audit.outcome, baseline, options, data)
  }

  private func write(
    _ audit: CheckedAudit, _ report: inout ReportContext, _ options: CheckOptions, _ data: LoadedDataset,
    _ policy: LoadedPolicy, _ redaction: Redaction?, _ progress: Progress
  ) throws(Failure) {
    let path = context.line.value(.output)
    let isFile = path != nil && path != "-"
    report.inputs = data.inputs
    report.leftOut = data.leftOut
    report.policySource = policy.source
    report.policySHA256 = policy.plainSHA256
    report.isLenient = options.isLenient
    report.showsAll = context.line.has(.all)
    report.usesColour = !isFile && context.usesColour
    report.width = isFile ? 100 : context.width
    report.threads = options.threads
    if let redaction { report = report.redacted(by: redaction) }
    // On a terminal the report itself shows that something happens.
    if isFile || !context.invocation.outputIsTerminal { progress.begin(FileWords.writing) }
    try context.write(to: path) { [report] output throws(OutputError) in
      try audit.write(report, options.format, to: output)
    }
    progress.end()
    if options.format == .ndjson || options.format == .csv { console.say(.note, Disclaimer.text) }
  }

  /// Findings outrank the rows that a lenient reading set aside; with a baseline only new ones count.
  private func status(
    of audit: DayAudit, _ baseline: Baseline?, _ options: CheckOptions, _ data: LoadedDataset
  ) -> ExitStatus {
    let threshold = options.setsFailOn ? options.failOn : audit.policy.failOn
    if let threshold, baseline?.comparison.reaches(threshold) ?? audit.reaches(threshold) { return .findings }
    return data.hasErrors ? .content : .answered
  }
}
