import Banken
import Glibc
import Testing

@Suite struct PolicyCommandTests {
  private let builtIn = String(decoding: Policy().json, as: UTF8.self)

  @Test func printsTheBuiltInPolicy() throws {
    let run = CommandRun("policy")
    #expect(run.status == 0)
    #expect(run.output == builtIn)
    #expect(run.errors == "")
    let directory = try Directory()
    #expect(CommandRun(["policy", directory.path]).output == builtIn)
  }

  @Test func theFileGivenComesBeforeThatOfTheDataset() throws {
    let directory = try Directory([
      "policy.json": "{\"fail_on\": \"notice\"}", "other.json": "{\"fail_on\": \"none\"}",
    ])
    #expect(CommandRun(["policy", directory.path]).output.contains("\"fail_on\": \"notice\""))
    #expect(CommandRun(["policy", directory.path + "/"]).output.contains("\"fail_on\": \"notice\""))
    let other = CommandRun(["policy", directory.path, "--policy", directory.path("other.json")])
    #expect(other.output.contains("\"fail_on\": \"none\""))
  }

  @Test func whatItPrintsIsAPolicy() throws {
    let directory = try Directory(["p.json": "{\"caps\": [{\"id\": \"番号\\u0001\", \"max_numbers\": 3}]}"])
    let first = CommandRun(["policy", "--policy", directory.path("p.json")])
    try directory.write("q.json", first.output)
    #expect(CommandRun(["policy", "--policy", directory.path("q.json")]) == first)
  }

  @Test func reportsEveryMistakeInBothLanguages() throws {
    let directory = try Directory([
      "policy.json": """
      {"cap": [], "fail_on": 1,
       "caps": [{"id": "A", "max_numbers": "5"}, {"id": "A", "max_numbers": 5}],
       "severity": {"no-sauce": "off", "second-tier-resale:late": "of"}}
      """
    ])
    let path = "policy.json"
    let english = CommandRun(["policy", directory.path])
    #expect(english.status == 3)
    #expect(english.output == "")
    #expect(
      english.errors == """
        \(path):1:2: error: cap: unknown member "cap"; did you mean "caps"?
        \(path):1:24: error: fail_on: found the number 1, expected one of "violation", "warning", "notice", "none"
        \(path):2:38: error: caps[0].max_numbers: found the string "5", expected a whole number from 0 to 10000000000
        \(path):2:51: error: caps[1].id: the cap id "A" is already on line 2
        \(path):3:15: error: severity.no-sauce: unknown rule "no-sauce" ('banken rules' lists them); did you mean \
        "no-source"?
        \(path):3:34: error: severity.second-tier-resale:late: the rule second-tier-resale has no cause "late" \
        (one of certified, uncertified)
        \(path):3:61: error: severity.second-tier-resale:late: found the string "of", expected one of "violation", \
        "warning", "notice", "off"; did you mean "off"?

        """)
    let japanese = CommandRun(["policy", directory.path, "--lang", "ja"])
    #expect(japanese.status == 3)
    #expect(
      japanese.errors == """
        \(path):1:2: error: cap: 不明な項目 "cap"。"caps" のことですか
        \(path):1:24: error: fail_on: 数 1 ではなく "violation", "warning", "notice", "none" のいずれかを書きます
        \(path):2:38: error: caps[0].max_numbers: 文字列 "5" ではなく 0 から 10000000000 の整数を書きます
        \(path):2:51: error: caps[1].id: 上限ID "A" は 2 行目にもあります
        \(path):3:15: error: severity.no-sauce: 不明なルール "no-sauce"(一覧は「banken rules」)。"no-source" のことですか
        \(path):3:34: error: severity.second-tier-resale:late: ルール second-tier-resale に原因 "late" はありません\
        (certified, uncertified のいずれか)
        \(path):3:61: error: severity.second-tier-resale:late: 文字列 "of" ではなく "violation", "warning", "notice", \
        "off" のいずれかを書きます。"off" のことですか

        """)
  }

  @Test func refusesWhatIsNoPolicy() throws {
    // No arguments of the test: their names would reach the terminal of whoever runs it.
    let mistakes = [
      ("", "1:1: error: the file is empty, expected a JSON object"),
      ("{\"caps\": [", "1:11: error: the JSON text ends too early"),
      ("{'caps': []}", "1:2: error: not JSON: found \"'\", expected a member name or '}'"),
      ("{\"a\u{0}\": 1}", "1:4: error: the control character 0 in a string must be escaped"),
      ("\u{1B}[2J", "1:1: error: not JSON: found \"\\u{1B}\", expected a value"),
      ("[01]", "1:2: error: \"01\" is not a JSON number"),
      ("{\"\\ud800\": 1}", "1:3: error: half of a surrogate pair without the other half"),
      ("{\"\\x\": 1}", "1:3: error: an invalid escape in a string"),
      ("[]", "1:1: error: found an array, expected an object {…}"),
    ]
    for (text, message) in mistakes {
      let directory = try Directory(["p.json": text])
      let run = CommandRun(["policy", "--policy", directory.path("p.json")])
      #expect(run.status == 3)
      #expect(run.errors == "\(directory.path("p.json")):\(message)\n")
    }
  }

  @Test func refusesBytesThatAreNoUTF8AndDeepNesting() throws {
    let directory = try Directory()
    try directory.write("p.json", [0xFF, 0xFE, 0x7B, 0x00])
    let path = directory.path("p.json")
    #expect(
      CommandRun(["policy", "--policy", path]).errors == "\(path):1:1: error: bytes that are not UTF-8\n")
    try directory.write("p.json", String(repeating: "[", count: 1_000_000))
    #expect(
      CommandRun(["policy", "--policy", path]).errors
        == "\(path):1:257: error: nested deeper than 256 levels\n")
  }

  @Test func filesThatCannotBeReadEndWithFour() throws {
    let directory = try Directory(["file": ""])
    func expect(_ arguments: [String], _ path: String, _ en: String, _ ja: String) {
      let english = CommandRun(["policy"] + arguments)
      #expect(english == CommandRun(["policy"] + arguments, environment: ["LANG": "C"]))
      #expect(english.status == 4)
      #expect(english.errors == "banken: error: cannot read '\(path)': \(en)\n")
      let japanese = CommandRun(["policy", "--lang", "ja"] + arguments)
      #expect(japanese.status == 4)
      #expect(japanese.errors == "banken: error: 「\(path)」を読めません: \(ja)\n")
    }
    let none = directory.path("none")
    expect([none], none, "No such file or directory", "ファイルまたはフォルダがありません")
    expect(["--policy", none], none, "No such file or directory", "ファイルまたはフォルダがありません")
    expect([directory.path("file")], directory.path("file"), "Not a directory", "フォルダではありません")
    expect(["--policy", directory.path], directory.path, "Is a directory", "フォルダです")
  }

  @Test func manyMistakesAreCounted() throws {
    let members = (0..<1_000).map { "\"x\($0)\": 1" }.joined(separator: ", ")
    let directory = try Directory(["policy.json": "{\(members)}"])
    let run = CommandRun(["policy", directory.path])
    #expect(run.status == 3)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 101)
    #expect(lines.last == "banken: note: 900 more errors")
  }
}
