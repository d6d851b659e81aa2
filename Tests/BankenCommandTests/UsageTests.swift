import Testing

@testable import BankenCommand

/// Every mistake on the command line, word for word.
@Suite struct UsageTests {
  private struct Mistake: CustomTestStringConvertible {
    let line: String
    let en: String
    let ja: String
    var help = "banken check"

    var testDescription: String { line }
  }

  private static let commands = CommandID.allCases.map(\.name).joined(separator: ", ")

  private static let mistakes = [
    Mistake(
      line: "", en: "no command given (one of \(commands))", ja: "コマンドがありません(\(commands) のいずれか)",
      help: "banken"),
    Mistake(
      line: "chekc x", en: "unknown command 'chekc'; did you mean 'check'?",
      ja: "不明なコマンド「chekc」。「check」のことですか", help: "banken"),
    Mistake(line: "xyzzy", en: "unknown command 'xyzzy'", ja: "不明なコマンド「xyzzy」", help: "banken"),
    Mistake(
      line: "--format json check x", en: "unknown option '--format'", ja: "不明なオプション「--format」",
      help: "banken"),
    Mistake(
      line: "check x --fromat json", en: "unknown option '--fromat'; did you mean '--format'?",
      ja: "不明なオプション「--fromat」。「--format」のことですか"),
    Mistake(
      line: "check x --form json", en: "unknown option '--form'; did you mean '--format'?",
      ja: "不明なオプション「--form」。「--format」のことですか"),
    Mistake(
      line: "check x --fail_on=none", en: "unknown option '--fail_on'; did you mean '--fail-on'?",
      ja: "不明なオプション「--fail_on」。「--fail-on」のことですか"),
    Mistake(line: "check x --quux", en: "unknown option '--quux'", ja: "不明なオプション「--quux」"),
    Mistake(line: "check x -x", en: "unknown option '-x'", ja: "不明なオプション「-x」"),
    Mistake(line: "check x --on", en: "option '--on' needs a value", ja: "「--on」に値がありません"),
    Mistake(line: "check x --on --all", en: "option '--on' needs a value", ja: "「--on」に値がありません"),
    Mistake(line: "check x --output=", en: "option '--output' needs a value", ja: "「--output」に値がありません"),
    Mistake(line: "check x -f", en: "option '-f' needs a value", ja: "「-f」に値がありません"),
    Mistake(
      line: "check x --all=yes", en: "option '--all' takes no value ('yes')", ja: "「--all」は値をとりません(「yes」)"),
    Mistake(
      line: "check x --format jsn",
      en:
        "bad value 'jsn' for option '--format' (one of text, json, ndjson, csv, html, sarif, markdown); did you mean 'json'?",
      ja: "「--format」の値「jsn」は使えません(text, json, ndjson, csv, html, sarif, markdown のいずれか)。「json」のことですか"),
    Mistake(
      line: "check x -fpdf",
      en: "bad value 'pdf' for option '-f' (one of text, json, ndjson, csv, html, sarif, markdown)",
      ja: "「-f」の値「pdf」は使えません(text, json, ndjson, csv, html, sarif, markdown のいずれか)"),
    Mistake(
      line: "check x --fail-on error",
      en: "bad value 'error' for option '--fail-on' (one of violation, warning, notice, none)",
      ja: "「--fail-on」の値「error」は使えません(violation, warning, notice, none のいずれか)"),
    Mistake(
      line: "check x --encoding sjis",
      en: "bad value 'sjis' for option '--encoding' (one of utf-8, cp932, utf-16le, utf-16be)",
      ja: "「--encoding」の値「sjis」は使えません(utf-8, cp932, utf-16le, utf-16be のいずれか)"),
    Mistake(
      line: "rules --format csv", en: "bad value 'csv' for option '--format' (one of text, json)",
      ja: "「--format」の値「csv」は使えません(text, json のいずれか)", help: "banken rules"),
    Mistake(
      line: "check x --on 2026-04-01 --on 2026-05-01", en: "option '--on' was given twice",
      ja: "「--on」が二度指定されています"),
    Mistake(line: "check", en: "argument DATASET is missing", ja: "引数 DATASET がありません"),
    Mistake(line: "check x y", en: "unexpected argument 'y'", ja: "余分な引数「y」"),
    Mistake(
      line: "version x", en: "unexpected argument 'x'", ja: "余分な引数「x」", help: "banken version"),
    Mistake(
      line: "help chekc", en: "unknown command 'chekc'; did you mean 'check'?",
      ja: "不明なコマンド「chekc」。「check」のことですか", help: "banken help"),
    Mistake(
      line: "check x --from 2026-04-01", en: "option '--from' can only be used with '--to'",
      ja: "「--from」は「--to」とともに使います"),
    Mistake(
      line: "check x --to 2026-04-01", en: "option '--to' can only be used with '--from'",
      ja: "「--to」は「--from」とともに使います"),
    Mistake(
      line: "check x --from 2026-04-02 --to 2026-04-01",
      en: "the period begins on 2026-04-02, after its last day 2026-04-01",
      ja: "期間の初日 2026-04-02 が最終日 2026-04-01 より後です"),
    Mistake(
      line: "check x --on 2026-04-02 --from 2026-04-01 --to 2026-04-30",
      en: "options '--on' and '--from' cannot be used together", ja: "「--on」と「--from」は同時に指定できません"),
    Mistake(
      line: "check x --fiscal-year 2026 --on 2026-04-02",
      en: "options '--on' and '--fiscal-year' cannot be used together",
      ja: "「--on」と「--fiscal-year」は同時に指定できません"),
    Mistake(
      line: "check x --to 2026-04-30 --fiscal-year R8",
      en: "options '--fiscal-year' and '--to' cannot be used together",
      ja: "「--fiscal-year」と「--to」は同時に指定できません"),
    Mistake(
      line: "check x --fiscal-year 令和0",
      en: "bad value '令和0' for option '--fiscal-year' (a fiscal year such as 2025, 令和7 or R7)",
      ja: "「--fiscal-year」の値「令和0」は年度ではありません(2025、令和7、R7 のように書きます)"),
    Mistake(
      line: "check x --from 2026-02-30 --to 2026-04-30",
      en: "bad value '2026-02-30' for option '--from': there is no day 2026-2-30",
      ja: "「--from」の値「2026-02-30」は日付ではありません: 2026年2月30日は暦にありません"),
    Mistake(
      line: "check x --rejects d", en: "option '--rejects' can only be used with '--lenient'",
      ja: "「--rejects」は「--lenient」とともに使います"),
    Mistake(
      line: "check x --threads 0", en: "bad value '0' for option '--threads' (a whole number from 1 to 256)",
      ja: "「--threads」の値「0」は使えません(1 から 256 の整数)"),
    Mistake(
      line: "check x --threads two",
      en: "bad value 'two' for option '--threads' (a whole number from 1 to 256)",
      ja: "「--threads」の値「two」は使えません(1 から 256 の整数)"),
    Mistake(
      line: "check x --on yesterday",
      en: "bad value 'yesterday' for option '--on': expected a date such as 2026-04-01 or R8.4.1",
      ja: "「--on」の値「yesterday」は日付ではありません: 2026-04-01 や 令和8年4月1日 のように書きます"),
    Mistake(
      line: "check x --on 2026-02-29",
      en: "bad value '2026-02-29' for option '--on': there is no day 2026-2-29",
      ja: "「--on」の値「2026-02-29」は日付ではありません: 2026年2月29日は暦にありません"),
    Mistake(
      line: "check x --on H31.5.1",
      en: "bad value 'H31.5.1' for option '--on': 2019-05-01 is not in 平成 but 令和元年5月1日",
      ja: "「--on」の値「H31.5.1」は日付ではありません: 2019-05-01 は平成ではなく令和元年5月1日です"),
    Mistake(
      line: "check x --on 1899-12-31",
      en: "bad value '1899-12-31' for option '--on': the year 1899 is outside 1900 to 2199",
      ja: "「--on」の値「1899-12-31」は日付ではありません: 1899年は 1900 年から 2199 年の外です"),
    Mistake(
      line: "check x --on 46296",
      en: "bad value '46296' for option '--on': this looks like Excel's number for 2026-10-01",
      ja: "「--on」の値「46296」は日付ではありません: Excel の日付の通し番号らしい数です(2026-10-01)"),
    Mistake(
      line: "check x --rule no-sauce --rule self-provision",
      en: "unknown rule 'no-sauce' ('banken rules' lists them); did you mean 'no-source'?",
      ja: "不明なルール「no-sauce」(一覧は「banken rules」)。「no-source」のことですか"),
    Mistake(
      line: "rules xyzzy", en: "unknown rule 'xyzzy' ('banken rules' lists them)",
      ja: "不明なルール「xyzzy」(一覧は「banken rules」)", help: "banken rules"),
    Mistake(
      line: "policy a b", en: "unexpected argument 'b'", ja: "余分な引数「b」", help: "banken policy"),
  ]

