import Numbering
import SupplyChain

/// A step before it has a number: a person and what it lacks.
///
/// Ordered by person, certification before approvals, approvals by category: file order.
struct StepCode: Hashable, Comparable {
  let value: UInt32

  static func certification(of person: PersonIndex) -> StepCode { StepCode(value: person << 3) }

  static func approval(of person: PersonIndex, in category: Category) -> StepCode {
    StepCode(value: person << 3 | UInt32(category.rawValue) + 1)
  }

  var person: PersonIndex { value >> 3 }
  /// nil for a certification.
  var category: Category? { value & 7 == 0 ? nil : Category(rawValue: UInt8(value & 7) - 1) }

  static func < (left: StepCode, right: StepCode) -> Bool { left.value < right.value }
}

/// What a day says of coverage: which provisions count, which of them are covered, what the ends of others lack.
struct RepairGround: Sendable {
  let state: DayState
  let levels: Levels
  let table: ProvisionTable
  let personOf: [PersonIndex]
  let clean: CleanLevels
  /// Active provisions with a tier that are not covered, in file order.
  let uncovered: [ProvisionIndex]
  let before: RepairCoverage

  /// nil when the day has no levels.
  ///
  /// - Complexity: O(*p* log *k*) in provisions and the level pieces of one supplier.
  init?(_ state: DayState) {
    guard let levels = state.levels, let clean = CleanLevels(state) else { return nil }
    self.state = state
    self.levels = levels
    self.clean = clean
    table = state.chain.tables.provisions
    personOf = state.chain.persons.groupOf
    let sight = CoverageSight(state, certified: state.certified, approved: state.approved, clean: clean)
    (before, uncovered) = sight.coverage()
  }

  func isCertified(_ x: OperatorIndex) -> Bool { state.certified[Int(x)] != 0 }

  /// Appends what the two ends of a provision lack.
  func appendEnds(of p: ProvisionIndex, to codes: inout [StepCode]) {
    let category = table.categories[Int(p)]
    let (u, v) = (table.suppliers[Int(p)], table.recipients[Int(p)])
    appendLacks(of: u, in: category, to: &codes)
    if state.user[Int(v)] == 0 { appendLacks(of: v, in: category, to: &codes) }
  }

  private func appendLacks(of x: OperatorIndex, in category: Category, to codes: inout [StepCode]) {
    let person = personOf[Int(x)]
    if !isCertified(x) { codes.appendOnce(.certification(of: person)) }
    if state.approved[Int(x)] >> category.rawValue & 1 == 0 {
      codes.appendOnce(.approval(of: person, in: category))
    }
  }

  /// Whether a provision may be ended: its recipient passes nothing on in the category, so nobody loses a source, and
  /// its supplier does not become a user by it.
  func canEnd(_ p: ProvisionIndex) -> Bool {
    let (u, v) = (Int(table.suppliers[Int(p)]), Int(table.recipients[Int(p)]))
    return state.outflow[v] >> table.categories[Int(p)].rawValue & 1 == 0
      && state.chain.tables.operators.roles[u] != .user
  }
}

extension [StepCode] {
  /// Appends a code unless it is there; sets are small.
  mutating func appendOnce(_ code: StepCode) {
    if !contains(code) { append(code) }
  }
}

/// Who is approved and certified, and what is covered then.
struct CoverageSight {
  let state: DayState
  let certified: [UInt8]
  /// Categories by operator.
  let approved: [UInt8]
  let clean: CleanLevels
  /// Provisions that no longer count, ascending.
  var ended: [ProvisionIndex] = []

  init(_ state: DayState, certified: [UInt8], approved: [UInt8], clean: CleanLevels) {
    self.state = state
    self.certified = certified
    self.approved = approved
    self.clean = clean
  }

  /// The coverage, and the provisions that are not covered, in file order.
  func coverage() -> (RepairCoverage, [ProvisionIndex]) {
    guard let levels = state.levels else { return (RepairCoverage(), []) }
    let table = state.chain.tables.provisions
    let (tiers, user) = (levels.tiers, state.user)
    // By operator, the categories in which nothing is missing.
    let inOrder = certified.indices.map { certified[$0] == 0 ? 0 : approved[$0] }
    var coverage = RepairCoverage()
    var uncovered: [ProvisionIndex] = []
    var nextEnded = 0
    for p in 0..<table.count {
      if nextEnded < ended.count, Int(ended[nextEnded]) == p {
        nextEnded += 1
        continue
      }
      if tiers[p] == 0 { continue }
      let (u, v) = (Int(table.suppliers[p]), Int(table.recipients[p]))
      let category = table.categories[p].rawValue
      coverage.provisions += 1
      coverage.numbers += table.numbers[p]
      let ends = inOrder[u] & (user[v] != 0 ? 0xFF : inOrder[v])
      if ends >> category & 1 != 0, clean.isClean(UInt32(p)) {
        coverage.coveredProvisions += 1
        coverage.covered += table.numbers[p]
      } else {
        uncovered.append(UInt32(p))
      }
    }
    return (coverage, uncovered)
  }
}
