import Banken
import Bytes
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// The page says what the other formats say, and nothing in it can do harm.
@Suite struct HTMLReportTests {
  private func page(
    _ audit: DayAudit, _ language: Language = .ja, _ change: (inout ReportContext) -> Void = { _ in }
  ) throws -> StrictMarkup {
    var context = ReportSample.context(language)
    change(&context)
    return try StrictMarkup(try ReportSample.report(audit, context, .html))
  }

  private func period(_ from: String = "2026-08-01", _ to: String = "2026-10-31") throws -> PeriodAudit {
    var tables = ReportSample.tables
    tables["certifications", default: ""] += "\nR2,E-3,2026-08-20,2026-09-09\nR2,E-4,2026-09-11,2026-10-19"
    let chain = try Fixture.audit(on: from, tables).state.chain
    let (first, last) = (try #require(Day(from)), try #require(Day(to)))
    return try #require(PeriodAudit(chain, from: first, to: last))
  }

  /// Holds every count of a page against those of the audit.
  private func expectTotals(_ page: StrictMarkup, _ audit: DayAudit) throws {
    let summary = audit.summary
    let main = try page.only("id", "main")
    #expect(main.number("data-violations") == summary.violations)
    #expect(main.number("data-warnings") == summary.warnings)
    #expect(main.number("data-notices") == summary.notices)
    #expect(main.number("data-waived") == summary.waived)
    #expect(
      page.all("span", class: "big").map(\.text)
        == [summary.violations, summary.warnings, summary.notices, summary.waived].map { grouped($0) })
    // Each rule has a row with its counts, and as many findings as it says.
    for outcome in audit.outcomes {
      let row = try page.only("data-findings-of", outcome.rule.name)
      #expect(row.number("data-findings") == outcome.findings, "\(outcome.rule)")
      #expect(row.number("data-waived") == outcome.waived, "\(outcome.rule)")
    }
    let findings = page.all("li", class: "f")
    for (severity, count) in [
      (Severity.violation, summary.violations), (.warning, summary.warnings), (.notice, summary.notices),
    ] {
      let counted = page.elements.filter { $0["data-severity"] == severity.name }
      #expect(counted.reduce(0) { $0 + (Int($1.text) ?? -1_000_000) } == 2 * count, "rows and their total")
    }
    // The severities in the table of measures are those found, not those of the rules.
    for (severity, count) in [
      (Severity.violation, summary.violations), (.warning, summary.warnings), (.notice, summary.notices),
    ] {
      let found = page.elements.filter { $0["data-found"] == severity.name }
      #expect(found.reduce(0) { $0 + (Int($1.text.replacing(",", with: "")) ?? -1_000_000) } == count)
    }
    #expect(findings.count == audit.outcomes.reduce(0) { $0 + $1.results.findings.count })
    for (index, element) in page.elements.enumerated() where element.classes.contains("group") {
      let inside = page.within(index).filter { $0.name == "li" && $0.classes.contains("f") }
      #expect(inside.count == element.number("data-total"))
    }
    // Coverage, row by row.
    let tiers = page.elements.filter { $0["data-tier"] != nil }
    #expect(tiers.compactMap { $0.number("data-provisions") } == summary.coverage.map(\.provisions))
    #expect(tiers.compactMap { $0["data-numbers"] } == summary.coverage.map { "\($0.numbers)" })
    #expect(tiers.compactMap { $0["data-approved"] } == summary.coverage.map { "\($0.approved)" })
    #expect(tiers.compactMap { $0["data-certified"] } == summary.coverage.map { "\($0.certified)" })
    // What was not evaluated.
    let skipped = page.elements.compactMap { $0["data-skipped"] }
    let expected = audit.outcomes.filter { $0.notEvaluated != nil && $0.notEvaluated != .notSelected }
    #expect(Set(skipped) == Set(expected.map(\.rule.name)) && skipped.count == expected.count)
  }

