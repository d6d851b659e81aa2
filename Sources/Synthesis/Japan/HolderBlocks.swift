import Numbering

/// How many numbers a holder needs in a category.
struct HolderNeed: Sendable {
  var ranged: UInt64 = 0
  var counted: UInt64 = 0

  mutating func add(_ ranged: UInt64, _ counted: UInt64) {
    self.ranged += ranged
    self.counted += counted
  }
}

/// The blocks designated to holders: for each holder and category one run of blocks.
///
/// At its beginning numbers are set aside for breaches; then come those for ranges, then those for count-only
/// provisions and what the last block has left.
struct HolderBlocks: Sendable {
  /// A run of blocks, `blocks · blockSize` numbers.
  struct Run: Sendable {
    let holder: Int
    let category: Category
    let start: UInt64
    let blockSize: UInt64
    let blocks: Int
    /// Blocks of all runs before it.
    let firstBlock: Int
  }

  let holders: Int
  private let plants: PlantBook
  /// By category the holders that have blocks there.
  private let holdersIn: [[Int]]
  private(set) var runs: [Run] = []
  /// The first block designated to an operator of a breach, all in one row.
  private(set) var plantedBlocks: UInt64 = 0
  /// By category, then holder.
  private var starts: [UInt64]
  private var cursors: [UInt64]

  init(holders: Int, plants: PlantBook) {
    self.holders = holders
    self.plants = plants
    let wanted = max(holders * 20 / 24, 2)
    holdersIn = Category.allCases.map { category in
      (0..<holders).filter { ($0 + 3 * Int(category.rawValue)) % holders < wanted }
    }
    starts = [UInt64](repeating: 0, count: holders * Category.count)
    cursors = starts
  }

  var blockCount: Int { (runs.last.map { $0.firstBlock + $0.blocks }) ?? 0 }

  // MARK: Choices

  /// A category, about as frequent as it has numbers.
  func category(_ bits: UInt64, isLarge: Bool) -> Category {
    switch bits.small(0, below: isLarge ? 940 : 1_000) {
    case ..<440: .fixed
    case ..<780: .mobile
    case ..<940: .ip
    case ..<980: .data
    case ..<990: .service
    case ..<995: .fmc
    default: .paging
    }
  }

  /// A holder with blocks in the category.
  func holder(in category: Category, _ bits: UInt64) -> Int {
    let all = holdersIn[Int(category.rawValue)]
    return all[bits.small(0, below: all.count)]
  }

  // MARK: Breaches

  func categories(of place: PlantBook.Place) -> PlantCategories {
    let all: [Category] = [.fixed, .ip, .mobile]
    if place.bed.kind.designated > 0 { return PlantCategories(own: .fixed, other: .ip) }
    return PlantCategories(own: all[place.breach % 3], other: all[(place.breach + 1) % 3])
  }

  /// The holder a breach hangs on.
  func holder(of place: PlantBook.Place) -> Int {
    let all = holdersIn[Int(categories(of: place).own.rawValue)]
    return all[place.breach % all.count]
  }

  /// The first number set aside for a breach.
  func slot(of place: PlantBook.Place) -> UInt64 {
    let category = Int(categories(of: place).own.rawValue)
    let row = place.breach / holdersIn[category].count
    return starts[category * holders + holder(of: place)] + UInt64(row * PlantBook.slotSize)
  }

  /// The first number of the block designated to operators of a breach.
  func block(of place: PlantBook.Place) -> UInt64 {
    plantedBlocks + UInt64(place.block * PlantBook.blockSize)
  }

  // MARK: Allocation

  /// Lays the runs into the numbering plan; false when they do not fit.
  mutating func allocate(_ needs: [HolderNeed]) -> Bool {
    runs = []
    var firstBlock = 0
    for category in Category.allCases {
      var free = NumberSupply(category)
      if category == .fixed, plants.blockCount > 0 {
        let size = UInt64(PlantBook.blockSize)
        guard let start = free.take(UInt64(plants.blockCount) * size, blockSize: size) else { return false }
        plantedBlocks = start
      }
      let members = holdersIn[Int(category.rawValue)]
      let hasBreaches = category == .fixed || category == .ip || category == .mobile
      let slots = hasBreaches ? (plants.count + members.count - 1) / members.count : 0
      for holder in members {
        let place = Int(category.rawValue) * holders + holder
        let aside = UInt64(slots * PlantBook.slotSize)
        let size = max(aside + needs[place].ranged + needs[place].counted, 1)
        let blockSize = free.blockSize
        guard let start = free.take(size, blockSize: blockSize) else { return false }
        starts[place] = start
        cursors[place] = start + aside
        let blocks = Int((size + blockSize - 1) / blockSize)
        runs.append(
          Run(
            holder: holder, category: category, start: start, blockSize: blockSize, blocks: blocks,
            firstBlock: firstBlock))
        firstBlock += blocks
      }
    }
    return true
  }

  /// The first of so many numbers of a holder that nobody else gets.
  mutating func take(_ count: UInt64, from holder: Int, in category: Category) -> UInt64 {
    let place = Int(category.rawValue) * holders + holder
    defer { cursors[place] += count }
    return cursors[place]
  }
}

/// The numbers of a category that are not designated yet.
private struct NumberSupply {
  /// How many numbers the ministry designates at once.
  let blockSize: UInt64
  private var free: [ClosedRange<UInt64>]

  init(_ category: Category) {
    switch category {
    case .mobile, .data: blockSize = 100_000
    default: blockSize = 10_000
    }
    free = SyntheticPlan.ranges(of: category)
  }

  /// The first number of whole blocks with room for so many, in the first stretch of the plan that has it.
  mutating func take(_ count: UInt64, blockSize: UInt64) -> UInt64? {
    let whole = (count + blockSize - 1) / blockSize * blockSize
    for (place, range) in free.enumerated() where range.upperBound - range.lowerBound + 1 >= whole {
      let start = range.lowerBound
      if start + whole > range.upperBound {
        free.remove(at: place)
      } else {
        free[place] = start + whole...range.upperBound
      }
      return start
    }
    return nil
  }
}
