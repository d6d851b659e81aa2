/// `banken version`.
struct VersionCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    try context.print("banken \(bankenVersion)\n")
  }
}
