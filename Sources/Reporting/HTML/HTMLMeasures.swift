import Audit
import Comparison

/// Every rule with its counts, by the measure it belongs to.
struct HTMLMeasures {
  let data: HTMLData

  private var comparison: ReportComparison? { data.context.baseline?.comparison }
  private var columns: Int { 5 + (comparison == nil ? 0 : 1) + (data.period == nil ? 0 : 2) }

  func append(to page: inout TextBuffer) {
    page.append("<section id=\"measures\" aria-labelledby=\"h-measures\">\n<h2 id=\"h-measures\">")
    page.append("\(data.word(HTMLWords.measures))</h2>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
    page.append(
      " aria-label=\"\(data.word(HTMLWords.measures))\"><table class=\"rules\">\n<caption class=\"quiet\">")
    page.append("\(data.word(HTMLWords.measures))</caption>\n<thead><tr>")
    var heads = [(Words.rule, false), (Words.severity, false), (Words.basis, false), (Words.count, true)]
    if comparison != nil { heads.append((HTMLWords.change, true)) }
    if data.period != nil { heads += [(PeriodWords.open, true), (PeriodWords.mended, true)] }
    heads.append((Words.waived, true))
    for (word, isNumber) in heads {
      page.append("<th scope=\"col\"\(isNumber ? " class=\"n\"" : "")>\(data.word(word))</th>")
    }
    page.append("</tr></thead>\n")
    for measure in HTMLMeasure.allCases { append(measure, to: &page) }
    appendTotal(to: &page)
    page.append("</table></div>\n<p class=\"note\">\(data.word(HTMLMeasure.outside))</p>\n</section>\n")
  }

  private func append(_ measure: HTMLMeasure, to page: inout TextBuffer) {
    let digit = measure.digit.map { "<span class=\"digit\">\($0)</span> " } ?? ""
    page.append("<tbody><tr class=\"measure\"><th scope=\"rowgroup\" colspan=\"\(columns)\">")
    page.append("<span class=\"stay\">\(digit)\(data.word(measure.title))")
    page.append("<span class=\"note\">\(data.word(measure.note))</span></span></th></tr>\n")
    for rule in measure.rules { append(data.audit.outcomes[Int(rule.rawValue)], to: &page) }
    page.append("</tbody>\n")
  }

  private func append(_ outcome: RuleOutcome, to page: inout TextBuffer) {
    let (rule, language) = (outcome.rule, data.language)
    let title = rule.text.title[language]
    page.append("<tr data-findings-of=\"\(rule.name)\" data-findings=\"\(outcome.findings)\" data-waived=\"")
    page.append("\(outcome.waived)\"><th scope=\"row\">")
    page.append(outcome.findings > 0 ? "<a href=\"#r-\(rule.name)\">\(title)</a>" : title)
    page.append(" <code>\(rule.name)</code></th>")
    page.append("<td data-label=\"\(data.word(Words.severity))\">")
    appendSeverities(outcome, to: &page)
    page.append("</td>")
    page.append("<td data-label=\"\(data.word(Words.basis))\">\(outcome.basis.shortTerm[language])</td>")
    let isEvaluated = outcome.notEvaluated == nil
    let style2 = outcome.findings > 0 ? "n strong" : "n zero"
    page.append("<td class=\"\(style2)\" data-label=\"\(data.word(Words.count))\">")
    page.append(
      isEvaluated ? grouped(outcome.findings) : "<span class=\"off\">\(data.word(word(outcome)))</span>")
    page.append("</td>")
    if let comparison {
      page.append("<td class=\"n\" data-label=\"\(data.word(HTMLWords.change))\">")
      page.append("\(comparison[rule].change.map { signed($0, language) } ?? "–")</td>")
    }
    if let period = data.period?.outcomes[Int(rule.rawValue)] {
      for (word, count) in [(PeriodWords.open, period.open), (PeriodWords.mended, period.mended)] {
        page.append("<td class=\"\(count > 0 ? "n" : "n zero")\" data-label=\"\(data.word(word))\">")
        page.append("\(isEvaluated ? grouped(count) : "–")</td>")
      }
    }
    page.append(
      "<td class=\"\(outcome.waived > 0 ? "n" : "n zero")\" data-label=\"\(data.word(Words.waived))\">")
    page.append("\(isEvaluated ? grouped(outcome.waived) : "–")</td></tr>\n")
  }

  /// How grave the findings are, with how many of each; of a rule without findings how grave one would be.
  private func appendSeverities(_ outcome: RuleOutcome, to page: inout TextBuffer) {
    let found = Severity.allCases.reversed().filter { outcome.count(of: $0) > 0 }
    if found.isEmpty {
      page.append("<span>\(outcome.severity.term(outcome.basis)[data.language])</span>")
    }
    for (place, severity) in found.enumerated() {
      if place > 0 { page.append(" ") }
      page.append("<span class=\"\(severity.letter)\">\(severity.term(outcome.basis)[data.language])")
      if found.count > 1 { page.append(" ") }
      let style = found.count > 1 ? "" : " class=\"unseen\""
      page.append(
        "<span\(style) data-found=\"\(severity.name)\">\(grouped(outcome.count(of: severity)))</span>")
      page.append("</span>")
    }
  }

  /// Why there is no count.
  private func word(_ outcome: RuleOutcome) -> Phrase {
    switch outcome.notEvaluated {
    case .off: HTMLWords.off
    case .notSelected: HTMLWords.notSelected
    default: Words.notEvaluated
    }
  }

  private func appendTotal(to page: inout TextBuffer) {
    page.append("<tfoot><tr data-findings-of=\"total\" data-findings=\"\(data.total)\" data-waived=\"")
    page.append(
      "\(data.audit.summary.waived)\"><th scope=\"row\" colspan=\"3\">\(data.word(HTMLWords.total))</th>")
    var cells = [(Words.count, grouped(data.total))]
    if let comparison {
      let total = comparison.comparableTotal
      cells.append((HTMLWords.change, signed(total.new - total.old, data.language)))
    }
    if let period = data.period {
      cells += [(PeriodWords.open, grouped(period.open)), (PeriodWords.mended, grouped(period.mended))]
    }
    cells.append((Words.waived, grouped(data.audit.summary.waived)))
    for (word, cell) in cells {
      page.append("<td class=\"n sum\" data-label=\"\(data.word(word))\">\(cell)</td>")
    }
    page.append("</tr></tfoot>\n")
  }
}
