import Audit
import Bytes
import Comparison

/// What changed since an earlier report: rule by rule, and the findings that are resolved.
struct HTMLChanges {
  /// How many resolved findings of a rule are listed unless all are asked for.
  private static let resolvedAtMost = 50

  let data: HTMLData
  let baseline: Baseline

  private var comparison: ReportComparison { baseline.comparison }
  private var language: Language { data.language }

  private static let states: [FindingState] = [
    .new, .noLongerWaived, .grown, .shrunk, .continuing, .newlyWaived, .resolved,
  ]

  func append(to page: inout TextBuffer) {
    let table = ChangeTable(comparison: comparison, language: language, showsAll: data.context.showsAll)
    page.append("<section id=\"changes\" aria-labelledby=\"h-changes\">\n<h2 id=\"h-changes\">")
    page.append(
      "\(data.word(HTMLWords.baseline))</h2>\n<dl>\n<dt>\(data.word(ComparisonWords.old))</dt><dd><bdi>")
    page.append("\(markup(visible(baseline.name)))</bdi> ")
    page.append("\(markup(ComparisonWords.time(comparison.old.time, language)))</dd>\n")
    page.append("<dt>\(data.word(ComparisonWords.result))</dt><dd>\(markup(table.verdict))</dd></dl>\n")
    for caution in ComparisonWords.cautions(comparison, forced: baseline.forced) {
      page.append("<p class=\"caution\">\(markup(caution[language]))</p>\n")
    }
    appendTable(to: &page)
    appendOneSided(to: &page)
    if comparison.old.time.isPeriod, comparison.new.time.isPeriod {
      page.append("<p class=\"note\">\(data.word(ComparisonWords.ofPeriods))</p>\n")
    }
    page.append("</section>\n")
  }

  private func appendTable(to page: inout TextBuffer) {
    page.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    page.append(
      "\(data.word(ComparisonWords.byRule))\"><table><caption>\(data.word(ComparisonWords.byRule))</caption>\n"
    )
    let columns =
      [Words.rule, ComparisonWords.before, ComparisonWords.now, ComparisonWords.change]
      + Self.states.map { ComparisonWords.word($0) }
    page.append(columns: columns.map { data.word($0) }, numericFrom: 1)
    page.append("<tbody>\n")
    for rule in RuleID.allCases where comparison[rule].isChanged {
      let head = "\(rule.text.title[language]) <code>\(rule.name)</code>"
      let change = comparison[rule].change
      append(head, rule.name, comparison[rule], change, to: &page)
    }
    page.append("</tbody>\n<tfoot>\n")
    let comparable = comparison.comparableTotal
    append(
      data.word(ComparisonWords.total), "total", comparison.total, comparable.new - comparable.old, to: &page)
    page.append("</tfoot></table></div>\n")
  }

  private func append(
    _ head: String, _ name: String, _ counts: RuleChange, _ change: Int?, to page: inout TextBuffer
  ) {
    page.append("<tr data-change=\"\(name)\"><th scope=\"row\">\(head)</th>")
    let cells = [grouped(counts.old), grouped(counts.new), change.map { signed($0, language) } ?? "–"]
    for cell in cells { page.append("<td class=\"n\">\(cell)</td>") }
    for state in Self.states {
      let count = counts[state]
      page.append(
        "<td class=\"\(count > 0 ? "n" : "n zero")\" data-state=\"\(state.name)\">\(grouped(count))</td>")
    }
    page.append("</tr>\n")
  }

  /// Rules that one report evaluated and the other did not.
  private func appendOneSided(to page: inout TextBuffer) {
    let rules = RuleID.allCases.filter { comparison[$0].isOneSided }
    if rules.isEmpty { return }
    page.append("<h3>\(data.word(ComparisonWords.notComparable))</h3>\n<ul class=\"plain\">\n")
    for rule in rules {
      let change = comparison[rule]
      let side = change.oldReason == nil ? ComparisonWords.now : ComparisonWords.before
      let reason = ComparisonWords.reason(change.oldReason ?? change.newReason ?? "")[language]
      page.append("<li><code>\(rule.name)</code> \(data.word(side)): \(markup(reason))</li>\n")
    }
    page.append("</ul>\n")
  }

  // MARK: Resolved

  /// Writes the findings that the earlier report had and this one has not.
  ///
  /// - Complexity: O(*n*) in findings of the earlier report.
  func writeResolved(_ page: inout TextBuffer, to output: any Output) throws(OutputError) {
    let places = comparison.oldStates.indices.filter { comparison.oldStates[$0] == .resolved }
    if places.isEmpty { return }
    let messages = RecordedMessage(comparison.old, language: language, audit: data.audit)
    page.append("<section id=\"resolved\" aria-labelledby=\"h-resolved\" data-total=\"\(places.count)\">\n")
    page.append("<h2 id=\"h-resolved\">\(data.word(ComparisonWords.heading(.resolved))) <span class=\"sub\">")
    page.append("\(data.count(places.count, .findings))</span></h2>\n")
    for rule in RuleID.allCases {
      let own = places.filter { comparison.old.entries[$0].rule == rule }
      if own.isEmpty { continue }
      page.append("<h3>\(rule.text.title[language]) <code>\(rule.name)</code></h3>\n<ul class=\"plain\">\n")
      let shown = data.context.showsAll ? own[...] : own.prefix(Self.resolvedAtMost)
      for place in shown {
        let entry = comparison.old.entries[place]
        guard let finding = RecordedFinding(entry, in: comparison.old) else { continue }
        page.append("<li class=\"gone\"><b>\(entry.severity.term(rule.basis)[language])</b> ")
        page.append(markup: messages.text(finding, .cut(columns: FindingEntry.nameColumns)))
        page.append(" <code class=\"fp\">#\(markup(entry.fingerprint))</code></li>\n")
        try page.flush(to: output)
      }
      page.append("</ul>\n")
      let left = own.count - shown.count
      if left > 0 { page.append("<p class=\"more\">\(data.word(HTMLWords.moreResolved(left)))</p>\n") }
    }
    page.append("</section>\n")
  }
}
