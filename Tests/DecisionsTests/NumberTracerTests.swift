import Banken
import Testing

@testable import Decisions
@testable import TestSupport

@Suite struct NumberTracerTests {
  /// Every number that any range of a random ledger has, against the plain reading of the contract.
  @Test func agreesWithThePlainTrace() throws {
    var met: [String: Int] = [:]
    for seed in Seeds.all(else: 200) {
      let dataset = RandomDataset.make(seed: seed)
      let data = OracleData(dataset)
      let plainDay = OracleDay(data, dataset.policy, dataset.day)
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let chain = SupplyChain(dataset.engineTables())
      let state = DayState(chain, on: day, options: StateOptions(threads: Int(seed % 2) + 1))
      let tracer = NumberTracer(state)
      let numbers = numbersInPlay(data).compactMap { TelephoneNumber(rawValue: UInt64($0)) }
      // Every third number, so that others are met unprepared; of some ledgers one alone.
      let asked = numbers.indices.filter { $0 % 3 == 0 && (seed % 4 != 0 || $0 == 0) }.map { numbers[$0] }
      let few = NumberTracer(state, numbers: asked.reversed())
      for number in numbers {
        let x = Int(number.rawValue)
        let trace = tracer.trace(number)
        #expect(few.trace(number) == trace, "seed \(seed), \(number) among few")
        let plain = PlainTrace(data: data, day: plainDay, x: x, c: Int(number.category.rawValue))
        let agrees =
          trace.hops == plain.hops && trace.designations == plain.designations
          && trace.origins == plain.origins && trace.ends == plain.ends
          && trace.suspensions == plain.suspensions
        #expect(agrees, "seed \(seed), \(number): \(trace)")
        if !agrees { return }
        for end in trace.ends { met[end.reason.rawValue, default: 0] += 1 }
        if trace.hops.contains(where: { $0.level == nil }) { met["no level", default: 0] += 1 }
        if trace.hops.contains(where: { $0.level ?? 0 > 2 }) { met["third hop", default: 0] += 1 }
        if trace.designations.count > 1 { met["two holders", default: 0] += 1 }
      }
    }
    for kind in TraceEnd.Reason.allCases.map(\.rawValue) + ["no level", "third hop", "two holders"] {
      #expect(met[kind, default: 0] > 20, "\(kind) hardly met")
    }
  }

  /// Levels are told even where there are too many pieces for levels of every number.
  @Test func tooManyFragmentsAreNoReasonToLoseLevels() throws {
    let chain = try Fixture.chain(Self.tables)
    let day = try #require(Day("2026-10-01"))
    let state = DayState(chain, on: day, options: StateOptions(mostPieces: 0))
    #expect(state.isTooFragmented)
    let number = try #require(TelephoneNumber("050-9990-0005"))
    #expect(NumberTracer(state).trace(number) == NumberTracer(DayState(chain, on: day)).trace(number))
    #expect(NumberTracer(state).trace(number).hops.map(\.level) == [1, 2, 2])
  }

  private static let tables = [
    "operators": "operator_id,name\nH,H\nA,A\nB,B\nC,C\nD,D",
    "designations": """
    operator_id,range_start,range_end,designated_on,returned_on
    H,050-9990-0000,050-9990-9999,2020-01-01,
    H,050-9980-0000,050-9980-9999,2020-01-01,2025-01-01
    A,050-9991-0000,050-9991-9999,2020-01-01,
    """,
    "provisions": """
    provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end
    P1,H,A,,,050-9990-0000,050-9990-0099
    P2,A,B,,,050-9990-0000,050-9990-0009
    P3,A,C,,,050-9990-0005,050-9990-0005
    P4,C,D,ip,5,,
    P5,D,D,,,050-9990-0005,050-9990-0005
    P6,D,B,,,050-9990-0200,050-9990-0209
    """,
  ]

