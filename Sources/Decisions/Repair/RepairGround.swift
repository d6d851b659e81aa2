import Bytes
import Numbering
import SupplyChain

/// What a day says of coverage: which provisions count, which of them are covered, what the ends of others lack.
struct RepairGround: Sendable {
  let state: DayState
  let levels: Levels
  let table: ProvisionTable
  /// By operator.
  let facts: [EndFacts]
  let clean: CleanLevels
  /// Active provisions with a tier that are not covered, in file order.
  let uncovered: [ProvisionIndex]
  let before: RepairCoverage
  let threads: Int

  /// nil when the day has no levels.
  ///
  /// - Complexity: O(operators + *p*) for *p* provisions; O(log *k*) for each range of a supplier with *k* level pieces
  ///   of which some are clean and some not.
  init?(_ state: DayState, threads: Int = 2) {
    guard let levels = state.levels, let clean = CleanLevels(state, threads: threads) else { return nil }
    self.state = state
    self.levels = levels
    self.clean = clean
    self.threads = threads
    table = state.chain.tables.provisions
    let persons = state.chain.persons.groupOf
    facts = persons.indices.map { x in
      EndFacts(
        person: persons[x], approved: state.approved[x], isCertified: state.certified[x] != 0,
        isUser: state.user[x] != 0)
    }
    let sight = CoverageSight(state, clean)
    let count = table.count
    let slice = 1 << 16
    let parts = concurrentMap((count + slice - 1) / slice, threads: threads) { index in
      sight.coverage(of: index * slice..<min(count, (index + 1) * slice))
    }
    (before, uncovered) = CoverageSight.together(parts)
  }

  /// What is known of the two ends of a provision.
  func ends(of p: ProvisionIndex) -> ProvisionEnds {
    let row = Int(p)
    let (supplier, category, isRanged) = (table.suppliers[row], table.categories[row], table.isRanged(row))
    return ProvisionEnds(
      provision: p, supplier: supplier, category: category, isRanged: isRanged,
      isClean: clean.tags[Int(supplier)].areClean(ranged: isRanged, category),
      ofSupplier: facts[Int(supplier)], ofRecipient: facts[Int(table.recipients[row])])
  }

  /// Whether a provision may be ended: its recipient passes nothing on in the category, so nobody loses a source, and
  /// its supplier does not become a user by it.
  func canEnd(_ p: ProvisionIndex) -> Bool {
    let (u, v) = (Int(table.suppliers[Int(p)]), Int(table.recipients[Int(p)]))
    return state.outflow[v] >> table.categories[Int(p)].rawValue & 1 == 0
      && state.chain.tables.operators.roles[u] != .user
  }
}
