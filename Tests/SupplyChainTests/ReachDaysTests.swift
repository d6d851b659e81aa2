import Numbering
import Testing

@testable import SupplyChain

/// Days with a level, worked out for all days at once, against the definition day by day.
@Suite struct ReachDaysTests {
  private static let days = DayInterval(start: 994, end: 1008)

  private func certified(_ tables: Tables, _ window: DayWindow) -> (days: [DaySet], pool: DaySetPool) {
    var pool = DaySetPool()
    var sets = [DaySet](repeating: .none, count: tables.operators.count)
    for day in window.days.start..<window.days.end {
      let state = PlainState(tables, on: Day(unchecked: day), graceDays: 0)
      for x in sets.indices where state.isCertified(x) {
        sets[x] = pool.union(sets[x], window.set(day, day + 1))
      }
    }
    return (sets, pool)
  }

  /// What is found for numbers that an operator passes on in active ranges, on a day.
  private func check(
    _ reach: ReachDays.Reach, _ levels: PlainLevels, _ state: PlainState, _ category: Numbering.Category,
    _ day: Int, limit: Int?, _ note: String
  ) {
    for x in 0..<state.count {
      let outflows = state.outflows(x, category)
      if outflows.isEmpty { continue }
      let level = levels.ofOperator[x]
      #expect(reach.pool.contains(reach.reached[x], day) == (level != nil), "\(note), operator \(x)")
      if let limit {
        let isFar = level.map { $0 >= limit } ?? false
        #expect(reach.pool.contains(reach.far[x], day) == isFar, "\(note), operator \(x) far")
      }
      let passedOn = outflows.reduce(into: Set<UInt64>()) { $0.formUnion(state.numbers($1)) }
      guard let numbers = reach.numbers else {
        #expect(passedOn.isEmpty)
        continue
      }
      let spans = numbers.spans[numbers.range(UInt32(x))]
      for number in passedOn {
        let level = levels.ofNumber[x]?[number]
        let span = spans.first { $0.start <= number && number <= $0.end }
        let isReached = span.map { reach.pool.contains($0.reached, day) } ?? false
        #expect(isReached == (level != nil), "\(note), operator \(x), number \(number)")
        if let limit {
          let isFar = span.map { reach.pool.contains($0.far, day) } ?? false
          #expect(
            isFar == (level.map { $0 >= limit } ?? false), "\(note), operator \(x), number \(number) far")
        }
      }
    }
  }

  @Test func daysAgreeWithTheDefinition() throws {
    for seed in UInt64(1)...250 {
      let tables = SmallWorld.tables(seed: seed)
      let chain = SupplyChain(tables)
      let window = DayWindow(days: Self.days)
      let (certified, pool) = certified(tables, window)
      let limit = Int(seed % 4)
      let threads = Int(seed % 2) + 1
      let flows = WindowFlows(chain, window, pool, threads: threads)
      let limits = [Int](repeating: limit, count: Category.count)
      let found = ReachDays(
        flows, chain, limits: limits, certified: certified, options: StateOptions(threads: threads))
      let reach = try #require(found)
      for ordinal in Self.days.start..<Self.days.end {
        let state = PlainState(tables, on: Day(unchecked: ordinal), graceDays: 0)
        let day = Int(ordinal - Self.days.start)
        for category in [Numbering.Category.ip, .mobile] {
          guard let ofCategory = reach.categories[Int(category.rawValue)] else { continue }
          let note = "seed \(seed), day \(ordinal), \(category)"
          check(
            ofCategory.plain, state.levels(category, clean: false), state, category, day, limit: limit, note)
          let clean = try #require(ofCategory.clean)
          check(
            clean, state.levels(category, clean: true), state, category, day, limit: nil, note + ", clean")
          checkUnheld(flows, state, category, day, note)
        }
      }
    }
  }

  private func checkUnheld(
    _ flows: WindowFlows, _ state: PlainState, _ category: Numbering.Category, _ day: Int, _ note: String
  ) {
    guard let (unheld, pool) = flows.unheld(in: category) else { return }
    for x in 0..<state.count {
      #expect(
        flows.holder(UInt32(x), in: category)[day >> 6] >> UInt64(day & 63) & 1
          == (state.isHolder(x, category) ? 1 : 0), "\(note), holder \(x)")
      let held = state.inflows(x, category).reduce(into: state.designated(x, category)) {
        $0.formUnion(state.numbers($1))
      }
      let spans = unheld.spans[unheld.range(UInt32(x))]
      for p in state.outflows(x, category) {
        for number in state.numbers(p) {
          let span = spans.first { $0.start <= number && number <= $0.end }
          let isUnheld = span.map { pool.contains($0.reached, day) } ?? false
          #expect(isUnheld == !held.contains(number), "\(note), operator \(x), number \(number) unheld")
        }
      }
    }
  }

  /// With fewer pieces allowed than there are, the days themselves have to be looked at.
  @Test func givesUpWhenTooFragmented() {
    var tables = Tables()
    for x in 0..<4 { tables.operators.append(id: "O\(x)") }
    tables.designations.append(operator: 0, category: .ip, range: 1...1_000)
    for x in UInt32(0)..<3 {
      for number in UInt64(1)...100 {
        tables.provisions.append(
          id: "P\(x)-\(number)", supplier: x, recipient: x + 1, category: .ip,
          range: 2 * number...2 * number, startsOn: Day(unchecked: 1000 + Int32(number)))
      }
    }
    let chain = SupplyChain(tables)
    let window = DayWindow(days: DayInterval(start: 1000, end: 1365))
    let flows = WindowFlows(chain, window, DaySetPool(), threads: 1)
    let limits = [Int](repeating: 1, count: Category.count)
    func reach(_ mostPieces: Int) -> ReachDays? {
      ReachDays(
        flows, chain, limits: limits, certified: nil,
        options: StateOptions(threads: 1, mostPieces: mostPieces))
    }
    #expect(reach(100) == nil)
    #expect(reach(10_000)?.categories[Int(Category.ip.rawValue)]?.plain.numbers?.spans.count == 300)
    // Where a day has too many pieces, the days at once have given up.
    for mostPieces in [50, 150, 250, 400, 1_000, 3_000] {
      let day = DayState(
        chain, on: Day(unchecked: 1200), options: StateOptions(threads: 1, mostPieces: mostPieces))
      if day.isTooFragmented { #expect(reach(mostPieces) == nil) }
    }
  }

  // MARK: Shapes that make a careless search quadratic

  private static let size = 8_000

  private func tables(operators: Int) -> Tables {
    var tables = Tables()
    for x in 0..<operators {
      let x = tables.operators.append(id: "O\(x)")
      tables.certifications.append(operator: x, validFrom: .earliest, validTo: .latest)
    }
    tables.designations.append(operator: 0, category: .ip, range: 1...4_000_000_000)
    return tables
  }

  /// What is found against the states of some days, for some of the provisions.
  private func agreesWithStates(_ tables: Tables) throws {
    let chain = SupplyChain(tables)
    let window = DayWindow(days: DayInterval(start: 1000, end: 1365))
    let flows = WindowFlows(chain, window, DaySetPool(), threads: 2)
    let limits = [Int](repeating: 2, count: Category.count)
    let all = [DaySet](repeating: window.all, count: tables.operators.count)
    let reach = try #require(
      ReachDays(flows, chain, limits: limits, certified: all, options: StateOptions()))
    let ofCategory = try #require(reach.categories[Int(Category.ip.rawValue)])
    let table = tables.provisions
    for day in [1000, 1001, 1180, 1364] {
      let state = DayState(chain, on: Day(unchecked: Int32(day)))
      let excess = TierExcess(state, limits: limits)
      for p in stride(from: 0, to: table.count, by: max(1, table.count / 60)) where state.isActive(UInt32(p))
      {
        let u = table.suppliers[p]
        #expect(
          ofCategory.plain.pool.contains(ofCategory.plain.reached[Int(u)], day - 1000)
            == (state.level(of: u, in: .ip) != nil))
        guard table.isRanged(p), let numbers = ofCategory.plain.numbers else { continue }
        let clean = try #require(ofCategory.clean?.numbers)
        let cleanPool = try #require(ofCategory.clean?.pool)
        var (reached, far, cleaned): (UInt64, UInt64, UInt64) = (0, 0, 0)
        for span in numbers.spans[numbers.range(u)] {
          let (start, end) = (max(span.start, table.rangeStarts[p]), min(span.end, table.rangeEnd(p)))
          if start > end { continue }
          if ofCategory.plain.pool.contains(span.reached, day - 1000) { reached += end - start + 1 }
          if ofCategory.plain.pool.contains(span.far, day - 1000) { far += end - start + 1 }
        }
        for span in clean.spans[clean.range(u)] where cleanPool.contains(span.reached, day - 1000) {
          let (start, end) = (max(span.start, table.rangeStarts[p]), min(span.end, table.rangeEnd(p)))
          if start <= end { cleaned += end - start + 1 }
        }
        let levels = try #require(state.levels?.byNumber[Int(Category.ip.rawValue)])
        #expect(reached == levels.size(of: u, from: table.rangeStarts[p], through: table.rangeEnd(p)))
        #expect(far == excess.numbers(of: UInt32(p)) && cleaned == reached)
      }
    }
  }

  @Test(arguments: [true, false])
  func deepChain(ranged: Bool) throws {
    var tables = tables(operators: Self.size + 1)
    for x in 0..<Self.size {
      let starts = Day(unchecked: 1000 + Int32(x % 2))
      if ranged {
        tables.provisions.append(
          id: "P\(x)", supplier: UInt32(x), recipient: UInt32(x + 1), category: .ip,
          range: 1...4_000_000_000 - UInt64(x), startsOn: starts)
      } else {
        tables.provisions.append(
          id: "P\(x)", supplier: UInt32(x), recipient: UInt32(x + 1), category: .ip, numbers: 5,
          startsOn: starts)
      }
    }
    try agreesWithStates(tables)
  }

  @Test func nestedRangesOfOnePair() throws {
    var tables = tables(operators: 4)
    for pair in 0..<3 {
      for place in 0..<Self.size / 3 {
        let (start, end) = (1 + UInt64(place), 4_000_000_000 - UInt64(place))
        let first = 1000 + Int32(place % 300)
        tables.provisions.append(
          id: "P\(pair)-\(place)", supplier: UInt32(pair), recipient: UInt32(pair + 1), category: .ip,
          range: start...end, startsOn: Day(unchecked: first),
          endsOn: place % 2 == 0 ? Day(unchecked: first + 20) : nil)
      }
    }
    try agreesWithStates(tables)
  }

  @Test func fragmentsBeforeManyRecipients() throws {
    var tables = tables(operators: 60)
    for place in 0..<Self.size {
      let start = 1 + 4 * UInt64(place)
      tables.provisions.append(
        id: "P\(place)", supplier: 0, recipient: 1, category: .ip, range: start...start + 1,
        startsOn: Day(unchecked: 990 + Int32(place % 200)))
    }
    for x in UInt32(2)..<58 {
      tables.provisions.append(
        id: "Q\(x)", supplier: 1, recipient: x, category: .ip, range: 1...4 * UInt64(Self.size),
        startsOn: Day(unchecked: 1000 + Int32(x)))
      tables.provisions.append(
        id: "R\(x)", supplier: x, recipient: x + 1, category: .ip, range: 5...100,
        endsOn: Day(unchecked: 1100 + Int32(x)))
    }
    try agreesWithStates(tables)
  }
}
