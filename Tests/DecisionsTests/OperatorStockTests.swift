import Banken
import Testing

@testable import Decisions
@testable import TestSupport

@Suite struct OperatorStockTests {
  /// Every operator of random ledgers, number by number.
  @Test func agreesWithSetsOfSingleNumbers() throws {
    var met: [String: Int] = [:]
    for seed in Seeds.all(else: 250) {
      let dataset = RandomDataset.make(seed: seed)
      let data = OracleData(dataset)
      let plainDay = OracleDay(data, dataset.policy, dataset.day)
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let state = DayState(SupplyChain(dataset.engineTables()), on: day)
      for x in data.operators.indices {
        let stock = OperatorStock(of: UInt32(x), in: state)
        let present = OracleData.all.filter {
          plainDay.isHolder(x, $0) || !plainDay.inflows(x, $0).isEmpty || !plainDay.outflows(x, $0).isEmpty
        }
        #expect(stock.categories.map { Int($0.category.rawValue) } == present, "seed \(seed)")
        for category in stock.categories {
          let plain = PlainStock(data: data, day: plainDay, x: x, c: Int(category.category.rawValue))
          let differences =
            plain.differences(from: category, in: state)
            + plain.differences(
              of: category.sources(in: state), HeldElsewhere(category, of: UInt32(x), in: state))
          #expect(differences.isEmpty, "seed \(seed), \(data.operators[x].id) \(category.category.name)")
          if !differences.isEmpty { return }
          if category.notHeld > 0 { met["not held", default: 0] += 1 }
          if category.overdrawn > 0 { met["overdrawn", default: 0] += 1 }
          if category.passedOnTwice > 0 { met["twice", default: 0] += 1 }
          if category.passedOnUnnamed > 0 { met["unnamed", default: 0] += 1 }
          if category.countedInHand > 0 { met["counted", default: 0] += 1 }
          if category.isConserved, !category.outside.isEmpty { met["outside, conserved", default: 0] += 1 }
          if !category.suspended.isEmpty { met["suspended", default: 0] += 1 }
          let elsewhere = HeldElsewhere(category, of: UInt32(x), in: state)
          if !elsewhere.numbers.isEmpty { met["elsewhere", default: 0] += 1 }
          if elsewhere.others.count > 1 { met["several elsewhere", default: 0] += 1 }
          let sources = category.sources(in: state)
          if sources.count > category.inHand.starts.count { met["several sources", default: 0] += 1 }
          if sources.contains(where: { $0.provision == nil }) { met["designated", default: 0] += 1 }
          if !category.orders.isEmpty { met["orders", default: 0] += 1 }
        }
      }
    }
    for kind in [
      "not held", "overdrawn", "twice", "unnamed", "counted", "outside, conserved", "suspended", "orders",
      "elsewhere", "several elsewhere", "several sources", "designated",
    ] {
      #expect(met[kind, default: 0] > 5, "\(kind) hardly met")
    }
  }

  private static let tables = [
    "operators": "operator_id,name\nH,H\nA,A\nB,B\nC,C",
    "designations": "operator_id,range_start,range_end\nH,050-9990-0000,050-9990-9999",
    "provisions": """
    provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end
    P1,H,A,,,050-9990-0000,050-9990-0099
    P2,H,A,ip,20,,
    P3,A,B,,,050-9990-0010,050-9990-0019
    P4,A,C,,,050-9990-0015,050-9990-0024
    P5,A,B,,,050-9990-0200,050-9990-0229
    P6,A,A,,,050-9990-0000,050-9990-0099
    """,
    "restrictions": """
    restriction_id,kind,category,operator_id,range_start,range_end,starts_on
    R1,suspend-numbers,,,050-9990-0004,050-9990-0030,2026-01-01
    R2,suspend-numbers,,,050-9990-0000,050-9990-0005,2026-01-01
    R3,suspend-stock,ip,A,,,2026-01-01
    R4,suspend-numbers,,,050-9990-0090,050-9990-0099,2026-12-01
    """,
  ]

