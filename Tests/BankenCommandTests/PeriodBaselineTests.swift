import Banken
import Testing

@testable import BankenCommand

/// Fiscal years held against each other.
@Suite struct PeriodBaselineTests {
  private static let ledger = [
    "operators.csv": "operator_id,name\nH,Holder\nW,Wholesaler\nX,Xeno\nY,Yodel\n",
    "certifications.csv": """
    operator_id,valid_from,valid_to
    H,2026-01-01,
    W,2026-04-01,2026-06-30
    W,2027-07-01,2028-06-30

    """,
    "provisions.csv": """
    provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on
    P1,H,W,ip,100,2026-01-01,
    P2,H,X,ip,50,2026-04-11,2026-05-10
    P3,H,Y,ip,70,2027-09-01,

    """,
    "waivers.csv": """
    waiver_id,rule,operator_id,valid_from,valid_to,reason,approved_by
    V1,uncertified-recipient,Y,2027-09-01,2027-09-30,being certified,board

    """,
  ]

  private func check(_ ledger: Directory, _ days: String, _ options: String = "") -> CommandRun {
    let words = "\(days) --rule uncertified-recipient \(options)".split(separator: " ").map(String.init)
    return CommandRun(["check", ledger.path] + words)
  }

  /// The reports of two fiscal years, the second of 366 days.
  private func years(_ ledger: Directory, _ directory: Directory) -> (old: String, new: String) {
    let paths = (old: directory.path("2026.json"), new: directory.path("2027.json"))
    for (year, path) in [("2026", paths.old), ("令和9", paths.new)] {
      let run = check(ledger, "--fiscal-year \(year)", "--format json --output \(path)")
      #expect(run.status == 0)
    }
    return paths
  }

  private func lines(_ text: String, with words: [String]) -> [String] {
    text.split(separator: "\n").map(String.init).filter { line in words.contains { line.contains($0) } }
      .map { String($0.drop { $0 == " " }) }
  }

