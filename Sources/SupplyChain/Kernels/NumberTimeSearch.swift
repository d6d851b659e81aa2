/// Finds when numbers become clean at the operators that pass on some that are not, once they are certified.
///
/// These alone have numbers open. Numbers travel in the order of times, and whoever is certified later than they come
/// has them from then on; so the first to come to an operator are also the first to be clean there, and each number is
/// given to an operator once.
struct NumberTimeSearch {
  /// How many arrivals there may be for each piece allowed.
  private static let arrivalsPerPiece = 32

  private let state: DayState
  private let table: ProvisionTable
  private let category: Int
  /// By operator, when it is certified, and when it has a clean level in the category.
  private let certifiedFrom: [UInt32]
  private let reached: [UInt32]
  private let inflows: CategoryAdjacency
  private let outflows: CategoryAdjacency
  private let plain: NumberLevels
  private let clean: NumberLevels
  private let mostPieces: Int
  /// Operators certified in the end that pass on numbers that are not clean, in file order.
  private let operators: [OperatorIndex]
  /// The place of every operator among them; `noIndex` for all others.
  private let places: [UInt32]
  private var open: OpenSpans
  private var found: [TimedPiece] = []
  /// By time, the piece found last; for each piece the one before it of the same time.
  private var lastFound: [UInt32]
  private var before: [UInt32] = []
  private var arrivalCount = 0
  private var taken: [Span] = []

  /// nil when nobody has numbers open.
  ///
  /// - Parameters:
  ///   - last: the last time at which anybody is certified.
  ///   - mostPieces: with more pieces than that the search gives up.
  /// - Complexity: O(operators + `last`).
  init?(
    _ state: DayState, _ levels: Levels, _ category: Int, certifiedFrom times: [UInt32], last: UInt32,
    reached: [UInt32], mostPieces: Int
  ) {
    guard let plain = levels.byNumber[category], let clean = levels.cleanByNumber[category],
      let inflows = state.chain.inflows.views[category], let outflows = state.chain.outflows.views[category]
    else { return nil }
    var operators: [OperatorIndex] = []
    for x in times.indices where times[x] != CleanTimes.never {
      let (all, part) = (plain.range(UInt32(x)), clean.range(UInt32(x)))
      let size = plain.sizesBefore[all.upperBound] - plain.sizesBefore[all.lowerBound]
      if size != clean.sizesBefore[part.upperBound] - clean.sizesBefore[part.lowerBound] {
        operators.append(UInt32(x))
      }
    }
    if operators.isEmpty { return nil }
    var places = [UInt32](repeating: noIndex, count: times.count)
    for (place, x) in operators.enumerated() { places[Int(x)] = UInt32(place) }
    (self.state, self.category, self.mostPieces) = (state, category, mostPieces)
    (certifiedFrom, self.reached) = (times, reached)
    (self.plain, self.clean, self.inflows, self.outflows) = (plain, clean, inflows, outflows)
    (self.operators, self.places) = (operators, places)
    table = state.chain.tables.provisions
    open = OpenSpans(operatorCount: operators.count)
    lastFound = [UInt32](repeating: noIndex, count: Int(last) + 1)
  }

  /// The times; nil when they fall into more pieces than are allowed.
  ///
  /// - Complexity: O((*f* + *k*) log *n*) for *f* flows of the operators and *k* arrivals; see `NumberLevelSearch`.
  mutating func times() -> NumberTimes? {
    findTargets()
    takeFromClean()
    propagate()
    return isBeyondLimits ? nil : NumberTimes(found, places: places, count: operators.count)
  }

  private var isBeyondLimits: Bool {
    found.count > mostPieces || arrivalCount / Self.arrivalsPerPiece > mostPieces
  }

  private mutating func settle(_ place: UInt32, _ span: Span, at time: UInt32) {
    before.append(lastFound[Int(time)])
    lastFound[Int(time)] = UInt32(found.count)
    found.append(TimedPiece(place: place, time: time, start: span.start, end: span.end))
  }

  private mutating func take(_ place: UInt32, from start: UInt64, through end: UInt64, at time: UInt32) {
    arrivalCount += 1
    taken.removeAll(keepingCapacity: true)
    open.take(place, from: start, through: end, into: &taken)
    for span in taken { settle(place, span, at: time) }
  }

