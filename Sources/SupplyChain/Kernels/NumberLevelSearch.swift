import Numbering

/// Works out the number-precise levels of one category (SPEC §4 *level(u, x)*).
///
/// Ranges of numbers travel down the active ranged outflows level by level, as a breadth-first search whose nodes are
/// pieces (operator, range). A number is given to an operator at most once: what is left open there is a set of spans
/// from which each arrival takes its part. Kept are only numbers that an operator passes on in a range; nobody asks
/// for others, and a number that arrives at a recipient lies in a range that its supplier passes on.
///
/// - Complexity: O((*p* + *k*) log *n*) time for *p* provisions and designations and *k* arrivals; O(*p* + *k*) space.
///   An arrival is a piece meeting an outflow whose recipient has numbers open.
struct NumberLevelSearch {
  /// What the search reads.
  struct Input {
    let outflows: RangedFlows
    /// Active or not; those of operators that pass nothing on in ranges are never looked at.
    let inflows: CategoryAdjacency
    let active: [UInt8]
    let suppliers: [OperatorIndex]
    let rangeStarts: [UInt64]
    let numbers: [UInt64]
    let designated: SpanTable?
    /// Plain, or clean as `passing` says.
    let categoryLevels: [UInt32]
    /// 1 for the operators that may have a level; nil for all.
    let passing: [UInt8]?
    let ids: TextColumn
    /// Whether the provision that gives each number is asked for; else pieces are joined regardless of it.
    let namesProvisions: Bool
    /// How many pieces there may be; with more the search gives up.
    let mostPieces: Int
  }

  /// How many arrivals there may be for each piece allowed.
  private static let arrivalsPerPiece = 32

  private let input: Input
  private var open: OpenSpans
  private var edges: RangedEdges
  private var sweep: LeastLabelSweep
  private var pieces: [LevelPiece] = []
  /// Pieces of the level being worked on.
  private var frontier: [Offer] = []
  /// Pieces that count-only inflows give, sorted by level.
  private var fallbacks: [LevelPiece] = []
  /// How many arrivals there were in all levels.
  private var arrivalCount = 0

  /// The levels of every operator that passes ranges on; nil when they fall into more pieces than are allowed.
  static func levels(_ input: Input) -> NumberLevels? {
    pieces(input).map { NumberLevels($0, operatorCount: input.outflows.operatorCount) }
  }

  /// The pieces alone, so that all else is freed before they are sorted.
  private static func pieces(_ input: Input) -> [LevelPiece]? {
    var search = NumberLevelSearch(input)
    search.findTargets()
    search.edges = RangedEdges(input, open: search.open)
    search.propagate()
    return search.isBeyondLimits ? nil : search.pieces
  }

  private init(_ input: Input) {
    self.input = input
    open = OpenSpans(operatorCount: input.outflows.operatorCount)
    edges = RangedEdges()
    sweep = LeastLabelSweep(ids: input.ids)
  }

  // MARK: What each operator passes on

  /// Splits the numbers each operator passes on into designated, received in ranges, and neither.
  private mutating func findTargets() {
    let outflows = input.outflows
    var (passedOn, received, rest): ([Span], [Span], [Span]) = ([], [], [])
    var (designated, inside, outside): ([Span], [Span], [Span]) = ([], [], [])
    var (starts, ends): ([UInt64], [UInt64]) = ([], [])
    for x in 0..<UInt32(outflows.operatorCount) where !outflows.range(x).isEmpty {
      if let passing = input.passing, passing[Int(x)] == 0 { continue }
      Spans.union(outflows.starts, outflows.ends, outflows.range(x), into: &passedOn)
      designated.removeAll(keepingCapacity: true)
      if let own = input.designated {
        for position in own.range(x) {
          designated.append(Span(start: own.starts[position], end: own.ends[position]))
        }
      }
      Spans.split(passedOn, by: designated, inside: &inside, outside: &rest)
      for span in inside {
        pieces.append(LevelPiece(x, span, level: 0, via: noIndex))
        frontier.append(Offer(start: span.start, end: span.end, recipient: x, provision: noIndex))
      }
      if rest.isEmpty { continue }
      findReceived(x, &starts, &ends)
      Spans.union(starts, ends, 0..<starts.count, into: &received)
      Spans.split(rest, by: received, inside: &inside, outside: &outside)
      for span in inside { open.insert(x, span.start, span.end) }
      if outside.isEmpty { continue }
      let (level, via) = countOnlyLevel(of: x)
      if level == noLevel { continue }
      for span in outside { fallbacks.append(LevelPiece(x, span, level: level, via: via)) }
    }
    fallbacks.sort { ($0.level, $0.owner, $0.start) < ($1.level, $1.owner, $1.start) }
  }

