/// The ranged outflows along which numbers can reach an operator that has some open.
///
/// The provisions of one pair are resolved to disjoint edges, so that *k* pieces meeting *m* provisions of a pair make
/// *k* + 2*m* arrivals, not *k* · *m*. An edge whose recipient has nothing open any more is cut off when met.
/// Invariants: the edges of one supplier ascend by start; `offsets` is one longer than the number of operators.
struct RangedEdges {
  private var offsets: [UInt32] = []
  private var edges: [Offer] = []
  /// The ends of all edges; 0 for one cut off.
  private var ends = MaximumTree<UInt64>([])

  /// No edges.
  init() {}

  /// - Complexity: O(*p* log *p*) in the ranged provisions of one supplier, summed over suppliers.
  init(_ input: NumberLevelSearch.Input, open: OpenSpans) {
    let outflows = input.outflows
    offsets = [0]
    offsets.reserveCapacity(outflows.operatorCount + 1)
    edges.reserveCapacity(outflows.starts.count)
    var sweep = LeastLabelSweep(ids: input.ids)
    var lastSupplier = [UInt32](repeating: noIndex, count: outflows.operatorCount)
    var offers: [Offer] = []
    for x in 0..<UInt32(outflows.operatorCount) {
      offers.removeAll(keepingCapacity: true)
      var meetsTwice = false
      for position in outflows.range(x) {
        let recipient = outflows.recipients[position]
        if open.isEmpty(recipient) { continue }
        meetsTwice = meetsTwice || lastSupplier[Int(recipient)] == x
        lastSupplier[Int(recipient)] = x
        offers.append(
          Offer(
            start: outflows.starts[position], end: outflows.ends[position], recipient: recipient,
            provision: input.namesProvisions ? outflows.provisions[position] : noIndex))
      }
      if meetsTwice {
        appendResolved(&offers, &sweep)
      } else {
        edges.append(contentsOf: offers)
      }
      offsets.append(UInt32(edges.count))
    }
    ends = MaximumTree(edges.map(\.end))
  }

  private mutating func appendResolved(_ offers: inout [Offer], _ sweep: inout LeastLabelSweep) {
    offers.sort { ($0.recipient, $0.start) < ($1.recipient, $1.start) }
    let first = edges.count
    var run = 0..<0
    while run.upperBound < offers.count {
      var end = run.upperBound + 1
      while end < offers.count, offers[end].recipient == offers[run.upperBound].recipient { end += 1 }
      run = run.upperBound..<end
      sweep.resolve(offers, run, into: &edges)
    }
    edges[first...].sort { ($0.start, $0.end, $0.recipient) < ($1.start, $1.end, $1.recipient) }
  }

  /// Appends what reaches the recipients when a piece of an operator (its `recipient`) travels on.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* arrivals and edges cut off.
  mutating func visit(_ piece: Offer, open: OpenSpans, into arrivals: inout [Offer]) {
    let (low, high) = (Int(offsets[Int(piece.recipient)]), Int(offsets[Int(piece.recipient) + 1]))
    if low == high { return }
    var position = ends.first(from: low, atLeast: piece.start)
    while position < high, edges[position].start <= piece.end {
      let edge = edges[position]
      if open.isEmpty(edge.recipient) {
        ends.set(position, 0)
      } else {
        arrivals.append(
          Offer(
            start: max(edge.start, piece.start), end: min(edge.end, piece.end), recipient: edge.recipient,
            provision: edge.provision))
      }
      position = ends.first(from: position + 1, atLeast: piece.start)
    }
  }
}
