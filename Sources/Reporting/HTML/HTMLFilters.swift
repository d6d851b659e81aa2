import Audit

/// What a reader narrows and orders the findings with; shown where scripts run.
struct HTMLFilters {
  let data: HTMLData
  let selection: HTMLSelection

  func append(to page: inout TextBuffer) {
    page.append(
      "<form id=\"filters\" class=\"filters\" hidden=\"hidden\" aria-label=\"\(data.word(HTMLWords.filters))\""
    )
    page.append(
      " data-unit=\"\(data.word(HTMLWords.shown))\" data-before=\"\(data.word(HTMLWords.shownWaived))\"")
    page.append(" data-after=\"\(data.word(HTMLWords.afterWaived))\">\n")
    page.append("<fieldset><legend>\(data.word(HTMLWords.severity))</legend>")
    let severities = [
      (Severity.violation, HTMLWords.violations), (.warning, HTMLWords.warnings),
      (.notice, HTMLWords.notices),
    ]
    for (severity, word) in severities {
      page.append("<label><input type=\"checkbox\" name=\"severity\" value=\"\(severity.letter)\"")
      page.append(
        " checked=\"checked\"/> <span class=\"\(severity.letter)\">\(data.word(word))</span></label>")
    }
    page.append("</fieldset>\n<div class=\"fields\">\n")
    appendSelect("rule", HTMLWords.rule, rules, to: &page)
    appendSelect("basis", HTMLWords.basis, bases, to: &page)
    if data.context.baseline != nil {
      let options = [
        ("new", data.word(HTMLWords.onlyNew)), ("old", data.word(HTMLWords.onlyContinuing)),
      ]
      appendSelect("news", HTMLWords.news, options, to: &page)
    }
    if data.period != nil {
      let options = [("open", data.word(PeriodWords.open)), ("mended", data.word(PeriodWords.mended))]
      appendSelect("days", HTMLWords.days, options, to: &page)
    }
    let orders = [
      ("numbers", HTMLWords.sortNumbers), ("date", HTMLWords.sortDate), ("name", HTMLWords.sortName),
    ].map { ($0.0, data.word($0.1)) }
    appendSelect("order", HTMLWords.sort, orders, first: HTMLWords.sortGiven, to: &page)
    page.append("<label class=\"wide\"><span>\(data.word(HTMLWords.search))</span>")
    page.append(
      "<input type=\"search\" name=\"text\" autocomplete=\"off\"/></label>\n</div>\n<p class=\"actions\">")
    page.append("<output name=\"count\" aria-live=\"polite\"></output>")
    for (id, word) in [
      ("clear", HTMLWords.reset), ("open", HTMLWords.openAll), ("close", HTMLWords.closeAll),
    ] { page.append(" <button type=\"button\" name=\"\(id)\">\(data.word(word))</button>") }
    page.append("</p>\n</form>\n")
  }

  private var rules: [(String, String)] {
    var names: [RuleID] = []
    for group in selection.groups where !names.contains(group.outcome.rule) {
      names.append(group.outcome.rule)
    }
    return names.sorted().map { ($0.name, $0.text.title[data.language]) }
  }

  private var bases: [(String, String)] {
    let found = Set(selection.groups.map(\.outcome.basis))
    return Basis.allCases.filter { found.contains($0) }.map { ($0.name, $0.term[data.language]) }
  }

  private func appendSelect(
    _ name: String, _ label: Phrase, _ options: [(String, String)], first: Phrase = HTMLWords.any,
    to page: inout TextBuffer
  ) {
    page.append("<label><span>\(data.word(label))</span><select name=\"\(name)\">")
    page.append("<option value=\"\">\(data.word(first))</option>")
    for (value, word) in options { page.append("<option value=\"\(value)\">\(word)</option>") }
    page.append("</select></label>\n")
  }
}
