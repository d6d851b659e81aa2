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
    HTMLStrip(whole: whole).appendTicks(to: &page)
    appendRules(to: &page)
    appendOperators(to: &page)
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
    HTMLStrip(whole: whole, hasTicks: true).append(runs, label: words(runs), to: &page)
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
    let worst = period.worstOperators.map(\.operatorIndex)
    // A report about one operator tells nothing of others.
    let isFiltered = data.context.operatorFilter != nil
    let (ending, others) =
      isFiltered ? ([], 0) : HTMLEndings.operators(data: data, except: Set(worst), within: whole)
    let operators = worst + ending.map { $0.x }
    if operators.isEmpty { return }
    let broken = HTMLDayCover(whole: whole).runs(of: period, about: operators)
    let endings = HTMLEndings(data: data, operators: operators, within: whole)
    if !worst.isEmpty {
      appendHead(
        HTMLWords.byOperator, [HTMLWords.operators, Words.findings, PeriodWords.numberDays], to: &page)
      for (place, worst) in period.worstOperators.enumerated() {
        appendRow(
          data.name(worst.operatorIndex),
          [(Words.findings, grouped(worst.findings)), (PeriodWords.numberDays, grouped(worst.numberDays))],
          states(broken: broken[place], ending: endings.windows(of: place)), to: &page)
      }
      page.append("</tbody></table>\n")
    }
    if ending.isEmpty { return }
    appendHead(HTMLWords.endingFirst, [HTMLWords.operators, HTMLWords.lastDay], to: &page)
    for (place, one) in ending.enumerated() {
      appendRow(
        data.name(one.x), [(HTMLWords.lastDay, Day(ordinal: one.end - 1).map { "\($0)" } ?? "")],
        states(broken: broken[worst.count + place], ending: endings.windows(of: worst.count + place)),
        to: &page)
    }
    if others > 0 {
      page.append(
        "<tr><th scope=\"row\" colspan=\"3\">\(data.word(HTMLWords.otherOperators(others)))</th></tr>\n")
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