  @Test func whatIsInHandAndWhatDoesNotAddUp() throws {
    let state = DayState(try Fixture.chain(Self.tables), on: try #require(Day("2026-10-01")))
    let stock = try #require(OperatorStock(of: 1, in: state).categories.first)
    func ranges(_ set: RangeSet) -> [String] {
      zip(set.starts, set.ends).map { "\($0 % 10_000)-\($1 % 10_000)" }
    }
    #expect(ranges(stock.inHand) == ["0-9", "25-99"])
    #expect(ranges(stock.outside) == ["200-229"])
    #expect(ranges(stock.passedOn.shared) == ["15-19"])
    #expect(
      stock.suspended.map { "\($0.start % 10_000)-\($0.end % 10_000) R\($0.restriction + 1)" }
        == ["0-3 R2", "4-9 R1", "25-30 R1"])
    #expect(stock.orders == [2])
    // Of 30 numbers from nowhere, 20 may have come by count.
    #expect(stock.notHeld == 10 && stock.overdrawn == 0 && stock.passedOnTwice == 5)
    #expect(stock.difference == 15 && !stock.isConserved)
    #expect(stock.numbers == 85 && stock.countedInHand == 0 && stock.passedOnUnnamed == 0)
    #expect(stock.passedOn.partners.map(\.operatorIndex) == [2, 3])
    #expect(stock.passedOn.partners.map(\.numbers) == [40, 10])
    #expect(stock.passedOn.provisions == [2, 4, 3])
    // The holder: numbers passed on by count leave ranges of which nobody knows which are gone.
    let holder = try #require(OperatorStock(of: 0, in: state).categories.first)
    #expect(holder.isConserved && holder.passedOnUnnamed == 20 && holder.numbers == 9_880)
  }

