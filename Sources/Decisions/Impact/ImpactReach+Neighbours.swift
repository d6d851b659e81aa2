import Audit
import Numbering
import SupplyChain

/// The other ends of the provisions that end with an operator's exit.
extension ImpactReach {
  /// The other ends of the provisions that end: what they hold, receive and provide changes.
  mutating func takeNeighbours() {
    let persons = Set(members)
    for category in Category.allCases {
      var (sources, recipients): ([OperatorIndex], [OperatorIndex]) = ([], [])
      for x in members {
        eachInflow(of: x, in: category) { sources.append($2) }
        eachOutflow(of: x, in: category) { recipients.append($2) }
      }
      for v in recipients.sortedUnique() where !isTooLarge && !persons.contains(v) {
        takeRecipient(v, in: category)
      }
      for u in sources.sortedUnique() where !isTooLarge && !persons.contains(u) {
        takeSupplier(u, in: category, of: persons)
      }
    }
  }

  /// A recipient: what it holds in the category changes, and whether it receives anything at all.
  mutating func takeRecipient(_ v: OperatorIndex, in category: Category) {
    affectInflows(of: v, in: category)
    affectOutflows(of: v, in: category)
    takeInflows(of: v)
    takeAnOutflow(ofEachCategoryOf: v)
    takeParty(of: v, receiving: !policy.caps.isEmpty)
  }

  /// A supplier: what it provides in the category becomes less, and may be nothing.
  ///
  /// What it provides to others is counted where some finding about it rests on the sum; else one such provision will do,
  /// since nothing that is not found comes of providing less.
  ///
  /// - Parameter added: how many numbers it would provide besides, at most.
  mutating func takeSupplier(
    _ u: OperatorIndex, in category: Category, of persons: Set<OperatorIndex>, adding added: UInt64 = 0
  ) {
    subject(u)
    let mayBeUser = chain.tables.operators.roles[Int(u)] == .user
    let received = CategorySet(rawValue: inflow[Int(u)])
    for other in Category.allCases where received.has(other) {
      if other == category || mayBeUser {
        // Of a user that provides nothing any more nothing is asked.
        affectInflows(of: u, in: other)
      } else if let p = anActive(chain.inflows, of: u, in: other) {
        take(p)
      }
    }
    takeAnOutflow(ofEachCategoryOf: u, besidesTo: persons)
    if sumsMatter(of: u, in: category, besidesTo: persons, adding: added) {
      takeOutflows(of: u, in: category)
    }
    affectOverlaps(of: u, category, persons)
  }

  /// Takes over one active provision of each category in which an operator provides anything: counts before ranges.
  private mutating func takeAnOutflow(
    ofEachCategoryOf x: OperatorIndex, besidesTo persons: Set<OperatorIndex> = []
  ) {
    let provided = CategorySet(rawValue: outflow[Int(x)] & ~affectedOutflows[Int(x)])
    for category in Category.allCases where provided.has(category) {
      if let p = anActive(chain.outflows, of: x, in: category, besidesTo: persons) { take(p) }
    }
  }

  /// An active provision at one end of an operator, whose recipient is not one of some; a count-only one if there is any.
  private func anActive(
    _ flows: Adjacency, of x: OperatorIndex, in category: Category, besidesTo persons: Set<OperatorIndex> = []
  ) -> ProvisionIndex? {
    guard let view = flows.view(category) else { return nil }
    // The count-only ones stand last.
    for position in view.range(x).reversed() {
      let p = view.provisions[position]
      if active[Int(p)] != 0, !persons.contains(recipients[Int(p)]) { return p }
    }
    return nil
  }

  /// Whether a finding about a supplier in a category rests on all that it provides there.
  ///
  /// - Complexity: O(*n*) in its provisions there.
  private func sumsMatter(
    of u: OperatorIndex, in category: Category, besidesTo persons: Set<OperatorIndex>, adding added: UInt64
  ) -> Bool {
    let tables = chain.tables
    // `supplier-approval-missing` and `uncertified-supplier` tell numbers, provisions and since when.
    if tables.approvals.origin.isPresent, !state.isApproved(u, in: category) { return true }
    if tables.certifications.origin.isPresent, !state.isCertified(u) { return true }
    // `no-source`, `resale-beyond-designation` and `over-provision`: they are not found later if they are not now.
    if !state.isHolder(u, in: category), !state.hasInflow(u, in: category) { return true }
    let holdings = state.holdings(of: u, in: category)
    let provided = holdings.provided + added
    if provided > holdings.held { return true }
    if state.isHolder(u, in: category), holdings.inflows > 0, provided > holdings.designated { return true }
    // `undeclared-resale`: any inflow may stand behind a count-only outflow.
    guard hasUndeclaredInflow(u, in: category) else { return false }
    let other = anActive(chain.outflows, of: u, in: category, besidesTo: persons)
    return other.map { table.isRanged(Int($0)) } ?? false
  }

  /// Whether some inflow of an operator could be one that had to be declared.
  private func hasUndeclaredInflow(_ u: OperatorIndex, in category: Category) -> Bool {
    guard let view = chain.inflows.view(category), !table.declaredOn.isEmpty else { return false }
    return view.range(u).contains { position in
      let p = Int(view.provisions[position])
      return active[p] != 0 && table.contracts[p] == .terms
        && (table.declaredOn[p] == Day.blank || table.declaredOn[p] > state.day.ordinal)
    }
  }

  /// Of what a supplier provides, ranges that meet one it provides to the person: they may be provided twice.
  mutating func affectOverlaps(
    of u: OperatorIndex, _ category: Category, _ persons: Set<OperatorIndex>
  ) {
    var ended: [ProvisionIndex] = []
    eachOutflow(of: u, in: category) { if persons.contains($2) { ended.append($1) } }
    affectRanges(of: u, category, meeting: ranges(of: ended))
  }

  /// Of what an operator provides, ranges that meet some numbers.
  mutating func affectRanges(of u: OperatorIndex, _ category: Category, meeting spans: RangeUnion) {
    if spans.isEmpty { return }
    eachOutflow(of: u, in: category) { reach, p, v in
      let row = Int(p)
      guard reach.table.isRanged(row), spans.meets(reach.table.rangeStarts[row]...reach.table.rangeEnd(row))
      else { return }
      reach.affect(p, from: u, to: v, category)
    }
  }
}
