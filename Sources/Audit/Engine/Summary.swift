import Bytes
import Numbering
import SupplyChain

/// How many findings of a rule have each severity.
struct FindingCounts: Sendable {
  /// By `Severity.rawValue`, waived ones apart.
  private(set) var bySeverity = [0, 0, 0]
  private(set) var waived = 0

  /// - Complexity: O(*n*) in findings.
  init(_ results: RuleFindings) {
    var (notices, warnings, violations, waived) = (0, 0, 0, 0)
    for finding in results.findings {
      if finding.isWaived {
        waived += 1
      } else {
        switch finding.severity {
        case .notice: notices += 1
        case .warning: warnings += 1
        case .violation: violations += 1
        }
      }
    }
    bySeverity = [notices, warnings, violations]
    self.waived = waived
  }
}

extension AuditSummary {
  /// - Parameter coverage: whether it is worked out; without it there are no active provisions either.
  /// - Complexity: O(*n*) in provisions.
  init(
    _ outcomes: [RuleOutcome], _ state: DayState, unknownTrackRecords: Int, coverage hasCoverage: Bool = true,
    threads: Int
  ) {
    func count(_ severity: Severity) -> Int {
      outcomes.reduce(0) { $0 + $1.counts.bySeverity[Int(severity.rawValue)] }
    }
    operators = state.chain.tables.operators.count
    notices = count(.notice)
    warnings = count(.warning)
    violations = count(.violation)
    waived = outcomes.reduce(0) { $0 + $1.waived }
    self.unknownTrackRecords = unknownTrackRecords
    coverage = hasCoverage ? CoverageRow.rows(of: state, threads: threads) : []
    activeProvisions = coverage.reduce(0) { $0 + $1.provisions }
  }
}

extension CoverageRow {
  /// How far approval and certification reach, by category and tier.
  ///
  /// - Complexity: O(*n*) in provisions; space for each tier and thread.
  static func rows(of state: DayState, threads: Int) -> [CoverageRow] {
    let operators = state.excusedOrProven
    let count = state.active.count
    // Few parts: each has sums for every tier, and a chain may have a million.
    let parts = max(1, min(threads, 4))
    let slices = concurrentMap(parts, threads: threads) { part -> [[CoverageSums]] in
      CoverageSums.add(count * part / parts..<count * (part + 1) / parts, of: state, operators)
    }
    var sums = slices[0]
    for slice in slices.dropFirst() {
      for (category, tiers) in slice.enumerated() {
        while sums[category].count < tiers.count { sums[category].append(CoverageSums()) }
        for (tier, sum) in tiers.enumerated() { sums[category][tier].add(sum) }
      }
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

/// What is added up for one tier of a category.
private struct CoverageSums: Sendable {
  var provisions = 0
  var numbers: UInt64 = 0
  var approved: UInt64 = 0
  var certified: UInt64 = 0
  var both: UInt64 = 0

  mutating func add(_ other: CoverageSums) {
    provisions += other.provisions
    numbers += other.numbers
    approved += other.approved
    certified += other.certified
    both += other.both
  }

  /// The sums of some rows, by category and tier; place 0 is for provisions without a tier.
  static func add(_ rows: Range<Int>, of state: DayState, _ operators: [UInt8]) -> [[CoverageSums]] {
    let table = state.chain.tables.provisions
    let active = state.active.span
    let categories = table.categories.span
    let suppliers = table.suppliers.span
    let recipients = table.recipients.span
    let allNumbers = table.numbers.span
    let operators = operators.span
    let allTiers = state.levels?.tiers ?? []
    let tiers = allTiers.span
    let hasTiers = !tiers.isEmpty
    var near = NearSums()
    var sums = [[CoverageSums]](repeating: [], count: Category.count)
    for p in rows {
      let category = Int(categories[p].rawValue)
      let tier = hasTiers ? Int(tiers[p]) : 0
      let proven = operators[Int(suppliers[p])] & operators[Int(recipients[p])]
      let isApproved = proven >> category & 1
      let isCertified = proven >> 7
      if tier < NearSums.tiers {
        near.add(allNumbers[p], active[p], category, tier, isApproved | isCertified << 1)
        continue
      }
      // Only an active one has a tier.
      while sums[category].count <= tier { sums[category].append(CoverageSums()) }
      sums[category][tier].add(allNumbers[p], isApproved, isCertified)
    }
    for category in sums.indices {
      for tier in 0..<NearSums.tiers {
        let sum = near.sum(category, tier)
        if sum.provisions == 0 { continue }
        while sums[category].count <= tier { sums[category].append(CoverageSums()) }
        sums[category][tier].add(sum)
      }
    }
    return sums
  }

  fileprivate mutating func add(_ numbers: UInt64, _ isApproved: UInt8, _ isCertified: UInt8) {
    provisions += 1
    self.numbers += numbers
    approved += numbers * UInt64(isApproved)
    certified += numbers * UInt64(isCertified)
    both += numbers * UInt64(isApproved & isCertified)
  }
}

/// The sums of the tiers that nearly all provisions have, in a table that stays in the first-level cache.
private struct NearSums {
  static let tiers = 32

  /// By category, tier, and two bits for approved and certified: how many, and their numbers.
  private var places = [(provisions: UInt64, numbers: UInt64)](
    repeating: (0, 0), count: Category.count * tiers * 4)

  /// Adds a provision if it is active.
  @inline(__always)
  mutating func add(_ numbers: UInt64, _ active: UInt8, _ category: Int, _ tier: Int, _ proven: UInt8) {
    let place = (category * Self.tiers + tier) * 4 + Int(proven)
    places[place].provisions &+= UInt64(active)
    places[place].numbers &+= active == 0 ? 0 : numbers
  }

  func sum(_ category: Int, _ tier: Int) -> CoverageSums {
    var sum = CoverageSums()
    for proven in 0..<4 {
      let place = places[(category * Self.tiers + tier) * 4 + proven]
      sum.provisions += Int(place.provisions)
      sum.numbers += place.numbers
      if proven & 1 != 0 { sum.approved += place.numbers }
      if proven & 2 != 0 { sum.certified += place.numbers }
      if proven == 3 { sum.both += place.numbers }
    }
    return sum
  }
}

extension DayState {
  /// For each operator a bit for each category in which it is a user or approved, and the highest bit when it is
  /// a user or certified.
  fileprivate var excusedOrProven: [UInt8] {
    user.indices.map { user[$0] != 0 ? 0xFF : approved[$0] & 0x7F | certified[$0] << 7 }
  }
}
