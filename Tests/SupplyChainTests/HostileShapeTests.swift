import Numbering
import Testing

@testable import SupplyChain

/// Shapes that make a careless search quadratic or exhaust a stack; each must take seconds at most.
@Suite(.serialized) struct HostileShapeTests {
  private static let size = 60_000
  private static let greatest: UInt64 = 4_000_000_000

  private struct World {
    var tables = Tables()
    var nextId = 0

    mutating func operators(_ count: Int) {
      for x in 0..<count {
        let x = tables.operators.append(id: "O\(x)")
        tables.certifications.append(operator: x, validFrom: .earliest, validTo: .latest)
      }
    }

    mutating func designate(_ x: Int, _ range: ClosedRange<UInt64>) {
      tables.designations.append(operator: UInt32(x), category: .ip, range: range)
    }

    mutating func provide(_ supplier: Int, _ recipient: Int, _ start: Int, _ end: UInt64) {
      tables.provisions.append(
        id: "P\(nextId)", supplier: UInt32(supplier), recipient: UInt32(recipient), category: .ip,
        range: UInt64(start)...end)
      nextId += 1
    }

    mutating func provide(_ supplier: Int, _ recipient: Int, numbers: UInt64) {
      tables.provisions.append(
        id: "P\(nextId)", supplier: UInt32(supplier), recipient: UInt32(recipient), category: .ip,
        numbers: numbers)
      nextId += 1
    }

    func state() -> DayState { DayState(SupplyChain(tables), on: SmallWorld.today) }
  }

  @Test(arguments: [true, false])
  func deepChain(ranged: Bool) {
    var world = World()
    world.operators(Self.size + 1)
    world.designate(0, 1...Self.greatest)
    for x in 0..<Self.size {
      if ranged {
        world.provide(x, x + 1, 1, Self.greatest - UInt64(x))
      } else {
        world.provide(x, x + 1, numbers: 5)
      }
    }
    let state = world.state()
    let last = UInt32(Self.size - 1)
    #expect((0...last).allSatisfy { state.tier(of: $0) == Int($0) + 1 && state.uncleanNumbers(of: $0) == 0 })
    var finder = ChainFinder(state)
    let found = finder.chain(of: last)
    #expect(found == FoundChain(hops: Array(last - 99...last), isRooted: true, isComplete: false))
  }

  @Test func oneCircleOfAll() {
    var world = World()
    world.operators(Self.size)
    world.designate(0, 1...1000)
    for x in 0..<Self.size { world.provide(x, (x + 1) % Self.size, 1, Self.greatest) }
    let state = world.state()
    let chain = state.chain
    #expect(state.tier(of: UInt32(Self.size - 1)) == Self.size)
    guard let outflows = chain.outflows.view(.ip), let inflows = chain.inflows.view(.ip) else { return }
    let kept = [UInt8](repeating: 1, count: Self.size)
    let circles = Circles(outflows, kept: kept)
    #expect(circles.count == 1)
    #expect(circles.members(of: 0).count == Self.size)
    var finder = CycleFinder(outflows: outflows, inflows: inflows, of: chain.tables.provisions, kept: kept)
    #expect(finder.shortestCycle(through: 7, in: circles).count == Self.size)
  }

  /// Every provision of three pairs is nested in the one before.
  @Test func nestedRangesOfOnePair() {
    var world = World()
    world.operators(4)
    let each = Self.size / 3
    world.designate(0, 1...Self.greatest)
    for x in 0..<3 {
      for step in 0..<each { world.provide(x, x + 1, 1 + step, Self.greatest - UInt64(step)) }
    }
    let state = world.state()
    #expect(state.levels?.byNumber[1]?.starts.count ?? 0 <= 3 * each)
    #expect((0..<Self.size).allSatisfy { state.tier(of: UInt32($0)) == 1 + $0 / each })
    var finder = ChainFinder(state)
    let ids = world.tables.provisions.ids
    for p in 0..<Self.size where p % 7 == 0 {
      let hops = finder.chain(of: UInt32(p)).hops
      #expect(hops.count == 1 + p / each)
      #expect(hops.first.map { p < each || ids[Int($0)] == "P0" } == true)
    }
  }

