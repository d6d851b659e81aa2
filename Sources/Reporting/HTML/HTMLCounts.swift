import Audit
import Comparison

/// How many findings there are, by severity and by what they rest on, and how that changed.
struct HTMLCounts {
  let data: HTMLData

  private var comparison: ReportComparison? { data.context.baseline?.comparison }

  func append(to page: inout TextBuffer) {
    appendTiles(to: &page)
    appendMatrix(to: &page)
  }

  // MARK: Tiles

  private func appendTiles(to page: inout TextBuffer) {
    let summary = data.audit.summary
    let tiles: [(String, Phrase, Phrase, Int, Severity?)] = [
      ("v", HTMLWords.violations, HTMLWords.violationsNote, summary.violations, .violation),
      ("w", HTMLWords.warnings, HTMLWords.warningsNote, summary.warnings, .warning),
      ("k", HTMLWords.notices, HTMLWords.noticesNote, summary.notices, .notice),
      ("x", HTMLWords.waived, HTMLWords.waivedNote, summary.waived, nil),
    ]
    page.append("<ul class=\"tiles\">\n")
    for (style, title, note, count, severity) in tiles {
      page.append("<li class=\"tile \(style)\"><span class=\"label\">\(data.word(title))</span> ")
      page.append("<span class=\"big\">\(grouped(count))</span>")
      if let change = change(severity) {
        page.append(
          " <span class=\"change\">\(data.word(HTMLWords.change)) \(signed(change, data.language))</span>")
      }
      page.append("<span class=\"note\">\(data.word(note))</span></li>\n")
    }
    page.append("</ul>\n")
  }

  /// How many findings of a severity more than before, of the rules that both reports evaluated; nil stands for waived.
  private func change(_ severity: Severity?) -> Int? {
    guard let comparison else { return nil }
    let comparable = RuleID.allCases.map { comparison[$0].isComparable }
    func count(_ entries: [ReportDigest.Entry]) -> Int {
      entries.count { entry in
        guard comparable[Int(entry.rule.rawValue)] else { return false }
        guard let severity else { return entry.isWaived }
        return !entry.isWaived && entry.severity == severity
      }
    }
    return count(comparison.new.entries) - count(comparison.old.entries)
  }

  // MARK: Matrix

  private func appendMatrix(to page: inout TextBuffer) {
    let counts = Basis.allCases.map { basis in Severity.allCases.map { count(basis, $0) } }
    page.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    page.append("\(data.word(HTMLWords.bySeverityAndBasis))\"><table class=\"matrix\">")
    page.append("<caption>\(data.word(HTMLWords.bySeverityAndBasis))</caption>")
    var columns = [data.word(HTMLWords.basis)]
    columns += [HTMLWords.violations, HTMLWords.warnings, HTMLWords.notices, HTMLWords.total].map {
      data.word($0)
    }
    if comparison != nil { columns.append(data.word(HTMLWords.change)) }
    page.append(columns: columns, numericFrom: 1)
    page.append("<tbody>\n")
    for basis in Basis.allCases {
      let row = counts[Int(basis.rawValue)]
      page.append("<tr data-basis=\"\(basis.name)\"><th scope=\"row\">\(basis.term[data.language])</th>")
      append(row, change: change(basis), to: &page)
    }
    page.append(
      "</tbody>\n<tfoot><tr data-basis=\"total\"><th scope=\"row\">\(data.word(HTMLWords.total))</th>")
    let sums = Severity.allCases.map { severity in counts.reduce(0) { $0 + $1[Int(severity.rawValue)] } }
    let all = comparison.map { $0.comparableTotal.new - $0.comparableTotal.old }
    append(sums, change: all, to: &page)
    page.append("</tfoot></table></div>\n")
    if comparison != nil { page.append("<p class=\"note\">\(data.word(HTMLWords.comparableOnly))</p>\n") }
  }

  private func append(_ counts: [Int], change: Int?, to page: inout TextBuffer) {
    for severity in Severity.allCases.reversed() {
      let count = counts[Int(severity.rawValue)]
      let style = count == 0 ? "n zero" : "n \(severity.letter)"
      page.append("<td class=\"\(style)\" data-severity=\"\(severity.name)\">\(grouped(count))</td>")
    }
    page.append("<td class=\"n sum\" data-severity=\"all\">\(grouped(counts.reduce(0, +)))</td>")
    if comparison != nil {
      page.append("<td class=\"n\">\(change.map { signed($0, data.language) } ?? "–")</td>")
    }
    page.append("</tr>\n")
  }

  /// Findings of a severity that rest on a basis.
  private func count(_ basis: Basis, _ severity: Severity) -> Int {
    data.audit.outcomes.reduce(0) { sum, outcome in
      guard outcome.basis == basis else { return sum }
      return sum + outcome.count(of: severity)
    }
  }

  /// nil when no rule of the basis was evaluated in both reports.
  private func change(_ basis: Basis) -> Int? {
    guard let comparison else { return nil }
    let changes = RuleID.allCases.filter { $0.basis == basis }.compactMap { comparison[$0].change }
    return changes.isEmpty ? nil : changes.reduce(0, +)
  }
}

extension Severity {
  /// The class of what is shown of that severity.
  var letter: String {
    switch self {
    case .violation: "v"
    case .warning: "w"
    case .notice: "k"
    }
  }
}

extension RuleOutcome {
  /// Findings of a severity, waived ones apart.
  ///
  /// - Complexity: O(*n*) in its findings.
  func count(of severity: Severity) -> Int {
    results.findings.count { $0.severity == severity && !$0.isWaived }
  }
}
