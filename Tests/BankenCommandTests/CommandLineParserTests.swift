import Testing

@testable import BankenCommand

@Suite struct CommandLineParserTests {
  private func parse(_ line: String) throws -> ParsedLine {
    try CommandLineParser.parse(line.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    "check d --format json", "check d --format=json", "check d -f json", "check d -fjson",
    "check --format json d",
    "check -fjson -- d", "check -f json d --",
  ])
  func acceptsEveryWayToWriteAnOption(_ line: String) throws {
    #expect(
      try parse(line) == ParsedLine(command: .check, arguments: ["d"], values: [.format: ["json"]]))
  }

  @Test func recordsWhatIsWritten() throws {
    let line = try parse(
      "--lang ja check d --on=R8.4.1 --rule a --rule b --all --lenient --rejects r -o - --threads 2 --operator x=y"
    )
    #expect(line.command == .check)
    #expect(line.arguments == ["d"])
    #expect(
      line.values == [
        .lang: ["ja"], .on: ["R8.4.1"], .rule: ["a", "b"], .all: [""], .lenient: [""], .rejects: ["r"],
        .output: ["-"], .threads: ["2"], .operator: ["x=y"],
      ])
  }

  @Test func whatFollowsTwoHyphensIsNoOption() throws {
    #expect(try parse("check -- --all").arguments == ["--all"])
    #expect(try parse("check -").arguments == ["-"])
  }

  @Test func aValueMayBeginWithAHyphenAfterAnEqualsSign() throws {
    #expect(try parse("check d --operator=-x").value(.operator) == "-x")
    #expect(try parse("check d -o-x").value(.output) == "-x")
  }

  @Test func helpNeedsNothingElse() throws {
    #expect(try parse("check --help").has(.help))
    #expect(try parse("-h").has(.help))
    #expect(try parse("rules -h").command == .rules)
  }

  @Test func optionsWithoutValueMayBeRepeated() throws {
    #expect(try parse("check d --all --all").values[.all] == ["", ""])
  }

  @Test func noOptionNorShortLetterIsListedTwice() {
    for form in CommandID.allCases.map(CommandTable.form) + [CommandTable.top] {
      #expect(Set(form.flags.map(\.long)).count == form.flags.count)
      let letters = form.flags.compactMap(\.short)
      #expect(Set(letters).count == letters.count)
      #expect(form.flags.contains { $0.id == .help } && form.flags.contains { $0.id == .lang })
    }
  }

  @Test func everyOptionIsOfferedSomewhere() {
    let forms = CommandID.allCases.map(CommandTable.form) + [CommandTable.top]
    #expect(Set(forms.flatMap { $0.flags.map(\.id) }) == Set(FlagID.allCases))
  }
}
