import Numbering
import Testing

@testable import SupplyChain

@Suite struct CircleTests {
  /// Components by mutual reach, cycles by trying every path.
  @Test func agreesWithPlainSearchOnSmallWorlds() {
    for seed in 0..<1500 as Range<UInt64> {
      let tables = SmallWorld.tables(seed: seed)
      let chain = SupplyChain(tables)
      let state = DayState(chain, on: SmallWorld.today)
      guard let outflows = chain.outflows.view(.ip), let inflows = chain.inflows.view(.ip) else { continue }
      let kept = (0..<UInt32(tables.provisions.count)).map { p -> UInt8 in
        state.isActive(p) && !state.isWhollyOwn(p) && tables.provisions.categories[Int(p)] == .ip ? 1 : 0
      }
      let circles = Circles(outflows, kept: kept)
      var finder = CycleFinder(outflows: outflows, inflows: inflows, of: tables.provisions, kept: kept)
      let edges = (0..<tables.provisions.count).filter { kept[$0] == 1 }
      let reach = plainReach(tables, edges)
      var firstMembers: [UInt32] = []
      for x in 0..<tables.operators.count {
        let circle = (0..<tables.operators.count).filter { $0 == x || reach[x][$0] && reach[$0][x] }
        if circle.count < 2 {
          #expect(circles.circleOf[x] == noIndex)
          continue
        }
        let number = Int(circles.circleOf[x])
        #expect(circles.members(of: number).map { Int($0) } == circle, "seed \(seed)")
        if circle.first == x { firstMembers.append(UInt32(x)) }
        let cycle = finder.shortestCycle(through: UInt32(x), in: circles).map { Int($0) }
        #expect(cycle == plainCycle(tables, edges, through: x), "seed \(seed)")
      }
      #expect(circles.count == firstMembers.count)
      #expect((0..<circles.count).map { circles.members(of: $0).first } == firstMembers)
    }
  }

  private func plainReach(_ tables: Tables, _ edges: [Int]) -> [[Bool]] {
    let count = tables.operators.count
    var reach = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
    for p in edges { reach[Int(tables.provisions.suppliers[p])][Int(tables.provisions.recipients[p])] = true }
    for k in 0..<count {
      for i in 0..<count where reach[i][k] {
        for j in 0..<count where reach[k][j] { reach[i][j] = true }
      }
    }
    return reach
  }

  /// Extends all walks hop by hop, least ids first, until one is back.
  private func plainCycle(_ tables: Tables, _ edges: [Int], through x: Int) -> [Int] {
    let table = tables.provisions
    var walks: [[Int]] = [[]]
    for _ in 0..<tables.operators.count {
      // Of the walks to one operator the first is least: the others need not be followed.
      var seen: Set<Int> = []
      var grown: [[Int]] = []
      for walk in walks {
        let place = walk.last.map { Int(table.recipients[$0]) } ?? x
        for p in edges.sorted(by: { table.ids[$0] < table.ids[$1] }) where Int(table.suppliers[p]) == place {
          if seen.insert(Int(table.recipients[p])).inserted { grown.append(walk + [p]) }
        }
      }
      if let back = grown.first(where: { $0.last.map { Int(table.recipients[$0]) } == x }) { return back }
      walks = grown
    }
    return []
  }
}
