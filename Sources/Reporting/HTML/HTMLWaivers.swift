import Audit

/// Waivers in force that somebody should look at: those that cover nothing, and those that end soon.
struct HTMLWaivers {
  /// How many of each kind are listed unless all are asked for.
  private static let shownAtMost = 50

  let data: HTMLData

  func append(to page: inout TextBuffer) {
    let section = WaiverSection(audit: data.audit, isPeriod: data.period != nil, language: data.language)
    let lists = section.lists
    if lists.isEmpty { return }
    page.append("<section id=\"waivers\" aria-labelledby=\"h-waivers\">\n<h2 id=\"h-waivers\">")
    page.append("\(data.word(WaiverSection.heading))</h2>\n")
    for (title, standings) in lists {
      page.append("<h3>\(data.word(title)) <span class=\"sub\">\(grouped(standings.count))</span></h3>\n")
      page.append("<ul class=\"plain\">\n")
      let shown = data.context.showsAll ? standings[...] : standings.prefix(Self.shownAtMost)
      for standing in shown { page.append("<li>\(markup(section.text(standing)))</li>\n") }
      if shown.count < standings.count {
        page.append("<li>\(data.word(HTMLWords.moreWaivers(standings.count - shown.count)))</li>\n")
      }
      page.append("</ul>\n")
    }
    page.append("</section>\n")
  }
}
