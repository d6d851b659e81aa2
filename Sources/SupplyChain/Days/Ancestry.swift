import Numbering

/// Where the numbers of some provisions can have come from on a day, as a supply chain of its own.
///
/// It holds every active provision on any way up from them, and the designations of whom it meets: their tiers and
/// chains are the same in it as in the whole. Mostly it is very small.
package struct Ancestry {
  /// The chain; all its rows are in force on all days.
  package let chain: SupplyChain
  /// The provision that each of its own stands for, ascending.
  package let provisions: [ProvisionIndex]

  /// nil when it would have more provisions than `mostProvisions`.
  ///
  /// - Complexity: O(*n* log *n*) in the inflows, active or not, of whom it meets.
  package init?(
    of wanted: some Sequence<ProvisionIndex>, in whole: SupplyChain, on day: Day, mostProvisions: Int
  ) {
    let table = whole.tables.provisions
    let today = day.ordinal
    var met: Set<ProvisionIndex> = []
    var seen: Set<UInt64> = []
    var queue: [(x: OperatorIndex, category: Category)] = []
    func meet(_ p: ProvisionIndex) {
      guard met.insert(p).inserted else { return }
      let (x, category) = (table.suppliers[Int(p)], table.categories[Int(p)])
      if seen.insert(UInt64(x) << 8 | UInt64(category.rawValue)).inserted { queue.append((x, category)) }
    }
    for p in wanted { meet(p) }
    var next = 0
    while next < queue.count {
      let (x, category) = queue[next]
      next += 1
      guard let inflows = whole.inflows.view(category) else { continue }
      for position in inflows.range(x) {
        let p = inflows.provisions[position]
        if table.starts[Int(p)] <= today, today < table.ends[Int(p)] { meet(p) }
      }
      if met.count > mostProvisions { return nil }
    }
    provisions = met.sorted()
    var operators: Set<OperatorIndex> = []
    for p in provisions {
      operators.insert(table.suppliers[Int(p)])
      operators.insert(table.recipients[Int(p)])
    }
    chain = SupplyChain(Self.tables(whole, operators.sorted(), provisions, today), threads: 1)
  }

  private static func tables(
    _ whole: SupplyChain, _ operators: [OperatorIndex], _ provisions: [ProvisionIndex], _ today: Int32
  ) -> Tables {
    let (table, blocks) = (whole.tables.provisions, whole.tables.designations)
    // Nothing of it is shown, and ids decide among equals.
    let (ids, operatorIDs) = (table.ids.unredacted, whole.tables.operators.ids.unredacted)
    var tables = Tables()
    var places: [OperatorIndex: OperatorIndex] = [:]
    tables.declare(.designations)
    for x in operators {
      let place = tables.operators.append(id: operatorIDs[Int(x)], name: "")
      places[x] = place
      for row in whole.designationsOf.rows(of: x) {
        let row = Int(row)
        guard blocks.starts[row] <= today, today < blocks.ends[row] else { continue }
        tables.designations.append(
          operator: place, category: blocks.categories[row],
          range: blocks.rangeStarts[row]...blocks.rangeEnds[row])
      }
    }
    for p in provisions {
      let row = Int(p)
      guard let u = places[table.suppliers[row]], let v = places[table.recipients[row]] else { continue }
      if table.isRanged(row) {
        tables.provisions.append(
          id: ids[row], supplier: u, recipient: v, category: table.categories[row],
          range: table.rangeStarts[row]...table.rangeEnd(row))
      } else {
        tables.provisions.append(
          id: ids[row], supplier: u, recipient: v, category: table.categories[row],
          numbers: table.numbers[row])
      }
    }
    return tables
  }

  /// The row that stands for a provision, which must be there.
  ///
  /// - Complexity: O(log *n*).
  package func row(of p: ProvisionIndex) -> ProvisionIndex? {
    var (low, high) = (0, provisions.count)
    while low < high {
      let middle = (low + high) / 2
      if provisions[middle] < p { low = middle + 1 } else { high = middle }
    }
    return low < provisions.count && provisions[low] == p ? UInt32(low) : nil
  }
}
