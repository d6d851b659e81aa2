import Audit

/// What a reader needs first: the conclusion, the scope, the counts, what was not evaluated, where it all came from.
struct HTMLFirstPage {
  let data: HTMLData

  func append(to page: inout TextBuffer) {
    page.append("<section id=\"summary\" class=\"first\" aria-labelledby=\"h-summary\">\n")
    appendConclusion(to: &page)
    HTMLCounts(data: data).append(to: &page)
    page.append("<div class=\"pair\">\n")
    appendScope(to: &page)
    appendNotEvaluated(to: &page)
    page.append("</div>\n")
    HTMLIdentity(data: data).append(to: &page)
    page.append("<p class=\"disclaimer\">\(Disclaimer.text[data.language])</p>\n</section>\n")
  }

  private func appendConclusion(to page: inout TextBuffer) {
    let summary = data.audit.summary
    let grade =
      summary.violations > 0 ? "v" : summary.warnings > 0 ? "w" : summary.notices > 0 ? "k" : "ok"
    let report = TextReport(audit: data.audit, context: data.context, period: data.period)
    page.append(
      "<div class=\"conclusion \(grade)\"><h2 id=\"h-summary\">\(data.word(HTMLWords.summary))</h2>\n")
    page.append("<p class=\"verdict\">\(markup(report.verdict))</p>\n")
    if let baseline = data.context.baseline {
      let table = ChangeTable(comparison: baseline.comparison, language: data.language, showsAll: false)
      page.append("<p>\(data.word(HTMLWords.baseline)): \(markup(table.verdict))</p>\n")
    }
    let rejected = data.context.inputs.contains { $0.rejected > 0 }
    if data.context.isLenient || rejected {
      let said = LenientReading(data.context, data.language).sentences
      page.append("<p class=\"caution\">\(markup(said))</p>\n")
    }
    page.append("</div>\n")
  }

  private func appendScope(to page: inout TextBuffer) {
    let summary = data.audit.summary
    page.append("<div class=\"card\"><h3>\(data.word(HTMLWords.scope))</h3>\n<dl>\n")
    var rows: [(Phrase, String)] = []
    let filter = data.context.operatorFilter
    rows.append(
      (Words.filter, filter.map { "<bdi>\(markup(visible($0)))</bdi>" } ?? data.word(HTMLWords.allOperators)))
    if let redaction = data.context.redaction {
      rows.append((RedactionWords.label, markup(redaction.note[data.language])))
    }
    rows.append((HTMLWords.rulesSelected, rules))
    rows.append((HTMLWords.operatorsOnRecord, grouped(summary.operators)))
    rows.append((HTMLWords.activeProvisions, grouped(summary.activeProvisions)))
    for (label, value) in rows { page.append("<dt>\(data.word(label))</dt><dd>\(value)</dd>\n") }
    page.append("</dl>\n")
    if filter != nil { page.append("<p class=\"note\">\(data.word(HTMLWords.filterNote))</p>\n") }
    if data.period != nil {
      page.append("<p class=\"note\">\(PeriodWords.asOf(data.audit.state.day)[data.language])</p>\n")
    }
    page.append("</div>\n")
  }

  /// The rules that were asked for.
  private var rules: String {
    let selected = data.audit.outcomes.filter { $0.notEvaluated != .notSelected }
    if selected.count == data.audit.outcomes.count { return data.word(HTMLWords.everyRule) }
    return selected.map { "<code>\($0.rule.name)</code>" }.joined(separator: " ")
  }

  private func appendNotEvaluated(to page: inout TextBuffer) {
    let skipped = data.audit.outcomes.filter { $0.notEvaluated != nil && $0.notEvaluated != .notSelected }
    page.append("<div class=\"card\"><h3>\(data.word(HTMLWords.notEvaluated))</h3>\n")
    if skipped.isEmpty {
      page.append("<p>\(data.word(HTMLWords.evaluatedAll))</p>\n")
    } else {
      page.append("<ul class=\"plain\">\n")
      // Rules with the same reason stand together.
      var reasons: [NotEvaluated] = []
      for outcome in skipped {
        if let reason = outcome.notEvaluated, !reasons.contains(reason) { reasons.append(reason) }
      }
      for reason in reasons {
        let names = skipped.filter { $0.notEvaluated == reason }.map { outcome in
          "<code data-skipped=\"\(outcome.rule.name)\">\(outcome.rule.name)</code>"
        }
        page.append("<li>\(markup(reason.explanation[data.language])): ")
        page.append("\(names.joined(separator: " "))</li>\n")
      }
      page.append("</ul>\n")
    }
    let unselected = data.audit.outcomes.count { $0.notEvaluated == .notSelected }
    if unselected > 0 {
      let reason = NotEvaluated.notSelected.explanation[data.language]
      page.append("<p>\(reason): \(data.count(unselected, .rules))</p>\n")
    }
    let unknown = data.audit.summary.unknownTrackRecords
    if unknown > 0 { page.append("<p>\(CoverageTable.unknownTrackRecords(unknown, data.language))</p>\n") }
    page.append("</div>\n")
  }
}
