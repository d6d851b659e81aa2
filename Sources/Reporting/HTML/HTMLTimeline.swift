import Audit
import Numbering
import SupplyChain

/// A period from its first day to its last: by rule, and for the operators concerned most.
struct HTMLTimeline {
  let data: HTMLData
  let period: PeriodAudit

  private var whole: DayInterval { DayInterval(start: period.from.ordinal, end: period.to.ordinal + 1) }

  func append(to page: inout TextBuffer) {
    page.append(
      "<section id=\"timeline\" aria-labelledby=\"h-timeline\" data-open=\"\(period.open)\" data-mended=\"")
    page.append("\(period.mended)\">\n<h2 id=\"h-timeline\">\(data.word(HTMLWords.timeline))</h2>\n")
    appendLegend(to: &page)
    appendRules(to: &page)
    if !period.worstOperators.isEmpty { appendOperators(to: &page) }
    page.append("<p class=\"note\">\(data.word(PeriodWords.notes))</p>\n</section>\n")
  }

  private func appendLegend(to page: inout TextBuffer) {
    page.append("<ul class=\"states\" aria-label=\"\(data.word(HTMLWords.legend))\">")
    for state in HTMLStrip.State.allCases {
      page.append("<li><svg class=\"swatch\" width=\"28\" height=\"14\" aria-hidden=\"true\">")
      page.append("<rect class=\"bg\" width=\"28\" height=\"14\"/>")
      if let style = state.style { page.append("<rect class=\"\(style)\" width=\"28\" height=\"14\"/>") }
      page.append("</svg> \(data.word(state.word))</li>")
    }
    page.append(
      "</ul>\n<p class=\"note\">\(data.word(HTMLWords.timelineNote(data.audit.waiverHorizon)))</p>\n")
  }

  private func appendHead(_ title: Phrase, _ columns: [Phrase], to page: inout TextBuffer) {
    page.append("<table class=\"time\"><caption>\(data.word(title))</caption>\n<thead><tr>")
    for (place, column) in columns.enumerated() {
      page.append("<th scope=\"col\"\(place > 0 ? " class=\"n\"" : "")>\(data.word(column))</th>")
    }
    page.append("<th scope=\"col\" class=\"axis\"><span class=\"ends\"><span>\(period.from)</span>")
    page.append("<span>\(period.to)</span></span></th></tr></thead>\n<tbody>\n")
  }

  private func appendRow(
    _ head: String, _ cells: [(Phrase, String)], _ runs: [(days: DayInterval, state: HTMLStrip.State)],
    to page: inout TextBuffer
  ) {
    page.append("<tr><th scope=\"row\">\(head)</th>")
    for (label, cell) in cells {
      page.append("<td class=\"n\" data-label=\"\(data.word(label))\">\(cell)</td>")
    }
    page.append("<td class=\"bars\">")
    HTMLStrip(whole: whole).append(runs, label: words(runs), to: &page)
    page.append("</td></tr>\n")
  }

  /// What a strip shows, in words.
  private func words(_ runs: [(days: DayInterval, state: HTMLStrip.State)]) -> String {
    let parts = HTMLStrip.State.allCases.compactMap { state -> String? in
      let own = runs.filter { $0.state == state }.map(\.days)
      if own.isEmpty { return nil }
      return "\(data.word(state.word)): \(PeriodWords.runs(own, within: whole, data.language))"
    }
    return parts.isEmpty
      ? data.word(HTMLWords.stateInOrder) : parts.joined(separator: data.isJapanese ? "。" : "; ")
  }

  // MARK: Rules

  private func appendRules(to page: inout TextBuffer) {
    appendHead(
      HTMLWords.byRule, [Words.rule, PeriodWords.open, PeriodWords.mended, PeriodWords.numberDays], to: &page)
    for outcome in period.outcomes where outcome.open + outcome.mended > 0 {
      let counts = outcome.findings.results.findings.contains { $0.numbers != nil }
      let days = HTMLDayCover(whole: whole)
      appendRow(
        "\(outcome.rule.text.title[data.language]) <code>\(outcome.rule.name)</code>",
        [
          (PeriodWords.open, grouped(outcome.open)), (PeriodWords.mended, grouped(outcome.mended)),
          (PeriodWords.numberDays, counts ? grouped(outcome.numberDays) : "–"),
        ], states(broken: days.runs(of: outcome.findings), ending: []), to: &page)
    }
    page.append("</tbody>\n<tfoot><tr><th scope=\"row\">\(data.word(PeriodWords.total))</th>")
    for (label, sum) in [
      (PeriodWords.open, grouped(period.open)), (PeriodWords.mended, grouped(period.mended)),
      (PeriodWords.numberDays, grouped(period.numberDays)),
    ] { page.append("<td class=\"n sum\" data-label=\"\(data.word(label))\">\(sum)</td>") }
    page.append("<td></td></tr></tfoot></table>\n")
  }

  // MARK: Operators

