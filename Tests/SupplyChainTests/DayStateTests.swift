import Numbering
import Testing

@testable import SupplyChain

@Suite struct DayStateTests {
  /// Every mask, level, tier and chain of thousands of small worlds against the plain state.
  @Test(arguments: 0..<8)
  func agreesWithThePlainState(batch: Int) {
    for seed in UInt64(batch * 250)..<UInt64((batch + 1) * 250) {
      let tables = SmallWorld.tables(seed: seed)
      let grace = Int(seed % 3) * 20
      let options = StateOptions(graceDays: grace, threads: 1 + Int(seed % 2))
      let state = DayState(SupplyChain(tables), on: SmallWorld.today, options: options)
      let plain = PlainState(tables, on: SmallWorld.today, graceDays: grace)
      let same = masksAgree(state, plain) && levelsAgree(state, plain) && holdingsAgree(state, plain)
      #expect(same, "seed \(seed)")
    }
  }

  private func masksAgree(_ state: DayState, _ plain: PlainState) -> Bool {
    for p in 0..<plain.tables.provisions.count {
      guard state.isActive(UInt32(p)) == plain.isActive(p) else { return false }
    }
    for x in 0..<plain.count {
      guard state.isCertified(UInt32(x)) == plain.isCertified(x) else { return false }
      guard state.isUser(UInt32(x)) == plain.isUser(x) else { return false }
      for y in 0..<plain.count {
        let person = state.chain.persons.groupOf[x] == state.chain.persons.groupOf[y]
        let party = state.chain.parties.groupOf[x] == state.chain.parties.groupOf[y]
        guard person == plain.samePerson(x, y), party == plain.sameParty(x, y) else { return false }
      }
      for category in Category.allCases {
        guard state.isHolder(UInt32(x), in: category) == plain.isHolder(x, category) else { return false }
        guard state.isApproved(UInt32(x), in: category) == plain.isApproved(x, category) else { return false }
        let (receives, provides) = (!plain.inflows(x, category).isEmpty, !plain.outflows(x, category).isEmpty)
        guard state.hasInflow(UInt32(x), in: category) == receives else { return false }
        guard state.hasOutflow(UInt32(x), in: category) == provides else { return false }
      }
    }
    return true
  }

  private func levelsAgree(_ state: DayState, _ plain: PlainState) -> Bool {
    let table = plain.tables.provisions
    var chains = ChainFinder(state)
    let excess = TierExcess(state, limits: [Int](repeating: 1, count: Category.count))
    for category in [Category.ip, .mobile] {
      let all = plain.levels(category, clean: false)
      let clean = plain.levels(category, clean: true)
      for x in 0..<plain.count {
        guard state.level(of: UInt32(x), in: category) == all.ofOperator[x] else { return false }
        guard state.cleanLevel(of: UInt32(x), in: category) == clean.ofOperator[x] else { return false }
      }
      for p in 0..<table.count where table.categories[p] == category {
        let tier = all.tier(p, plain)
        guard state.tier(of: UInt32(p)) == tier else { return false }
        let known = all.levels(of: p, plain)
        var unclean = 0
        var beyond = 0
        if tier != nil, table.isRanged(p) {
          unclean = known.count - clean.levels(of: p, plain).count
          beyond = known.values.count { $0 + 1 > 1 }
        } else if let tier {
          unclean = clean.ofOperator[Int(table.suppliers[p])] == nil ? Int(table.numbers[p]) : 0
          beyond = tier > 1 ? Int(table.numbers[p]) : 0
        }
        guard state.uncleanNumbers(of: UInt32(p)) == UInt64(unclean) else { return false }
        guard excess.numbers(of: UInt32(p)) == UInt64(beyond) else { return false }
        let found = chains.chain(of: UInt32(p))
        guard found.hops.map({ Int($0) }) == all.chain(p, plain) else { return false }
        guard found.isRooted == (tier != nil), found.isComplete else { return false }
      }
    }
    return true
  }

