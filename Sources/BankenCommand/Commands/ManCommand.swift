/// `banken man`.
struct ManCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    try context.print(ManualPage(language: context.language).text())
  }
}
