/// A finding over a period, with plain days.
package struct PlainPeriodFinding: Equatable {
  /// Members of the first day, the numbers the greatest of any day.
  package var finding: PlainFinding
  /// Maximal runs of days on which it holds.
  package var periods: [ClosedRange<Int>] = []
  /// Maximal runs of days on which it holds and no waiver covers it.
  package var unwaived: [ClosedRange<Int>] = []
  /// Its numbers added up over its days.
  package var numberDays = 0
  /// The waivers that cover it on some day, each the first in the file on that day.
  package var waivers: Set<String> = []

  package var line: String {
    func list(_ runs: [ClosedRange<Int>]) -> String {
      runs.map { "\(OracleCalendar.text($0.lowerBound))..\(OracleCalendar.text($0.upperBound))" }
        .joined(separator: ";")
    }
    return "\(finding.line) periods=\(list(periods)) unwaived=\(list(unwaived)) number-days=\(numberDays)"
  }
}

/// The audit of a period.
package struct PlainPeriodAudit {
  package var findings: [PlainPeriodFinding] = []
  /// Outcomes of the findings of the period; counts and coverage of its last day.
  package var last = PlainAudit()
  /// `id rule unused days-left waived` of each waiver in force on the last day that somebody should look at.
  package var waivers: [String] = []

  package init() {}

  /// Everything two audits disagree on, a line each; `-` is the oracle, `+` the engine.
  package func differences(from engine: PlainPeriodAudit) -> [String] {
    let (expected, found) = (findings.map(\.line), engine.findings.map(\.line))
    var lines: [String] = []
    if expected != found {
      lines += expected.filter { !found.contains($0) }.map { "- \($0)" }
      lines += found.filter { !expected.contains($0) }.map { "+ \($0)" }
      if lines.isEmpty {
        lines = ["order of findings:"] + expected.map { "- \($0)" } + found.map { "+ \($0)" }
      }
    }
    if waivers != engine.waivers {
      lines += waivers.map { "- waiver \($0)" } + engine.waivers.map { "+ waiver \($0)" }
    }
    return lines + last.differences(from: engine.last)
  }
}