  // MARK: What is open

  /// Splits the numbers that are not clean into those that are by themselves once their operator is certified, those
  /// that count-only inflows give, and those that come in ranges and wait.
  private mutating func findTargets() {
    var (wanting, rest, outside): ([Span], [Span], [Span]) = ([], [], [])
    var (inside, others): ([Span], [Span]) = ([], [])
    var (starts, ends): ([UInt64], [UInt64]) = ([], [])
    for (place, x) in operators.enumerated() {
      let time = certifiedFrom[Int(x)]
      Self.copy(plain.range(x), of: plain.starts, plain.ends, into: &wanting)
      Self.copy(clean.range(x), of: clean.starts, clean.ends, into: &others)
      Spans.split(wanting, by: others, inside: &inside, outside: &rest)
      if let own = state.designated[category], !own.range(x).isEmpty {
        Self.copy(own.range(x), of: own.starts, own.ends, into: &others)
        wanting = rest
        Spans.split(wanting, by: others, inside: &inside, outside: &rest)
        for span in inside { settle(UInt32(place), span, at: time) }
      }
      if rest.isEmpty { continue }
      findReceived(x, &starts, &ends)
      Spans.union(starts, ends, 0..<starts.count, into: &others)
      Spans.split(rest, by: others, inside: &inside, outside: &outside)
      for span in inside { open.insert(UInt32(place), span.start, span.end) }
      if outside.isEmpty { continue }
      let counted = countOnlyTime(of: x)
      if counted == CleanTimes.never { continue }
      for span in outside { settle(UInt32(place), span, at: max(time, counted)) }
    }
  }

  private static func copy(
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

  /// When count-only inflows give an operator a clean level.
  private func countOnlyTime(of x: OperatorIndex) -> UInt32 {
    var least = CleanTimes.never
    for position in inflows.range(x).reversed() {
      let q = Int(inflows.provisions[position])
      if table.isRanged(q) { break }
      if state.active[q] != 0 { least = min(least, reached[Int(table.suppliers[q])]) }
    }
    return least
  }

  // MARK: What comes

  /// Takes what suppliers have that is clean already, from the day on which its recipient is certified.
  private mutating func takeFromClean() {
    var offers: [Offer] = []
    for (place, x) in operators.enumerated() where !open.isEmpty(UInt32(place)) {
      let time = certifiedFrom[Int(x)]
      // What is certified already has all that was to be had.
      if time == 0 { continue }
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
      if offers.count > 1 { offers.sort { ($0.recipient, $0.start) < ($1.recipient, $1.start) } }
      // Overlapping ranges of one supplier count once.
      var (supplier, next): (OperatorIndex, UInt64) = (noIndex, 0)
      for offer in offers {
        let start = offer.recipient == supplier ? max(offer.start, next) : offer.start
        if start > offer.end { continue }
        (supplier, next) = (offer.recipient, offer.end + 1)
        for position in clean.pieces(of: supplier, from: start, through: offer.end) {
          take(
            UInt32(place), from: max(start, clean.starts[position]),
            through: min(offer.end, clean.ends[position]), at: time)
          if isBeyondLimits || open.isEmpty(UInt32(place)) { break }
        }
        if isBeyondLimits { return }
        if open.isEmpty(UInt32(place)) { break }
      }
    }
  }

  /// Passes on what was taken, in the order of times.
  private mutating func propagate() {
    if found.isEmpty || isBeyondLimits { return }
    var edges = TimedEdges(operators, places: places, outflows, active: state.active, table, open: open)
    var arrivals: [Offer] = []
    for time in lastFound.indices {
      while lastFound[time] != noIndex {
        let index = Int(lastFound[time])
        lastFound[time] = before[index]
        arrivals.removeAll(keepingCapacity: true)
        edges.visit(found[index], open: open, into: &arrivals)
        for offer in arrivals {
          let own = certifiedFrom[Int(operators[Int(offer.recipient)])]
          take(offer.recipient, from: offer.start, through: offer.end, at: max(UInt32(time), own))
        }
        if isBeyondLimits { return }
      }
    }
  }
}
