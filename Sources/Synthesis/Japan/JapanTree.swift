import Numbering

/// Who supplies whom, how many provisions each has, and how many numbers stand in each.
///
/// An operator's numbers are one run out of its supplier's, and each of its ranged provisions a piece of that run:
/// so suppliers hold what they provide, and nobody's numbers meet.
struct JapanTree: Sendable {
  /// Widest pieces a reseller may get; the first that fits into the numbering plan is taken.
  private static let widths = [1_000, 300, 100, 30, 10, 3, 1]
  private static let pieces = [1, 1, 1, 2, 2, 5, 5, 10, 10, 10, 20, 20, 50, 100, 100, 1_000]

  let layout: JapanLayout
  private(set) var blocks: HolderBlocks
  /// By operator up to the idle ones; a holder is its own supplier.
  private(set) var suppliers: [UInt32]
  private(set) var categories: [Category]
  /// Provisions of an operator are those from its entry up to the next one's; one longer than `suppliers`.
  private(set) var firstRows: [UInt32]
  /// How many numbers each ranged, and each count-only, provision of an operator has.
  private(set) var pieceSizes: [UInt32]
  private(set) var countSizes: [UInt32]
  /// The first number of the operator's run.
  private(set) var bases: [UInt64]
  /// In millionths.
  private let ranges: Int
  private let choices: Randomness

  /// - Complexity: O(*n* log *n*) in operators.
  init(_ layout: JapanLayout, _ options: SynthesisOptions, plants: PlantBook) throws(SynthesisError) {
    self.layout = layout
    ranges = options.ranges
    choices = Randomness(seed: options.seed, purpose: 10)
    let count = layout.idle
    suppliers = (0..<count).map { UInt32($0) }
    categories = [Category](repeating: .fixed, count: count)
    firstRows = [UInt32](repeating: 0, count: count + 1)
    pieceSizes = [UInt32](repeating: 0, count: count)
    countSizes = pieceSizes
    bases = [UInt64](repeating: 0, count: count)
    blocks = HolderBlocks(holders: layout.holders, plants: plants)
    chooseSuppliers()
    spreadRows()
    for width in Self.widths {
      let needs = size(upTo: width)
      if blocks.allocate(needs) {
        cut()
        return
      }
    }
    throw .planExhausted
  }

  // MARK: Choices

  /// Bits that say which certificate, approval and so on an operator has.
  func bits(_ x: Int) -> UInt64 { choices.bits(x) }

  /// Whether its suppliers let it resell to certified operators only, which it keeps to.
  func isBoundToCertified(_ x: Int) -> Bool {
    layout.isWholesaler(x) && bits(x).small(0, below: 4) == 0
  }

  /// A role `user`: a reseller's big customer, which neither needs nor has approval and certificate.
  func isUser(_ x: Int) -> Bool { layout.isReseller(x) && bits(x).small(0, below: 32) == 0 }

  func certification(_ x: Int) -> OperatorTraits.Certification {
    if layout.isHolder(x) { return .valid }
    if isUser(x) { return .never }
    if isBoundToCertified(Int(suppliers[x])) { return .valid }
    let share = bits(x).small(16, below: 100)
    if layout.isWholesaler(x) { return share < 93 ? .valid : share < 97 ? .expired : .never }
    switch share {
    case ..<72: return .valid
    case ..<82: return .never
    case ..<90: return .expired
    case ..<94: return .withdrawn
    case ..<97: return .revoked
    default: return .notYet
    }
  }

  /// Whether a reseller has begun less than a year before the audit, and so gets few numbers.
  func isYoung(_ x: Int) -> Bool {
    layout.isReseller(x) && bits(x).small(32, below: 8) == 0
      && rowCount(x) * Int(max(pieceSizes[x], countSizes[x])) <= YoungOperatorCap.maximum
  }

  /// The other supplier of a reseller that has two.
  func secondarySupplier(_ x: Int) -> Int {
    let zone = layout.wholesalers(1)
    let other = zone.lowerBound + Randomness.more(bits(x)).heavyTailed(below: zone.count)
    return isBoundToCertified(other) && certification(x) != .valid ? Int(suppliers[other]) : other
  }

  /// The category in which the other supplier provides.
  func secondaryCategory(_ x: Int) -> Category {
    let zone = layout.wholesalers(1)
    return categories[zone.lowerBound + Randomness.more(bits(x)).heavyTailed(below: zone.count)]
  }

  // MARK: Shares

  func rowCount(_ x: Int) -> Int { Int(firstRows[x + 1] - firstRows[x]) }

  /// - Complexity: O(1).
  func shares(_ x: Int) -> JapanShares {
    let rows = rowCount(x)
    var shares = JapanShares()
    let bits = Randomness.more(Randomness.more(self.bits(x)))
    let whole = SynthesisOptions.wholeShare
    let isReseller = layout.isReseller(x)
    if isReseller, rows >= 4, ranges < whole, !isUser(x), bits.small(0, below: 6) == 0 {
      shares.secondary = rows / 4
    }
    shares.ended = (rows - shares.secondary) / 5
    let active = rows - shares.secondary - shares.ended
    // Secondary ones never have ranges; the fraction becomes a whole one as often as it is great.
    let share = min(ranges * rows / max(rows - shares.secondary, 1), whole)
    shares.ranged = (active * share + Int((bits >> 20) % UInt64(whole))) / whole
    if !isReseller, ranges > 0, shares.ranged == 0 { shares.ranged = 1 }
    shares.counted = active - shares.ranged
    return shares
  }

