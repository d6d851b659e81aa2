/// A seeded random dataset, small but dense in what the rules look at and in what nearly makes them speak.
package struct RandomDataset {
  var random: RandomSource
  /// What is being made.
  package private(set) var dataset = PlainDataset()
  var operatorIDs: [String] = []
  /// Whether one pair of operators is crowded with small provisions: kernels have another way for those.
  var isDense = false
  /// Categories in play, each with the first number of its block and how many it has.
  var blocks: [(category: String, base: Int, width: Int)] = []
  /// Ranges each operator was given so far, by designation or provision, as (operator, block, first, last).
  var holdings: [(x: String, block: Int, range: ClosedRange<Int>)] = []
  /// Supplier and recipient of each provision made, to choose from.
  var pairs: [(u: String, v: String)] = []
  var provisionIDs: [String] = []

  /// Makes the dataset of a seed.
  package static func make(seed: UInt64) -> PlainDataset {
    var maker = RandomDataset(seed: seed)
    maker.fill()
    return maker.dataset
  }

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
  }

  private mutating func fill() {
    dataset.day = pickDay()
    chooseBlocks()
    for name in PlainDataset.tableNames {
      dataset.tables[name] = PlainTable(columns: PlainDataset.allColumns[name] ?? [])
    }
    makeOperators()
    makeDesignations()
    makeApprovals()
    makeCertifications()
    makeProvisions()
    makeRestrictions()
    makePolicy()
    makeCaps()
    dropSomeTables()
    makeWaivers()
  }

  mutating func setPolicy(_ change: (inout PlainPolicy, inout RandomSource) -> Void) {
    change(&dataset.policy, &random)
  }

  mutating func append(_ table: String, _ cells: [String: String]) {
    dataset.tables[table]?.append(cells)
  }

  mutating func setCell(_ table: String, _ row: Int, _ column: String, _ text: String) {
    guard let place = dataset.tables[table]?.index(column) else { return }
    dataset.tables[table]?.rows[row][place] = text
  }

  // MARK: Days

  private mutating func pickDay() -> Int {
    if random.chance(40) { return OracleCalendar.day(2026, 4, 1) }
    if random.chance(40) { return OracleCalendar.day(2026, 6, random.int(1...30)) }
    return random.pick(
      [
        OracleCalendar.day(2023, 1, 1), OracleCalendar.day(2024, 2, 29), OracleCalendar.day(2025, 9, 30),
        OracleCalendar.day(2025, 10, 1), OracleCalendar.day(2026, 5, 26), OracleCalendar.day(2026, 5, 27),
        OracleCalendar.day(2027, 2, 28),
      ], else: OracleCalendar.day(2026, 4, 1))
  }

  /// A day near a boundary, mostly in the past.
  mutating func anyDay() -> Int {
    let today = dataset.day
    switch random.int(0...9) {
    case 0: return today
    case 1: return today + random.int(-2...2)
    case 2: return today - random.int(360...370)
    case 3: return OracleCalendar.day(2023, 1, 1) + random.int(-1...1)
    case 4: return OracleCalendar.day(2025, 10, 1) + random.int(-1...1)
    case 5: return OracleCalendar.day(2026, 5, 27) + random.int(-1...1)
    case 6: return today + random.int(1...200)
    case 7: return random.chance(20) ? OracleCalendar.day(2024, 2, 29) : today - random.int(1...30)
    default: return today - random.int(1...900)
    }
  }

  mutating func pastDay() -> Int {
    let day = anyDay()
    return day <= dataset.day || random.chance(20) ? day : dataset.day - random.int(1...300)
  }

  func text(_ day: Int) -> String { OracleCalendar.text(day) }

  /// A day or blank.
  mutating func maybeDay(blank percent: Int) -> String { random.chance(percent) ? "" : text(anyDay()) }

  // MARK: Numbers

  private mutating func chooseBlocks() {
    let plan = [
      ("fixed", "0312340"), ("ip", "05012340"), ("mobile", "09012340"), ("data", "02012340"),
      ("data", "02001234500"), ("paging", "02041234"), ("fmc", "06001234"), ("service", "0120123"),
      ("service", "08001234"),
    ]
    isDense = random.int(1...1_000) <= 15
    let count = isDense ? 1 : random.int(1...3)
    for place in 0..<count {
      let chosen = place == 0 || random.chance(60) ? plan[random.int(0...2)] : plan[random.int(0...8)]
      let width = isDense ? 250 : random.int(12...45)
      let base = Int(chosen.1 + "000") ?? 0
      blocks.append((chosen.0, base + random.int(0...3) * 10, width))
    }
  }

  /// The digits of a number: the plain integer with its leading 0.
  func digits(_ number: Int) -> String { "0\(number)" }

  mutating func anyRange(_ block: Int) -> ClosedRange<Int> {
    let (_, base, width) = blocks[block]
    let start = base + random.int(0...width - 1)
    return start...min(base + width - 1, start + random.int(0...width))
  }

  /// A range near one that somebody has: the same, part of it, or shifted.
  mutating func cut(_ range: ClosedRange<Int>, block: Int) -> ClosedRange<Int> {
    let (_, base, width) = blocks[block]
    switch random.int(0...9) {
    case 0...2: return range
    case 3...7:
      let start = range.lowerBound + random.int(0...range.count - 1)
      return start...start + random.int(0...range.upperBound - start)
    case 8:
      let start = min(range.upperBound + 1, base + width - 1)
      return start...min(start + random.int(0...5), base + width - 1)
    default:
      let start = max(base, range.lowerBound - random.int(0...4))
      return start...min(base + width - 1, start + range.count + random.int(0...4))
    }
  }

  // MARK: Leaving out

  private mutating func dropSomeTables() {
    let odds = [
      ("designations", 5), ("approvals", 5), ("certifications", 6), ("restrictions", 15), ("caps", 30),
      ("provisions", 1),
    ]
    for (table, percent) in odds where random.chance(percent) {
      if random.chance(70) { dataset.tables[table] = nil } else { dataset.tables[table]?.rows = [] }
    }
    let columns = [
      "approval_checked_on", "conditions_agreed_on", "continuity_checked_on", "declared_on", "resale_clause",
    ]
    for column in columns where random.chance(5) { dropColumn("provisions", column) }
    provisionIDs = dataset.tables["provisions"]?.rows.map { $0[0] } ?? []
  }

  private mutating func dropColumn(_ table: String, _ column: String) {
    guard let place = dataset.tables[table]?.index(column) else { return }
    dataset.tables[table]?.columns.remove(at: place)
    for row in dataset.tables[table]?.rows.indices ?? 0..<0 {
      dataset.tables[table]?.rows[row].remove(at: place)
    }
  }

  // MARK: Waivers

  private mutating func makeWaivers() {
    guard random.chance(45) else {
      if random.chance(80) { dataset.tables["waivers"] = nil }
      return
    }
    let findings = Oracle(dataset).audit().findings
    for number in 0..<random.int(1...5) {
      var cells = ["waiver_id": "W\((number * 7 + 3) % 11)", "reason": "agreed", "approved_by": "compliance"]
      if !findings.isEmpty && random.chance(85) {
        let finding = findings[random.int(0...findings.count - 1)]
        cells["rule"] = finding.rule
        let ends = [finding.supplierID, finding.recipientID, finding.operatorID].compactMap { $0 }
        if random.chance(60) { cells["operator_id"] = random.pick(ends + (finding.operatorIDs ?? [])) }
        if random.chance(50) { cells["provision_id"] = finding.provisionID ?? random.pick(provisionIDs) }
      } else {
        cells["rule"] = random.pick(Oracle.rules.map(\.name))
        if random.chance(60) { cells["provision_id"] = random.pick(provisionIDs) }
      }
      if (cells["operator_id"] ?? "").isEmpty && (cells["provision_id"] ?? "").isEmpty {
        cells["operator_id"] = random.pick(operatorIDs)
      }
      let end = random.chance(50) ? dataset.day + random.int(-3...3) : anyDay()
      cells["valid_to"] = text(end)
      if random.chance(60) { cells["valid_from"] = text(min(end, anyDay())) }
      append("waivers", cells)
    }
  }
}