  @Test(arguments: mistakes) private func saysWhatIsWrong(_ mistake: Mistake) {
    let english = CommandRun(mistake.line)
    #expect(english.status == 2)
    #expect(english.output == "")
    #expect(english.errors == "banken: error: \(mistake.en)\nTry '\(mistake.help) --help' for help.\n")
    let japanese = CommandRun(mistake.line, environment: ["LANG": "ja_JP.UTF-8"])
    #expect(japanese.status == 2)
    #expect(japanese.output == "")
    #expect(japanese.errors == "banken: error: \(mistake.ja)\n使い方は「\(mistake.help) --help」で見られます。\n")
  }

  @Test func choosesTheLanguageOfMistakes() {
    for line in ["--lang ja nope", "--lang=ja nope", "nope --lang ja", "check --lang=ja --nope"] {
      #expect(CommandRun(line).errors.contains("不明な"), "\(line)")
    }
    #expect(CommandRun("nope --lang en", environment: ["LANG": "ja_JP.UTF-8"]).errors.contains("unknown"))
    #expect(
      CommandRun("nope", environment: ["LC_ALL": "C", "LANG": "ja_JP.UTF-8"]).errors.contains("unknown"))
    #expect(CommandRun("nope", environment: ["LC_MESSAGES": "ja_JP", "LANG": "C"]).errors.contains("不明な"))
    #expect(CommandRun("check x -- --lang ja").errors.contains("unexpected argument '--lang'"))
    #expect(
      CommandRun("--lang fr version").errors
        == "banken: error: bad value 'fr' for option '--lang' (one of ja, en)\nTry 'banken --help' for help.\n"
    )
  }

  @Test func aMistakeNeverReachesTheTerminalUnescaped() {
    let hostile = CommandRun(["\u{1B}[2J\u{202E}"])
    #expect(hostile.errors.hasPrefix("banken: error: unknown command '\\u{1B}[2J\\u{202E}'\n"))
    #expect(CommandRun(["check", "x", "--\u{7}"]).errors.contains("unknown option '--\\u{7}'"))
  }

  @Test func longWordsAreRefusedQuickly() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(CommandRun([long]).status == 2)
    #expect(CommandRun(["check", "x", "--\(long)"]).status == 2)
    #expect(CommandRun(["check", "x", "--on", long]).status == 2)
    #expect(CommandRun(["check", "x", "--rule", long]).status == 2)
  }
}