  /// The active ranges an operator receives, by start.
  private func findReceived(_ x: OperatorIndex, _ starts: inout [UInt64], _ ends: inout [UInt64]) {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for position in input.inflows.range(x) {
      let p = Int(input.inflows.provisions[position])
      let start = input.rangeStarts[p]
      if start == 0 { return }
      if input.active[p] == 0 { continue }
      starts.append(start)
      ends.append(start &+ input.numbers[p] &- 1)
    }
  }

  /// The level that count-only inflows give, and the one of least id that does; `noLevel` for none.
  private func countOnlyLevel(of x: OperatorIndex) -> (level: UInt32, via: ProvisionIndex) {
    var (least, via) = (noLevel, noIndex)
    // The count-only ones stand last.
    for position in input.inflows.range(x).reversed() {
      let p = input.inflows.provisions[position]
      if input.rangeStarts[Int(p)] != 0 { break }
      if input.active[Int(p)] == 0 { continue }
      let level = input.categoryLevels[Int(input.suppliers[Int(p)])]
      if level == noLevel || level > least { continue }
      if level < least || input.namesProvisions && input.ids.precedes(Int(p), Int(via)) {
        via = input.namesProvisions ? p : noIndex
      }
      least = level
    }
    return (least == noLevel ? noLevel : least + 1, via)
  }

  // MARK: Level by level

  /// Whether the pieces are more than can be kept, or finding them takes more than can be waited for.
  ///
  /// *f* fragments of alternating level that pass *h* hops are *f*·*h* pieces: a ledger can be made so that no memory
  /// holds them.
  private var isBeyondLimits: Bool {
    pieces.count > input.mostPieces || arrivalCount / Self.arrivalsPerPiece > input.mostPieces
  }

  private mutating func propagate() {
    var level: UInt32 = 0
    var nextFallback = 0
    var (arrivals, resolved): ([Offer], [Offer]) = ([], [])
    var taken: [Span] = []
    while true {
      if frontier.isEmpty {
        guard nextFallback < fallbacks.count else { return }
        level = max(level, fallbacks[nextFallback].level)
      }
      while nextFallback < fallbacks.count, fallbacks[nextFallback].level == level {
        let piece = fallbacks[nextFallback]
        pieces.append(piece)
        frontier.append(
          Offer(start: piece.start, end: piece.end, recipient: piece.owner, provision: noIndex))
        nextFallback += 1
      }
      arrivals.removeAll(keepingCapacity: true)
      for piece in frontier {
        let before = arrivals.count
        edges.visit(piece, open: open, into: &arrivals)
        arrivalCount += arrivals.count - before
        if isBeyondLimits { return }
      }
      frontier.removeAll(keepingCapacity: true)
      level += 1
      if arrivals.count > 1 {
        arrivals.sort { ($0.recipient, $0.start) < ($1.recipient, $1.start) }
      }
      var run = 0..<0
      while run.upperBound < arrivals.count {
        let x = arrivals[run.upperBound].recipient
        var end = run.upperBound + 1
        while end < arrivals.count, arrivals[end].recipient == x { end += 1 }
        run = run.upperBound..<end
        resolved.removeAll(keepingCapacity: true)
        sweep.resolve(arrivals, run, into: &resolved)
        let first = frontier.count
        for offer in resolved {
          taken.removeAll(keepingCapacity: true)
          open.take(x, from: offer.start, through: offer.end, into: &taken)
          for span in taken { settle(x, span, level, offer.provision, after: first) }
        }
        if isBeyondLimits { return }
      }
    }
  }

  /// Gives an operator the level of a span and lets it travel on, joined to the span before it if they touch.
  private mutating func settle(
    _ x: OperatorIndex, _ span: Span, _ level: UInt32, _ provision: ProvisionIndex, after first: Int
  ) {
    pieces.append(LevelPiece(x, span, level: level, via: provision))
    let last = frontier.count - 1
    if last >= first, frontier[last].end + 1 == span.start {
      frontier[last].end = span.end
    } else {
      frontier.append(Offer(start: span.start, end: span.end, recipient: x, provision: noIndex))
    }
  }
}

/// A range of numbers of an operator that have one level.
struct LevelPiece {
  let owner: OperatorIndex
  let level: UInt32
  let start: UInt64
  /// Inclusive.
  let end: UInt64
  /// The inflow that gives it; `noIndex` for none.
  let via: ProvisionIndex

  init(_ owner: OperatorIndex, _ span: Span, level: UInt32, via: ProvisionIndex) {
    self.owner = owner
    self.level = level
    self.via = via
    start = span.start
    end = span.end
  }
}
