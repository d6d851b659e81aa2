import Banken
import Testing

@testable import BankenCommand

/// What `check` finds in generated ledgers.
@Suite struct GeneratedCheckTests {
  /// Members of a finding that make up its key.
  private static let members = [
    "provision_id", "supplier_id", "recipient_id", "operator_id", "operator_ids", "category", "cap_id",
    "party", "value", "waiver_id",
  ]

  /// The rows of a CSV report or list, by column; no cell used here is quoted.
  private func rows(_ text: String) -> [[String: Substring]] {
    let lines = text.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n").split(separator: "\n")
    guard let header = lines.first?.split(separator: ",", omittingEmptySubsequences: false) else { return [] }
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return Dictionary(zip(header.map(String.init), cells), uniquingKeysWith: { first, _ in first })
    }
  }

  /// A finding as text: its rule, and of its members those that were asked for.
  private func key(_ row: [String: Substring], _ members: [String]) -> String {
    (["rule"] + members).map { String(row[$0] ?? "") }.joined(separator: "\u{1F}")
  }

  @Test(arguments: [
    ("--operators 100 --provisions 200 --seed 1", 31), ("--operators 150 --provisions 3000 --seed 2", 31),
    ("--operators 3000 --provisions 9000 --seed 3", 31),
    ("--operators 3000 --provisions 12000 --seed 4 --ranges 1", 31),
    ("--operators 1000 --provisions 5000 --seed 5 --ranges 0", 28),
    ("--operators 500 --provisions 2500 --seed 9223372036854775807 --ranges 0.3", 31),
    ("--operators 8000 --provisions 600 --seed 6", 31),
  ]) func findsEverythingThatWasPlanted(_ options: String, _ ruleCount: Int) throws {
    let directory = try Directory()
    let (data, list) = (directory.path("data"), directory.path("expected.csv"))
    let made = CommandRun("generate \(options) --output \(data) --expected \(list)")
    #expect(made == CommandRun(status: 0))
    let run = CommandRun("check \(data) --on 2026-10-01 --format csv")
    #expect(run.status == 1)
    // Not one message about the data, nor about the policy.
    #expect(run.errors == "banken: note: \(Disclaimer.text.en)\n")

    let expected = rows(try directory.text("expected.csv"))
    #expect(Set(expected.map { $0["rule"] ?? "" }).count == ruleCount)
    let byRule = Dictionary(grouping: rows(run.output), by: { $0["rule"] ?? "" })
    var found: [String: Set<String>] = [:]
    for row in expected {
      let stated = Self.members.filter { row[$0]?.isEmpty == false }
      let place = "\(row["rule"] ?? "") \(stated)"
      if found[place] == nil {
        found[place] = Set((byRule[row["rule"] ?? ""] ?? []).map { key($0, stated) })
      }
      #expect(found[place]?.contains(key(row, stated)) == true, "\(row)")
    }
  }

  @Test(arguments: [
    "--operators 100 --provisions 200 --seed 1", "--operators 2000 --provisions 20000 --seed 2",
    "--operators 2000 --provisions 10000 --seed 3 --ranges 0",
    "--operators 2000 --provisions 10000 --seed 4 --ranges 1",
    "--operators 3000 --provisions 3000 --seed 5 --ranges 0.5",
    "--operators 2000 --provisions 10000 --seed 6 --profile stress",
    "--operators 1000 --provisions 20000 --seed 7 --profile stress --ranges 1",
    "--operators 20 --provisions 40 --seed 8 --profile stress --ranges 0",
  ]) func aCleanLedgerHasNoViolation(_ options: String) throws {
    let directory = try Directory()
    #expect(CommandRun("generate \(options) --clean --output \(directory.path)") == CommandRun(status: 0))
    let run = CommandRun("check \(directory.path) --on 2026-10-01 --format json")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("\"violations\": 0,"))
  }

  @Test func chainsEndAtTierSix() throws {
    for seed in 1...3 {
      let directory = try Directory()
      _ = CommandRun("generate --operators 1000 --provisions 6000 --seed \(seed) --output \(directory.path)")
      let output = CommandRun("check \(directory.path) --on 2026-10-01 --format json").output
      #expect(output.contains("\"tier\": 6,"))
      #expect(!output.contains("\"tier\": 7,"))
    }
  }

  @Test func noRuleIsLeftOut() throws {
    let directory = try Directory()
    _ = CommandRun("generate --operators 2000 --provisions 10000 --seed 1 --output \(directory.path)")
    let output = CommandRun("check \(directory.path) --on 2026-10-01 --format json").output
    #expect(!output.contains("\"evaluated\": false"))
  }
}
