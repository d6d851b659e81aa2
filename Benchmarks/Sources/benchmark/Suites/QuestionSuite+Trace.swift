import Banken
import Harness

extension Session {
  /// Numbers in provisions chosen at random, each traced by itself.
  func tracing() throws {
    say("\(size.name): tracing")
    let workload = try ledger(ranged: true)
    let (chain, policy) = (try chain(workload.directory), try policy(of: workload))
    let state = state(chain, policy)
    let build = try alternate([contender("build") { NumberTracer(state) }], runs: runs)[0]
    let tracer = NumberTracer(state)
    let numbers = Self.numbers(of: state.chain, count: 20_000)
    let restrictions = RestrictionsInForce(state.chain, on: state.day)
    var (hops, seen) = (0, 0)
    let plain = Self.each(numbers) { hops += tracer.trace($0).hops.count }
    let plainHops = hops
    let withStandings = Self.each(numbers) { number in
      let trace = tracer.trace(number)
      for x in Set(trace.hops.flatMap { [state.supplier(of: $0), state.recipient(of: $0)] }) {
        let standing = OperatorStanding(of: x, in: state)
        seen += standing.isUser ? 1 : 0
        seen += restrictions.rows(on: x, in: number.category).count
      }
    }
    withExtendedLifetime(seen) {}
    // A few numbers of a loaded ledger, nothing prepared before they are known.
    let alone = Self.each(Array(numbers.prefix(Self.alone))) { number in
      hops += NumberTracer(state, numbers: [number]).trace(number).hops.count
    }
    let list = try alternate([contender("list") { NumberTracer(state, numbers: numbers) }], runs: runs)[0]
    judge(.t9, on: workload.ledger, plain.median.map { $0 * 1e6 })
    var table = MarkdownTable(["what", "median, µs", "nine in ten, µs", "longest, µs"], numeric: [1, 2, 3])
    for (title, sample) in [
      ("trace", plain), ("trace and standings of everybody in it", withStandings),
      ("trace of one number alone, nothing prepared", alone),
    ] {
      table.add([
        title, sample.median.map { Figures.short($0 * 1e6) } ?? "–",
        sample.share(0.9).map { Figures.short($0 * 1e6) } ?? "–",
        sample.most.map { Figures.short($0 * 1e6) } ?? "–",
      ])
    }
    add(
      ResultsSection(
        "Tracing a number",
        paragraphs: [
          "\(Figures.grouped(numbers.count)) numbers of provisions chosen at random, one after the other on one thread, each timed by itself, "
            + "\(Figures.short(Double(plainHops) / Double(max(1, numbers.count)))) hops on average. The tracer is prepared once for any number, in \(build.text) s; "
            + "for this list of numbers alone in \(list.text) s."
        ], tables: [table]))
  }

  /// How many numbers are traced with nothing prepared.
  private static let alone = 100

  private static func numbers(of chain: SupplyChain, count: Int) -> [TelephoneNumber] {
    let table = chain.tables.provisions
    let ranged = (0..<table.count).filter { table.isRanged($0) }
    var dice = Dice()
    return (0..<count).compactMap { _ in
      guard !ranged.isEmpty else { return nil }
      let row = ranged[dice.roll(ranged.count)]
      return TelephoneNumber(
        rawValue: table.rangeStarts[row] + UInt64(dice.roll(Int(clamping: table.numbers[row]))))
    }
  }

  /// The seconds that each of several things takes.
  private static func each<Thing>(_ things: [Thing], _ body: (Thing) -> Void) -> Sample {
    Sample(things.map { thing in timed { body(thing) }.seconds })
  }
}

extension DayState {
  fileprivate func supplier(of hop: TraceHop) -> OperatorIndex {
    chain.tables.provisions.suppliers[Int(hop.provision)]
  }

  fileprivate func recipient(of hop: TraceHop) -> OperatorIndex {
    chain.tables.provisions.recipients[Int(hop.provision)]
  }
}
