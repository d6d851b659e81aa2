/// `banken policy [DATASET]`.
struct PolicyCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let policy = try LoadedPolicy(
      file: context.line.value(.policy), dataset: context.line.arguments.first, context.console)
    return try context.print(String(decoding: policy.policy.json, as: UTF8.self))
  }
}
