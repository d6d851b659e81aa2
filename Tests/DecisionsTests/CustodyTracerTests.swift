import Banken
import Testing

@testable import Decisions
@testable import TestSupport

@Suite struct CustodyTracerTests {
  /// Custody against the plain reading of every single day.
  @Test func agreesWithEveryDay() throws {
    var met: [String: Int] = [:]
    for seed in Seeds.all(else: 30) {
      let dataset = RandomDataset.make(seed: seed)
      let data = OracleData(dataset)
      let chain = SupplyChain(dataset.engineTables())
      let tracer = CustodyTracer(chain)
      let day = OracleDay(data, dataset.policy, dataset.day)
      let numbers = numbersInPlay(data)
      // Every third number, so that others are met unprepared.
      let asked = numbers.indices.filter { $0 % 3 == 0 }.compactMap {
        TelephoneNumber(rawValue: UInt64(numbers[$0]))
      }
      let few = CustodyTracer(chain, numbers: asked, threads: 1)
      var random = RandomSource(seed: seed)
      for _ in 0..<3 where !numbers.isEmpty {
        let x = numbers[random.int(0...numbers.count - 1)]
        guard let number = TelephoneNumber(rawValue: UInt64(x)) else { continue }
        let plain = PlainTrace(data: data, day: day, x: x, c: Int(number.category.rawValue))
        #expect(few.history(of: number) == tracer.history(of: number), "seed \(seed), \(number) among few")
        check(tracer.history(of: number), plain, "seed \(seed), \(number)", &met)
      }
    }
    for kind in [
      "designated", "provided", "cameBack", "open", "passedOn", "withdrawn", "returned", "nobody", "circle",
      "open gap",
    ] {
      #expect(met[kind, default: 0] > 2, "\(kind) hardly met")
    }
  }

