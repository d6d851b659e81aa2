import Banken
import Testing

@testable import BankenCommand

@Suite struct CompletionTests {
  @Test func offersWhatFitsAPlaceholder() {
    #expect(Completions(placeholder: "DATASET") == .directories)
    #expect(Completions(placeholder: "OLD") == .files)
    #expect(Completions(placeholder: "RULE") == .words(RuleID.allCases.map(\.name)))
    #expect(Completions(placeholder: "N") == .nothing)
    #expect(Completions(Flag(id: .all, long: "all")) == nil)
    #expect(
      Completions(Flag(id: .format, long: "format", value: .choice(["a", "b"]))) == .words(["a", "b"]))
  }

  /// Every command and every option is in every script: they are made from the same table.
  @Test func knowsEveryCommandAndOption() {
    for shell in CompletionShell.allCases {
      for language in ["ja", "en"] {
        let run = CommandRun("completion \(shell.rawValue) --lang \(language)")
        #expect(run.status == 0 && run.errors == "")
        for command in CommandID.allCases {
          #expect(run.output.contains(command.name))
          for flag in CommandTable.form(of: command).flags {
            #expect(run.output.contains(shell == .fish ? "-l \(flag.long)" : "--\(flag.long)"))
          }
        }
      }
    }
  }

  @Test func marksOfShellsInDescriptionsAreEscaped() {
    let zsh = CommandRun("completion zsh --lang en").output
    #expect(
      zsh.contains(
        "'--on=[the day to check (2026-04-01, R8.4.1, …); default\\: today in Japan]:on: '"))
    #expect(zsh.contains("'*--rule=[check only this rule (may be repeated)]:rule:(approval-missing "))
    #expect(zsh.contains("'(--output -o)-o+["))
    #expect(Shell.quoted("it's") == "'it'\\''s'")
    let fish = CommandRun("completion fish --lang en").output
    #expect(
      fish.contains(
        "complete -c banken -n '__fish_seen_subcommand_from check' -l format -s f -x -a 'text json ndjson csv"
      ))
  }

  @Test func unknownShellsAreRefused() {
    let run = CommandRun("completion zhs --lang en")
    #expect(run.status == 2 && run.output == "")
    #expect(
      run.errors.hasPrefix(
        "banken: error: bad value 'zhs' for option 'SHELL' (one of bash, zsh, fish); did you mean 'zsh'?\n"))
    #expect(CommandRun("completion").status == 2)
  }
}

@Suite struct ManualPageTests {
  @Test func explainsEveryCommandAndOption() {
    for language in [Language.ja, .en] {
      let run = CommandRun("man --lang \(language.rawValue)")
      #expect(run.status == 0 && run.errors == "")
      #expect(run.output.hasPrefix(".TH BANKEN 1 2026-11-21 \"Banken 0.1.0\" \""))
      for command in CommandID.allCases {
        #expect(run.output.contains(".SS \"banken \(command.name)") || command.name == "man")
      }
      for flag in CommandID.allCases.flatMap({ CommandTable.form(of: $0).flags }) {
        let name = "--\(flag.long)".split(separator: "-", omittingEmptySubsequences: false)
        #expect(run.output.contains(name.joined(separator: "\\-")))
      }
    }
  }

  @Test func whatLooksLikeARequestIsText() {
    var page = Roff()
    page.text(".TH X\n'br\na\\fB-\"q\"")
    #expect(page.text == "\\&.TH X\n\\(aqbr\na\\efB\\-\\(dqq\\(dq\n")
  }
}
