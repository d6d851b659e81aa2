import Banken
import Testing

@testable import BankenCommand

/// `banken generate`: the command line, and what it does with directories.
@Suite struct GenerateCommandTests {
  static let files = [
    "approvals.csv", "caps.csv", "certifications.csv", "designations.csv", "operators.csv", "policy.json",
    "provisions.csv", "restrictions.csv", "waivers.csv",
  ]

  private func generate(_ options: String, into path: String) -> CommandRun {
    CommandRun(["generate"] + options.split(separator: " ").map(String.init) + ["--output", path])
  }

  private let small = "--operators 100 --provisions 200 --seed 1"

  @Test func writesEveryTableAndThePolicy() throws {
    let directory = try Directory()
    let target = directory.path("made")
    #expect(generate(small, into: target) == CommandRun(status: 0))
    let first = try Self.files.map { try directory.bytes("made/\($0)") }
    // What was generated may be replaced.
    #expect(generate("--operators 150 --provisions 300 --seed 2", into: target).status == 0)
    #expect(try Self.files.map { try directory.bytes("made/\($0)") } != first)
    #expect(generate(small, into: target + "/").status == 0)
    #expect(try Self.files.map { try directory.bytes("made/\($0)") } == first)
    #expect(generate(small + " --threads 5", into: target).status == 0)
    #expect(try Self.files.map { try directory.bytes("made/\($0)") } == first)
  }

  @Test func leavesOthersFilesAlone() throws {
    let directory = try Directory(["notes.txt": "mine", "operators.csv": "mine, too"])
    let run = generate(small, into: directory.path)
    #expect(run.status == 2)
    #expect(
      run.errors
        == "banken: error: '\(directory.path)' holds something that was not generated ('notes.txt')\n"
        + "Try 'banken generate --help' for help.\n")
    #expect(directory.names() == ["notes.txt", "operators.csv"])
    #expect(try directory.text("operators.csv") == "mine, too")
  }

  @Test func whatCannotBeWrittenIsAFileError() throws {
    let directory = try Directory(["file": ""])
    for path in [directory.path("file"), directory.path("no/such"), "/dev/null/x", "/proc/banken"] {
      let run = generate(small, into: path)
      #expect(run.status == 4, "\(path)")
      #expect(run.errors.hasPrefix("banken: error: cannot write '\(path)': "))
    }
    #expect(generate(small + " --expected \(directory.path)", into: directory.path("a")).status == 4)
  }

  @Test(arguments: [
    ("--provisions 200 --seed 1", "option '--operators' is needed"),
    ("--operators 100 --seed 1", "option '--provisions' is needed"),
    ("--operators 100 --provisions 200", "option '--seed' is needed"),
    (
      "--operators 99 --provisions 200 --seed 1",
      "bad value '99' for option '--operators' (a whole number from 100 to 50000000)"
    ),
    (
      "--operators 100 --provisions 199 --seed 1",
      "bad value '199' for option '--provisions' (a whole number from 200 to 400000000)"
    ),
    (
      "--operators 19 --provisions 200 --seed 1 --profile stress",
      "bad value '19' for option '--operators' (a whole number from 20 to 50000000)"
    ),
    (
      "--operators 100 --provisions 200 --seed x",
      "bad value 'x' for option '--seed' (a whole number from 0 to 9223372036854775807)"
    ),
    (
      "--operators 100 --provisions 200 --seed 1 --profile moon",
      "bad value 'moon' for option '--profile' (one of japan, stress)"
    ),
    (
      "--operators 100 --provisions 200 --seed 1 --ranges 1.5",
      "bad value '1.5' for option '--ranges' (a decimal from 0 to 1, at most 6 places)"
    ),
  ]) func nonsenseIsWrongUsage(_ options: String, _ message: String) throws {
    let directory = try Directory()
    let run = generate(options, into: directory.path("a"))
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("banken: error: \(message)"))
    #expect(directory.names() == [])
  }

  @Test func needsADirectory() {
    #expect(CommandRun("generate \(small)").errors.contains("option '--output' is needed"))
    #expect(CommandRun("generate \(small)").status == 2)
  }

  @Test func readsSharesExactly() {
    let shares: [(String, Int?)] = [
      ("0", 0), ("1", 1_000_000), ("1.0", 1_000_000), ("0.5", 500_000), ("0.000001", 1), ("0.25", 250_000),
      ("1.000001", nil), ("0.0000001", nil), ("-0.1", nil), ("2", nil), ("", nil), (".5", nil), ("0.", nil),
      ("0,5", nil), ("0.5x", nil), ("nan", nil),
    ]
    for (text, share) in shares { #expect(GenerateOptions.share(text) == share, "\(text)") }
  }
}

extension CommandRun {
  /// A run that says nothing.
  init(status: Int32) {
    (self.status, output, errors) = (status, "", "")
  }
}
