import Foundation

/// A ledger being written as CSV files, with everything in it that makes rules work: approvals, certificates of which
/// one in seven ran out, confirmations, clauses, a policy with a cap.
struct Ledger {
  private var operators = "operator_id,name,registration,service_started_on\n"
  private var designations = "operator_id,range_start,range_end\n"
  private var approvals = "operator_id,category,valid_from\n"
  private var certifications = "operator_id,valid_from,valid_to\n"
  private var restrictions = "restriction_id,kind,operator_id,range_start,range_end,starts_on\n"
  private var provisions =
    "provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end,starts_on,contract,"
    + "approval_checked_on,conditions_agreed_on,continuity_checked_on,declared_on,resale_clause\n"
  private(set) var operatorCount = 0
  private(set) var provisionCount = 0
  private var restrictionCount = 0

  /// The first number of 050-1000-0000.
  static let base = 5_010_000_000

  /// Adds an operator and returns its number.
  @discardableResult
  mutating func addOperator() -> Int {
    let x = operatorCount
    operatorCount += 1
    operators += "O\(x),Operator \(x),notified,2020-01-01\n"
    if x % 10 != 9 { approvals += "O\(x),,2020-01-01\n" }
    certifications += x % 7 != 6 ? "O\(x),2026-04-01,2027-03-31\n" : "O\(x),2025-04-01,2026-03-31\n"
    return x
  }

  mutating func addOperators(_ count: Int) {
    for _ in 0..<count { addOperator() }
  }

  mutating func designate(_ x: Int, _ start: Int, _ end: Int) {
    designations += "O\(x),0\(start),0\(end)\n"
  }

  mutating func refuse(_ x: Int) {
    restrictions += "R\(restrictionCount),refuse-new,O\(x),,,2020-01-01\n"
    restrictionCount += 1
  }

  mutating func suspend(_ start: Int, _ end: Int, day: Int) {
    restrictions += "R\(restrictionCount),suspend-numbers,,0\(start),0\(end),\(Self.day(day))\n"
    restrictionCount += 1
  }

  mutating func provide(_ u: Int, _ v: Int, _ start: Int, _ end: Int, day: Int) {
    add(u, v, ",,0\(start),0\(end)", day)
  }

  mutating func provide(_ u: Int, _ v: Int, count: Int, day: Int) {
    add(u, v, "ip,\(count),,", day)
  }

  private mutating func add(_ u: Int, _ v: Int, _ numbers: String, _ day: Int) {
    let date = Self.day(day)
    provisions += "P\(provisionCount),O\(u),O\(v),\(numbers),\(date),wholesale,"
    provisions += "\(date),\(date),\(date),,certified-only\n"
    provisionCount += 1
  }

  /// One of the days from 2020-01-01 to 2025-12-28, by a running number.
  private static func day(_ index: Int) -> String {
    let (year, month, day) = (2020 + index % 6, 1 + index / 6 % 12, 1 + index / 72 % 28)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Writes the files and returns how many bytes they have.
  func write(to directory: URL) throws -> Int {
    let policy = """
      {"caps": [{"id": "cap", "categories": [], "max_numbers": 1000}], "confirmation": {"categories": ["ip"]}}
      """
    var bytes = 0
    for (name, text) in [
      ("operators.csv", operators), ("designations.csv", designations), ("approvals.csv", approvals),
      ("certifications.csv", certifications), ("restrictions.csv", restrictions),
      ("provisions.csv", provisions), ("policy.json", policy),
    ] {
      let data = Data(text.utf8)
      bytes += data.count
      try data.write(to: directory.appendingPathComponent(name))
    }
    return bytes
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Dice {
  private var state: UInt64 = 20_261_001

  mutating func roll(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