/// SPEC §6 over a period in the plainest way: the union of what the oracle finds on each of its days.
package struct PeriodOracle {
  private let dataset: PlainDataset
  private let rules: Set<String>?
  private let concerning: String?

  package init(_ dataset: PlainDataset, rules: Set<String>? = nil, concerning: String? = nil) {
    self.dataset = dataset
    self.rules = rules
    self.concerning = concerning
  }

  package func audit(from: Int, to: Int) -> PlainPeriodAudit {
    var known: [String: PlainPeriodFinding] = [:]
    var last = PlainAudit()
    var used: Set<String> = []
    for day in from...to {
      let ofDay = Oracle(dataset, on: day, rules: rules)
      last = ofDay.audit()
      for finding in last.findings {
        add(finding, on: day, to: &known)
        for row in ofDay.data.waivers
        where ofDay.data.inForce(row.start, row.end, day) && ofDay.matches(row, finding) {
          used.insert(row.id)
        }
      }
    }
    var audit = PlainPeriodAudit()
    let oracle = Oracle(dataset, on: to, concerning: concerning)
    audit.findings = known.values.map { finding in
      var finding = finding
      if !finding.unwaived.isEmpty { finding.finding.waivedBy = nil }
      return finding
    }.filter { oracle.isConcerned($0.finding) }.sorted { place($0, oracle) < place($1, oracle) }
    audit.waivers = review(audit.findings, used: used, last, on: to)
    last.findings = []
    (last.violations, last.warnings, last.notices, last.waived) = (0, 0, 0, 0)
    for place in last.outcomes.indices {
      let own = audit.findings.map(\.finding).filter { $0.rule == last.outcomes[place].rule }
      last.outcomes[place].waived = own.count { $0.waivedBy != nil }
      last.outcomes[place].findings = own.count { $0.waivedBy == nil }
    }
    for finding in audit.findings.map(\.finding) {
      if finding.waivedBy != nil {
        last.waived += 1
      } else if finding.severity == "violation" {
        last.violations += 1
      } else if finding.severity == "warning" {
        last.warnings += 1
      } else {
        last.notices += 1
      }
    }
    audit.last = last
    return audit
  }

  private func add(_ finding: PlainFinding, on day: Int, to known: inout [String: PlainPeriodFinding]) {
    let key = finding.rule + finding.fingerprint
    var first = finding
    first.since = nil
    var entry = known[key] ?? PlainPeriodFinding(finding: first)
    if let numbers = finding.numbers {
      entry.finding.numbers = max(numbers, entry.finding.numbers ?? 0)
      entry.numberDays += numbers
    }
    if let id = finding.waivedBy { entry.waivers.insert(id) }
    extend(&entry.periods, by: day)
    if finding.waivedBy == nil { extend(&entry.unwaived, by: day) }
    known[key] = entry
  }

  /// The waivers in force on the last day that nothing matched while they were in force, or that end within 90 days.
  private func review(
    _ findings: [PlainPeriodFinding], used: Set<String>, _ last: PlainAudit, on day: Int
  ) -> [String] {
    let data = OracleData(dataset)
    let x = concerning.flatMap { id in data.operators.firstIndex { $0.id == id } }
    return data.waivers.compactMap { row in
      guard data.inForce(row.start, row.end, day),
        let outcome = last.outcomes.first(where: { $0.rule == row.rule }),
        outcome.reasons.contains("off") || !outcome.reasons.contains("not-selected")
      else { return nil }
      if let x, row.x != x {
        guard let p = row.p.map({ data.provisions[$0] }), p.u == x || p.v == x else { return nil }
      }
      let isUnused = outcome.reasons.isEmpty && !used.contains(row.id)
      let left = row.end - 1 - day
      guard isUnused || left <= 90 else { return nil }
      let waived = findings.filter { $0.waivers.contains(row.id) }.count
      return "\(row.id) \(row.rule) \(isUnused) \(left <= 90 ? "\(left)" : "-") \(waived)"
    }
  }

  private func extend(_ runs: inout [ClosedRange<Int>], by day: Int) {
    if let last = runs.last, last.upperBound == day - 1 {
      runs[runs.count - 1] = last.lowerBound...day
    } else {
      runs.append(day...day)
    }
  }

  /// Where a finding stands in the order of the contract.
  private func place(_ period: PlainPeriodFinding, _ oracle: Oracle) -> SortPlace {
    let finding = period.finding
    let data = oracle.data
    func x(_ id: String?) -> Int { data.operators.firstIndex { $0.id == id } ?? .max }
    let category = finding.category.flatMap { OracleData.categories.firstIndex(of: $0) } ?? .max
    let rule = Oracle.rules.firstIndex { $0.name == finding.rule } ?? .max
    let numbers: [Int]
    switch finding.rule {
    case "cap-exceeded", "cap-exceeded-in-total":
      let caps = oracle.policy.caps.map(\.id) + data.caps.map(\.id)
      let party = data.party.indices.first { data.operators[$0].id == finding.party }.map { data.party[$0] }
      numbers = [
        caps.firstIndex { $0 == finding.capID } ?? .max, x(finding.supplierID), x(finding.recipientID),
        party ?? .max,
      ]
    case "designation-overlap":
      let pair = (finding.operatorIDs ?? []).map { x($0) }.sorted()
      numbers = pair + [category]
    case "circular-provision":
      // The operator of the key has the least id of the first hundred members at most; the cycle begins with it.
      let first = data.provisions.first { $0.id == finding.cycle?.first }
      numbers = [category, first?.u ?? .max]
    case "shared-identity":
      let kinds = ["corporate-number", "approval-number", "certificate-number"]
      numbers = [kinds.firstIndex { $0 == finding.cause } ?? .max]
    case "waiver-expired": numbers = [data.waivers.firstIndex { $0.id == finding.waiverID } ?? .max]
    default:
      if let id = finding.provisionID {
        numbers = [data.provisions.firstIndex { $0.id == id } ?? .max]
      } else {
        numbers = [x(finding.operatorID), category]
      }
    }
    return SortPlace(numbers: [rule] + numbers, text: finding.value ?? "")
  }
}

/// A place in an order: by numbers, then by the bytes of a text.
private struct SortPlace: Comparable {
  let numbers: [Int]
  let text: String

  static func < (left: SortPlace, right: SortPlace) -> Bool {
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    return utf8Less(left.text, right.text)
  }
}
