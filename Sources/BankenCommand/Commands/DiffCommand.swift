import Banken
import Bytes

/// `banken diff OLD NEW`.
struct DiffCommand {
  let context: CommandContext
  private var console: Console { context.console }

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let line = context.line
    let format = line.value(.format).flatMap(ComparisonFormat.init(rawValue:)) ?? .text
    let threads = try context.threads()
    console.isJSON = format == .json || format == .ndjson
    let progress = Progress(
      errors: context.invocation.errors, isEnabled: context.invocation.errorsAreTerminal,
      language: context.language)
    defer { progress.end() }

    let names = (old: line.arguments[0], new: line.arguments[1])
    progress.begin(FileWords.readingReports)
    let old = try context.report(names.old, progress)
    let new = try context.report(names.new, progress)
    let forced = try context.differences(old, new)
    progress.begin(FileWords.comparing)
    let comparison = ReportComparison(old: old, new: new)
    progress.end()

    let path = line.value(.output)
    let isFile = path != nil && path != "-"
    var report = DiffContext(
      language: context.language, toolVersion: bankenVersion, oldName: names.old, newName: names.new)
    report.forced = forced
    report.showsAll = line.has(.allChanges)
    report.usesColour = !isFile && context.usesColour
    report.width = isFile ? 100 : context.width
    report.threads = threads
    if isFile || !context.invocation.outputIsTerminal { progress.begin(FileWords.writing) }
    try context.write(to: path) { [report] output throws(OutputError) in
      try writeDiff(comparison, context: report, format: format, to: output)
    }
    progress.end()
    if format == .ndjson || format == .csv { console.say(.note, Disclaimer.text) }
    return comparison.reaches(failOn) ? .findings : .answered
  }
}

extension DiffCommand {
  /// The mildest severity of something new that makes the status 1; nil for none.
  fileprivate var failOn: Severity? {
    guard let wanted = context.line.value(.failOnNew) else { return .violation }
    return Severity.allCases.first { $0.name == wanted }
  }
}

extension ReportComparison {
  /// Whether anything new is at least that severe; never for none.
  fileprivate func reaches(_ severity: Severity?) -> Bool {
    severity.map { reaches($0) } ?? false
  }
}
