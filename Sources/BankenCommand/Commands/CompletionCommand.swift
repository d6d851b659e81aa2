import Bytes

/// `banken completion SHELL`.
struct CompletionCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let name = context.line.arguments.first ?? ""
    guard let shell = CompletionShell(rawValue: name) else {
      let shells = CompletionShell.allCases.map(\.rawValue)
      throw context.usage(
        .badChoice(
          option: "SHELL", value: name, choices: shells, suggestion: nearest(name, among: shells)))
    }
    return try context.print(shell.script(context.language))
  }
}
