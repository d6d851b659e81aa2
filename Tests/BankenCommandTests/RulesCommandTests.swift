import Banken
import Testing

@Suite struct RulesCommandTests {
  @Test func listsEveryRule() {
    for language in ["ja", "en"] {
      let run = CommandRun("rules --lang \(language)")
      #expect(run.status == 0)
      #expect(run.errors == "")
      for rule in RuleID.allCases { #expect(run.output.contains(rule.name)) }
      #expect(!run.output.contains("\u{1B}"))
    }
  }

  @Test func explainsOneRule() {
    let run = CommandRun("rules self-provision")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("self-provision"))
    #expect(CommandRun("rules self-provision --lang ja").output != run.output)
  }

  @Test func answersInJSON() {
    let run = CommandRun("rules --format json")
    #expect(run.status == 0)
    #expect(run.output.contains("\"schema\": \"banken-rules/1\"") || run.output.contains("banken-rules/1"))
  }

  @Test func coloursOnlyATerminal() {
    let arguments = ["rules", "self-provision"]
    #expect(CommandRun(arguments, isTerminal: true).output.contains("\u{1B}["))
    #expect(
      !CommandRun(arguments, environment: ["NO_COLOR": "1"], isTerminal: true).output.contains("\u{1B}["))
    #expect(
      !CommandRun(arguments, environment: ["TERM": "dumb"], isTerminal: true).output.contains("\u{1B}["))
    #expect(!CommandRun(arguments).output.contains("\u{1B}["))
  }
}
