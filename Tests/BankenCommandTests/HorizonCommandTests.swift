import Banken
import Foundation
import Testing

@testable import BankenCommand

@Suite struct HorizonCommandTests {
  private let directory: Directory

  init() throws {
    directory = try Directory([
      "operators.csv": "operator_id,name\nH,Holder\nW,\"=Wide, <b>\\ \u{202E}\"\nR,Reseller\n",
      "designations.csv": "operator_id,range_start,range_end\nH,050-9990-0000,050-9990-9999\n",
      "approvals.csv": "operator_id,valid_from\nW,2020-01-01\nR,2020-01-01\n",
      "certifications.csv":
        "operator_id,certificate_number,valid_from,valid_to\nH,C1,2026-04-01,2027-03-31\n"
        + "W,C2,2025-11-01,2026-10-31\nR,C3,2026-04-01,2027-03-31\n",
      "provisions.csv":
        "provision_id,supplier_id,recipient_id,category,numbers,starts_on\nP1,H,W,ip,100,2024-04-01\n"
        + "P2,W,R,ip,10,2024-04-01\n",
    ])
  }

  private func run(_ rest: String) -> CommandRun {
    CommandRun("horizon \(directory.path) --on 2026-10-01 \(rest)")
  }

  @Test func tellsDayCauseAndWhatHangsOnIt() {
    let english = run("--lang en")
    #expect(english.status == 0 && english.errors == "")
    #expect(
      english.output.contains(
        """
        2026-11-01
          ETOC certification ends: =Wide, <b>\\ \\u{202E} (W), C2  certifications.csv:3
            2 findings start, 1 provision with 100 numbers, 1 operator
        """))
    #expect(
      english.output.contains(
        """
        Weakest links of the chains, by the first day without them
        ----------------------------------------------------------
          2026-11-01  ETOC certification ends: =Wide, <b>\\ \\u{202E} (W), C2 (2 chains, 110 numbers)
        """))
    #expect(english.output.hasSuffix(Disclaimer.text.en + "\n"))
    let japanese = run("--lang ja --within 30d")
    #expect(japanese.output.contains("この期間に始まる指摘も終わる指摘もない"))
    #expect(japanese.output.hasSuffix(Disclaimer.text.ja + "\n"))
  }

  @Test func theCalendarIsSound() {
    let run = run("--format ics --lang en")
    #expect(run.status == 0 && run.errors.contains(Disclaimer.text.en))
    let lines = run.output.components(separatedBy: "\r\n")
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1)
    #expect(lines.contains("DTSTART;VALUE=DATE:20261031") && lines.contains("DTEND;VALUE=DATE:20261101"))
    #expect(lines.contains("DTSTAMP:20261001T000000Z"))
    #expect(lines.contains("SUMMARY:ETOC certification ends: =Wide\\, <b>\\\\ \\\\u{202E} (W)\\, C2"))
    let uid = lines.first { $0.hasPrefix("UID:") }
    #expect(
      uid
        == self.run("--format ics --lang ja").output.components(separatedBy: "\r\n")
        .first { $0.hasPrefix("UID:") })
  }

  @Test func dataNamesEventsAndChanges() {
    let json = run("--format json --lang en")
    #expect(json.status == 0)
    #expect(json.output.hasPrefix("{\"schema\": \"banken-horizon/1\", "))
    #expect(
      json.output.contains(
        """
        {"day": "2026-11-01", "event": "certificate-ends", "operator_id": "W", "certificate_number": "C2", \
        "source": {"file": "certifications.csv", "line": 3}, "starts": 2, "ends": 0, "provisions": 1, \
        "numbers": 100, "operators": 1}
        """))
    #expect(json.output.contains("\"change\": \"starts\", \"event\": 0, \"finding\": {\"rule\": "))
    let csv = run("--format csv --lang en")
    #expect(csv.errors.contains(Disclaimer.text.en))
    let rows = csv.output.components(separatedBy: "\r\n")
    #expect(rows.count == 4 && rows[0].hasPrefix("\u{FEFF}day,change,event,event_operator_id,"))
    #expect(rows[1].hasPrefix("2026-11-01,starts,certificate-ends,W,,C2,uncertified-recipient,warning,etoc,"))
  }

  @Test func aCalendarWithoutRenewalsSaysWhatItIs() {
    let run = run("--format ics --lang en --within 5")
    let text = run.output.replacingOccurrences(of: "\r\n ", with: "")
    #expect(text.contains("\r\nX-WR-CALDESC:") && !text.contains("BEGIN:VEVENT"))
    #expect(text.contains(Disclaimer.text.en.replacingOccurrences(of: ",", with: "\\,")))
  }

  /// Of a day, not of the last one, on which the provision has ended and has no tier.
  @Test func tiersAreThoseOfTheDay() throws {
    let directory = try Directory([
      "operators.csv": "operator_id,name\nH,Holder\nW,Wide\nR,Reseller\n",
      "designations.csv": "operator_id,range_start,range_end\nH,050-9990-0000,050-9990-9999\n",
      "certifications.csv":
        "operator_id,valid_from,valid_to\nH,2026-04-01,2027-03-31\nW,2026-04-01,2027-03-31\n"
        + "R,2026-04-01,2027-03-31\n",
      "provisions.csv":
        "provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on\n"
        + "P1,H,W,ip,100,2024-04-01,\nP2,W,R,ip,10,2024-04-01,2026-10-20\n",
    ])
    let run = CommandRun("horizon \(directory.path) --on 2026-10-01 --lang en")
    #expect(run.output.contains("P2: Wide (W) resells 10 ip numbers to Reseller (R) at tier 2;"))
    #expect(run.output.contains(" rules not evaluated\n"))
    let json = CommandRun("horizon \(directory.path) --on 2026-10-01 --lang en --format json").output
    #expect(
      json.contains("{\"rule\": \"cap-exceeded\", \"evaluated\": false, \"reason\": \"no-caps\"}"))
    #expect(json.contains("{\"rule\": \"second-tier-resale\", \"evaluated\": true, \"reason\": null}"))
  }

  /// A finding that starts again is told as it is then, not as it was the first time.
  @Test func whatStartsAgainIsToldAsItIsThen() throws {
    let directory = try Directory([
      "operators.csv": "operator_id,name\nH,Holder\nW,Wide\n",
      "certifications.csv":
        "operator_id,valid_from,valid_to\nH,2026-04-01,2027-03-31\nW,2026-10-11,2026-10-20\n",
      "provisions.csv": "provision_id,supplier_id,recipient_id,category,numbers,starts_on\n"
        + "P1,H,W,ip,100,2024-04-01\n",
    ])
    let run = CommandRun("horizon \(directory.path) --on 2026-10-01 --lang en")
    let lines = run.output.split(separator: "\n").joined(separator: " ").replacingOccurrences(
      of: "      ", with: "")
    #expect(lines.contains("- ends [warning] P1: Holder (H) provides 100 ip numbers to Wide (W), whose"))
    #expect(lines.contains("ETOC certification has not begun yet."))
    #expect(lines.contains("+ starts [warning] P1: Holder (H) provides 100 ip numbers to Wide (W), whose"))
    #expect(lines.contains("ETOC certification has expired."))
  }

  @Test func badDaysAreRefused() {
    for text in ["0", "-1", "3661", "soon", "9999999999999999999999"] {
      let run = run("--within=\(text) --lang en")
      #expect(run.status == 2 && run.output == "")
      #expect(run.errors.contains("a whole number from 1 to 3660"))
    }
    #expect(CommandRun("horizon /nonexistent --lang en").status == 4)
  }

  /// The example's look ahead, in every format that people open.
  @Test func theExampleIsAsRecorded() throws {
    let folder = ExamplesTests.folder.appendingPathComponent("ledger-utf8")
    for (file, rest) in [
      "horizon.en.txt": "--lang en", "horizon.ja.txt": "--lang ja", "horizon.ja.ics": "--lang ja -f ics",
    ] {
      let run = CommandRun("horizon \(folder.path) --on 2026-10-01 --within 180 \(rest)")
      #expect(run.status == 0)
      let text = run.output.replacingOccurrences(
        of: ExamplesTests.folder.path + "/", with: "examples/")
      let place = folder.appendingPathComponent("expected/\(file)")
      if ProcessInfo.processInfo.environment["BANKEN_RECORD"] == "1" {
        try Data(text.utf8).write(to: place)
        Issue.record("recorded \(file)")
      } else {
        #expect(text == String(decoding: try Data(contentsOf: place), as: UTF8.self), "\(file)")
      }
    }
  }
}
