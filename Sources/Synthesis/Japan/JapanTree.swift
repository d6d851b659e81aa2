import Bytes
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
  /// By operator up to the idle ones; one more, which only says where the provisions of the last one end.
  private(set) var members: [JapanMember]
  /// In millionths.
  private let ranges: Int
  private let choices: Randomness

  /// - Complexity: O(*n* log *n*) in operators.
  init(_ layout: JapanLayout, _ options: SynthesisOptions, plants: PlantBook) throws(SynthesisError) {
    self.layout = layout
    ranges = options.ranges
    choices = Randomness(seed: options.seed, purpose: 10)
    members = [JapanMember](large: layout.idle + 1) { members in
      for x in members.indices { members[x] = JapanMember(supplier: UInt32(x)) }
    }
    blocks = HolderBlocks(holders: layout.holders, plants: plants)
    chooseSuppliers()
    spreadRows()
    chooseShares()
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
    if isBoundToCertified(Int(members[x].supplier)) { return .valid }
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
      && rowCount(x) * Int(max(members[x].pieceSize, members[x].countSize)) <= YoungOperatorCap.maximum
  }

  /// The other supplier of a reseller that has two.
  func secondarySupplier(_ x: Int) -> Int {
    let zone = layout.wholesalers(1)
    let other = zone.lowerBound + Randomness.more(bits(x)).heavyTailed(below: zone.count)
    return isBoundToCertified(other) && certification(x) != .valid ? Int(members[other].supplier) : other
  }

  /// The category in which the other supplier provides.
  func secondaryCategory(_ x: Int) -> Category {
    let zone = layout.wholesalers(1)
    return members[zone.lowerBound + Randomness.more(bits(x)).heavyTailed(below: zone.count)].category
  }

  // MARK: Shares

  func rowCount(_ x: Int) -> Int { Int(members[x + 1].firstRow - members[x].firstRow) }

  /// - Complexity: O(1).
  @inline(__always)
  func shares(_ x: Int) -> JapanShares {
    let (member, rows) = (members[x], rowCount(x))
    var shares = JapanShares()
    if member.hasSecondary { shares.secondary = rows / 4 }
    shares.ended = (rows - shares.secondary) / 5
    shares.ranged = Int(member.ranged)
    shares.counted = rows - shares.secondary - shares.ended - shares.ranged
    return shares
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
      members[x].category = category
      members[x].supplier = UInt32(blocks.holder(in: category, bits >> 8))
    } else {
      let zone = layout.wholesalers(tier)
      let supplier = zone.lowerBound + bits.heavyTailed(below: zone.count)
      members[x].supplier = UInt32(supplier)
      members[x].category = members[supplier].category
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
      members[x].firstRow = UInt32(UInt64(x - layout.holders) + extra.times(sum, over: total))
      sum += weight(x)
    }
    members[layout.idle].firstRow = UInt32(layout.rows)
  }

  /// Decides how many provisions of each have ranges and how many come from another supplier.
  private mutating func chooseShares() {
    let whole = SynthesisOptions.wholeShare
    for x in 0..<layout.idle {
      let rows = rowCount(x)
      let bits = Randomness.more(Randomness.more(self.bits(x)))
      let isReseller = layout.isReseller(x)
      let hasSecondary =
        isReseller && rows >= 4 && ranges < whole && !isUser(x) && bits.small(0, below: 6) == 0
      let secondary = hasSecondary ? rows / 4 : 0
      let active = rows - secondary - (rows - secondary) / 5
      // Secondary ones never have ranges; the fraction becomes a whole one as often as it is great.
      let share = hasSecondary ? min(ranges * rows / (rows - secondary), whole) : ranges
      var ranged = (active * share + Int((bits >> 20) % UInt64(whole))) / whole
      if !isReseller, ranges > 0, ranged == 0 { ranged = 1 }
      members[x].hasSecondary = hasSecondary
      members[x].ranged = UInt32(ranged)
    }
  }

  /// Sizes all provisions, from the resellers up, and says what holders need: by category, then holder.
  private mutating func size(upTo width: Int) -> [HolderNeed] {
    for x in layout.resellers..<layout.idle {
      let piece = UInt32(min(Self.pieces[bits(x).small(48, below: Self.pieces.count)], width))
      (members[x].pieceSize, members[x].countSize) = (piece, piece)
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
        members[x].pieceSize = Self.piece(of: need.ranged, in: shares.ranged)
        members[x].countSize = Self.piece(of: need.counted, in: shares.counted)
      }
      charge(
        Int(members[x].supplier), members[x].category, UInt64(shares.ranged) * UInt64(members[x].pieceSize),
        UInt64(shares.counted) * UInt64(members[x].countSize))
      if shares.secondary > 0 {
        charge(
          secondarySupplier(x), secondaryCategory(x), 0,
          UInt64(shares.secondary) * UInt64(members[x].countSize))
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
      let size = UInt64(shares(x).ranged) * UInt64(members[x].pieceSize)
      let supplier = Int(members[x].supplier)
      if layout.isHolder(supplier) {
        members[x].base = blocks.take(size, from: supplier, in: members[x].category)
      } else {
        members[x].base = next[supplier]
        next[supplier] += size
      }
      if layout.isWholesaler(x) { next[x] = members[x].base }
    }
  }
}
