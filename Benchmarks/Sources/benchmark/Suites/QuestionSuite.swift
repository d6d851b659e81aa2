import Banken
import Harness

extension Session {
  /// Questions about a loaded ledger, one after the other.
  func questions() throws {
    try screenings()
    try impacts()
    try repairs()
    try tracing()
  }

  // MARK: Screening

  /// How many candidates are screened in a run, and how many of them are held against the definition.
  private static let candidates = 20_000
  private static let checked = 100
  /// How many are screened with nothing kept of others.
  private static let alone = 500

  /// Candidates on a prepared ledger, each timed by itself, without consequences.
  private func screenings() throws {
    var table = MarkdownTable(
      [
        "ledger", "made ready, s", "refused, conditional, accepted", "median, µs", "mean, µs",
        "99 %, µs",
        "longest, µs", "alone: median, µs", "longest, µs", "whole: median, ms", "longest, ms",
      ], numeric: [1, 3, 4, 5, 6, 7, 8, 9, 10])
    for isRanged in [true, false] {
      let workload = try ledger(ranged: isRanged)
      say("\(size.name): screening on \(workload.ledger)")
      let (chain, policy) = (try chain(workload.directory), try policy(of: workload))
      let ready = try alternate(
        [contender("ready") { Screening(chain, on: self.day, policy: policy, threads: Session.threads) }],
        runs: runs)[0]
      let screening = Screening(chain, on: day, policy: policy, threads: Session.threads)
      let state = screening.state
      let asked = candidates(of: chain)
      guard !asked.isEmpty else { continue }
      var pages: [Double] = []
      for candidate in asked.prefix(Self.checked) {
        let (whole, seconds) = timed {
          PartnerScreening(candidate, in: state, policy: policy, threads: Session.threads)
        }
        pages.append(seconds * 1e3)
        let found = whole.reasons.compactMap { whole.difference.finding(of: $0)?.finding }
        let reasons = screening.answer(candidate).reasons
        guard found.map(\.rule) == reasons.map(\.rule), found.map(\.numbers) == reasons.map(\.numbers) else {
          throw Stop("an answer is not that of the definition: \(candidate)")
        }
      }
      let page = Sample(pages)
      // Each with a screening of its own, made from the state of the day: nothing is known of its operators.
      let alone = Sample(
        asked.prefix(Self.alone).map { candidate in
          timed { Screening(state, policy: policy, threads: Session.threads).answer(candidate) }.seconds * 1e6
        })
      let (samples, verdicts) = times(asked, screening)
      judge(.t8, on: workload.ledger, samples.median.median)
      table.add([
        workload.ledger, ready.text, verdicts, samples.median.text, samples.mean.text, samples.high.text,
        samples.longest.text, alone.median.map { Figures.short($0) } ?? "–",
        alone.most.map { Figures.short($0) } ?? "–",
        page.median.map { Figures.short($0) } ?? "–", page.most.map { Figures.short($0) } ?? "–",
      ])
    }
    add(
      ResultsSection(
        "Screening",
        paragraphs: [
          "\(Figures.grouped(Self.candidates)) candidates on one thread, each timed by itself: the supplier of some provision, so that "
            + "large suppliers come often, and any operator; half of them ranges cut from that provision where it has one. The first "
            + "\(Self.checked) were held against two audits of the ledger around them, without the candidate and with it: whole is that, with consequences and all that "
            + "`banken screen` tells, from the state of the day. Alone: \(Figures.grouped(Self.alone)) candidates, each with a screening "
            + "made for it from that state."
        ], tables: [table]))
  }

  private struct Times {
    var median = Sample()
    var mean = Sample()
    var high = Sample()
    var longest = Sample()
  }

  private func times(_ asked: [ProvisionCandidate], _ screening: Screening) -> (Times, String) {
    var times = Times()
    var counts = [Int](repeating: 0, count: ScreenVerdict.allCases.count)
    for run in 0...runs {
      counts = counts.map { _ in 0 }
      var each: [Double] = []
      each.reserveCapacity(asked.count)
      for candidate in asked {
        let (answer, seconds) = timed { screening.answer(candidate) }
        counts[Int(answer.verdict.rawValue)] += 1
        each.append(seconds * 1e6)
      }
      // The first run does not count.
      if run == 0 { continue }
      each.sort()
      times.median.values.append(each[each.count / 2])
      times.mean.values.append(each.reduce(0, +) / Double(each.count))
      times.high.values.append(each[each.count * 99 / 100])
      times.longest.values.append(each[each.count - 1])
    }
    return (times, counts.reversed().map { Figures.grouped($0) }.joined(separator: ", "))
  }

  private func candidates(of chain: SupplyChain) -> [ProvisionCandidate] {
    let table = chain.tables.provisions
    let operators = UInt64(chain.tables.operators.count)
    var random = Randomness(seed: 20_261_001)
    var found: [ProvisionCandidate] = []
    found.reserveCapacity(Self.candidates)
    while found.count < Self.candidates, table.count > 0 {
      let p = Int(random.next() % UInt64(table.count))
      let (u, v) = (table.suppliers[p], OperatorIndex(random.next() % operators))
      if u == v { continue }
      if table.isRanged(p), random.next() % 2 == 0 {
        let size = min(table.numbers[p], random.next() % 100 + 1)
        let start = table.rangeStarts[p] + random.next() % (table.numbers[p] - size + 1)
        guard let first = TelephoneNumber(rawValue: start),
          let last = TelephoneNumber(rawValue: start + size - 1),
          let range = try? NumberRange(from: first, to: last)
        else { continue }
        found.append(ProvisionCandidate(supplier: u, recipient: v, range: range, startsOn: day))
      } else {
        found.append(
          ProvisionCandidate(
            supplier: u, recipient: v, category: table.categories[p], numbers: random.next() % 200 + 1,
            startsOn: day))
      }
    }
    return found
  }
}

/// SplitMix64: the same candidates on every machine.
private struct Randomness {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