  private func holdingsAgree(_ state: DayState, _ plain: PlainState) -> Bool {
    let table = plain.tables.provisions
    for category in [Category.ip, .mobile] {
      var flows = OperatorFlows(state, in: category, withInflows: true)
      var outflowsAlone = OperatorFlows(state, in: category, withInflows: false)
      for x in 0..<plain.count {
        let held = SpanTable.held(by: UInt32(x), in: category, state)
        let (inflows, outflows) = (plain.inflows(x, category), plain.outflows(x, category))
        let designated = plain.designated(x, category)
        let inHand = inflows.reduce(into: designated) { $0.formUnion(plain.numbers($1)) }
        let counted = inflows.filter { !table.isRanged($0) }.reduce(0) { $0 + table.numbers[$1] }
        let expected = Holdings(
          designated: UInt64(designated.count), received: plain.total(inflows),
          provided: plain.total(outflows),
          held: UInt64(inHand.count) + counted, outflows: outflows.count, inflows: inflows.count)
        guard state.holdings(of: UInt32(x), in: category) == expected else { return false }
        guard held.size(of: 0) == UInt64(inHand.count) else { return false }
        for start in 1...SmallWorld.greatestNumber {
          for end in start...SmallWorld.greatestNumber {
            let size = inHand.count { start <= $0 && $0 <= end }
            guard held.size(of: 0, from: start, through: end) == UInt64(size) else { return false }
            let covers = UInt64(size) == end - start + 1
            guard held.covers(0, from: start, through: end) == covers else { return false }
          }
        }
        flows.turn(to: UInt32(x))
        outflowsAlone.turn(to: UInt32(x))
        guard isSame(flows.outflows, outflows, plain), isSame(flows.inflows, inflows, plain),
          isSame(outflowsAlone.outflows, outflows, plain), isSame(outflowsAlone.inflows, [], plain)
        else { return false }
        let recipients = flows.outflows.rows.prefix(outflows.count).map { table.recipients[Int($0)] }
        guard Array(flows.outflows.others.prefix(outflows.count)) == recipients else { return false }
        guard isSame(flows.held, inHand), isSame(outflowsAlone.held, designated) else { return false }
        for p in outflows {
          let resold = plain.numbers(p).subtracting(designated)
          guard state.resoldNumbers(of: UInt32(p)) == UInt64(resold.count) else { return false }
          let isOwn = table.isRanged(p) ? resold.isEmpty : plain.isHolder(x, category)
          guard state.isWhollyOwn(UInt32(p)) == isOwn else { return false }
        }
      }
    }
    return true
  }

  /// Columns of flows against the provisions they are to hold.
  private func isSame(_ flows: FlowColumns, _ provisions: [Int], _ plain: PlainState) -> Bool {
    let table = plain.tables.provisions
    let rows = flows.rows.prefix(flows.count).map { Int($0) }
    guard rows.sorted() == provisions.sorted(), flows.numbers == plain.total(provisions) else { return false }
    guard flows.counted == flows.rangedCount..<flows.count,
      flows.counted.map({ rows[$0] }) == provisions.filter({ !table.isRanged($0) }).sorted()
    else { return false }
    let counts = flows.counted.reduce(0) { $0 + table.numbers[rows[$1]] }
    guard flows.countedNumbers == counts else { return false }
    return (0..<flows.rangedCount).allSatisfy { place in
      let (start, end) = (flows.starts[place], flows.ends[place])
      let isInOrder =
        place == 0 || (flows.starts[place - 1], flows.ends[place - 1]) <= (start, end)
      return isInOrder && start == table.rangeStarts[rows[place]] && end == table.rangeEnd(rows[place])
    }
  }

  /// Spans against the numbers they are to hold, asked for by every range in the order of starts.
  private func isSame(_ held: HeldSpans, _ numbers: Set<UInt64>) -> Bool {
    guard held.size == UInt64(numbers.count) else { return false }
    guard zip(held.ends, held.starts.dropFirst()).allSatisfy({ $1 > $0 + 1 }) else { return false }
    var span = 0
    for start in 1...SmallWorld.greatestNumber {
      for end in start...SmallWorld.greatestNumber {
        let size = numbers.count { start <= $0 && $0 <= end }
        guard held.size(from: start, through: end, walking: &span) == UInt64(size) else { return false }
      }
    }
    return true
  }

  /// An operator that has every number already must not hide the recipients filed after it.
  @Test func recipientsBehindOneThatNeedsNothingAreReached() {
    var tables = Tables()
    let ids = ["holder", "middle", "seller", "sated", "hungry", "end"]
    let x = ids.map { tables.operators.append(id: $0) }
    tables.designations.append(operator: x[0], category: .ip, range: 1...99)
    func provide(_ supplier: Int, _ recipient: Int, _ range: ClosedRange<UInt64>) -> ProvisionIndex {
      tables.provisions.append(
        id: "\(ids[supplier])-\(ids[recipient])", supplier: x[supplier], recipient: x[recipient],
        category: .ip,
        range: range)
    }
    let path = [provide(0, 1, 1...99), provide(1, 2, 1...99), provide(2, 4, 2...99), provide(4, 5, 2...99)]
    let sated = [provide(0, 3, 1...99), provide(2, 3, 1...99), provide(3, 5, 1...99)]
    let state = DayState(SupplyChain(tables), on: SmallWorld.today)
    #expect(path.map { state.tier(of: $0) } == [1, 2, 3, 4])
    #expect(sated.map { state.tier(of: $0) } == [1, 3, 2])
    var finder = ChainFinder(state)
    #expect(finder.chain(of: path[3]).hops == path)
  }

  @Test func levelsAreAbsentWithoutDesignations() {
    var tables = Tables()
    let x = tables.operators.append(id: "A")
    let y = tables.operators.append(id: "B")
    let p = tables.provisions.append(id: "P", supplier: x, recipient: y, category: .ip, numbers: 5)
    let state = DayState(SupplyChain(tables), on: SmallWorld.today)
    #expect(state.levels == nil)
    #expect(state.tier(of: p) == nil)
    var chains = ChainFinder(state)
    #expect(chains.chain(of: p) == FoundChain(hops: [p], isRooted: false, isComplete: true))
  }
}
