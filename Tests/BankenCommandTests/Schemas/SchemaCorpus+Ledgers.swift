import Banken
import TestSupport

@testable import BankenCommand

/// Ledgers of the corpus that are no example.
extension SchemaCorpus {
  /// A random ledger, asked everything; with names that are hostile every other time.
  mutating func addRandom(seed: UInt64, in directory: Directory) throws {
    var dataset = RandomDataset.make(seed: seed)
    var random = RandomSource(seed: seed)
    let rows = dataset.tables["operators"]?.rows ?? []
    let ids = rows.map { $0[0] }
    if seed.isMultiple(of: 2), let place = dataset.tables["operators"]?.index("name") {
      for row in rows.indices {
        dataset.tables["operators"]?.rows[row][place] = HostileNames.all[row % HostileNames.all.count]
      }
    }
    for (name, bytes) in dataset.files() { try directory.write(name, bytes) }
    try directory.write("policy.json", dataset.policy.engine?.json ?? [])
    let on = ["--on", OracleCalendar.text(dataset.day), "--format", "json"]
    let period = [
      "--from", OracleCalendar.text(dataset.day - 200), "--to", OracleCalendar.text(dataset.day + 30),
    ]
    let path = directory.path
    add(.report, ["check", path] + on)
    add(.report, ["check", path, "--format", "json"] + period)
    add(.finding, ["check", path, "--format", "ndjson"] + period)
    add(.critical, ["critical", path] + on)
    add(.horizon, ["horizon", path, "--within", "200d"] + on)
    add(.repair, ["repair", path, "--allow", "end"] + on)
    try addPlan(of: dataset, on)
    let x = random.pick(ids)
    add(.stock, ["stock", path, x] + on)
    let event = random.pick(ImpactEvent.allCases.map(\.rawValue))
    add(.impact, ["impact", path, x, "--event", event] + on)
    let candidate = [
      "--supplier", x, "--recipient", random.pick(ids), "--category", "ip", "--numbers",
      "\(random.int(1...40))",
    ]
    add(.screen, ["screen", path] + candidate + on)
    let table = dataset.tables["provisions"]
    if let place = table?.index("range_start"),
      let number = table?.rows.map({ $0[place] }).first(where: { !$0.isEmpty })
    {
      add(.trace, ["trace", path, number] + on)
      add(.trace, ["trace", path, number, "--history", "--format", "json"])
    }
  }

  /// A plan where tables are absent without which nothing is planned: with their headers alone.
  private mutating func addPlan(of dataset: PlainDataset, _ on: [String]) throws {
    let headers = ["approvals": "operator_id\n", "certifications": "operator_id,valid_from\n"]
    let absent = headers.filter { dataset.tables[$0.key] == nil }
    if absent.isEmpty { return }
    let directory = try Directory()
    for (name, bytes) in dataset.files() { try directory.write(name, bytes) }
    for (table, header) in absent { try directory.write("\(table).csv", Array(header.utf8)) }
    add(.repair, ["repair", directory.path, "--allow", "end", "--goal", "100%"] + on)
  }

  /// What only odd ledgers make the tool write.
  mutating func addOdd(in directory: Directory) throws {
    for (name, text) in OddLedger.files { try directory.write(name, text) }
    let on = ["--on", "2026-10-01", "--format", "json"]
    let path = directory.path
    add(.report, ["check", path, "--lenient"] + on)
    add(
      .report, ["check", path, "--lenient", "--from", "2026-01-01", "--to", "2026-10-01", "--format", "json"])
    add(.report, ["check", path, "--lenient", "--operator", "H1"] + on)
    add(.horizon, ["horizon", path, "--lenient", "--within", "3000d"] + on)
    add(.trace, ["trace", path, "--lenient", "05010000001", "05010000150", "05077777777"] + on)
    add(.trace, ["trace", path, "--lenient", "--history", "05010000001", "--format", "json"])
    for x in ["H1", "W1", "R1", "R2"] { add(.stock, ["stock", path, "--lenient", x] + on) }
    add(.repair, ["repair", path, "--lenient", "--allow", "end", "--goal", "100%"] + on)
    for range in ["05010000000..05010000009", "05020000000..05020000009"] {
      add(
        .screen,
        ["screen", path, "--lenient", "--supplier", "W1", "--recipient", "R1", "--range", range] + on)
    }
  }
}

