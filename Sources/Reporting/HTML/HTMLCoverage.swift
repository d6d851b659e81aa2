import Audit
import Numbering

/// How far approval (first storey) and certification (second storey) reach down the chain: a bar each for every tier of
/// a category.
struct HTMLCoverage {
  let data: HTMLData

  /// What a line of the picture shows: one tier, or several that stand together.
  private struct Line {
    var label: String
    var tier = ""
    var provisions = 0
    var numbers: UInt64 = 0
    var approved: UInt64 = 0
    var certified: UInt64 = 0
    var both: UInt64 = 0

    mutating func add(_ row: CoverageRow) {
      provisions += row.provisions
      numbers += row.numbers
      approved += row.approved
      certified += row.certified
      both += row.both
    }
  }

  func append(to page: inout TextBuffer) {
    let rows = data.audit.summary.coverage
    page.append("<section id=\"coverage\" aria-labelledby=\"h-coverage\">\n<h2 id=\"h-coverage\">")
    page.append("\(data.word(HTMLWords.coverage))</h2>\n")
    if rows.isEmpty {
      page.append("<p>\(data.word(HTMLWords.noCoverage))</p>\n</section>\n")
      return
    }
    page.append("<p class=\"note\">\(data.word(HTMLWords.coverageNote))")
    if data.period != nil { page.append(" \(PeriodWords.asOf(data.audit.state.day)[data.language])") }
    page.append("</p>\n<div class=\"houses\">\n")
    for category in Category.allCases {
      let own = rows.filter { $0.category == category }
      if !own.isEmpty { append(category, own, to: &page) }
    }
    page.append("</div>\n</section>\n")
  }

  private func append(_ category: Category, _ rows: [CoverageRow], to page: inout TextBuffer) {
    var sum = Line(label: "")
    for row in rows { sum.add(row) }
    page.append(
      "<table class=\"cov\" data-category=\"\(category.name)\"><caption>\(category.term[data.language])")
    page.append(" <span class=\"sub\">\(data.count(sum.provisions, .provisions)) · ")
    page.append("\(numbers(sum.numbers))</span></caption>\n<thead><tr>")
    let columns = [Words.tier, Words.provisions, Words.numbers, HTMLWords.storeys, HTMLWords.bothStoreys]
    for (place, column) in columns.enumerated() {
      let isNumber = place == 1 || place == 2 || place == 4
      page.append("<th scope=\"col\"\(isNumber ? " class=\"n\"" : "")>\(data.word(column))</th>")
    }
    page.append("</tr></thead>\n<tbody>\n")
    for line in lines(rows) { append(line, to: &page) }
    page.append("</tbody></table>\n")
  }

  /// A line for each tier; those beyond the last that has its own stand together, so that sums stay whole.
  private func lines(_ rows: [CoverageRow]) -> [Line] {
    var lines: [Line] = []
    var beyond = Line(label: data.word(HTMLWords.tiersBeyond(CoverageTable.shownTiers)), tier: "beyond")
    var unknown = Line(label: data.word(Words.unknownTier), tier: "unknown")
    for row in rows {
      guard let tier = row.tier else {
        unknown.add(row)
        continue
      }
      if tier > CoverageTable.shownTiers, !data.context.showsAll {
        beyond.add(row)
        continue
      }
      var label = grouped(tier)
      if tier <= 2 {
        let note = data.word(tier == 1 ? HTMLWords.tierOfHolder : HTMLWords.secondTier)
        label += " <span class=\"sub\">\(note)</span>"
      }
      var line = Line(label: label, tier: "\(tier)")
      line.add(row)
      lines.append(line)
    }
    if beyond.provisions > 0 { lines.append(beyond) }
    if unknown.provisions > 0 { lines.append(unknown) }
    return lines
  }

  private func append(_ line: Line, to page: inout TextBuffer) {
    page.append("<tr data-tier=\"\(line.tier)\" data-provisions=\"\(line.provisions)\" data-numbers=\"")
    page.append("\(line.numbers)\" data-approved=\"\(line.approved)\" data-certified=\"\(line.certified)\">")
    page.append(
      "<th scope=\"row\"><span class=\"only-narrow\">\(data.word(Words.tier)) </span>\(line.label)</th>")
    page.append(
      "<td class=\"n\" data-label=\"\(data.word(Words.provisions))\">\(grouped(line.provisions))</td>")
    page.append("<td class=\"n\" data-label=\"\(data.word(Words.numbers))\">\(grouped(line.numbers))</td>")
    page.append("<td class=\"bars\">")
    let upper = data.hasCertifications ? line.certified : nil
    appendBar(HTMLWords.upperStorey, upper, of: line.numbers, style: "f2", to: &page)
    appendBar(HTMLWords.lowerStorey, line.approved, of: line.numbers, style: "f1", to: &page)
    page.append("</td><td class=\"n\" data-label=\"\(data.word(HTMLWords.bothStoreys))\">")
    let both = data.hasCertifications ? CoverageTable.percent(line.both, of: line.numbers) : "–"
    page.append("\(both)</td></tr>\n")
  }

  /// - Parameter part: nil where the ledger has no record of it, which is not the same as none.
  private func appendBar(
    _ label: Phrase, _ part: UInt64?, of whole: UInt64, style: String, to page: inout TextBuffer
  ) {
    let share = part.map { CoverageTable.percent($0, of: whole) } ?? "–"
    page.append("<div class=\"bar\"><span>\(data.word(label))</span><svg height=\"16\" aria-hidden=\"true\">")
    page.append("<rect class=\"bg\" width=\"100%\" height=\"16\"/>")
    if part ?? 0 > 0 { page.append("<rect class=\"\(style)\" width=\"\(share)\" height=\"16\"/>") }
    page.append("</svg><b>\(share)</b></div>")
  }

  private func numbers(_ count: UInt64) -> String {
    var buffer = TextBuffer()
    buffer.append(count: count, .numbers, data.language)
    return buffer.text
  }
}
