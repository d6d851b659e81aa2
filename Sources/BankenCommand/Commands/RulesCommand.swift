import Banken
import Bytes

/// `banken rules [RULE]`.
struct RulesCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let rule: RuleID?
    if let name = context.line.arguments.first { rule = try context.rule(name) } else { rule = nil }
    let format: RuleListFormat = context.line.value(.format) == "json" ? .json : .text
    try context.write(to: nil) { output throws(OutputError) in
      try writeRules(
        rule, language: context.language, format: format, width: context.width,
        usesColour: context.usesColour, to: output)
    }
    return .answered
  }
}

extension CommandContext {
  /// The rule of that name.
  func rule(_ name: String) throws(Failure) -> RuleID {
    if let rule = RuleID(name: name) { return rule }
    throw usage(.unknownRule(name: name, suggestion: nearest(name, among: RuleID.allCases.map(\.name))))
  }
}