  @Test(arguments: Language.allCases) func totalsOfADayAreThoseOfTheAudit(language: Language) throws {
    let audit = try ReportSample.audit()
    #expect(audit.summary.waived == 1)
    try expectTotals(try page(audit, language), audit)
    let golden = try ReportSample.goldenAudit()
    try expectTotals(try page(golden, language), golden)
  }

  @Test(arguments: Language.allCases) func totalsOfAPeriodAreThoseOfTheAudit(language: Language) throws {
    let period = try period()
    let text = String(decoding: period.report(.html, context: ReportSample.context(language)), as: UTF8.self)
    let page = try StrictMarkup(text)
    try expectTotals(page, period.merged)
    let timeline = try page.only("id", "timeline")
    #expect(timeline.number("data-open") == period.open)
    #expect(timeline.number("data-mended") == period.mended)
    let unwaived = page.all("li", class: "f").count { $0["data-p"] == "open" }
    let open = period.outcomes.reduce(0) { sum, outcome in
      sum + (0..<outcome.findings.count).count { outcome.findings.end(of: $0) > period.to.ordinal }
    }
    #expect(unwaived == open)
    #expect(period.open > 0 && period.dayCount == 92)
  }

  @Test func aPeriodTellsItsFourStates() throws {
    let tables = [
      "operators": "operator_id,name\nH,Holder\nA,Aster\nB,Briar\nC,Clover",
      "designations": "operator_id,range_start,range_end\nH,05031230000,05031239999",
      "approvals": "operator_id,category,valid_from\nA,ip,2020-01-01\nB,ip,2020-01-01\nC,ip,2020-01-01",
      "certifications": """
      operator_id,valid_from,valid_to
      H,2026-01-01,2027-12-31
      A,2025-08-01,2026-07-31
      B,2026-06-01,2027-05-31
      C,2025-06-16,2026-06-15
      """,
      "provisions": """
      provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on
      P1,H,A,ip,10,2020-01-01,
      P2,H,B,ip,20,2020-01-01,
      P3,H,C,ip,30,2020-01-01,2026-06-15
      """,
    ]
    let chain = try Fixture.audit(on: "2026-04-01", tables).state.chain
    let (first, last) = (try #require(Day("2026-04-01")), try #require(Day("2026-09-30")))
    let options = AuditOptions(rules: [.uncertifiedRecipient])
    let period = try #require(PeriodAudit(chain, from: first, to: last, options: options))
    let page = try StrictMarkup(
      String(decoding: period.report(.html, context: ReportSample.context(.en)), as: UTF8.self))
    let rows = page.elements.enumerated().filter { $1.name == "tr" }.compactMap { place, _ -> String? in
      let cells = page.within(place)
      guard let strip = cells.first(where: { $0.classes.contains("strip") })?["aria-label"] else {
        return nil
      }
      return (cells.first { $0.name == "bdi" || $0.name == "code" }?.text ?? "") + ": " + strip
    }
    let ending = "about to end: 2026-05-03 to 2026-07-31 (90 days)"
    #expect(
      rows == [
        "uncertified-recipient: was broken: 2026-04-01 to 2026-05-31 (61 days);"
          + " is broken: 2026-08-01 to 2026-09-30 (61 days)",
        "Briar: was broken: 2026-04-01 to 2026-05-31 (61 days)",
        "Aster: \(ending); is broken: 2026-08-01 to 2026-09-30 (61 days)",
        "Clover: about to end: 2026-04-01 to 2026-06-15 (76 days)",
      ])
    let drawn = page.elements.filter { ["s1", "s2", "s3"].contains($0["class"]) && $0["x"] != nil }
    #expect(drawn.contains { $0["class"] == "s1" && $0["x"] == "17.48%" && $0["width"] == "49.18%" })
  }

