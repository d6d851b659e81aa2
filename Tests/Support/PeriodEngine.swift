import Banken

extension PlainDataset {
  /// The engine's audit of a period of this dataset, read without files; nil for a policy or days it cannot take.
  package func enginePeriodAudit(
    from: Int, to: Int, rules: Set<String>? = nil, concerning: String? = nil, threads: Int = 2,
    usesIntervals: Bool = true
  ) -> PlainPeriodAudit? {
    periodAudit(
      from: from, to: to, rules: rules, concerning: concerning, threads: threads,
      usesIntervals: usesIntervals
    ).map { PlainPeriodAudit($0) }
  }

  /// The same as the engine has it.
  package func periodAudit(
    from: Int, to: Int, rules: Set<String>? = nil, concerning: String? = nil, threads: Int = 2,
    usesIntervals: Bool = true
  ) -> PeriodAudit? {
    guard let policy = policy.engine, let from = Day(ordinal: Int32(from)), let to = Day(ordinal: Int32(to))
    else { return nil }
    let filter = concerning.flatMap { id in OracleData(self).operators.firstIndex { $0.id == id } }
    let options = AuditOptions(
      policy: policy, rules: rules.map { Set($0.compactMap { RuleID(name: $0) }) },
      operatorFilter: filter.map(UInt32.init), threads: threads)
    let chain = SupplyChain(engineTables(), threads: threads)
    return PeriodAudit(chain, from: from, to: to, options: options, usesIntervals: usesIntervals)
  }
}

extension PlainPeriodAudit {
  /// What the engine found, in the oracle's form.
  package init(_ audit: PeriodAudit) {
    self.init()
    last = PlainAudit(audit.merged)
    last.findings = []
    let ids = audit.merged.state.chain.tables.waivers.ids
    waivers = audit.merged.waivers.map { waiver in
      let left = waiver.daysLeft.map { "\($0)" } ?? "-"
      return "\(ids[waiver.row]) \(waiver.rule.name) \(waiver.isUnused) \(left) \(waiver.waived)"
    }
    let places = audit.allPlaces
    for (place, found) in zip(places, audit.details(of: places)) {
      let all = audit.outcomes[place.outcome].findings
      findings.append(
        PlainPeriodFinding(
          finding: PlainFinding(found.details), periods: found.periods.map(Self.plain),
          unwaived: all.unwaivedPeriods(of: place.finding).map(Self.plain),
          numberDays: Int(all.numberDays(of: place.finding))))
    }
  }

  private static func plain(_ days: DayInterval) -> ClosedRange<Int> { Int(days.start)...Int(days.end) - 1 }
}

extension PeriodAudit {
  /// What holds on a day: rule, fingerprint, numbers on that day (-1 for none) and the waiver, sorted.
  package func held(on day: Int) -> [String] {
    var lines: [String] = []
    for outcome in outcomes {
      let results = outcome.findings.results
      for (place, finding) in results.findings.enumerated() {
        guard let span = outcome.findings.spans(of: place).first(where: { $0.days.contains(Int32(day)) })
        else { continue }
        let waiver = span.isWaived ? merged.state.chain.tables.waivers.ids[Int(span.waiver)] : "-"
        let fingerprint = merged.fingerprint(of: finding, in: results)
        lines.append(
          "\(outcome.rule.name) \(fingerprint) \(span.numbers.map { Int($0) } ?? -1) \(waiver)")
      }
    }
    return lines.sorted()
  }
}