extension SchemaCorpus {
  /// Standard error of commands whose data, policy or files have mistakes.
  mutating func addMistakes(in directory: Directory) throws {
    for (name, text) in OddLedger.files { try directory.write(name, text) }
    try directory.write("bad.json", #"{"caps": [{"id": "K"}], "fail_on": "never", "x": 1}"#)
    let path = directory.path
    let runs = [
      ["check", path, "--format", "json"], ["check", path, "--lenient", "--format", "ndjson"],
      ["check", path, "--lenient", "--format", "json", "--policy", directory.path("bad.json")],
      ["stock", "\(path)/nowhere", "H1", "--format", "json"], ["trace", path, "0501", "--format", "json"],
      ["check", "\(Self.examples)/ledger-utf8", "--format", "json", "--policy", directory.path("none.json")],
    ]
    for arguments in runs {
      for language in ["ja", "en"] {
        let run = CommandRun(arguments + ["--lang", language])
        for line in run.errors.split(separator: "\n") where line.hasPrefix("{") {
          keep(.message, arguments.joined(separator: " "), String(line))
        }
      }
    }
  }

  /// Small documents of the kinds that the odd ledger has none of.
  mutating func addSmall(in directory: Directory) throws {
    keep(.policy, "as written", Self.fullPolicy)
    add(.rules, ["rules", "approval-missing", "--format", "json"])
    for (name, text) in OddLedger.files { try directory.write(name, text) }
    let path = directory.path
    let (old, new) = (directory.path("old.json"), directory.path("new.json"))
    _ = CommandRun(["check", path, "--lenient", "--on", "2026-08-15", "--format", "json", "--output", old])
    _ = CommandRun(["check", path, "--lenient", "--on", "2026-10-01", "--format", "json", "--output", new])
    let on = ["--lenient", "--on", "2026-10-01"]
    add(.diff, ["diff", old, new, "--format", "json"])
    add(.finding, ["check", path, "--baseline", old, "--format", "ndjson"] + on)
    add(.finding, ["check", path, "--lenient", "--fiscal-year", "R8", "--format", "ndjson"])
    add(.report, ["check", path, "--operator", "W1", "--baseline", old, "--force", "--format", "json"] + on)
    try directory.write(
      "batch.csv",
      """
      supplier_id,recipient_id,category,numbers,range_start,range_end,starts_on
      W1,R1,ip,10,,,2026-10-01
      W1,R2,,,050-1000-0000,050-1000-0009,2026-10-01
      W1,ZZ,ip,10,,,2026-10-01

      """)
    add(.screenBatch, ["screen", path, "--batch", directory.path("batch.csv"), "--format", "json"] + on)
    add(.critical, ["critical", path, "--format", "json"] + on)
    for days in ["10d", "30d", "60d"] {
      add(.horizon, ["horizon", path, "--within", days, "--format", "json"] + on)
    }
    for event in ImpactEvent.allCases {
      add(.impact, ["impact", path, "H1", "--event", event.rawValue, "--format", "json"] + on)
    }
    try addCustody(in: Directory(CustodyLedger.files))
    try addUnknown()
  }

  /// Ledgers without certifications and approvals, of which much is not known, and one with a person of two rows.
  private mutating func addUnknown() throws {
    var files = SmallLedger.files
    for table in ["", "approvals.csv", "provisions.csv"] {
      files[table] = nil
      let directory = try Directory(files)
      let on = ["--on", "2026-10-01", "--format", "json"]
      add(.critical, ["critical", directory.path] + on)
      for event in ImpactEvent.allCases {
        for x in ["H1", "W1"] {
          add(.impact, ["impact", directory.path, x, "--event", event.rawValue] + on)
        }
      }
    }
    let branches = try Directory(SmallLedger.twoBranches)
    let on = ["--on", "2026-10-01", "--format", "json"]
    add(.critical, ["critical", branches.path] + on)
    add(.impact, ["impact", branches.path, "8011101028104"] + on)
  }

  /// Traces and stocks of a ledger that lacks tables, with a circle, numbers in two hands and two operators of one person.
  private mutating func addCustody(in directory: Directory) {
    let json = ["--format", "json"]
    let numbers = ["05010000007", "05010000050", "05010005000"]
    add(.trace, ["trace", directory.path, "--on", "2026-10-01"] + numbers + json)
    add(.trace, ["trace", directory.path, "--history"] + numbers + json)
    for x in ["A", "B", "H"] { add(.stock, ["stock", directory.path, x, "--on", "2026-10-01"] + json) }
  }
}

/// Without certifications; a number in a circle, numbers provided twice, approvals that ended in every way.
enum CustodyLedger {
  static let files = [
    "operators.csv": """
    operator_id,name,corporate_number
    H,H,
    A,A,7000012050002
    B,B,7000012050002
    C,C,
    D,D,

    """,
    "designations.csv": """
    operator_id,range_start,range_end,designated_on,returned_on
    H,050-1000-0000,050-1000-0999,2010-01-01,
    H,050-1000-5000,050-1000-5999,2010-01-01,2026-05-01
    D,050-2000-0000,050-2000-0999,2010-01-01,2026-05-01

    """,
    "approvals.csv": """
    operator_id,category,valid_from,ended_on,end_reason
    A,ip,2020-01-01,2026-07-15,cancelled
    C,ip,2020-01-01,2026-07-16,lapsed

    """,
    "provisions.csv": """
    provision_id,supplier_id,recipient_id,range_start,range_end,starts_on,ends_on
    P1,H,A,050-1000-0000,050-1000-0099,2020-04-01,
    P2,H,C,050-1000-0050,050-1000-0059,2021-04-01,
    P3,A,B,050-1000-0007,050-1000-0007,2024-04-01,
    P4,B,C,050-1000-0007,050-1000-0007,2024-04-01,
    P5,C,A,050-1000-0007,050-1000-0007,2024-04-01,
    P6,D,B,050-2000-0000,050-2000-0009,2024-04-01,

    """,
    "restrictions.csv": """
    restriction_id,kind,operator_id,range_start,range_end,starts_on,ends_on,reference
    R1,suspend-numbers,,050-1000-0007,050-1000-0008,2026-01-01,2026-03-31,県警1号
    R2,suspend-stock,A,,,2026-02-01,,警察庁2号

    """,
  ]
}

extension SchemaCorpus {
  /// Every document of a ledger, redacted.
  mutating func addRedacted(in directory: Directory) throws {
    for (name, text) in OddLedger.files { try directory.write(name, text) }
    try directory.write("key", "0123456789abcdef")
    let path = directory.path
    for scope in Redaction.Scope.allCases {
      let redact = ["--lenient", "--redact", scope.rawValue, "--redact-key", directory.path("key")]
      let on = redact + ["--on", "2026-10-01", "--format", "json"]
      let (old, new) = (directory.path("old-\(scope).json"), directory.path("new-\(scope).json"))
      let before = redact + ["--on", "2026-08-15", "--format", "json", "--output", old]
      _ = CommandRun(["check", path] + before)
      _ = CommandRun(["check", path, "--output", new] + on)
      add(.report, ["check", path] + on)
      add(.report, ["check", path, "--baseline", old] + on)
      let year = redact + ["--format", "json"]
      let last = directory.path("last-\(scope).json")
      _ = CommandRun(["check", path, "--fiscal-year", "R7", "--output", last] + year)
      add(.report, ["check", path, "--fiscal-year", "R8", "--baseline", last] + year)
      add(.finding, ["check", path, "--on", "2026-10-01", "--format", "ndjson"] + redact)
      add(.diff, ["diff", old, new, "--format", "json"])
      add(.trace, ["trace", path, "05010000001", "05010000150"] + on)
      add(.trace, ["trace", path, "--history", "05010000001", "--format", "json"] + redact)
      add(.stock, ["stock", path, "W1"] + on)
      add(.impact, ["impact", path, "H1", "--event", "exit"] + on)
      add(.critical, ["critical", path] + on)
      add(.repair, ["repair", path, "--allow", "end"] + on)
      add(.horizon, ["horizon", path, "--within", "60d"] + on)
      let range = ["--range", "05010000000..05010000009"]
      add(.screen, ["screen", path, "--supplier", "W1", "--recipient", "R1"] + range + on)
      try directory.write(
        "batch.csv", "supplier_id,recipient_id,range_start,range_end\nW1,R2,05010000000,05010000009\n")
      add(.screenBatch, ["screen", path, "--batch", directory.path("batch.csv")] + on)
    }
  }
}

/// Names that try to break out of every format.
enum HostileNames {
  static let all = [
    "<script>alert(1)</script>", "quote \" back \\ slash", "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1",
    "@SUM(A1)",
    "\u{202E}gnp.exe", "\u{1B}[31mred\u{1B}[0m\u{7}", "\u{9B}31m C1", "[link](http://example.com/)",
    "![x](http://example.com/x.png) <http://example.com/>", "a|b|c `code` *bold* _it_ # no heading",
    "https://example.com/ www.example.com someone@example.com", "comma, semicolon; colon: 'apostrophe'",
    String(repeating: "長", count: 10_000), "&amp; &lt;b&gt; \u{2028}line\u{2029}", "]]> --> <!-- {supplier}",
    "BEGIN:VEVENT\\nEND:VCALENDAR", "\u{FEFF}\u{200B}hidden",
  ]
}

/// A small ledger with what the examples do not have: rows set aside, a circle, a shared number, too many relatives.
enum OddLedger {
  static let files: [String: String] = [
    "operators.csv": """
    operator_id,name,corporate_number,role,registration,country,associations,service_started_on,group_id
    H1,霞通信,7000012050002,operator,registered,日本,A;B,2010-04-01,
    W1,渚卸売,8011101028104,operator,notified,日本,A,2020-04-01,
    R1,燕電話,,operator,notified,Singapore,,2026-05-01,G
    R2,雁電話,,operator,none,,,,G
    U1,利用者,,user,,,,,
    X1,悪い行,1234567890123,operator,,,,,

    """,
    "designations.csv": """
    operator_id,range_start,range_end,designated_on,returned_on
    H1,050-1000-0000,050-1000-9999,2010-04-01,2027-01-01
    H1,050-1002-0000,050-1002-9999,,
    W1,050-1002-0000,050-1002-9999,2026-12-01,

    """,
    "approvals.csv": """
    operator_id,category,basis,approval_number,valid_from,ended_on
    W1,ip,approved,N-1,2024-04-01,2026-11-15
    R1,fixed,approved,N-2,2024-04-01,
    R2,ip,approved,N-2,2026-12-24,
    H1,ip,deemed,N-3,2024-04-01,

    """,
    "certifications.csv": """
    operator_id,certificate_number,valid_from,valid_to,ended_on,end_reason
    H1,E-1,2026-01-01,2026-12-31,,
    W1,E-2,2026-02-01,2027-01-31,,
    R1,E-3,2026-02-01,2027-01-31,2026-08-01,revoked
    R2,E-4,2026-12-01,,,

    """,
    "provisions.csv": """
    provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end,starts_on,ends_on,contract,approval_checked_on,conditions_agreed_on,continuity_checked_on,declared_on,resale_clause
    P1,H1,W1,,,050-1000-0000,050-1000-0999,2024-04-01,2027-06-30,wholesale,2024-03-01,2024-03-01,2024-03-01,2024-03-01,prohibited
    P2,W1,R1,,,050-1000-0000,050-1000-0099,2026-09-01,,wholesale,,,,,
    P3,W1,R2,,,050-1000-0000,050-1000-0099,2026-09-01,,wholesale,2026-09-10,,,,
    P4,R1,R2,ip,10,,,2026-09-01,,terms,,,,,
    P5,R2,R1,ip,20,,,2026-09-01,,wholesale,,,,,
    P6,R1,U1,ip,500,,,2026-11-01,2026-12-31,wholesale,,,,,
    P7,W1,R1,ip,30,,,2026-09-01,,wholesale,,,,,
    P8,H1,H1,ip,30,,,,,wholesale,,,,,
    P9,H1,ZZ,ip,30,,,,,wholesale,,,,,

    """,
    "caps.csv": """
    cap_id,supplier_id,recipient_id,category,max_numbers,valid_from,valid_to
    C1,,R1,ip,10,,2026-11-30
    C2,W1,R2,ip,5,2026-11-01,

    """,
    "restrictions.csv": """
    restriction_id,kind,operator_id,category,range_start,range_end,starts_on,ends_on,reference
    S1,suspend-numbers,,,050-1000-0000,050-1000-0009,2026-08-01,2026-12-15,
    S2,refuse-new,R1,,,,2026-08-01,,警察庁 8-1
    S3,suspend-stock,W1,,,,2026-08-01,2026-10-20,警察庁 8-2

    """,
    "waivers.csv": """
    waiver_id,rule,operator_id,provision_id,valid_from,valid_to,reason,approved_by
    V1,uncertified-recipient,R1,,2026-01-01,2026-11-10,審査中,部長
    V2,approval-missing,,P3,2026-09-15,2026-09-20,審査中,部長
    V3,second-tier-resale,R2,P3,2026-11-01,2027-11-01,審査中,部長
    V4,approval-missing,R1,,2026-01-01,2026-08-31,審査中,部長

    """,
    "policy.json": """
    {"caps": [{"id": "K1", "max_numbers": 100, "track_record_under_months": 6},
      {"id": "K2", "max_numbers": 50, "effective_from": "2026-12-01"}],
     "confirmation": {"categories": ["ip"]}, "ledger": {"complete": "all"}}
    """,
  ]
}