  @Test func totalsOfAFilteredAuditAreThoseLeft() throws {
    let chain = try ReportSample.audit().state.chain
    for id in ["R1", "R2", "H1"] {
      var options = AuditOptions()
      options.operatorFilter = chain.operatorIndex(id: id)
      #expect(options.operatorFilter != nil)
      let audit = DayAudit(chain, on: try #require(Day("2026-10-01")), options: options)
      let page = try page(audit) { context in
        context.operatorFilter = id
        context.operatorID = id
      }
      try expectTotals(page, audit)
    }
  }

  @Test func randomLedgersKeepTheirTotals() throws {
    for seed in UInt64(0)..<40 {
      let audit = try #require(RandomDataset.make(seed: seed).dayAudit())
      try expectTotals(try page(audit, seed % 2 == 0 ? .ja : .en), audit)
    }
  }

  @Test(arguments: Language.allCases) func hostileNamesStayText(language: Language) throws {
    let audit = try HostileSample.audit()
    let text = try ReportSample.report(audit, ReportSample.context(language), .html)
    let page = try StrictMarkup(text)
    try expectTotals(page, audit)
    #expect(page.all("script").count == 1 && page.all("style").count == 1)
    #expect(page.elements.allSatisfy { element in !element.attributes.keys.contains { $0.hasPrefix("on") } })
    #expect(page.elements.allSatisfy { $0["src"] == nil && $0["style"] == nil })
    // Nothing leads out of the page.
    #expect(page.elements.compactMap { $0["href"] }.allSatisfy { $0.hasPrefix("#") })
    #expect(!text.contains("</script><b>") && text.contains("&lt;/script&gt;&lt;b&gt;"))
    #expect(
      !text.contains(String(repeating: "長", count: 30)) && !text.contains(String(repeating: "x", count: 60)))
    for character in ["\u{1B}", "\u{202E}", "\u{9B}", "\u{7}"] { #expect(!text.contains(character)) }
  }

  @Test func whatTheContextNamesStaysText() throws {
    let hostile = "\"><script>\u{1B}[31m&'"
    let page = try page(try ReportSample.audit(), .en) { context in
      context.dataset = hostile
      context.policySource = hostile
      context.operatorFilter = hostile
      context.toolVersion = hostile
    }
    #expect(page.all("script").count == 1)
    #expect(page.all("bdi").contains { $0.text == "\"><script>\\u{1B}[31m&'" })
  }

  @Test func styleAndScriptAreThoseOfThePolicy() throws {
    let page = try page(try ReportSample.audit())
    let element = try page.only("http-equiv", "Content-Security-Policy")
    let policy = try #require(element["content"])
    #expect(policy.hasPrefix("default-src 'none'; "))
    for name in ["style", "script"] {
      let text = try #require(page.all(name).first).text
      let digest = Data(SHA256.digest(of: Array(text.utf8))).base64EncodedString()
      #expect(policy.contains("\(name)-src 'sha256-\(digest)'"))
    }
    #expect(!policy.contains("unsafe"))
  }

  @Test func languageDayAndDisclaimerAreThere() throws {
    let audit = try ReportSample.audit()
    for (language, day) in [(Language.ja, "令和8年10月1日（2026-10-01）"), (.en, "2026-10-01")] {
      let page = try page(audit, language)
      #expect(page.elements[0]["lang"] == language.rawValue)
      #expect(page.all("h1").map(\.text) == [day])
      #expect(
        page.all("p", class: "disclaimer").map(\.text) == [
          Disclaimer.text[language], Disclaimer.text[language],
        ])
      let verdict = TextReport(audit: audit, context: ReportSample.context(language)).verdict
      #expect(page.all("p", class: "verdict").map(\.text) == [verdict])
    }
  }

  @Test func everyPartOfAPictureIsDrawnOnce() throws {
    let audit = try ReportSample.audit()
    let page = try page(audit)
    let ids = page.elements.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    let used = page.all("use").compactMap { $0["href"]?.dropFirst() }.map(String.init)
    #expect(Set(used).isSubset(of: ids))
    let routed = audit.outcomes.filter(\.rule.hasRoutes).reduce(0) { $0 + $1.results.findings.count }
    #expect(page.all("svg", class: "c").count == routed && routed > 0)
  }