  /// The operator that has the provision of that number.
  ///
  /// - Complexity: O(log *n*) in operators.
  func owner(ofRow row: Int) -> Int {
    firstRows.withUnsafeBufferPointer { firsts in
      let row = UInt32(truncatingIfNeeded: row)
      var (low, high) = (layout.holders, layout.idle)
      while high - low > 1 {
        let middle = (low + high) / 2
        if firsts[middle] <= row { low = middle } else { high = middle }
      }
      return low
    }
  }

  // MARK: Building

  /// Hangs every wholesaler on one of the tier above and every reseller on one of any tier, few of which get most.
  private mutating func chooseSuppliers() {
    let draws = Randomness(seed: choices.bits(0), purpose: 11)
    for tier in 1...JapanLayout.tiers {
      for x in layout.wholesalers(tier) { hang(x, below: tier - 1, draws.bits(x)) }
    }
    for x in layout.resellers..<layout.idle {
      let bits = draws.bits(x)
      let tier =
        switch bits.small(48, below: 100) {
        case ..<18: 0
        case ..<62: 1
        case ..<82: 2
        case ..<91: 3
        case ..<96: 4
        default: 5
        }
      hang(x, below: tier, bits)
    }
    // Whatever the draws, the longest chain is there.
    if layout.resellers < layout.idle { hang(layout.idle - 1, below: JapanLayout.tiers, draws.bits(1)) }
  }

  private mutating func hang(_ x: Int, below tier: Int, _ bits: UInt64) {
    if tier == 0 {
      let category = blocks.category(bits, isLarge: layout.isWholesaler(x) && x - layout.holders < 64)
      categories[x] = category
      suppliers[x] = UInt32(blocks.holder(in: category, bits >> 8))
    } else {
      let zone = layout.wholesalers(tier)
      let supplier = zone.lowerBound + bits.heavyTailed(below: zone.count)
      suppliers[x] = UInt32(supplier)
      categories[x] = categories[supplier]
    }
  }

  /// Gives everybody one provision and shares the others out, few getting many.
  private mutating func spreadRows() {
    let receivers = layout.idle - layout.holders
    let extra = UInt64(layout.rows - receivers)
    func weight(_ x: Int) -> UInt64 {
      let luck = UInt64(1) << UInt64(min(Randomness.more(bits(x)).trailingZeroBitCount, 6))
      return layout.isWholesaler(x) ? luck * 4 : luck
    }
    var total: UInt64 = 0
    for x in layout.holders..<layout.idle { total += weight(x) }
    var sum: UInt64 = 0
    for x in layout.holders..<layout.idle {
      firstRows[x] = UInt32(UInt64(x - layout.holders) + extra.times(sum, over: total))
      sum += weight(x)
    }
    firstRows[layout.idle] = UInt32(layout.rows)
  }

  /// Sizes all provisions, from the resellers up, and says what holders need: by category, then holder.
  private mutating func size(upTo width: Int) -> [HolderNeed] {
    for x in layout.resellers..<layout.idle {
      let piece = UInt32(min(Self.pieces[bits(x).small(48, below: Self.pieces.count)], width))
      (pieceSizes[x], countSizes[x]) = (piece, piece)
    }
    var needs = [HolderNeed](repeating: HolderNeed(), count: Category.count * layout.holders)
    var own = [HolderNeed](repeating: HolderNeed(), count: layout.resellers)
    func charge(_ supplier: Int, _ category: Category, _ ranged: UInt64, _ counted: UInt64) {
      if layout.isHolder(supplier) {
        needs[Int(category.rawValue) * layout.holders + supplier].add(ranged, counted)
      } else {
        own[supplier].add(ranged, counted)
      }
    }
    for x in (layout.holders..<layout.idle).reversed() {
      let shares = shares(x)
      if layout.isWholesaler(x) {
        var need = own[x]
        // With nothing but ranges in hand, counts are served out of them.
        if shares.counted == 0 { need = HolderNeed(ranged: need.ranged + need.counted) }
        pieceSizes[x] = Self.piece(of: need.ranged, in: shares.ranged)
        countSizes[x] = Self.piece(of: need.counted, in: shares.counted)
      }
      charge(
        Int(suppliers[x]), categories[x], UInt64(shares.ranged) * UInt64(pieceSizes[x]),
        UInt64(shares.counted) * UInt64(countSizes[x]))
      if shares.secondary > 0 {
        charge(
          secondarySupplier(x), secondaryCategory(x), 0, UInt64(shares.secondary) * UInt64(countSizes[x]))
      }
    }
    return needs
  }

  /// What each of several equal pieces must have, an eighth being kept in stock.
  private static func piece(of need: UInt64, in count: Int) -> UInt32 {
    guard count > 0 else { return 1 }
    let count = UInt64(count)
    return UInt32(clamping: max((need + need / 8 + count - 1) / count, 1))
  }

  /// Cuts every operator's run out of its supplier's.
  private mutating func cut() {
    var next = [UInt64](repeating: 0, count: layout.resellers)
    for x in layout.holders..<layout.idle {
      let size = UInt64(shares(x).ranged) * UInt64(pieceSizes[x])
      let supplier = Int(suppliers[x])
      if layout.isHolder(supplier) {
        bases[x] = blocks.take(size, from: supplier, in: categories[x])
      } else {
        bases[x] = next[supplier]
        next[supplier] += size
      }
      if layout.isWholesaler(x) { next[x] = bases[x] }
    }
  }
}