  private func appendOperators(to page: inout TextBuffer) {
    appendHead(
      HTMLWords.byOperator, [HTMLWords.operators, Words.findings, PeriodWords.numberDays], to: &page)
    let operators = period.worstOperators.map(\.operatorIndex)
    let broken = HTMLDayCover(whole: whole).runs(of: period, about: operators)
    let endings = HTMLEndings(data: data, period: period, operators: operators, within: whole)
    for (place, worst) in period.worstOperators.enumerated() {
      appendRow(
        data.name(worst.operatorIndex),
        [(Words.findings, grouped(worst.findings)), (PeriodWords.numberDays, grouped(worst.numberDays))],
        states(broken: broken[place], ending: endings.windows(of: place)), to: &page)
    }
    page.append("</tbody></table>\n")
  }

  /// Runs of the states besides the ground, in the order of time; what is broken hides what is about to end.
  private func states(
    broken: [DayInterval], ending: [DayInterval]
  ) -> [(days: DayInterval, state: HTMLStrip.State)] {
    var runs = broken.map { (days: $0, state: $0.end >= whole.end ? HTMLStrip.State.isBroken : .wasBroken) }
    for window in DayInterval.merged(ending) {
      var start = window.start
      for run in broken where run.end > start && run.start < window.end {
        if run.start > start {
          runs.append((days: DayInterval(start: start, end: run.start), state: .ending))
        }
        start = max(start, run.end)
      }
      if start < window.end {
        runs.append((days: DayInterval(start: start, end: window.end), state: .ending))
      }
    }
    return runs.sorted { $0.days.start < $1.days.start }
  }
}

/// On which days of a period something is found that no waiver covers.
struct HTMLDayCover {
  let whole: DayInterval

  /// The days of the findings of a rule.
  ///
  /// - Complexity: O(*n*) in findings, their runs and the days of the period.
  func runs(of findings: PeriodFindings) -> [DayInterval] {
    var steps = [Int32](repeating: 0, count: Int(whole.end - whole.start) + 1)
    for place in 0..<findings.count where !findings.results.findings[place].isWaived {
      add(findings.unwaivedPeriods(of: place), to: &steps)
    }
    return covered(steps)
  }

  /// The days of the findings about each of some operators.
  ///
  /// - Complexity: O(*n*) in findings, their runs and the operators they are about; O(days) for each operator.
  func runs(of period: PeriodAudit, about operators: [OperatorIndex]) -> [[DayInterval]] {
    let places = Dictionary(uniqueKeysWithValues: operators.enumerated().map { ($1, $0) })
    let days = Int(whole.end - whole.start) + 1
    var steps = [[Int32]](repeating: [Int32](repeating: 0, count: days), count: operators.count)
    let chain = period.merged.state.chain
    for outcome in period.outcomes {
      let findings = outcome.findings
      for place in 0..<findings.count where !findings.results.findings[place].isWaived {
        findings.results.operators(about: findings.results.findings[place], in: chain) { x in
          if let row = places[x] { add(findings.unwaivedPeriods(of: place), to: &steps[row]) }
        }
      }
    }
    return steps.map { covered($0) }
  }

  private func add(_ runs: [DayInterval], to steps: inout [Int32]) {
    for run in runs {
      let days = run.intersection(whole)
      if days.isEmpty { continue }
      steps[Int(days.start - whole.start)] += 1
      steps[Int(days.end - whole.start)] -= 1
    }
  }

  private func covered(_ steps: [Int32]) -> [DayInterval] {
    var runs: [DayInterval] = []
    var (level, start): (Int32, Int32) = (0, 0)
    for (day, step) in steps.enumerated() where step != 0 {
      if level == 0 { start = whole.start + Int32(day) }
      level += step
      if level == 0 { runs.append(DayInterval(start: start, end: whole.start + Int32(day))) }
    }
    return DayInterval.merged(runs)
  }
}

/// The days before an approval or a certification of some operators ends.
struct HTMLEndings {
  private var all: [[DayInterval]]

  /// - Complexity: O(*n*) in provisions and the records of the operators.
  init(data: HTMLData, period: PeriodAudit, operators: [OperatorIndex], within whole: DayInterval) {
    let timelines = PeriodTimelines(data.audit.state.chain, graceDays: data.audit.policy.graceDays)
    let horizon = Int32(data.audit.waiverHorizon)
    let categories = Self.categories(data.tables.provisions, operators, whole)
    all = operators.indices.map { place in
      let person = Int(timelines.personOf[Int(operators[place])])
      var records = Array(timelines.certified.runs(of: person))
      for category in Category.allCases where categories[place].has(category) {
        records += timelines.approved.runs(of: person * Category.count + Int(category.rawValue))
      }
      return records.compactMap { run in
        guard run.end != Day.openEnd else { return nil }
        let window = DayInterval(start: max(run.start, run.end - horizon), end: run.end).intersection(whole)
        return window.isEmpty ? nil : window
      }
    }
  }

  /// Those of the operator at a place.
  func windows(of place: Int) -> [DayInterval] { all[place] }

  /// In which categories operators are an end of a provision some day.
  private static func categories(
    _ table: ProvisionTable, _ operators: [OperatorIndex], _ whole: DayInterval
  ) -> [CategorySet] {
    let places = Dictionary(uniqueKeysWithValues: operators.enumerated().map { ($1, $0) })
    var sets = [CategorySet](repeating: [], count: operators.count)
    for p in 0..<table.count where table.starts[p] < whole.end && table.ends[p] > whole.start {
      for x in [table.suppliers[p], table.recipients[p]] {
        if let place = places[x] { sets[place].insert(CategorySet(table.categories[p])) }
      }
    }
    return sets
  }
}