  @Test func twoYearsTellTheirDays() throws {
    let (ledger, directory) = (try Directory(Self.ledger), try Directory())
    let (old, new) = years(ledger, directory)
    let english = CommandRun(["diff", old, new, "--all", "--fail-on", "warning"])
    #expect(english.status == 1)
    #expect(
      english.output.contains(
        "Result  2 → 2 findings (±0; 1 of those now mended): 1 new (1 warning), 1 resolved, 1 continuing\n"))
    #expect(english.output.contains("\nOf two periods, new was found on no day of the one before"))
    #expect(
      lines(english.output, with: ["P1:", "P2:", "P3:", " days)", "Before", "Now"]) == [
        "Before  \(old)  2026-04-01 to 2027-03-31", "Now     \(new)  2027-04-01 to 2028-03-31",
        "1 [warning] P3: Holder (H) provides 70 ip numbers to Yodel (Y), for which there is no ETOC",
        "still open: 2027-09-01 to 2028-03-31 (213 days); not waived: 2027-10-01 to 2028-03-31 (183 days)",
        "1 [warning] P2: Holder (H) provides 50 ip numbers to Xeno (X), for which there is no ETOC",
        "mended: 2026-04-11 to 2026-05-10 (30 days)",
        "1 [warning] P1: Holder (H) provides 100 ip numbers to Wholesaler (W), whose ETOC certification has",
        "mended: 2027-04-01 to 2027-06-30 (91 days)",
        "Before: still open: 2026-07-01 to 2027-03-31 (274 days)",
      ])
    let japanese = CommandRun(["diff", old, new, "--all", "--lang", "ja"])
    #expect(
      lines(japanese.output, with: ["日間）"]) == [
        "継続中　2027-09-01から2028-03-31まで（213日間）　適用除外の及ばない期間: 2027-10-01から2028-03-31", "まで（183日間）",
        "解消済み　2026-04-11から2026-05-10まで（30日間）", "解消済み　2027-04-01から2027-06-30まで（91日間）",
        "前回　継続中　2026-07-01から2027-03-31まで（274日間）",
      ])
    #expect(
      japanese.output.contains(
        "結果    指摘 2件 → 2件（前回比 ±0、今回のうち解消済み 1件）。新規 1件（うち注意 1件）"))
    let object = CommandRun(["diff", old, new, "--format", "json"]).output
    #expect(object.contains("\"raised\": 0, \"lowered\": 0, \"mended\": 1}"))
    let rows = CommandRun(["diff", old, new, "--format", "csv"]).output.split(separator: "\r\n")
    #expect(
      rows.map { $0.suffix(55) } == [
        "s,baseline_numbers,baseline_severity,baseline_waived_by",
        "cation on record.\",true,14910,2027-10-01..2028-03-31,,,",
        "ere is no ETOC certification on record.\",false,1500,,,,",
      ])
  }

  @Test func aBaselineTellsThem() throws {
    let (ledger, directory) = (try Directory(Self.ledger), try Directory())
    let (old, _) = years(ledger, directory)
    let run = check(ledger, "--fiscal-year R9", "--baseline \(old) --fail-on warning")
    #expect(run.status == 1)
    #expect(
      lines(run.output, with: ["P1:", "P2:", "P3:", " days)", "[new]"]) == [
        "Period   2027-04-01 to 2028-03-31 (366 days)",
        "1 [new] [warning] P3: Holder (H) provides 70 ip numbers to Yodel (Y), for which there is no ETOC",
        "still open: 2027-09-01 to 2028-03-31 (213 days); not waived: 2027-10-01 to 2028-03-31 (183 days)",
        "2 [warning] P1: Holder (H) provides 100 ip numbers to Wholesaler (W), whose ETOC certification has",
        "mended: 2027-04-01 to 2027-06-30 (91 days)",
        "Before: still open: 2026-07-01 to 2027-03-31 (274 days)",
        "1 [warning] P2: Holder (H) provides 50 ip numbers to Xeno (X), for which there is no ETOC",
        "mended: 2026-04-11 to 2026-05-10 (30 days)",
      ])
    let rows = check(ledger, "--fiscal-year R9", "--baseline \(old) --format csv").output
    #expect(
      rows.split(separator: "\r\n").map { $0.suffix(62) } == [
        "ne_state,baseline_numbers,baseline_severity,baseline_waived_by",
        "ose ETOC certification has expired.\",false,9100,,continuing,,,",
        "ification on record.\",true,14910,2027-10-01..2028-03-31,new,,,",
      ])
    let objects = check(ledger, "--fiscal-year R9", "--baseline \(old) --format ndjson").output
      .split(separator: "\n")
    let days = [
      "\"periods\": [{\"from\": \"2027-04-01\", \"to\": \"2027-06-30\"}], \"open\": false, \"number_days\": 9100,",
      "\"periods\": [{\"from\": \"2027-09-01\", \"to\": \"2028-03-31\"}], "
        + "\"unwaived_periods\": [{\"from\": \"2027-10-01\", \"to\": \"2028-03-31\"}], \"open\": true, "
        + "\"number_days\": 14910,",
    ]
    #expect(objects.count == days.count)
    for (object, words) in zip(objects, days) { #expect(object.contains(words)) }
  }

  @Test func daysToComeAreNoted() throws {
    let ledger = try Directory(Self.ledger)
    #expect(check(ledger, "--from 2026-04-01 --to 2026-10-01").errors == "")
    #expect(
      check(ledger, "--from 2026-04-01 --to 2026-10-02").errors == """
        banken: note: the period reaches beyond today, to 2026-10-02: days to come are judged as if the ledger stayed as \
        it is, and so is what is still open or mended

        """)
    #expect(
      check(ledger, "--fiscal-year 2026", "--lang ja --format json").errors.contains(
        "期間は今日より後の 2027-03-31 まであります"))
  }

  @Test func aDayIsNoPeriod() throws {
    let (ledger, directory) = (try Directory(Self.ledger), try Directory())
    let (old, new) = years(ledger, directory)
    let day = directory.path("day.json")
    _ = check(ledger, "--on 2027-10-01", "--format json --output \(day)")
    let refused = """
      banken: error: not compared: one report is about a day, the other about a period; '--force' compares all the same
      Try 'banken %@ --help' for help.

      """
    #expect(CommandRun(["diff", day, new]).errors == refused.replacing("%@", with: "diff"))
    let run = check(ledger, "--fiscal-year R9", "--baseline \(day)")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors == refused.replacing("%@", with: "check"))
    #expect(check(ledger, "--on 2027-10-01", "--baseline \(old)").status == 2)
    #expect(check(ledger, "--on 2027-10-01", "--baseline \(old) --force").status == 0)
    // Other days, and fewer, make no other kind of audit.
    let quarter = check(ledger, "--from 2027-04-01 --to 2027-06-30", "--baseline \(old)")
    #expect(quarter.status == 0)
    #expect(
      quarter.output.contains(
        "!! the periods differ in length (365 days before, 91 now): a longer one finds more.\n"))
    #expect(!check(ledger, "--fiscal-year 2027", "--baseline \(old)").output.contains("!!"))
  }
}