  /// One operator receives nested ranges from suppliers of every level, the widest from the nearest or the farthest,
  /// and passes as many on.
  @Test(arguments: [true, false])
  func oneOperatorBetweenAllLevels(widestFromNearest: Bool) {
    let each = Self.size / 3
    var world = World()
    world.operators(each + 3)
    let (middle, below) = (each + 1, each + 2)
    world.designate(0, 1...Self.greatest)
    for x in 0..<each { world.provide(x, x + 1, 1, Self.greatest) }
    for x in 0..<each {
      let margin = widestFromNearest ? x : each - 1 - x
      world.provide(x, middle, 1 + margin, Self.greatest - UInt64(margin))
    }
    for step in 0..<each { world.provide(middle, below, 1 + step, Self.greatest - UInt64(step)) }
    let state = world.state()
    for step in 0..<each {
      let tier = widestFromNearest ? 2 : each + 1 - step
      #expect(state.tier(of: UInt32(2 * each + step)) == tier)
    }
    var finder = ChainFinder(state)
    for step in 0..<each {
      let hops = finder.chain(of: UInt32(2 * each + step)).hops
      let inflow = widestFromNearest ? each : 2 * each - 1 - step
      #expect(hops.dropLast().last == UInt32(inflow))
    }
  }

  /// A supplier with many fragments of different levels before recipients that have every number already.
  @Test func fragmentsThatNobodyNeeds() {
    let each = Self.size / 5
    var world = World()
    world.operators(each + 4)
    let (split, second, below) = (each + 1, each + 2, each + 3)
    let end = UInt64(10 * each)
    world.designate(0, 1...end)
    world.provide(0, second, 1, end)
    for step in 0..<each {
      world.provide(step % 2 == 0 ? 0 : second, split, 1 + 10 * step, UInt64(10 * step + 10))
    }
    for x in 1...each { world.provide(0, x, 1, end) }
    for x in 1...each { world.provide(split, x, 1, end) }
    for x in 1...each { world.provide(x, below, 1, end) }
    let state = world.state()
    let last = UInt32(world.tables.provisions.count - 1)
    #expect(state.tier(of: last) == 2)
    #expect(state.tier(of: last - UInt32(each)) == 3)
  }

  @Test func oneStarAndOnePerson() {
    var tables = Tables()
    for x in 0...Self.size {
      tables.operators.append(id: "O\(x)", corporateNumber: 7_000_012_050_002, group: "G")
    }
    tables.designations.append(operator: 0, category: .ip, range: 1...Self.greatest)
    for x in 1...Self.size {
      tables.provisions.append(
        id: "P\(x)", supplier: 0, recipient: UInt32(x), category: .ip,
        range: UInt64(3 * x)...UInt64(3 * x + 1))
    }
    let state = DayState(SupplyChain(tables), on: SmallWorld.today)
    #expect(state.chain.parties.count == 1)
    #expect(state.isApproved(UInt32(Self.size), in: .ip))
    let provided = UInt64(2 * Self.size)
    #expect(state.holdings(of: 0, in: .ip).provided == provided)
    #expect(
      (0..<UInt32(Self.size)).allSatisfy { state.tier(of: $0) == 1 && state.uncleanNumbers(of: $0) == 2 })
  }

  @Test func timelineOfOneBusyPair() {
    var tables = Tables()
    let (a, b) = (tables.operators.append(id: "A"), tables.operators.append(id: "B"))
    let count = 20_000
    for step in 0..<count {
      tables.provisions.append(
        id: "P\(step)", supplier: a, recipient: b, category: .ip,
        range: UInt64(1 + step)...UInt64(2 * count - step),
        startsOn: Day(unchecked: Int32(1 + count - step)), endsOn: Day(unchecked: Int32(50_000)))
    }
    var timeline = PairTimeline(0..<UInt32(count), of: tables.provisions)
    #expect(timeline.increases(on: (2...Int32(count + 1)).map { $0 }) == [UInt64](repeating: 2, count: count))
  }
}
