import Banken
import Testing

@testable import TestSupport

/// A seeded random ledger of few operators, pairs, numbers and days, so that everything meets everything.
struct DenseLedger {
  private var random: RandomSource
  private(set) var dataset = PlainDataset()
  private let operators: [String]
  private let today: Int
  private let numbers: Int

  /// - Parameters:
  ///   - suppliers: how many operators may supply; fewer make fuller pairs.
  ///   - provisions: how many there are.
  ///   - numbers: how many telephone numbers there are.
  init(seed: UInt64, operators count: Int, suppliers: Int, provisions: Int, numbers: Int) {
    random = RandomSource(seed: seed)
    self.numbers = numbers
    // Ids in another order than the file's.
    operators = random.shuffled((0..<count).map { "X\($0)" })
    today = dataset.day
    for (name, columns) in PlainDataset.allColumns where name != "caps" && name != "waivers" {
      dataset.tables[name] = PlainTable(columns: columns)
    }
    for x in operators {
      append(
        "operators", ["operator_id": x, "name": x, "role": random.chance(20) ? "user" : "operator"])
      if random.chance(40) { append("certifications", ["operator_id": x, "valid_from": "2026-01-01"]) }
    }
    for _ in 0..<random.int(0...6) {
      let (start, end) = range()
      append(
        "designations",
        [
          "operator_id": random.pick(operators), "range_start": start, "range_end": end,
          "returned_on": random.chance(20) ? day(-3...3) : "",
        ])
    }
    let names = random.shuffled((0..<provisions).map { "P\($0)" })
    for name in names { addProvision(name, suppliers: suppliers) }
    for row in 0..<random.int(0...8) { addRestriction("R\(row)") }
    if random.chance(30) { dataset.policy.complete = [operators[0]] }
  }

  private mutating func append(_ table: String, _ cells: [String: String]) {
    dataset.tables[table]?.append(cells)
  }

  private mutating func day(_ offset: ClosedRange<Int>) -> String {
    OracleCalendar.text(today + random.int(offset))
  }

  private mutating func range() -> (start: String, end: String) {
    let start = random.int(0...numbers - 6)
    let length = random.int(0...min(30, numbers - start))
    return ("0\(5_012_340_000 + start)", "0\(5_012_340_000 + start + length)")
  }

  private mutating func addProvision(_ id: String, suppliers: Int) {
    var cells = [
      "provision_id": id, "supplier_id": random.pick(Array(operators.prefix(suppliers))),
      "recipient_id": random.pick(operators),
      "resale_clause": random.pick(["", "certified-only", "prohibited", "free"]),
    ]
    if random.chance(80) {
      (cells["range_start"], cells["range_end"]) = range()
    } else {
      (cells["category"], cells["numbers"]) = ("ip", "\(random.int(1...9))")
    }
    if random.chance(90) { cells["starts_on"] = day(-8 ... -1) }
    if random.chance(40) { cells["ends_on"] = day(-1...2) }
    append("provisions", cells)
  }

  private mutating func addRestriction(_ id: String) {
    var cells = ["restriction_id": id]
    if random.chance(50) {
      cells["kind"] = "suspend-numbers"
      (cells["range_start"], cells["range_end"]) = range()
    } else {
      cells["kind"] = random.pick(["refuse-new", "suspend-stock"])
      cells["operator_id"] = random.pick(operators)
      cells["category"] = random.pick(["", "ip", "fixed"])
    }
    if random.chance(80) { cells["starts_on"] = day(-8 ... -1) }
    if random.chance(40) { cells["ends_on"] = day(-1...2) }
    append("restrictions", cells)
  }

  /// Holds a rule against its plainly written form on random ledgers, and returns how many findings there were.
  static func compare(
    _ rule: String, seeds: Range<UInt64> = 1..<60, operators: Int = 4, suppliers: Int = 3,
    provisions: Int = 24, numbers: Int = 30
  ) -> Int {
    var found = 0
    for seed in seeds {
      let ledger = DenseLedger(
        seed: seed, operators: operators, suppliers: suppliers, provisions: provisions, numbers: numbers)
      found += Oracle(ledger.dataset, rules: [rule]).audit().findings.count
      let differences = ledger.dataset.disagreements(rules: [rule])
      if differences.isEmpty { continue }
      let smallest = ledger.dataset.shrunk { !$0.disagreements(rules: [rule]).isEmpty }
      Issue.record(
        "seed \(seed)\n\(smallest.listing)\n\(smallest.disagreements(rules: [rule]).joined(separator: "\n"))")
      break
    }
    return found
  }
}

extension DayAudit {
  /// The findings of a rule as values: for audits too large to be told in lines.
  func findings(of rule: RuleID) -> [Finding] { outcomes[Int(rule.rawValue)].results.findings }
}
