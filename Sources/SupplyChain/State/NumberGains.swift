import Numbering

/// The numbers of one category that become clean when further operators are certified, operator by operator.
struct NumberGains: Sendable {
  /// The place of each operator in `spans`; `noIndex` for those that gain nothing for sure.
  private let places: [UInt32]
  private let spans: SpanTable

  /// - Parameters:
  ///   - certified: 1 for who is certified then.
  ///   - gained: 1 for who gains a clean level in the category.
  ///   - mostPieces: with more pieces than that the search gives up, and the result is nil.
  init?(
    _ state: DayState, _ clean: CleanLevels, _ category: Int, certified: [UInt8], gained: [UInt8],
    mostPieces: Int
  ) {
    guard var search = NumberGainSearch(state, clean, category, certified, gained, mostPieces) else {
      (places, spans) = ([UInt32](repeating: noIndex, count: certified.count), SpanTable())
      return
    }
    guard var pieces = search.pieces() else { return nil }
    pieces.sort { ($0.owner, $0.start) < ($1.owner, $1.start) }
    var table = SpanTable()
    for piece in pieces {
      table.close(upTo: Int(piece.owner))
      table.append(piece.start, piece.end)
    }
    table.close(upTo: search.operators.count)
    (places, spans) = (search.places, table)
  }

  /// Whether an operator may have gained something.
  func hasSome(_ x: OperatorIndex) -> Bool { places[Int(x)] != noIndex }

  /// How many numbers of a range an operator gains; only for one that may gain something.
  ///
  /// - Complexity: O(log *k*) in the spans it gains.
  func size(of x: OperatorIndex, from start: UInt64, through end: UInt64) -> UInt64 {
    spans.size(of: places[Int(x)], from: start, through: end)
  }
}

/// Finds which numbers become clean at the certified operators that pass on some that are not.
///
/// These alone have numbers open. Each takes what its own designations, its clean count-only inflows and the clean
/// numbers of its suppliers give it; what it takes travels on among them.
struct NumberGainSearch {
  /// Certified operators that pass on numbers that were not clean, in file order.
  let operators: [OperatorIndex]
  /// The place of every operator among them; `noIndex` for all others.
  let places: [UInt32]

  /// How many arrivals there may be for each piece allowed.
  private static let arrivalsPerPiece = 32

  private let state: DayState
  private let table: ProvisionTable
  private let category: Int
  private let gained: [UInt8]
  private let inflows: CategoryAdjacency
  private let outflows: CategoryAdjacency
  private let plain: NumberLevels
  private let clean: NumberLevels
  private let cleanLevels: [UInt32]
  private let mostPieces: Int
  private var open: OpenSpans
  private var found: [LevelPiece] = []
  private var frontier: [Offer] = []
  private var arrivalCount = 0

  /// nil when nobody has numbers open.
  ///
  /// - Complexity: O(operators).
  init?(
    _ state: DayState, _ known: CleanLevels, _ category: Int, _ certified: [UInt8], _ gained: [UInt8],
    _ mostPieces: Int
  ) {
    guard let levels = state.levels, let plain = levels.byNumber[category],
      let clean = levels.cleanByNumber[category], let cleanLevels = levels.cleanByCategory[category],
      let inflows = state.chain.inflows.views[category], let outflows = state.chain.outflows.views[category]
    else { return nil }
    let (bit, tags): (UInt8, [CleanTags]) = (1 << UInt8(category), known.tags)
    var operators: [OperatorIndex] = []
    for x in certified.indices where certified[x] != 0 && tags[x].ranges & bit == 0 {
      operators.append(UInt32(x))
    }
    if operators.isEmpty { return nil }
    var places = [UInt32](repeating: noIndex, count: certified.count)
    for (place, x) in operators.enumerated() { places[Int(x)] = UInt32(place) }
    (self.state, self.category, self.gained, self.mostPieces) = (state, category, gained, mostPieces)
    (self.plain, self.clean, self.cleanLevels) = (plain, clean, cleanLevels)
    (self.inflows, self.outflows) = (inflows, outflows)
    (self.operators, self.places) = (operators, places)
    table = state.chain.tables.provisions
    open = OpenSpans(operatorCount: operators.count)
  }

  /// The numbers gained, by places of operators; nil when they fall into more pieces than are allowed.
  ///
  /// - Complexity: near-linear in the flows of the operators and the pieces; see `NumberLevelSearch`.
  mutating func pieces() -> [LevelPiece]? {
    findTargets()
    takeFromClean()
    propagate()
    return isBeyondLimits ? nil : found
  }

  private var isBeyondLimits: Bool {
    found.count > mostPieces || arrivalCount / Self.arrivalsPerPiece > mostPieces
  }

  private mutating func settle(_ place: UInt32, _ span: Span) {
    found.append(LevelPiece(place, span, level: 0, via: noIndex))
    frontier.append(Offer(start: span.start, end: span.end, recipient: place, provision: noIndex))
  }

  // MARK: What is open

