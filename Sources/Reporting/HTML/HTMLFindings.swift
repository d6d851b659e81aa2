import Audit
import Bytes

/// The findings by rule, those that count and after them those that are waived, with what is needed to look among them.
struct HTMLFindings {
  /// How many findings are laid out at once: the pictures they share come before them.
  private static let batch = 256

  let data: HTMLData
  /// How many are listed unless all are asked for.
  let limit: Int

  /// - Complexity: O(*n*) in findings, most of it for those listed.
  func write(_ page: inout TextBuffer, to output: any Output) throws(OutputError) {
    let selection = HTMLSelection(data, limit: limit)
    appendHead(selection, to: &page)
    // Routes of a period are worked out day by day, so all at once.
    let routes = data.period.map { period in
      PeriodRoutes(
        period,
        of: selection.groups.flatMap { group in group.places.map { (Int(group.outcome.rule.rawValue), $0) } })
    }
    try FindingColumns.of(data.audit) { (columns) throws(OutputError) in
      let entry = HTMLFinding(data: data, columns)
      var chains = HTMLChains(data: data)
      var finder = RouteFinder(data.audit.state)
      var next = 0
      for (index, group) in selection.groups.enumerated() {
        let beginsWaived = group.isWaived && (index == 0 || !selection.groups[index - 1].isWaived)
        if beginsWaived { appendWaivedHead(to: &page) }
        append(group, to: &page)
        for start in stride(from: 0, to: group.places.count, by: Self.batch) {
          var symbols = TextBuffer()
          var items = TextBuffer()
          for place in group.places[start..<min(start + Self.batch, group.places.count)] {
            if let routes { finder.known = .some(routes.route(at: next)) }
            next += 1
            let isFirst = !group.isWaived && place == group.places.first
            entry.append(
              place, of: group.outcome, isOpened: isFirst, routes: &finder, &chains, symbols: &symbols,
              to: &items)
          }
          if symbols.count > 0 {
            try output.write(page)
            page.removeAll()
            page.append("<li class=\"sprite\" aria-hidden=\"true\"><svg width=\"0\" height=\"0\"><defs>\n")
            try output.write(page)
            try output.write(symbols)
            page.removeAll()
            page.append("</defs></svg></li>\n")
          }
          try output.write(page)
          page.removeAll()
          try output.write(items)
        }
        appendEnd(of: group, to: &page)
        try page.flush(to: output)
      }
    }
    page.append("</section>\n")
  }

  // MARK: Around the findings

  private func appendHead(_ selection: HTMLSelection, to page: inout TextBuffer) {
    page.append("<section id=\"findings\" aria-labelledby=\"h-findings\" data-shown=\"\(selection.shown)\"")
    page.append(" data-total=\"\(selection.total)\">\n<h2 id=\"h-findings\">\(data.word(Words.findings))")
    page.append(" <span class=\"sub\">\(data.count(data.total, .findings))</span></h2>\n")
    if selection.shown < selection.total {
      let said = HTMLWords.leftOut(selection.total - selection.shown, of: selection.total)
      page.append("<p class=\"caution\">\(data.word(said))</p>\n")
    }
    if data.total == 0 { page.append("<p>\(data.word(Words.noFindings))</p>\n") }
    if selection.total == 0 { return }
    if selection.groups.contains(where: { $0.outcome.rule.hasRoutes }) { appendLegend(to: &page) }
    HTMLFilters(data: data, selection: selection).append(to: &page)
  }

  private func appendLegend(to page: inout TextBuffer) {
    page.append(
      "<details class=\"legend\"><summary>\(data.word(HTMLWords.shapes))</summary>\n<ul class=\"shapes\">")
    let shapes = [
      ("k11", [HTMLChainWords.approved, HTMLChainWords.certified]),
      ("k10", [HTMLChainWords.approved, HTMLChainWords.uncertified]),
      ("k00", [HTMLChainWords.unapproved, HTMLChainWords.uncertified]),
      ("ku", [HTMLChainWords.user]),
    ]
    for (symbol, words) in shapes {
      page.append(
        "<li><svg width=\"42\" height=\"44\" aria-hidden=\"true\"><use href=\"#\(symbol)\"/></svg> <span>")
      page.append("\(words.map { data.word($0) }.joined(separator: "<br/>"))</span></li>")
    }
    page.append(
      "<li><svg width=\"42\" height=\"44\" aria-hidden=\"true\"><use href=\"#k11\"/><use href=\"#flag\"/>")
    page.append("</svg> <span>\(data.word(HTMLChainWords.holder))</span></li></ul>\n")
    page.append("<p class=\"note\">\(data.word(HTMLChainWords.houses))</p>\n")
    page.append("<p class=\"note\">\(data.word(HTMLChainWords.duties))</p></details>\n")
  }

  private func appendWaivedHead(to page: inout TextBuffer) {
    page.append("</section>\n<section id=\"waived\" aria-labelledby=\"h-waived\">\n<h2 id=\"h-waived\">")
    page.append("\(data.word(Words.waivedFindings)) <span class=\"sub\">")
    page.append("\(data.count(data.audit.summary.waived, .findings))</span></h2>\n")
  }

  private func append(_ group: HTMLSelection.Group, to page: inout TextBuffer) {
    let (outcome, language) = (group.outcome, data.language)
    let (rule, text) = (outcome.rule, outcome.rule.text)
    let id = group.isWaived ? "w-\(rule.name)" : "r-\(rule.name)"
    page.append(
      "<section class=\"group\" id=\"\(id)\" aria-labelledby=\"h-\(id)\" data-rule=\"\(rule.name)\"")
    page.append(" data-basis=\"\(outcome.basis.name)\" data-total=\"\(group.total)\">\n")
    page.append("<h3 id=\"h-\(id)\">\(text.title[language]) <code>\(rule.name)</code> <span class=\"sub\">")
    page.append("\(data.count(group.total, .findings))</span></h3>\n<dl class=\"about\">")
    let basis = outcome.basis.term[language]
    page.append("<dt>\(data.word(HTMLWords.basis))</dt><dd><span class=\"chip\">\(basis)</span> ")
    page.append("\(text.basis[language])</dd>\n")
    page.append("<dt>\(data.word(Words.remedy))</dt><dd>\(text.remedy[language])</dd>\n")
    page.append(
      "<dt>\(data.word(HTMLWords.blindSpot))</dt><dd>\(text.blindSpot[language])</dd></dl>\n<ol class=\"fs\">\n"
    )
  }

  private func appendEnd(of group: HTMLSelection.Group, to page: inout TextBuffer) {
    page.append("</ol>\n")
    let left = group.total - group.places.count
    if left > 0 { page.append("<p class=\"more\">\(data.word(HTMLWords.leftOutOfRule(left)))</p>\n") }
    page.append("</section>\n")
  }
}
