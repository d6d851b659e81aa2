import Numbering
import SupplyChain

extension AuditSummary {
  /// - Complexity: O(*n*) in findings and provisions.
  init(_ outcomes: [RuleOutcome], _ state: DayState, unknownTrackRecords: Int) {
    var bySeverity = [0, 0, 0]
    var waived = 0
    for outcome in outcomes {
      for finding in outcome.results.findings {
        if finding.isWaived { waived += 1 } else { bySeverity[Int(finding.severity.rawValue)] += 1 }
      }
    }
    operators = state.chain.tables.operators.count
    activeProvisions = state.active.reduce(0) { $0 + Int($1) }
    notices = bySeverity[Int(Severity.notice.rawValue)]
    warnings = bySeverity[Int(Severity.warning.rawValue)]
    violations = bySeverity[Int(Severity.violation.rawValue)]
    self.waived = waived
    self.unknownTrackRecords = unknownTrackRecords
    coverage = CoverageRow.rows(of: state)
  }
}

extension CoverageRow {
  /// What is added up for one tier of a category.
  private struct Sums {
    var provisions = 0
    var numbers: UInt64 = 0
    var approved: UInt64 = 0
    var certified: UInt64 = 0
    var both: UInt64 = 0
  }

  /// How far approval and certification reach, by category and tier.
  ///
  /// - Complexity: O(*n*) in provisions, time and space.
  static func rows(of state: DayState) -> [CoverageRow] {
    let table = state.chain.tables.provisions
    // Place 0 of a category is for provisions without a tier, place t for tier t.
    var sums = [[Sums]](repeating: [], count: Category.count)
    for p in 0..<table.count where state.active[p] != 0 {
      let category = table.categories[p]
      let (u, v) = (Int(table.suppliers[p]), Int(table.recipients[p]))
      let bit = CategorySet(category).rawValue
      let approved = state.approves(u, bit) && state.approves(v, bit)
      let certified = state.certifies(u) && state.certifies(v)
      let tier = state.levels.map { Int($0.tiers[p]) } ?? 0
      let place = Int(category.rawValue)
      while sums[place].count <= tier { sums[place].append(Sums()) }
      let numbers = table.numbers[p]
      sums[place][tier].provisions += 1
      sums[place][tier].numbers += numbers
      if approved { sums[place][tier].approved += numbers }
      if certified { sums[place][tier].certified += numbers }
      if approved && certified { sums[place][tier].both += numbers }
    }
    var rows: [CoverageRow] = []
    for category in Category.allCases {
      let tiers = sums[Int(category.rawValue)]
      for tier in Array(tiers.indices.dropFirst()) + tiers.indices.prefix(1) where tiers[tier].provisions > 0
      {
        let sum = tiers[tier]
        rows.append(
          CoverageRow(
            category: category, tier: tier == 0 ? nil : tier, provisions: sum.provisions,
            numbers: sum.numbers,
            approved: sum.approved, certified: sum.certified, both: sum.both))
      }
    }
    return rows
  }
}

extension DayState {
  /// Whether an end needs nothing more in a category: it is a user or approved.
  fileprivate func approves(_ x: Int, _ bit: UInt8) -> Bool {
    user[x] != 0 || approved[x] & bit != 0
  }

  /// Whether an end is a user or certified.
  fileprivate func certifies(_ x: Int) -> Bool {
    user[x] != 0 || certified[x] != 0
  }
}
