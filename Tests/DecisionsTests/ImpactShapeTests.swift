import Banken
import Testing

/// Many operators one behind the other, or all behind one.
@Suite struct ImpactShapeTests {
  private static let size = 20_000

  /// Everybody is certified; operator 0 is the holder.
  private func state(_ supplier: (Int) -> Int) throws -> DayState {
    var tables = Tables()
    for x in 0...Self.size {
      let x = tables.operators.append(id: "O\(x)")
      tables.certifications.append(operator: x, validFrom: .earliest, validTo: .latest)
    }
    tables.designations.append(operator: 0, category: .ip, range: 5_031_000_000...5_031_009_999)
    for x in 1...Self.size {
      tables.provisions.append(
        id: "P\(x)", supplier: OperatorIndex(supplier(x)), recipient: OperatorIndex(x), category: .ip,
        numbers: 5)
    }
    return DayState(SupplyChain(tables), on: try #require(Day("2026-10-01")))
  }

  @Test func longChain() throws {
    let state = try state { $0 - 1 }
    let impact = Impact(of: 1, .certificate, in: state, policy: Policy())
    let loss = try #require(impact.losses.first)
    #expect(impact.losses.count == 1 && loss.category == .ip)
    #expect(loss.itself == [1] && loss.kept == [])
    #expect(loss.lost == (2...OperatorIndex(Self.size)).map { $0 })
    #expect(loss.lostNumbers == 5 * UInt64(Self.size - 1))
    #expect(impact.notified.map(\.operatorIndex) == [0] + loss.lost)
    #expect(impact.notified.first?.provides == 5 && impact.notified[1].receives == 5)
    let critical = CriticalOperators(state)
    #expect(
      critical.rows
        == (0..<Self.size).map { x in
          CriticalOperators.Row(
            operatorIndex: OperatorIndex(x), category: .ip, dependents: Self.size - x,
            numbers: 5 * UInt64(Self.size - x))
        })
  }

  @Test func star() throws {
    let state = try state { _ in 0 }
    let impact = Impact(of: 0, .exit, in: state, policy: Policy())
    let loss = try #require(impact.losses.first)
    #expect(impact.ended.provisions == Self.size && impact.ended.designations == 1)
    #expect(loss.itself == [0] && loss.kept == [])
    #expect(loss.lost == (1...OperatorIndex(Self.size)).map { $0 })
    #expect(loss.lostNumbers == 5 * UInt64(Self.size))
    #expect(impact.notified.map(\.operatorIndex) == loss.lost)
    #expect(impact.notified.allSatisfy { $0.receives == 5 && $0.provides == nil })
    let critical = CriticalOperators(state)
    #expect(
      critical.rows == [
        CriticalOperators.Row(
          operatorIndex: 0, category: .ip, dependents: Self.size, numbers: 5 * UInt64(Self.size))
      ])
  }

  /// Everybody keeps a chain by a count from the holder, and loses a range that comes through operator 1.
  @Test func manyKeepersThatLoseNumbers() throws {
    var tables = Tables()
    let first: UInt64 = 5_031_000_000
    for x in 0...Self.size {
      let x = tables.operators.append(id: "O\(x)")
      tables.certifications.append(operator: x, validFrom: .earliest, validTo: .latest)
    }
    tables.designations.append(operator: 0, category: .ip, range: first...5_031_999_999)
    tables.provisions.append(
      id: "P", supplier: 0, recipient: 1, category: .ip, range: first...5_031_999_999)
    for x in 2...Self.size {
      let start = first + UInt64(x) * 5
      tables.provisions.append(
        id: "C\(x)", supplier: 0, recipient: OperatorIndex(x), category: .ip, numbers: 3)
      // Half of each range is half of the one before.
      tables.provisions.append(
        id: "R\(x)", supplier: 1, recipient: OperatorIndex(x), category: .ip, range: start - 5...start + 4)
    }
    let state = DayState(SupplyChain(tables), on: try #require(Day("2026-10-01")))
    let loss = try #require(Impact(of: 1, .certificate, in: state, policy: Policy()).losses.first)
    let keepers = UInt64(Self.size - 1)
    #expect(loss.kept.count == Int(keepers) && loss.lost == [])
    #expect(loss.keptNumbers == 3 * keepers + 5 * keepers + 5)
    #expect(loss.keptLosing == [UInt64](repeating: 10, count: Int(keepers)))
    #expect(loss.keptLosingNumbers == 5 * keepers + 5)
  }
}
