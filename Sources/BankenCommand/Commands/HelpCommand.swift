import Bytes

/// `banken help [COMMAND]`.
struct HelpCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let help = Help(language: context.language)
    guard let name = context.line.arguments.first else { return try context.print(help.text(nil)) }
    guard let command = CommandID(name: name) else {
      let suggestion = nearest(name, among: CommandID.allCases.map(\.name))
      throw context.usage(.unknownCommand(name: name, suggestion: suggestion))
    }
    return try context.print(help.text(command))
  }
}
