/// The ranged outflows along which numbers can reach an operator that has some open; operators by their places.
///
/// Invariants: the edges of one supplier ascend by start, those of one pair do not overlap; `offsets` is one longer
/// than the operators.
struct TimedEdges {
  private var offsets: [UInt32] = [0]
  private var starts: [UInt64] = []
  private var recipients: [UInt32] = []
  /// Inclusive; 0 for one cut off because its recipient has nothing open any more.
  private var ends: MaximumTree<UInt64>
  private let lastNumbers: [UInt64]

  /// - Complexity: O(*p* log *p*) in the ranged provisions of one supplier, summed over suppliers.
  init(
    _ operators: [OperatorIndex], places: [UInt32], _ outflows: CategoryAdjacency, active: [UInt8],
    _ table: ProvisionTable, open: OpenSpans
  ) {
    var lastNumbers: [UInt64] = []
    var offers: [Offer] = []
    for x in operators {
      offers.removeAll(keepingCapacity: true)
      for position in outflows.range(x) {
        let p = Int(outflows.provisions[position])
        if !table.isRanged(p) { break }
        let recipient = places[Int(outflows.recipients[position])]
        if active[p] == 0 || recipient == noIndex || open.isEmpty(recipient) { continue }
        offers.append(
          Offer(
            start: table.rangeStarts[p], end: table.rangeEnd(p), recipient: recipient, provision: noIndex))
      }
      Self.unite(&offers)
      for offer in offers {
        starts.append(offer.start)
        lastNumbers.append(offer.end)
        recipients.append(offer.recipient)
      }
      offsets.append(UInt32(starts.count))
    }
    self.lastNumbers = lastNumbers
    ends = MaximumTree(lastNumbers)
  }

  /// Joins the overlapping ranges of each recipient; by start.
  private static func unite(_ offers: inout [Offer]) {
    if offers.count < 2 { return }
    offers.sort { ($0.recipient, $0.start) < ($1.recipient, $1.start) }
    var kept = 0
    for offer in offers {
      if kept > 0, offers[kept - 1].recipient == offer.recipient, offer.start <= offers[kept - 1].end + 1 {
        offers[kept - 1].end = max(offers[kept - 1].end, offer.end)
      } else {
        offers[kept] = offer
        kept += 1
      }
    }
    offers.removeLast(offers.count - kept)
    offers.sort { ($0.start, $0.end, $0.recipient) < ($1.start, $1.end, $1.recipient) }
  }

  /// Appends what reaches the recipients when a piece travels on.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* arrivals and edges cut off.
  mutating func visit(_ piece: TimedPiece, open: OpenSpans, into arrivals: inout [Offer]) {
    let (low, high) = (Int(offsets[Int(piece.place)]), Int(offsets[Int(piece.place) + 1]))
    if low == high { return }
    var position = ends.first(from: low, atLeast: piece.start)
    while position < high, starts[position] <= piece.end {
      let recipient = recipients[position]
      if open.isEmpty(recipient) {
        ends.set(position, 0)
      } else {
        arrivals.append(
          Offer(
            start: max(starts[position], piece.start), end: min(lastNumbers[position], piece.end),
            recipient: recipient, provision: noIndex))
      }
      position = ends.first(from: position + 1, atLeast: piece.start)
    }
  }
}
