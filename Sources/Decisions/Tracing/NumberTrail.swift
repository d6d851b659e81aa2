import Numbering
import SupplyChain

/// The operators and provisions that a number passes, numbered among themselves.
///
/// Invariants: `operators` ascends; `suppliers` and `recipients` have a place in it for each hop; the other columns are
/// as long as `operators`, `offsets` one longer.
struct NumberTrail {
  let operators: [OperatorIndex]
  private let suppliers: [Int]
  private let recipients: [Int]
  /// Hops by supplier: those of operator `x` stand in `order` from `offsets[x]` on.
  private var offsets: [Int]
  private var order: [Int]
  /// Whether some hop leads to the operator.
  let receives: [Bool]

  /// - Complexity: O(*k* log *k*) in hops and holders.
  init(_ provisions: [ProvisionIndex], of table: ProvisionTable, holders: [OperatorIndex]) {
    var all = holders
    all.reserveCapacity(holders.count + 2 * provisions.count)
    for p in provisions {
      all.append(table.suppliers[Int(p)])
      all.append(table.recipients[Int(p)])
    }
    all.sort()
    var kept = 0
    for place in all.indices where kept == 0 || all[kept - 1] != all[place] {
      all[kept] = all[place]
      kept += 1
    }
    all.removeLast(all.count - kept)
    operators = all
    let places = all
    suppliers = provisions.map { Self.place(of: table.suppliers[Int($0)], in: places) }
    recipients = provisions.map { Self.place(of: table.recipients[Int($0)], in: places) }
    var offsets = [Int](repeating: 0, count: kept + 1)
    var receives = [Bool](repeating: false, count: kept)
    for supplier in suppliers { offsets[supplier + 1] += 1 }
    for recipient in recipients { receives[recipient] = true }
    for place in 0..<kept { offsets[place + 1] += offsets[place] }
    var next = offsets
    order = [Int](repeating: 0, count: provisions.count)
    for hop in suppliers.indices {
      order[next[suppliers[hop]]] = hop
      next[suppliers[hop]] += 1
    }
    self.offsets = offsets
    self.receives = receives
  }

  private static func place(of x: OperatorIndex, in operators: [OperatorIndex]) -> Int {
    var (low, high) = (0, operators.count)
    while low < high {
      let middle = (low + high) / 2
      if operators[middle] < x { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The place of an operator that is one of them.
  func place(of x: OperatorIndex) -> Int { Self.place(of: x, in: operators) }

  /// Whether the operator at a place provides the number to nobody.
  func isLast(_ place: Int) -> Bool { offsets[place] == offsets[place + 1] }

  /// The level of the number at each operator, given those of the operators that have it from no hop: a search from
  /// all of them at once; `noLevel` for none.
  ///
  /// - Complexity: O(*k* log *k*).
  func levels(from given: [UInt32]) -> [UInt32] {
    var levels = given
    var seeds = given.indices.filter { given[$0] != noLevel }
    if seeds.count > 1 { seeds.sort { (given[$0], $0) < (given[$1], $1) } }
    var queue: [Int] = []
    var (nextSeed, next) = (0, 0)
    // Both are in the order of levels; the lesser goes first.
    while nextSeed < seeds.count || next < queue.count {
      let place: Int
      if next == queue.count || nextSeed < seeds.count && levels[seeds[nextSeed]] <= levels[queue[next]] {
        place = seeds[nextSeed]
        nextSeed += 1
      } else {
        place = queue[next]
        next += 1
      }
      for position in offsets[place]..<offsets[place + 1] {
        let recipient = recipients[order[position]]
        if levels[recipient] != noLevel { continue }
        levels[recipient] = levels[place] + 1
        queue.append(recipient)
      }
    }
    return levels
  }

  /// The supplier's place of each hop.
  func supplier(of hop: Int) -> Int { suppliers[hop] }

  /// The circles that no hop leads out of, each as its operators; circles by their first operator.
  ///
  /// - Complexity: O(*k*).
  func closedCircles() -> [[OperatorIndex]] {
    if isAcyclic { return [] }
    let components = ProvisionGraph(
      offsets: offsets.map { UInt32($0) }, recipients: order.map { UInt32(recipients[$0]) }, sources: []
    ).components()
    var isClosed = components.sizes.map { $0 > 1 }
    for hop in suppliers.indices {
      let (from, to) = (components.componentOf[suppliers[hop]], components.componentOf[recipients[hop]])
      if from != to { isClosed[Int(from)] = false }
    }
    var circles = [[OperatorIndex]](repeating: [], count: components.count)
    for place in operators.indices {
      let component = Int(components.componentOf[place])
      if isClosed[component] { circles[component].append(operators[place]) }
    }
    return circles.filter { !$0.isEmpty }
  }

  /// Whether nobody gets back what it provided: operators that receive from nobody left are taken away one by one.
  private var isAcyclic: Bool {
    var waiting = [Int](repeating: 0, count: operators.count)
    for recipient in recipients { waiting[recipient] += 1 }
    var free = operators.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < free.count {
      let place = free[next]
      next += 1
      for position in offsets[place]..<offsets[place + 1] {
        let recipient = recipients[order[position]]
        waiting[recipient] -= 1
        if waiting[recipient] == 0 { free.append(recipient) }
      }
    }
    return free.count == operators.count
  }
}
