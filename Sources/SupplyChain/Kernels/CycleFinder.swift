import Numbering

/// Finds shortest cycles through operators within their components.
///
/// It keeps scratch as long as the operators; use one for many components, and one per thread.
package struct CycleFinder {
  private let outflows: CategoryAdjacency
  private let inflows: CategoryAdjacency
  private let table: ProvisionTable
  private let kept: [UInt8]
  /// Hops to the operator the cycle is sought through; `noLevel` where unknown.
  private var distance: [UInt32]

  /// A finder over the provisions whose byte in `kept` is not 0.
  package init(
    outflows: CategoryAdjacency, inflows: CategoryAdjacency, of table: ProvisionTable, kept: [UInt8]
  ) {
    self.outflows = outflows
    self.inflows = inflows
    self.table = table
    self.kept = kept
    distance = [UInt32](repeating: noLevel, count: outflows.offsets.count - 1)
  }

  /// The provisions of a shortest cycle, the first provided by `x`; empty when none goes through it.
  ///
  /// Of several shortest ones it is that whose provision ids, compared hop by hop, come first.
  ///
  /// - Complexity: O(provisions of the component).
  package mutating func shortestCycle(through x: OperatorIndex, in circles: Circles) -> [ProvisionIndex] {
    let circle = circles.circleOf[Int(x)]
    if circle == noIndex { return [] }
    var reached = [x]
    defer { for member in reached { distance[Int(member)] = noLevel } }
    distance[Int(x)] = 0
    var next = 0
    while next < reached.count {
      let recipient = reached[next]
      next += 1
      for position in inflows.range(recipient) {
        let p = Int(inflows.provisions[position])
        let supplier = Int(table.suppliers[p])
        if kept[p] == 0 || distance[supplier] != noLevel || circles.circleOf[supplier] != circle { continue }
        distance[supplier] = distance[Int(recipient)] + 1
        reached.append(UInt32(supplier))
      }
    }
    var cycle: [ProvisionIndex] = []
    var place = x
    repeat {
      let hop = nearestHop(from: place)
      if hop == noIndex { return [] }
      cycle.append(hop)
      place = table.recipients[Int(hop)]
    } while place != x
    return cycle
  }

  /// The outflow of least id among those that lead nearest to the operator sought.
  private func nearestHop(from place: OperatorIndex) -> ProvisionIndex {
    var (best, nearest) = (noIndex, noLevel)
    for position in outflows.range(place) {
      let p = outflows.provisions[position]
      if kept[Int(p)] == 0 { continue }
      let after = distance[Int(table.recipients[Int(p)])]
      if after == noLevel || after > nearest { continue }
      if after < nearest || table.ids.precedes(Int(p), Int(best)) { best = p }
      nearest = after
    }
    return best
  }
}
