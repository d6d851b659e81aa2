import Banken
import Bytes
import Foundation
import Testing

@testable import BankenCommand
@testable import TestSupport

/// `--redact`: nothing of the ledger is told that it replaces, and everything else is as without it.
@Suite struct RedactionTests {
  private static let example = ExamplesTests.folder.appendingPathComponent("ledger-utf8").path

  private static let runs = RedactedRuns(
    dataset: example, day: "2026-10-01", supplier: "OP06", recipient: "OP26",
    numbers: ["05099934001", "05099928007", "0310100001"],
    batch: ExamplesTests.folder.appendingPathComponent("screening/candidates.csv").path)

  private func keys() throws -> Directory {
    try Directory(["key": "0123456789abcdef0123456789abcdef", "other": "another key, long enough"])
  }

  private func redacted(_ line: [String], _ scope: String, _ key: String) -> CommandRun {
    CommandRun(line + ["--redact", scope, "--redact-key", key])
  }

  @Test func `every command of the ledger is looked at`() {
    let commands = Self.runs.commands
    #expect(commands.able == commands.run)
  }

  /// The answers without `--redact`, which are the same for every test.
  private static let plain = runs.lines(language: "en").map { CommandRun($0) }

  @Test(arguments: ["names", "numbers", "all"]) func `nothing is told that is replaced, all else is the same`(
    _ scope: String
  ) throws {
    let keys = try keys()
    let secrets = try LedgerSecrets(Self.example, extraNumbers: Self.runs.numbers + ["05012340000"])
    let finder = SecretFinder(secrets.forms(scope))
    var clear: Set<String> = []
    var map = Pseudonymity()
    for (place, line) in Self.runs.lines(language: "en").enumerated() {
      let plain = Self.plain[place]
      let run = redacted(line, scope, keys.path("key"))
      #expect(run.status == plain.status, "\(line): \(run.errors)")
      let found = finder.found(in: run.output)
      #expect(found.isEmpty, "\(line): \(found.prefix(3))")
      clear.formUnion(finder.found(in: plain.output))
      // The path of the ledger may name somebody, too.
      #expect(!run.output.contains(Self.example), "\(line)")
      if line.contains("json") { try map.compare(plain.output, run.output) }
      #expect(map.problems.isEmpty, "\(line): \(map.problems.prefix(3))")
      if place % 20 == 0 {
        #expect(redacted(line + ["--threads", "1"], scope, keys.path("key")).output == run.output, "\(line)")
      }
    }
    // The same search finds most of what there is where nothing is replaced.
    let least = ["names": 40, "numbers": 40, "all": 200][scope] ?? 0
    #expect(clear.count > least, "\(clear.count)")
    #expect((map.map["operator"]?.count ?? 0 > 30) == (scope == "all"))
    #expect((map.map["provision"]?.count ?? 0 > 30) == (scope == "all"))
    #expect((map.map["number"]?.count ?? 0 > 20) == (scope != "names"))
    #expect((map.map["value"]?.count ?? 0 == 1) == (scope != "numbers"))
  }

  @Test func `the key is not written over`() throws {
    let keys = try keys()
    let line = [
      "check", Self.example, "--on", "2026-10-01", "--format", "json", "--output", keys.path("key"),
    ]
    let run = redacted(line, "all", keys.path("key"))
    #expect(run.status == 2 && run.errors.contains("--output"))
    #expect(try keys.text("key") == "0123456789abcdef0123456789abcdef")
  }

  @Test func `digests are keyed once`() throws {
    let (keys, ledger) = (try keys(), try Directory(["operators.csv": "operator_id,name\nA,Aster"]))
    let run = redacted(
      ["check", ledger.path, "--on", "2026-10-01", "--format", "json"], "all", keys.path("key"))
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let policy = try #require(report["policy"] as? [String: String])
    // Of the built-in policy both are digests of what is printed of it.
    #expect(policy["sha256"] == policy["effective_sha256"])
  }

  @Test func `a comparison of redacted reports names no paths`() throws {
    let (keys, reports) = (try keys(), try Directory())
    for name in ["aster-old.json", "aster-new.json"] {
      let line = ["check", Self.example, "--on", "2026-10-01", "--format", "json", "--fail-on", "none"]
      _ = redacted(line + ["--output", reports.path(name)], "all", keys.path("key"))
    }
    for format in ComparisonFormat.allCases {
      let run = CommandRun(
        ["diff", reports.path("aster-old.json"), reports.path("aster-new.json"), "--format", format.rawValue])
      #expect(run.status == 0 && !run.output.contains("aster"), "\(format): \(run.errors)")
    }
  }