  private func check(
    _ history: NumberHistory, _ plain: PlainTrace, _ place: String, _ met: inout [String: Int]
  ) {
    let data = plain.data
    let provisions = data.provisions.indices.filter {
      data.provisions[$0].range?.contains(plain.x) ?? false && data.provisions[$0].u != data.provisions[$0].v
    }.sorted { (data.provisions[$0].start ?? 0, $0) < (data.provisions[$1].start ?? 0, $1) }
    #expect(history.provisions == provisions.map { UInt32($0) }, "\(place)")
    let turns = data.turns.filter { $0 > 1 }
    let days = max(1, (turns.first ?? 2) - 2)...(turns.last ?? 2) + 2
    var expected: [Set<Int>] = []
    let relevant = Set(
      provisions.flatMap { [data.provisions[$0].u, data.provisions[$0].v] }
        + data.designations.filter { $0.range.contains(plain.x) }.map(\.x))
    for d in days { expected.append(relevant.filter { plain.isLast($0, on: d) }) }
    var found = [Set<Int>](repeating: [], count: expected.count)
    for run in history.custody {
      let x = Int(run.operatorIndex)
      for d in max(days.lowerBound, Int(run.days.start))..<min(days.upperBound + 1, Int(run.days.end)) {
        #expect(found[d - days.lowerBound].insert(x).inserted, "\(place): twice on one day")
      }
      if run.days.start > 1 {
        #expect(plain.beginning(x, Int(run.days.start)) == run.beginning, "\(place): beginning of \(run)")
        #expect(!plain.isLast(x, on: Int(run.days.start) - 1), "\(place): not the first day")
      }
      if run.days.end == Day.openEnd {
        #expect(run.ending == .open, "\(place)")
      } else {
        #expect(plain.ending(x, Int(run.days.end)) == run.ending, "\(place): ending of \(run)")
        #expect(!plain.isLast(x, on: Int(run.days.end)), "\(place): not the last day")
      }
      met["\(run.beginning)".prefix { $0 != "(" }.description, default: 0] += 1
      met["\(run.ending)".prefix { $0 != "(" }.description, default: 0] += 1
    }
    #expect(found == expected, "\(place): \(history)")
    // From the day on which somebody first has it, every day on which nobody is the last to.
    let isHeld = days.map { d in relevant.contains { plain.custody(of: $0, on: d).has } }
    var gaps: [String] = []
    for place in (isHeld.firstIndex(of: true) ?? isHeld.count)..<isHeld.count where expected[place].isEmpty {
      gaps.append("\(place + days.lowerBound) \(isHeld[place] ? "circle" : "nobody")")
    }
    let foundGaps = history.gaps.flatMap { gap in
      (max(days.lowerBound, Int(gap.days.start))..<min(days.upperBound + 1, Int(gap.days.end))).map {
        "\($0) \(gap.reason.rawValue)"
      }
    }
    #expect(foundGaps == gaps, "\(place): gaps")
    for gap in history.gaps { met[gap.reason.rawValue, default: 0] += 1 }
    if history.gaps.contains(where: { $0.days.end == Day.openEnd }) { met["open gap", default: 0] += 1 }
    #expect(
      history.custody.map { [Int($0.days.start), Int($0.operatorIndex)] }
        == history.custody.map { [Int($0.days.start), Int($0.operatorIndex)] }.sorted {
          $0.lexicographicallyPrecedes($1)
        })
  }

  @Test func renewalsAreOneCustodyAndRowsWithoutDaysAreAlways() throws {
    let chain = try Fixture.chain([
      "operators": "operator_id,name\nH,H\nA,A\nB,B",
      "designations": """
      operator_id,range_start,range_end,designated_on,returned_on
      H,050-9990-0000,050-9990-9999,,
      """,
      "provisions": """
      provision_id,supplier_id,recipient_id,range_start,range_end,starts_on,ends_on
      P1,H,A,050-9990-0000,050-9990-0099,2024-04-01,2025-03-31
      P2,H,A,050-9990-0000,050-9990-0199,2025-04-01,2026-03-31
      P3,A,B,050-9990-0007,050-9990-0007,2025-06-01,2025-12-31
      """,
    ])
    let number = try #require(TelephoneNumber("050-9990-0007"))
    let history = CustodyTracer(chain).history(of: number)
    func days(_ start: String?, _ end: String?) -> DayInterval {
      DayInterval(
        start: start.flatMap { Day($0) }?.ordinal ?? Day.blank,
        end: end.flatMap { Day($0) }.map { $0.ordinal + 1 } ?? Day.openEnd)
    }
    #expect(
      history.custody == [
        Custody(
          operatorIndex: 0, days: days(nil, "2024-03-31"), beginning: .designated(0), ending: .passedOn(0)),
        Custody(
          operatorIndex: 1, days: days("2024-04-01", "2025-05-31"), beginning: .provided(0),
          ending: .passedOn(2)),
        Custody(
          operatorIndex: 2, days: days("2025-06-01", "2025-12-31"), beginning: .provided(2),
          ending: .withdrawn(2)),
        Custody(
          operatorIndex: 1, days: days("2026-01-01", "2026-03-31"), beginning: .cameBack(2),
          ending: .withdrawn(1)),
        Custody(operatorIndex: 0, days: days("2026-04-01", nil), beginning: .cameBack(1), ending: .open),
      ])
    #expect(history.gaps.isEmpty && history.provisions == [0, 1, 2] && history.designations == [0])
  }
  private static let circle = [
    "operators": "operator_id,name\nH,H\nA,A\nB,B\nC,C\nD,D",
    "designations": """
    operator_id,range_start,range_end,designated_on,returned_on
    H,050-9990-0000,050-9990-9999,2010-01-01,2027-06-01
    """,
    "provisions": """
    provision_id,supplier_id,recipient_id,range_start,range_end,starts_on,ends_on
    P1,H,A,050-9990-0000,050-9990-0099,2020-04-01,
    P2,A,B,050-9990-0007,050-9990-0007,2024-04-01,2025-12-31
    P3,B,C,050-9990-0007,050-9990-0007,2024-04-01,
    P4,C,A,050-9990-0007,050-9990-0007,2024-04-01,
    P5,H,D,050-9990-0200,050-9990-0299,2021-04-01,2026-03-31
    """,
    "restrictions": """
    restriction_id,kind,operator_id,range_start,range_end,starts_on,ends_on
    R1,suspend-numbers,,050-9990-0007,050-9990-0008,2026-01-01,
    R2,suspend-numbers,,050-9990-0000,050-9990-0099,2024-01-01,2024-06-30
    R3,suspend-stock,A,,,2024-01-01,
    R4,suspend-numbers,,050-9990-0008,050-9990-0009,2024-01-01,
    """,
  ]

  private func history(_ number: String) throws -> (SupplyChain, NumberHistory) {
    let chain = try Fixture.chain(Self.circle)
    return (chain, CustodyTracer(chain).history(of: try #require(TelephoneNumber(number))))
  }

  private func days(_ start: String, _ end: String?) throws -> DayInterval {
    DayInterval(
      start: try #require(Day(start)).ordinal,
      end: try end.map { try #require(Day($0)).ordinal + 1 } ?? Day.openEnd)
  }

  /// A history ended where a circle began, as if nothing were known of the days after.
  @Test func circlesAndOpenEndsAreGaps() throws {
    let (chain, history) = try history("050-9990-0007")
    #expect(history.custody.map(\.operatorIndex) == [0, 1, 1])
    #expect(
      history.gaps == [
        CustodyGap(days: try days("2024-04-01", "2025-12-31"), reason: .circle)
      ])
    #expect(history.circles(on: try #require(Day("2025-01-01")), in: chain) == [[1, 2, 3]])
    #expect(history.circles(on: try #require(Day("2026-01-01")), in: chain).isEmpty)
    let (_, designated) = try self.history("050-9990-0200")
    #expect(designated.gaps == [CustodyGap(days: try days("2027-06-01", nil), reason: .nobody)])
    let (_, nobody) = try self.history("050-1234-0200")
    #expect(nobody.gaps.isEmpty && nobody.custody.isEmpty)
  }

  /// The ministry was to be asked about a number whose last hands and holder are on record.
  @Test func formerHandsAreToldOfANumberNobodyHas() throws {
    let (chain, history) = try history("050-9990-0250")
    func former(_ day: String) throws -> FormerHands {
      FormerHands(history, before: try #require(Day(day)), in: chain)
    }
    let later = try former("2028-01-01")
    #expect(
      later.last == [FormerHands.Hand(operatorIndex: 0, until: try #require(Day("2027-05-31")))])
    #expect(later.holders.isEmpty)
    let (_, passedOn) = try self.history("050-9990-0050")
    let hands = FormerHands(passedOn, before: try #require(Day("2028-01-01")), in: chain)
    #expect(hands.last == [FormerHands.Hand(operatorIndex: 0, until: try #require(Day("2020-03-31")))])
    let early = try former("2009-01-01")
    #expect(early.last.isEmpty && early.holders.isEmpty)
    // The last hand was not the holder.
    let chain2 = try Fixture.chain([
      "operators": "operator_id,name\nH,H\nA,A",
      "designations": """
      operator_id,range_start,range_end,designated_on,returned_on
      H,050-9990-0000,050-9990-9999,2010-01-01,2026-06-01
      """,
      "provisions": """
      provision_id,supplier_id,recipient_id,range_start,range_end,starts_on,ends_on
      P1,H,A,050-9990-0000,050-9990-0099,2020-04-01,2026-05-31
      """,
    ])
    let number = try #require(TelephoneNumber("050-9990-0001"))
    let gone = FormerHands(
      CustodyTracer(chain2).history(of: number), before: try #require(Day("2026-10-01")), in: chain2)
    let until = try #require(Day("2026-05-31"))
    #expect(gone.last == [FormerHands.Hand(operatorIndex: 1, until: until)])
    #expect(gone.holders == [FormerHands.Hand(operatorIndex: 0, until: until)])
  }

  @Test func suspensionsOfAnyDayAreFound() throws {
    let suspensions = NumberSuspensions(try Fixture.chain(Self.circle))
    func rows(_ number: String) throws -> [UInt32] {
      suspensions.rows(containing: try #require(TelephoneNumber(number)))
    }
    #expect(try rows("050-9990-0007") == [1, 0])
    #expect(try rows("050-9990-0008") == [1, 3, 0])
    #expect(try rows("050-9990-0100") == [])
  }
}