  private func trace(_ text: String) throws -> NumberTrace {
    let state = DayState(try Fixture.chain(Self.tables), on: try #require(Day("2026-10-01")))
    return NumberTracer(state, categories: CategorySet(.ip)).trace(try #require(TelephoneNumber(text)))
  }

  @Test func branchesAndWhatHidesANumber() throws {
    let trace = try trace("050-9990-0005")
    // P5 is a self-provision.
    #expect(trace.hops.map(\.provision) == [0, 1, 2])
    #expect(trace.origins == [TraceOrigin(operatorIndex: 0, kind: .designation)])
    #expect(
      trace.ends == [
        TraceEnd(reason: .lastRecipient, operators: [2]), TraceEnd(reason: .countOnly, operators: [3]),
      ])
  }

  @Test func aBreakInTheTrail() throws {
    // D got it through provisions known by count only; the holder's own trail ends with itself.
    let trace = try trace("050-9990-0205")
    #expect(trace.hops == [TraceHop(provision: 5, level: 3)])
    #expect(
      trace.origins == [
        TraceOrigin(operatorIndex: 0, kind: .designation), TraceOrigin(operatorIndex: 4, kind: .countOnly),
      ])
    #expect(
      trace.ends == [
        TraceEnd(reason: .lastRecipient, operators: [0]), TraceEnd(reason: .lastRecipient, operators: [2]),
      ])
  }

  @Test func aNumberThatNobodyHolds() throws {
    let state = DayState(try Fixture.chain(Self.tables), on: try #require(Day("2026-10-01")))
    let tracer = NumberTracer(state)
    func near(_ text: String) throws -> NearbyDesignations {
      let number = try #require(TelephoneNumber(text))
      let trace = tracer.trace(number)
      #expect(trace.isHeldByNobody && trace.ends == [TraceEnd(reason: .noDesignation, operators: [])])
      return tracer.designations(near: number)
    }
    #expect(try near("050-9980-0005") == NearbyDesignations(onOtherDays: [1], below: nil, above: 0))
    #expect(try near("050-9992-0000") == NearbyDesignations(onOtherDays: [], below: 2, above: nil))
    #expect(try near("090-1234-5678") == NearbyDesignations(onOtherDays: [], below: nil, above: nil))
  }

  /// A circle, a chain and nested ranges of many operators: no recursion, nothing quadratic.
  @Test func hostileShapes() throws {
    let size = 50_000
    let number = try #require(TelephoneNumber("050-9990-0005"))
    for isCircle in [false, true] {
      var tables = Tables()
      for x in 0...size { tables.operators.append(id: "O\(x)") }
      tables.designations.append(
        operator: 0, category: .ip, range: number.rawValue...number.rawValue + 1_000_000)
      for x in 0..<size {
        tables.provisions.append(
          id: "P\(x)", supplier: UInt32(x), recipient: UInt32(isCircle ? (x + 1) % size : x + 1),
          category: .ip, range: number.rawValue...number.rawValue + UInt64(size - x))
      }
      let state = DayState(SupplyChain(tables), on: try #require(Day("2026-10-01")))
      let trace = NumberTracer(state).trace(number)
      #expect(trace.hops.count == size && trace.hops.last?.level == UInt32(size))
      let members = isCircle ? Array(0..<UInt32(size)) : [UInt32(size)]
      #expect(trace.ends == [TraceEnd(reason: isCircle ? .circle : .lastRecipient, operators: members)])
    }
  }

  /// One number provided to many, and a supplier of as many other ranges.
  @Test func aHubOfOneNumber() throws {
    let size = 50_000
    let number = try #require(TelephoneNumber("050-9990-0005"))
    var tables = Tables()
    for x in 0...size { tables.operators.append(id: "O\(x)") }
    tables.designations.append(
      operator: 0, category: .ip, range: number.rawValue...number.rawValue + 1_000_000)
    for x in 1...size {
      let others = number.rawValue + UInt64(x) * 10
      tables.provisions.append(
        id: "P\(x)", supplier: 0, recipient: UInt32(x), category: .ip,
        range: number.rawValue...number.rawValue)
      tables.provisions.append(
        id: "Q\(x)", supplier: 0, recipient: UInt32(x), category: .ip, range: others...others + 4)
    }
    let state = DayState(SupplyChain(tables), on: try #require(Day("2026-10-01")))
    let trace = NumberTracer(state).trace(number)
    #expect(trace.hops.count == size && trace.hops.allSatisfy { $0.level == 1 })
    #expect(trace.ends.count == size && trace.ends.allSatisfy { $0.reason == .lastRecipient })
    let history = CustodyTracer(state.chain).history(of: number)
    #expect(history.provisions.count == size && history.custody.count == size && history.gaps.isEmpty)
  }

  /// Somebody with very many provisions known by count only, at the start and the end of very many trails: they are gone
  /// through once.
  @Test func aHubOfCounts() throws {
    let size = 50_000
    let first = try #require(TelephoneNumber("050-9990-0000"))
    var tables = Tables()
    for x in 0...size { tables.operators.append(id: "O\(x)") }
    // O1 is no holder: it receives counts from O0, a holder, and from nobody's customers, and provides one number each.
    tables.designations.append(operator: 0, category: .ip, range: 5_011_110_000...5_011_110_009)
    for x in 2...size {
      tables.provisions.append(
        id: "P\(x)", supplier: x == size ? 0 : UInt32(x), recipient: 1, category: .ip, numbers: 1)
      tables.provisions.append(
        id: "Q\(x)", supplier: 1, recipient: UInt32(size), category: .ip,
        range: first.rawValue + UInt64(x)...first.rawValue + UInt64(x))
      // None of these but the first is active, so all have to be seen.
      tables.provisions.append(
        id: "R\(x)", supplier: UInt32(size), recipient: UInt32(x - 1), category: .ip, numbers: 1,
        endsOn: x == 2 ? nil : Day("2020-01-01"))
    }
    let state = DayState(SupplyChain(tables), on: try #require(Day("2026-10-01")))
    let tracer = NumberTracer(state)
    for x in stride(from: 2, through: size, by: 10) {
      let trace = tracer.trace(try #require(TelephoneNumber(rawValue: first.rawValue + UInt64(x))))
      #expect(trace.hops == [TraceHop(provision: UInt32(3 * (x - 2) + 1), level: 2)])
      #expect(
        trace.ends == [
          TraceEnd(reason: .noDesignation, operators: [1]),
          TraceEnd(reason: .countOnly, operators: [UInt32(size)]),
        ])
    }
  }
}
