import Testing

@testable import Synthesis

@Suite struct RowOwnersTests {
  /// Checks the owners of all provisions against a walk through the table.
  private func check(_ members: Range<Int>, rows: Int, _ table: [JapanMember]) {
    table.withUnsafeBufferPointer { table in
      let owners = RowOwners(members, rows: rows, table)
      var expected: [UInt32] = []
      for x in members {
        expected += Array(repeating: UInt32(x), count: Int(table[x + 1].firstRow - table[x].firstRow))
      }
      // Not in order, as in a file; each provision once.
      let order = Permutation(rows, seed: 3)
      let asked = (0..<rows).map { UInt32(order.index(at: $0)) }
      var found = [UInt32](repeating: .max, count: rows)
      asked.withUnsafeBufferPointer { asked in
        found.withUnsafeMutableBufferPointer { owners.find(asked, in: table, into: $0) }
      }
      #expect(found == asked.map { expected[Int($0)] })
    }
  }

  /// Members with so many provisions each, behind some that have none.
  private func table(before: Int, _ counts: [Int]) -> (members: Range<Int>, rows: Int, [JapanMember]) {
    var table = [JapanMember](repeating: JapanMember(), count: before)
    var row = 0
    for count in counts {
      table.append(JapanMember(firstRow: UInt32(row)))
      row += count
    }
    table.append(JapanMember(firstRow: UInt32(row)))
    return (before..<before + counts.count, row, table)
  }

  @Test(arguments: [
    [1], [7], [1, 1], [1_000], [1, 1_000], [1_000, 1], [1, 1, 1, 1, 5_000, 1, 1, 1],
    Array(repeating: 1, count: 300) + [3_000] + Array(repeating: 1, count: 300),
    Array(repeating: 16, count: 64), Array(repeating: 17, count: 65),
  ]) func findsEveryOwner(_ counts: [Int]) {
    for before in [0, 4] {
      let (members, rows, table) = table(before: before, counts)
      check(members, rows: rows, table)
    }
  }

  @Test func findsEveryOwnerAmongRandomOnes() {
    let randomness = Randomness(seed: 8, purpose: 0)
    for round in 0..<200 {
      let counts = (0...randomness.bits(round).small(0, below: 60)).map { place in
        1 + randomness.bits(round * 64 + place).heavyTailed(below: 200)
      }
      let (members, rows, table) = table(before: round % 5, counts)
      check(members, rows: rows, table)
    }
  }

  @Test(arguments: [(100, 200), (100, 30_000), (5_000, 6_000), (5_000, 60_000)])
  func findsEveryOwnerOfATree(_ operators: Int, _ provisions: Int) throws {
    let plan = try JapanPlan(Generated.options(operators, provisions, seed: 2))
    let layout = plan.layout
    check(layout.holders..<layout.idle, rows: layout.rows, plan.tree.members)
  }

  @Test func memoryDoesNotGrowWithTheProvisions() {
    let (members, _, table) = table(before: 0, [1, 1, 1])
    for rows in [3, 4, 1_000, 400_000_000] {
      let places = table.withUnsafeBufferPointer { RowOwners(members, rows: rows, $0).places }
      #expect(places <= members.count + 1)
    }
  }

  @Test func aMemberTakesHalfACacheLine() {
    #expect(MemoryLayout<JapanMember>.stride == 32)
  }
}
