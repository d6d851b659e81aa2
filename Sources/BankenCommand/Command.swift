import Banken
import Bytes

/// What a command runs with; tests run it without a process.
package struct Invocation {
  /// The names of the environment variables that matter.
  package static let variables = ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLUMNS"]

  /// Without the program's name.
  package var arguments: [String]
  package var environment: [String: String]
  package var output: any Output
  package var errors: any Output
  /// Whether the two are terminals.
  package var outputIsTerminal: Bool
  package var errorsAreTerminal: Bool
  /// How many columns the terminal has; nil when there is none.
  package var terminalColumns: Int?
  /// The clock, in seconds since 1970-01-01T00:00:00Z.
  package var clock: Int

  package init(
    arguments: [String], environment: [String: String] = [:], output: any Output, errors: any Output,
    outputIsTerminal: Bool = false, errorsAreTerminal: Bool = false, terminalColumns: Int? = nil,
    clock: Int = 0
  ) {
    self.arguments = arguments
    self.environment = environment
    self.output = output
    self.errors = errors
    self.outputIsTerminal = outputIsTerminal
    self.errorsAreTerminal = errorsAreTerminal
    self.terminalColumns = terminalColumns
    self.clock = clock
  }

  /// Today in Asia/Tokyo, which has kept UTC+9 without summer time since 1951.
  package var today: Day {
    let days = (clock + 9 * 3_600) / 86_400
    // 1970-01-01 has the ordinal 25,568.
    return Day(ordinal: Int32(clamping: days + 25_568)) ?? .latest
  }
}

/// Runs `banken` and returns its exit status.
package func run(_ invocation: Invocation) -> Int32 {
  let wanted = CommandLineParser.language(in: invocation.arguments).flatMap(Language.init(rawValue:))
  let language = wanted ?? Language(environment: invocation.environment)
  let console = Console(errors: invocation.errors, language: language)
  do throws(Failure) {
    return try answer(invocation, console).rawValue
  } catch {
    return report(error, console).rawValue
  }
}

private func answer(_ invocation: Invocation, _ console: Console) throws(Failure) -> ExitStatus {
  let line: ParsedLine
  do throws(UsageError) { line = try CommandLineParser.parse(invocation.arguments) } catch {
    throw .usage(error)
  }
  let context = CommandContext(invocation: invocation, line: line, console: console)
  if line.has(.help) { return try context.print(Help(language: console.language).text(line.command)) }
  switch line.command {
  case .check: return try CheckCommand(context).run()
  case .screen: return try ScreenCommand(context).run()
  case .trace: return try TraceCommand(context).run()
  case .stock: return try StockCommand(context).run()
  case .impact: return try ImpactCommand(context).run()
  case .critical: return try CriticalCommand(context).run()
  case .repair: return try RepairCommand(context).run()
  case .horizon: return try HorizonCommand(context).run()
  case .diff: return try DiffCommand(context).run()
  case .rules: return try RulesCommand(context).run()
  case .policy: return try PolicyCommand(context).run()
  case .generate: return try GenerateCommand(context).run()
  case .graph: return try GraphCommand(context).run()
  case .schema: return try SchemaCommand(context).run()
  case .completion: return try CompletionCommand(context).run()
  case .man: return try ManCommand(context).run()
  case .help: return try HelpCommand(context).run()
  case .version, nil: return try VersionCommand(context).run()
  }
}

private func report(_ failure: Failure, _ console: Console) -> ExitStatus {
  switch failure {
  case .usage(let error):
    console.isJSON = false
    console.say(.error, UsageWords.message(error.kind, console.language))
    console.line(UsageWords.hint(error.command)[console.language])
    return .usage
  case .unreadable(let path, let code):
    console.say(.error, FileWords.cannot(.read, path, code: code))
    return .file
  case .unwritable(let path, let code):
    let name = path ?? FileWords.standardOutput[console.language]
    console.say(.error, FileWords.cannot(.write, name, code: code))
    return .file
  case .content:
    return .content
  }
}
