import Audit
import Bytes
import Numbering

/// The findings of a period by rule, most severe first, and after them the waived ones.
struct PeriodFindingList {
  let audit: PeriodAudit
  let context: ReportContext

  /// What became of the findings since an earlier report; nil without one.
  private let marks: BaselineMarks?

  init(audit: PeriodAudit, context: ReportContext) {
    self.audit = audit
    self.context = context
    marks = context.baseline.map { BaselineMarks($0.comparison, context.language) }
  }

  private var list: FindingList { FindingList(audit: audit.merged, context: context) }

  func write(to output: any Output) throws(OutputError) {
    let groups = [false, true].map { waived in
      list.orderedOutcomes(waived: waived).map { ($0, shown($0.rule, waived: waived)) }
    }
    // Routes are worked out day by day, so all at once.
    let places = groups.flatMap {
      $0.flatMap { outcome, shown in shown.map { (Int(outcome.rule.rawValue), $0) } }
    }
    let routes = PeriodRoutes(audit, of: places)
    try FindingColumns.of(audit.merged) { (columns) throws(OutputError) in
      let entry = FindingEntry(audit: audit.merged, columns, context: context, period: audit)
      var next = 0
      try write(Words.findings, groups[0], waived: false, entry, routes, &next, to: output)
      if audit.merged.summary.waived > 0 {
        try write(Words.waivedFindings, groups[1], waived: true, entry, routes, &next, to: output)
      }
    }
  }

  /// Which findings of a rule are listed: the graver first, and of equal ones those that are still open.
  private func shown(_ rule: RuleID, waived: Bool) -> [Int] {
    let all = audit.outcomes[Int(rule.rawValue)].findings
    let findings = all.results.findings
    let end = audit.to.ordinal
    let limit = context.showsAll ? Int.max : FindingList.shownAtMost
    let orders = (marks == nil ? [false] : [true, false]).flatMap { [($0, true), ($0, false)] }
    var shown: [Int] = []
    for severity in Severity.allCases.reversed() {
      // Against a baseline, what is new comes first.
      for (isNews, isOpen) in orders {
        for place in findings.indices
        where findings[place].severity == severity && findings[place].isWaived == waived {
          if let marks, marks.isNews(rule, place) != isNews { continue }
          if (all.end(of: place) > end) != isOpen { continue }
          if shown.count == limit { return shown }
          shown.append(place)
        }
      }
    }
    return shown
  }

  private func write(
    _ heading: Phrase, _ groups: [(RuleOutcome, [Int])], waived: Bool, _ entry: FindingEntry,
    _ routes: PeriodRoutes, _ next: inout Int, to output: any Output
  ) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    var finder = RouteFinder(audit.merged.state)
    page.heading(heading[context.language], underline: "-")
    if groups.isEmpty { page.line(Words.noFindings[context.language]) }
    for (outcome, shown) in groups {
      let total = waived ? outcome.waived : outcome.findings
      list.appendTitle(of: outcome, total: total, to: &page)
      for (index, place) in shown.enumerated() {
        finder.known = .some(routes.route(at: next))
        next += 1
        entry.append(
          outcome.results.findings[place], of: outcome.results, number: index + 1, place: place,
          mark: marks?.mark(outcome.rule, place), routes: &finder, to: &page)
        if (index + 1) % FindingList.batch == 0 {
          try output.write(page.buffer)
          page.removeAll()
        }
      }
      list.appendEnd(of: outcome, left: total - shown.count, to: &page)
    }
    if groups.isEmpty { page.line() }
    try output.write(page.buffer)
  }
}