  @Test func `another key gives other pseudonyms`() throws {
    let keys = try keys()
    for (number, line) in Self.runs.lines(language: "en").enumerated()
    where line.contains("json") && ["check", "trace", "stock"].contains(line[0]) {
      var maps = [Pseudonymity(), Pseudonymity()]
      for (place, key) in ["key", "other"].enumerated() {
        try maps[place].compare(Self.plain[number].output, redacted(line, "all", keys.path(key)).output)
      }
      for kind in ["operator", "provision", "value"] {
        let (one, two) = (maps[0].map[kind] ?? [:], maps[1].map[kind] ?? [:])
        #expect(Set(one.values).isDisjoint(with: two.values) && Set(one.keys) == Set(two.keys))
      }
    }
  }

  @Test func `fingerprints are those of the ids shown`() throws {
    let keys = try keys()
    func fingerprints(_ scope: String?) throws -> [String: [String]] {
      let line = ["check", Self.example, "--on", "2026-10-01", "--format", "ndjson"]
      let run = scope.map { redacted(line, $0, keys.path("key")) } ?? CommandRun(line)
      var found: [String: [String]] = [:]
      for text in run.output.split(separator: "\n") {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let finding = try #require(object as? [String: Any])
        let (rule, print) = (finding["rule"] as? String ?? "", finding["fingerprint"] as? String ?? "")
        found[rule, default: []].append(print)
        if rule == "approval-missing", scope == "all" {
          let key = "\(rule)\u{1F}\(finding["provision_id"] as? String ?? "")"
          #expect(print == SHA256.hex(of: Array(key.utf8)).prefix(16))
        }
      }
      return found
    }
    let (plain, names, numbers) = (
      try fingerprints(nil), try fingerprints("names"), try fingerprints("numbers")
    )
    let all = try fingerprints("all")
    #expect(numbers == plain)
    for (rule, prints) in plain {
      // Its key is a number that tells who somebody is.
      #expect((names[rule] == prints) == (rule != "shared-identity"))
      #expect(all[rule]?.count == prints.count && Set(all[rule] ?? []).isDisjoint(with: prints))
    }
  }

  @Test func `reports redacted alike are compared`() throws {
    let (keys, reports) = (try keys(), try Directory())
    let examples = ExamplesTests.folder.appendingPathComponent("two-months").path
    for scope in ["names", "numbers", "all"] {
      var runs: [CommandRun] = []
      for isRedacted in [false, true] {
        let suffix = isRedacted ? ["--redact", scope, "--redact-key", keys.path("key")] : []
        for month in ["09", "10"] {
          let path = reports.path("\(isRedacted)-\(month).json")
          _ = CommandRun(
            [
              "check", "\(examples)/2026-\(month)", "--on", "2026-\(month)-30", "--format", "json", "-o",
              path,
            ]
              + suffix)
        }
        let (old, new) = (reports.path("\(isRedacted)-09.json"), reports.path("\(isRedacted)-10.json"))
        runs.append(CommandRun(["diff", old, new, "--format", "json", "--all"]))
        runs.append(
          CommandRun(
            [
              "check", "\(examples)/2026-10", "--on", "2026-10-30", "--format", "json", "--baseline", old,
            ] + suffix))
      }
      for place in 0...1 {
        var map = Pseudonymity()
        // Paths of the reports, which differ in this test.
        try map.compare(runs[place].output, runs[place + 2].output)
        #expect(map.problems.isEmpty, "\(scope): \(map.problems.prefix(3))")
        #expect(runs[place].status == runs[place + 2].status)
      }
    }
  }