  /// Splits the numbers that are not clean into those clean from now on by themselves, and those that wait.
  private mutating func findTargets() {
    var (wanting, rest, outside): ([Span], [Span], [Span]) = ([], [], [])
    var (inside, others): ([Span], [Span]) = ([], [])
    var (starts, ends): ([UInt64], [UInt64]) = ([], [])
    for (place, x) in operators.enumerated() {
      let isNew = state.certified[Int(x)] == 0
      Self.take(plain.range(x), of: plain.starts, plain.ends, into: &wanting)
      Self.take(clean.range(x), of: clean.starts, clean.ends, into: &others)
      Spans.split(wanting, by: others, inside: &inside, outside: &rest)
      if isNew, let own = state.designated[category], !own.range(x).isEmpty {
        Self.take(own.range(x), of: own.starts, own.ends, into: &others)
        wanting = rest
        Spans.split(wanting, by: others, inside: &inside, outside: &rest)
        for span in inside { settle(UInt32(place), span) }
      }
      if rest.isEmpty { continue }
      findReceived(x, &starts, &ends)
      Spans.union(starts, ends, 0..<starts.count, into: &others)
      Spans.split(rest, by: others, inside: &inside, outside: &outside)
      for span in inside { open.insert(UInt32(place), span.start, span.end) }
      if outside.isEmpty || !hasCleanCounts(x) { continue }
      for span in outside { settle(UInt32(place), span) }
    }
  }

  private static func take(
    _ range: Range<Int>, of starts: [UInt64], _ ends: [UInt64], into spans: inout [Span]
  ) {
    spans.removeAll(keepingCapacity: true)
    for position in range { spans.append(Span(start: starts[position], end: ends[position])) }
  }

  /// The active ranges an operator receives, by start.
  private func findReceived(_ x: OperatorIndex, _ starts: inout [UInt64], _ ends: inout [UInt64]) {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for position in inflows.range(x) {
      let q = Int(inflows.provisions[position])
      if !table.isRanged(q) { return }
      if state.active[q] == 0 { continue }
      starts.append(table.rangeStarts[q])
      ends.append(table.rangeEnd(q))
    }
  }

  /// Whether count-only inflows give an operator a clean level.
  private func hasCleanCounts(_ x: OperatorIndex) -> Bool {
    for position in inflows.range(x).reversed() {
      let q = Int(inflows.provisions[position])
      if table.isRanged(q) { return false }
      let supplier = Int(table.suppliers[q])
      if state.active[q] != 0, cleanLevels[supplier] != noLevel || gained[supplier] != 0 { return true }
    }
    return false
  }

  // MARK: What comes

  /// Takes what suppliers have that is clean already.
  private mutating func takeFromClean() {
    var offers: [Offer] = []
    var taken: [Span] = []
    for (place, x) in operators.enumerated() where !open.isEmpty(UInt32(place)) {
      offers.removeAll(keepingCapacity: true)
      for position in inflows.range(x) {
        let q = Int(inflows.provisions[position])
        if !table.isRanged(q) { break }
        let supplier = table.suppliers[q]
        if state.active[q] == 0 || clean.range(supplier).isEmpty { continue }
        offers.append(
          Offer(
            start: table.rangeStarts[q], end: table.rangeEnd(q), recipient: supplier, provision: noIndex))
      }
      // Overlapping ranges of one supplier count once.
      if offers.count > 1 { offers.sort { ($0.recipient, $0.start) < ($1.recipient, $1.start) } }
      var (supplier, next): (OperatorIndex, UInt64) = (noIndex, 0)
      for offer in offers {
        let start = offer.recipient == supplier ? max(offer.start, next) : offer.start
        if start > offer.end { continue }
        (supplier, next) = (offer.recipient, offer.end + 1)
        for position in clean.pieces(of: supplier, from: start, through: offer.end) {
          arrivalCount += 1
          taken.removeAll(keepingCapacity: true)
          open.take(
            UInt32(place), from: max(start, clean.starts[position]),
            through: min(offer.end, clean.ends[position]), into: &taken)
          for span in taken { settle(UInt32(place), span) }
          if isBeyondLimits || open.isEmpty(UInt32(place)) { break }
        }
        if isBeyondLimits { return }
        if open.isEmpty(UInt32(place)) { break }
      }
    }
  }

  /// Passes on what was taken.
  private mutating func propagate() {
    if frontier.isEmpty || isBeyondLimits { return }
    let flows = RangedFlows(
      among: operators, places: places, outflows, active: state.active, of: table)
    var edges = RangedEdges(flows, ids: table.ids, namesProvisions: false, open: open)
    var (arrivals, taken): ([Offer], [Span]) = ([], [])
    while let piece = frontier.popLast() {
      arrivals.removeAll(keepingCapacity: true)
      edges.visit(piece, open: open, into: &arrivals)
      arrivalCount += arrivals.count
      for offer in arrivals {
        taken.removeAll(keepingCapacity: true)
        open.take(offer.recipient, from: offer.start, through: offer.end, into: &taken)
        for span in taken { settle(offer.recipient, span) }
      }
      if isBeyondLimits { return }
    }
  }
}