  @Test func sharesAreFair() {
    #expect(HTMLSelection.shares([3, 100, 5], of: 1_000) == [3, 100, 5])
    #expect(HTMLSelection.shares([3, 100, 50], of: 43) == [3, 20, 20])
    #expect(HTMLSelection.shares([100, 100], of: 101) == [50, 51])
    #expect(HTMLSelection.shares([], of: 10) == [])
    #expect(HTMLSelection.shares([7], of: 0) == [0])
  }

  @Test func beyondTheLimitThePageSaysWhatIsLeftOut() throws {
    let audit = try ReportSample.audit()
    let data = HTMLData(audit: audit, context: ReportSample.context(.en), period: nil)
    let all = HTMLSelection(data)
    let some = HTMLSelection(data, limit: 12)
    #expect(all.shown == all.total && some.shown == 12 && some.total == all.total)
    for (few, full) in zip(some.groups, all.groups) {
      #expect(few.places == Array(full.places.prefix(few.places.count)))
      let severities = full.places.map { full.outcome.results.findings[$0].severity }
      #expect(severities == severities.sorted(by: >))
    }
    let output = MemoryOutput()
    try HTMLReport(audit: audit, context: ReportSample.context(.en), limit: 12).write(to: output)
    let page = try StrictMarkup(output.text)
    #expect(page.all("li", class: "f").count == 12)
    let findings = try page.only("id", "findings")
    #expect(findings.number("data-shown") == 12 && findings.number("data-total") == all.total)
    let said = page.all("p", class: "caution").map(\.text)
    #expect(said.contains(HTMLWords.leftOut(all.total - 12, of: all.total).en))
    let rows = page.elements.filter { $0["data-findings-of"].map { $0 != "total" } ?? false }
    #expect(
      rows.compactMap { $0.number("data-findings") }.reduce(0, +)
        == audit.outcomes.reduce(0) { $0 + $1.findings })
    var context = ReportSample.context(.en)
    context.showsAll = true
    let whole = MemoryOutput()
    try HTMLReport(audit: audit, context: context, limit: 12).write(to: whole)
    #expect(try StrictMarkup(whole.text).all("li", class: "f").count == all.total)
  }

  @Test func tiersBeyondTheLastShownStandTogether() throws {
    var tables = Tables()
    for index in 0..<31 { tables.operators.append(id: "X\(index)", name: "X\(index)") }
    tables.declare(.approvals)
    tables.designations.append(operator: 0, category: .ip, range: 5_010_000_000...5_010_009_999)
    for index in UInt32(0)..<30 {
      tables.provisions.append(
        id: "P\(index)", supplier: index, recipient: index + 1, category: .ip, numbers: 5)
    }
    let audit = DayAudit(SupplyChain(tables), on: try #require(Day("2026-10-01")))
    #expect(audit.summary.coverage.count == 30)
    let tiers = try page(audit).elements.filter { $0["data-tier"] != nil }
    #expect(
      tiers.count == 21 && tiers[20]["data-tier"] == "beyond" && tiers[20].number("data-provisions") == 10)
    let all = try page(audit) { $0.showsAll = true }.elements.filter { $0["data-tier"] != nil }
    #expect(all.compactMap { $0.number("data-tier") } == Array(1...30))
    // A chain of thirty hops is cut in the middle, and says by how many.
    let texts = try page(audit, .en).all("text").map(\.text)
    #expect(texts.contains("… 22 hops left out …"))
  }

  @Test func nothingFoundIsSaid() throws {
    var tables = Tables()
    tables.operators.append(id: "A", name: "A")
    let page = try page(DayAudit(SupplyChain(tables), on: try #require(Day("2026-10-01"))), .en)
    #expect(page.all("li", class: "f").isEmpty && page.all("form").isEmpty)
    #expect(page.all("p").contains { $0.text == Words.noFindings.en })
    #expect(page.all("div", class: "conclusion").first?.classes.contains("ok") == true)
  }
}