  @Test func `reports not redacted alike are refused`() throws {
    let (keys, reports) = (try keys(), try Directory())
    let line = ["check", Self.example, "--on", "2026-10-01"]
    let plain = reports.path("plain.json")
    _ = CommandRun(line + ["--format", "json", "-o", plain])
    for (scope, key) in [("all", "key"), ("all", "other"), ("names", "key")] {
      _ = redacted(
        line + ["--format", "json", "-o", reports.path("\(scope)-\(key).json")], scope, keys.path(key))
    }
    let all = "all, key 1DR4XXAX"
    let refusal = { (old: String, new: String) in
      "banken: error: not compared: the reports are not redacted alike with one key (\(old), then \(new))\n"
    }
    for force in [[], ["--force"]] {
      for (old, mark) in [
        ("plain", "not redacted"), ("names-key", "names, key 1DR4XXAX"), ("all-other", "all, key "),
      ] {
        let run = redacted(
          line + ["--baseline", reports.path("\(old).json")] + force, "all", keys.path("key"))
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("the reports are not redacted alike with one key (\(mark)"))
        let diff = CommandRun(
          ["diff", reports.path("\(old).json"), reports.path("all-key.json")] + force)
        #expect(diff.status == 2 && diff.output.isEmpty)
      }
      let run = CommandRun(line + ["--baseline", reports.path("all-key.json")] + force)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.errors.hasPrefix(refusal(all, "not redacted")))
    }
  }

  @Test func `the head says what was replaced`() throws {
    let keys = try keys()
    let line = ["check", Self.example, "--on", "2026-10-01"]
    let english = redacted(line, "all", keys.path("key"))
    #expect(
      english.output.contains("\nRedacted  names, telephone numbers and ids are pseudonyms (key 1DR4XXAX)\n"))
    #expect(english.output.contains("\nLedger    (withheld)\n"))
    #expect(
      english.errors == "banken: note: names, telephone numbers and ids are pseudonyms (key 1DR4XXAX)\n")
    let japanese = redacted(line + ["--lang", "ja"], "names", keys.path("key"))
    #expect(
      japanese.output.contains(
        "\n仮名化    名称（法人番号、認定番号、認証番号などを含む）を仮名に置き換えた（鍵の識別子 1DR4XXAX）\n"))
    let json = redacted(line + ["--format", "json"], "numbers", keys.path("key"))
    #expect(
      json.output.contains(
        "\n \"redaction\": {\"replaced\": \"numbers\", \"key\": \"1DR4XXAX\", \"digests\": \"hmac-sha-256\"},\n"
      ))
    let sarif = redacted(line + ["--format", "sarif"], "all", keys.path("key"))
    #expect(sarif.output.contains("\"redaction\": {\"replaced\": \"all\", \"key\": \"1DR4XXAX\"}"))
    #expect(!sarif.output.contains("\"hashes\""))
    let markdown = redacted(line + ["--format", "markdown"], "all", keys.path("key"))
    #expect(
      markdown.output.contains(
        "\n- Redacted: names, telephone numbers and ids are pseudonyms (key 1DR4XXAX)\n"))
  }

  @Test func `keys that cannot be used`() throws {
    let files = try Directory([
      "short": "0123456789abcde", "long": String(repeating: "k", count: 1 << 20 | 1),
    ])
    func run(_ options: String, _ language: String = "en") -> CommandRun {
      CommandRun(
        ["check", Self.example] + options.split(separator: " ").map(String.init) + ["--lang", language])
    }
    #expect(
      run("--redact all")
        == CommandRun(
          status: 2,
          errors:
            "banken: error: '--redact' needs a key file, '--redact-key FILE'; make one once and keep it: "
            + "head -c 32 /dev/urandom > banken.key\nTry 'banken check --help' for help.\n"))
    let short = files.path("short")
    #expect(
      run("--redact all --redact-key \(short)")
        == CommandRun(
          status: 3,
          errors: "\(short):1:1: error: the key has 15 bytes, at least 16 are needed (to make one: "
            + "head -c 32 /dev/urandom > banken.key)\n"))
    let long = files.path("long")
    #expect(
      run("--redact all --redact-key \(long)", "ja")
        == CommandRun(status: 3, errors: "\(long):1:1: error: 鍵ファイルが大きすぎます(1048576バイトまで)\n"))
    let none = files.path("none")
    #expect(
      run("--redact all --redact-key \(none)")
        == CommandRun(
          status: 4, errors: "banken: error: cannot read '\(none)': No such file or directory\n"))
    #expect(run("--redact all --redact-key /dev/urandom").status == 4)
    #expect(run("--redact all --redact-key \(files.path)").status == 4)
    #expect(
      run("--redact-key \(short)").errors.hasPrefix("banken: error: option '--redact-key' can only be used"))
    #expect(
      CommandRun("stock x OP06 --redact everything").errors.hasPrefix(
        "banken: error: bad value 'everything' for option '--redact' (one of names, numbers, all)"))
  }

  @Test func `ids that are names are told of`() throws {
    let keys = try keys()
    var files = SmallLedger.files
    files["operators.csv"] = SmallLedger.operators + "鷺沼電話,鷺沼電話,,\n"
    let ledger = try Directory(files)
    let line = ["check", ledger.path, "--on", "2026-10-01"]
    #expect(
      redacted(line, "names", keys.path("key")).errors.contains("warning: 1 operator has its name for an id"))
    #expect(!redacted(line, "all", keys.path("key")).errors.contains("warning"))
  }

  @Test func `mistakes are told in clear to whoever has the ledger`() throws {
    let (keys, ledger) = (try keys(), try Directory(SmallLedger.files))
    let run = redacted(["stock", ledger.path, "燕電話"], "all", keys.path("key"))
    #expect(run.status == 2 && run.errors.contains("R1 燕電話") && run.errors.contains("R2 燕電話"))
    let bad = try Directory(SmallLedger.withBadRow)
    let told = redacted(["check", bad.path], "all", keys.path("key"))
    #expect(told.status == 3 && told.errors.contains("R9"))
    try ledger.write(
      "list.csv", "supplier_id,recipient_id,category,numbers\nH1,燕電話,ip,5\nH1,W1,ip,5\n")
    let batch = redacted(
      ["screen", ledger.path, "--batch", ledger.path("list.csv"), "--format", "csv"], "all", keys.path("key"))
    #expect(batch.status == 3 && batch.errors.contains("燕電話") && !batch.output.contains("燕電話"))
    #expect(batch.output.contains("a mistake, told on standard error only"))
  }
}
