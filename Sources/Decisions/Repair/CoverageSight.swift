import SupplyChain

/// The categories in which nothing is missing at the ends of provisions.
struct EndsInOrder: Sendable {
  /// By operator as a supplier, and as a recipient, of whom nothing is asked when it is a user.
  private let suppliers: [UInt8]
  private let recipients: [UInt8]

  /// - Complexity: O(operators).
  init(certified: [UInt8], approved: [UInt8], user: [UInt8]) {
    suppliers = certified.indices.map { certified[$0] == 0 ? 0 : approved[$0] }
    var recipients = suppliers
    for x in recipients.indices where user[x] != 0 { recipients[x] = 0xFF }
    self.recipients = recipients
  }

  func ends(_ supplier: Int, _ recipient: Int) -> UInt8 { suppliers[supplier] & recipients[recipient] }
}

/// Looks over the provisions of a day and tells what is covered.
struct CoverageSight: Sendable {
  private let table: ProvisionTable
  private let tiers: [UInt32]
  private let order: EndsInOrder
  private let clean: CleanLevels

  init(_ state: DayState, _ clean: CleanLevels) {
    table = state.chain.tables.provisions
    tiers = state.levels?.tiers ?? []
    order = EndsInOrder(certified: state.certified, approved: state.approved, user: state.user)
    self.clean = clean
  }

  /// The coverage of some rows, and those that are not covered, in file order.
  func coverage(of rows: Range<Int>) -> (RepairCoverage, [ProvisionIndex]) {
    if tiers.isEmpty { return (RepairCoverage(), []) }
    let (tiers, suppliers, recipients) = (tiers.span, table.suppliers.span, table.recipients.span)
    let (categories, numbers) = (table.categories.span, table.numbers.span)
    let (starts, tags) = (table.rangeStarts.span, clean.tags.span)
    var coverage = RepairCoverage()
    var uncovered: [ProvisionIndex] = []
    for p in rows where tiers[p] != 0 {
      let (supplier, category) = (Int(suppliers[p]), categories[p])
      let ends = order.ends(supplier, Int(recipients[p]))
      coverage.provisions += 1
      coverage.numbers += numbers[p]
      if ends >> category.rawValue & 1 != 0,
        tags[supplier].areClean(ranged: starts[p] != 0, category) ?? clean.isClean(UInt32(p))
      {
        coverage.coveredProvisions += 1
        coverage.covered += numbers[p]
      } else {
        uncovered.append(UInt32(p))
      }
    }
    return (coverage, uncovered)
  }

  /// What was found of slices of all rows.
  static func together(
    _ parts: [(coverage: RepairCoverage, uncovered: [ProvisionIndex])]
  ) -> (RepairCoverage, [ProvisionIndex]) {
    var all = RepairCoverage()
    var uncovered: [ProvisionIndex] = []
    uncovered.reserveCapacity(parts.reduce(0) { $0 + $1.uncovered.count })
    for (coverage, rows) in parts {
      all.provisions += coverage.provisions
      all.numbers += coverage.numbers
      all.coveredProvisions += coverage.coveredProvisions
      all.covered += coverage.covered
      uncovered += rows
    }
    return (all, uncovered)
  }
}