  /// Of a person with two operators only one was taken stock of.
  @Test func otherOperatorsOfThePersonAreTold() throws {
    var tables = Self.tables
    tables["operators"] = """
      operator_id,name,corporate_number
      H,H,
      A,A,7000012050002
      B,B,7000012050002
      C,C,7000012050002
      """
    let state = DayState(try Fixture.chain(tables), on: try #require(Day("2026-10-01")))
    let person = PersonStock(besides: 1, in: state)
    #expect(person.count == 2)
    #expect(person.members.map(\.operatorIndex) == [2, 3] && person.members.map(\.numbers) == [40, 10])
    let alone = PersonStock(besides: 0, in: state)
    #expect(alone.count == 0 && alone.members.isEmpty)
  }

  /// Numbers that a holder provides to two are in the hands of both, which was not said.
  @Test func numbersInTwoHandsAreTold() throws {
    let chain = try Fixture.chain([
      "operators": "operator_id,name\nH,H\nA,A\nB,B\nC,C\nG,G",
      "designations": """
      operator_id,range_start,range_end
      H,050-9990-0000,050-9990-9999
      G,050-9990-0900,050-9990-0909
      """,
      "provisions": """
      provision_id,supplier_id,recipient_id,range_start,range_end
      P1,H,A,050-9990-0000,050-9990-0099
      P2,H,B,050-9990-0050,050-9990-0149
      P3,B,C,050-9990-0050,050-9990-0059
      P4,A,A,050-9990-0000,050-9990-0099
      P5,H,A,050-9990-0090,050-9990-0109
      """,
    ])
    let state = DayState(chain, on: try #require(Day("2026-10-01")))
    func elsewhere(_ x: OperatorIndex) throws -> HeldElsewhere {
      HeldElsewhere(try #require(OperatorStock(of: x, in: state).categories.first), of: x, in: state)
    }
    let a = try elsewhere(1)
    #expect(a.numbers.starts.map { $0 % 10_000 } == [50] && a.numbers.ends.map { $0 % 10_000 } == [109])
    #expect(a.others.map(\.operatorIndex) == [2, 3] && a.others.map(\.numbers) == [50, 10])
    #expect(try elsewhere(3).others.map(\.operatorIndex) == [1])
    #expect(try elsewhere(4).others.map(\.numbers) == [10])
    let stock = try #require(OperatorStock(of: 1, in: state).categories.first)
    #expect(
      stock.sources(in: state).map { [$0.start % 10_000, $0.end % 10_000] } == [[0, 99], [100, 109]])
    #expect(stock.sources(in: state).map(\.provision) == [0, 4])
  }

  /// A hub of many partners and fragments.
  @Test func aHubIsTakenStockOfInOneGo() throws {
    let size = 100_000
    var tables = Tables()
    for x in 0...size { tables.operators.append(id: "O\(x)") }
    let base = try #require(TelephoneNumber("050-1000-0000")).rawValue
    tables.designations.append(operator: 0, category: .ip, range: base...base + UInt64(size) * 4 + 3)
    for x in 1...size {
      let start = base + UInt64(x) * 4
      tables.provisions.append(
        id: "P\(x)", supplier: 0, recipient: UInt32(x), category: .ip, range: start...start + 1)
    }
    let state = DayState(SupplyChain(tables), on: try #require(Day("2026-10-01")))
    let stock = try #require(OperatorStock(of: 0, in: state).categories.first)
    #expect(stock.passedOn.partners.count == size && stock.inHand.starts.count == size + 1)
    #expect(stock.numbers == UInt64(size) * 2 + 4 && stock.isConserved)
    #expect(stock.sources(in: state).count == size + 1)
    #expect(HeldElsewhere(stock, of: 0, in: state).others.isEmpty)
  }
}

/// What an operator has in hand, by sets of single numbers.
private struct PlainStock {
  let data: OracleData
  let day: OracleDay
  let x: Int
  let c: Int

  private func set(_ ranges: RangeSet) -> Set<Int> {
    Set(zip(ranges.starts, ranges.ends).flatMap { Int($0)...Int($1) })
  }

  private func named(_ provisions: [Int]) -> Set<Int> {
    Set(provisions.flatMap { data.provisions[$0].range.map(Array.init) ?? [] })
  }

  private func counted(_ provisions: [Int]) -> Int {
    provisions.reduce(0) { $0 + (data.provisions[$1].range == nil ? data.provisions[$1].numbers : 0) }
  }

  func differences(from stock: CategoryStock, in state: DayState) -> [String] {
    var differences: [String] = []
    func compare<Value: Equatable>(_ name: String, _ found: Value, _ expected: Value) {
      if found != expected { differences.append("\(name): \(found), not \(expected)") }
    }
    let (inflows, outflows) = (day.inflows(x, c), day.outflows(x, c))
    let holdings = day.designations(x, c).union(named(inflows))
    let out = named(outflows)
    let inHand = holdings.subtracting(out)
    let outside = out.subtracting(holdings)
    compare("in hand", set(stock.inHand), inHand)
    compare("outside", set(stock.outside), outside)
    compare("designated", set(stock.designated), day.designations(x, c))
    let (countedIn, countedOut) = (counted(inflows), counted(outflows))
    compare("received by count", Int(stock.received.counted), countedIn)
    compare("passed on by count", Int(stock.passedOn.counted), countedOut)
    // The most that can be accounted for: numbers from nowhere only out of what came by count.
    let best =
      (0...min(outside.count, countedIn)).map { taken in
        taken + min(countedOut, countedIn - taken + inHand.count)
      }.max() ?? 0
    compare("not accounted for", Int(stock.notHeld + stock.overdrawn), outside.count + countedOut - best)
    compare("numbers", Int(stock.numbers), inHand.count + countedIn - best)
    compare("held", Int(stock.held), day.held(x, c))
    compare("provided", Int(stock.passedOn.numbers), day.provided(x, c))
    let holdingsOfState = state.holdings(of: UInt32(x), in: stock.category)
    compare("held by the state", stock.held, holdingsOfState.held)
    compare("received by the state", stock.received.numbers, holdingsOfState.received)
    compareFlow(stock.received, inflows, { data.provisions[$0].u }, "received", &differences)
    compareFlow(stock.passedOn, outflows, { data.provisions[$0].v }, "passed on", &differences)
    compare("twice", Int(stock.passedOnTwice), Int(stock.passedOn.repeated))
    compare("suspended", suspensions(stock), expectedSuspensions(inHand))
    compare("orders", stock.orders.map { Int($0) }, orders)
    return differences
  }

  /// What an operator has in hand by range.
  private func inHand(_ y: Int) -> Set<Int> {
    day.designations(y, c).union(named(day.inflows(y, c))).subtracting(named(day.outflows(y, c)))
  }

  func differences(of sources: [SourcedNumbers], _ elsewhere: HeldElsewhere) -> [String] {
    var differences: [String] = []
    let (own, designated) = (inHand(x), day.designations(x, c))
    var found: [Int: Int] = [:]
    for source in sources {
      for number in Int(source.start)...Int(source.end) {
        if found.updateValue(source.provision.map { Int($0) } ?? -1, forKey: number) != nil {
          differences.append("two sources of \(number)")
        }
      }
    }
    let inflows = day.inflows(x, c).sorted()
    for number in own {
      let first =
        designated.contains(number)
        ? -1 : inflows.first { data.provisions[$0].range?.contains(number) ?? false }
      if found.removeValue(forKey: number) != first { differences.append("source of \(number)") }
    }
    if !found.isEmpty { differences.append("sources of numbers not in hand") }
    var (shared, others): (Set<Int>, [(Int, Int)]) = ([], [])
    for y in data.operators.indices where y != x {
      let both = own.intersection(inHand(y))
      if !both.isEmpty { others.append((y, both.count)) }
      shared.formUnion(both)
    }
    others.sort { ($1.1, $0.0) < ($0.1, $1.0) }
    if set(elsewhere.numbers) != shared { differences.append("elsewhere: \(elsewhere), not \(shared)") }
    let list = elsewhere.others.map { (Int($0.operatorIndex), Int($0.numbers)) }
    if !list.elementsEqual(others, by: ==) { differences.append("others: \(list), not \(others)") }
    return differences
  }

  private func compareFlow(
    _ flow: StockFlow, _ provisions: [Int], _ far: (Int) -> Int, _ name: String,
    _ differences: inout [String]
  ) {
    let byPartner = Dictionary(grouping: provisions, by: far)
    let expected = byPartner.map { partner, own in (partner, data.together(own), counted(own)) }.sorted {
      $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1
    }
    let found = flow.partners.map { (Int($0.operatorIndex), Int($0.numbers), Int($0.counted)) }
    if !found.elementsEqual(expected, by: ==) { differences.append("\(name): \(found), not \(expected)") }
    for partner in flow.partners {
      let own = Set(flow.provisions[partner.provisions].map { Int($0) })
      if own != Set(byPartner[Int(partner.operatorIndex)] ?? []) { differences.append("\(name): provisions") }
    }
    if flow.provisions.count != provisions.count { differences.append("\(name): too many provisions") }
    if set(flow.ranges) != named(provisions) { differences.append("\(name): ranges") }
    var times: [Int: Int] = [:]
    for own in byPartner.values { for number in named(own) { times[number, default: 0] += 1 } }
    if set(flow.shared) != Set(times.filter { $0.value > 1 }.keys) { differences.append("\(name): shared") }
    if Int(flow.repeated) != times.values.reduce(0, { $0 + $1 - 1 }) {
      differences.append("\(name): repeated")
    }
  }

  private func suspensions(_ stock: CategoryStock) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for piece in stock.suspended {
      for number in Int(piece.start)...Int(piece.end) { found[number] = Int(piece.restriction) }
    }
    return found
  }

  private func expectedSuspensions(_ numbers: Set<Int>) -> [Int: Int] {
    var expected: [Int: Int] = [:]
    for number in numbers {
      expected[number] = data.restrictions.firstIndex {
        $0.kind == "suspend-numbers" && $0.range?.contains(number) ?? false
          && data.inForce($0.start, $0.end, day.day)
      }
    }
    return expected
  }

  private var orders: [Int] {
    data.restrictions.indices.filter {
      let row = data.restrictions[$0]
      return row.kind != "suspend-numbers" && data.concerns(row, x) && data.covers(row, c)
        && data.inForce(row.start, row.end, day.day)
    }
  }
}
