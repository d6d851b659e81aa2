import Banken
import Testing

@testable import BankenCommand

@Suite struct HelpTests {
  @Test func namesEveryCommand() {
    let text = """
      banken: checks ledgers of telephone-number wholesale and shows every finding with its evidence

      Usage: banken <command> [options]

      Commands:
        check       check a dataset on a day or over a period
        screen      screen a provision before it is signed
        trace       trace whose hands numbers are in
        stock       tell what numbers an operator has in hand
        impact      tell what losing a certificate would change
        critical    tell on whom the certified routes of others depend
        repair      find the shortest way to a goal of coverage
        horizon     tell which findings are about to start or end
        diff        tell what changed from one report to the next
        rules       list the rules, or explain one
        policy      print the policy in effect as JSON
        generate    generate a synthetic dataset
        graph       draw the supply graph, or export it
        schema      print the JSON Schema of a JSON document
        completion  print a completion script for a shell
        man         print the manual page
        version     print the version
        help        show help

      Options:
            --lang ja|en  the language of the output; default: by LC_ALL, LC_MESSAGES, LANG
        -h, --help        show this help
            --version     print the version

      'banken help COMMAND' explains a command.

      """
    for line in ["--help", "-h", "help", "--lang en help"] {
      let run = CommandRun(line)
      #expect(run.status == 0)
      #expect(run.output == text)
      #expect(run.errors == "")
    }
  }

  @Test func explainsEveryCommandInBothLanguages() {
    for command in CommandID.allCases {
      let english = CommandRun("help \(command.name)")
      #expect(english.status == 0)
      #expect(english == CommandRun("\(command.name) --help"))
      #expect(
        english.output.hasPrefix("banken \(command.name): \(HelpWords.summary(command).en)\n\nUsage: banken ")
      )
      let japanese = CommandRun("help \(command.name) --lang ja")
      #expect(japanese == CommandRun("\(command.name) -h", environment: ["LANG": "ja_JP.UTF-8"]))
      #expect(japanese.output.contains("使い方: banken \(command.name)"))
      for flag in CommandTable.form(of: command).flags {
        #expect(english.output.contains("--\(flag.long)"))
        #expect(english.output.contains(HelpWords.flag(flag.id).en))
        #expect(japanese.output.contains(HelpWords.flag(flag.id).ja))
      }
    }
  }

  @Test func explainsCheck() {
    #expect(
      CommandRun("help check").output == """
        banken check: check a dataset on a day or over a period

        Usage: banken check DATASET [options]

        Reads a dataset (a directory of CSV or TSV files, one per table), checks its state on a day
        against every rule, and reports. Over a period, everything found on any of its days is told with
        the days on which it held. Every mistake in the data is shown on standard error as
        file:line:column.

        Arguments:
          DATASET  the directory of the dataset

        Options:
              --on DAY             the day to check (2026-04-01, R8.4.1, …); default: today in Japan
              --from DAY           the first day of a period to check (with --to)
              --to DAY             the last day of the period, included
              --fiscal-year YEAR   check a fiscal year, 1 April to 31 March: 2025, 令和7, R7
              --policy FILE        the policy; default: policy.json of the dataset, else built-in
              --rule RULE          check only this rule (may be repeated)
              --operator OPERATOR  keep findings about this operator (id, corporate number or name)
          -f, --format text|json|ndjson|csv|html|sarif|markdown
                                   the format of the output; default: text
              --all                list every finding, row and mistake in the data
              --fail-on violation|warning|notice|none
                                   exit 1 when a finding is at least this severe; default: fail_on of the policy
              --baseline OLD       compare with this earlier report (JSON); only what is new decides the exit status
              --force              compare reports of different policies, kinds or operators all the same
          -o, --output FILE        write to this file instead of standard output, all or nothing
              --redact names|numbers|all
                                   show pseudonyms for names, telephone numbers, or all, ids included
              --redact-key FILE    the secret behind the pseudonyms, 16 bytes or more (with --redact)
              --lenient            set bad rows aside and check the rest
              --rejects DIR        write the rows set aside and the reasons into this directory (with --lenient)
              --encoding utf-8|cp932|utf-16le|utf-16be
                                   the encoding of every file; default: found out
              --threads N          how many threads to use; the result is the same
              --lang ja|en         the language of the output; default: by LC_ALL, LC_MESSAGES, LANG
          -h, --help               show this help

        Exit status:
          0  nothing at or above --fail-on
          1  findings at or above --fail-on
          2  wrong usage
          3  bad content of data or policy
          4  a file cannot be opened, read or written

        """)
  }

  @Test func fitsATerminal() {
    for language in ["ja", "en"] {
      for page in ["", "check", "rules", "policy", "generate", "version", "help"] {
        for line in CommandRun("help \(page) --lang \(language)").output.split(separator: "\n") {
          #expect(displayWidth(String(line)) <= 110, "\(line)")
        }
      }
    }
  }

  @Test func printsTheVersion() {
    for line in ["version", "--version", "--lang ja version"] {
      #expect(CommandRun(line).output == "banken \(bankenVersion)\n")
      #expect(CommandRun(line).status == 0)
    }
  }
}
