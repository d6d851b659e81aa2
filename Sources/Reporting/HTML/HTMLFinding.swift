import Audit
import Comparison
import Numbering
import SupplyChain

/// One finding on the page: its sentence, where it stands, its chain, the records it rests on.
struct HTMLFinding {
  private let data: HTMLData
  private let messages: MessageWriter
  private let fingerprints: FingerprintWriter
  private let columns: FindingColumns
  private let changes: ChangeMembers?
  private let comparison: ReportComparison?
  private var language: Language { data.language }

  init(data: HTMLData, _ columns: FindingColumns) {
    self.data = data
    self.columns = columns
    messages = MessageWriter(data.audit, columns, language: data.language)
    fingerprints = FingerprintWriter(data.audit, columns)
    comparison = data.context.baseline?.comparison
    changes = comparison.map { ChangeMembers($0) }
  }

  /// Appends an element of a list; shapes of its chain that no other finding has drawn before go to `symbols`.
  ///
  /// - Parameters:
  ///   - place: its place among the findings of its rule.
  ///   - isOpened: whether the chain is to be seen at once.
  func append(
    _ place: Int, of outcome: RuleOutcome, isOpened: Bool, routes: inout RouteFinder,
    _ chains: inout HTMLChains,
    symbols: inout TextBuffer, to page: inout TextBuffer
  ) {
    let results = outcome.results
    let finding = results.findings[place]
    let days = data.period.map { ShownDays($0, Int(finding.rule.rawValue), place) }
    let route = routes.route(of: finding)
    var refers = data.audit.references(of: finding, in: results)
    if data.period != nil { refers.tier = UInt32(clamping: route?.tier ?? 0) }
    let state = changes.map { $0.state($0.place(finding.rule, place)) }
    appendOpening(finding, refers, days, state, to: &page)
    appendSentence(finding, refers, state, to: &page)
    if let days { appendDays(days, to: &page) }
    if let state { appendChange(finding.rule, place, state, to: &page) }
    appendEvidence(finding, refers, results, to: &page)
    if let row = refers.waivedBy { appendWaiver(row, to: &page) }
    let records = HTMLRecords(data: data, columns)
    let day = days?.periods.first?.start ?? data.audit.state.day.ordinal
    if route != nil || records.hasMore(refers) {
      page.append("<details\(isOpened ? " open=\"open\"" : "")><summary>")
      page.append(data.word(route == nil ? HTMLWords.noChain : HTMLWords.evidence))
      page.append("</summary><div class=\"ev\">")
      if let route { chains.append(route, on: day, symbols: &symbols, to: &page) }
      records.append(route, refers, to: &page)
      page.append("</div></details>")
    }
    page.append("</li>\n")
  }

  // MARK: Lines

  private func appendOpening(
    _ finding: Finding, _ refers: FindingReferences, _ days: ShownDays?, _ state: FindingState?,
    to page: inout TextBuffer
  ) {
    page.append("<li class=\"f \(finding.severity.letter)\"")
    if let numbers = finding.numbers { page.append(" data-n=\"\(numbers)\"") }
    let first = days?.periods.first.flatMap { Day(ordinal: $0.start) } ?? finding.since
    if let first { page.append(" data-d=\"\(first)\"") }
    if let x = refers.recipient ?? refers.operatorIndex ?? refers.operators?.first, x != noIndex {
      page.append(" data-o=\"\(data.cut(data.tables.operators.ids, Int(x)))\"")
    }
    if let state { page.append(state.isNews ? " data-b=\"new\"" : " data-b=\"old\"") }
    if let days { page.append(days.isOpen ? " data-p=\"open\"" : " data-p=\"mended\"") }
    page.append(">")
  }

  private func appendSentence(
    _ finding: Finding, _ refers: FindingReferences, _ state: FindingState?, to page: inout TextBuffer
  ) {
    page.append("<p class=\"s\"><b class=\"\(finding.severity.letter)\">")
    page.append("\(finding.severity.term(finding.rule.basis)[language])</b> ")
    if let state, state != .continuing, state != .waived {
      page.append("<i class=\"chip\">\(ComparisonWords.word(state)[language])</i> ")
    }
    var sentence = TextBuffer()
    messages.append(finding, refers, .cut(columns: FindingEntry.nameColumns), to: &sentence)
    page.append(markup: sentence.text)
    page.append("</p>")
  }

  private func appendDays(_ days: ShownDays, to page: inout TextBuffer) {
    guard let period = data.period else { return }
    let whole = DayInterval(start: period.from.ordinal, end: period.to.ordinal + 1)
    let text = PeriodWords.days(days.periods, unwaived: days.unwaived ?? [], within: whole, language)
    page.append(
      "<p class=\"d\"><b>\(data.word(days.isOpen ? PeriodWords.open : PeriodWords.mended))</b> \(text)</p>")
    HTMLStrip(whole: whole).append(broken: days.periods, label: nil, to: &page)
  }

  private func appendChange(_ rule: RuleID, _ place: Int, _ state: FindingState, to page: inout TextBuffer) {
    guard let changes, let comparison, let before = changes.before(changes.place(rule, place)) else { return }
    let entry = comparison.new.entries[changes.place(rule, place)]
    var said = [FindingChange(before, entry, language).text]
    let recorded = RecordedFinding(before, in: comparison.old)
    said.append(recorded.flatMap { RecordedDays($0, in: comparison.old) }?.textOfOld(language) ?? "")
    for text in said where !text.isEmpty { page.append("<p class=\"d\">\(markup(text))</p>") }
  }

  /// Its row, cause, first day and fingerprint.
  private func appendEvidence(
    _ finding: Finding, _ refers: FindingReferences, _ results: RuleFindings, to page: inout TextBuffer
  ) {
    page.append("<p class=\"e\">")
    if let source = refers.source, let place = data.audit.source(of: source.row, in: source.table) {
      page.append("<code>")
      page.append(markup: visible(place.file))
      page.append(":\(place.line)</code> ")
    }
    if let cause = finding.cause, let words = finding.rule.explanation(of: cause) {
      page.append("<span>\(words[language])</span> ")
    }
    if let since = finding.since {
      page.append(data.isJapanese ? "<span>\(since)から</span> " : "<span>since \(since)</span> ")
    }
    page.append("<code class=\"fp\">#")
    var key = TextBuffer()
    fingerprints.append(finding, of: results, to: &page, key: &key)
    page.append("</code></p>")
  }

  private func appendWaiver(_ row: Int, to page: inout TextBuffer) {
    let waivers = data.tables.waivers
    page.append("<p class=\"d\"><b>\(data.word(Words.waivedBy))</b> \(data.cut(waivers.ids, row)): ")
    page.append(data.cut(waivers.reasons, row, to: 400))
    let open = data.isJapanese ? "（" : " ("
    page.append("\(open)\(data.word(Words.approvedBy)) \(data.cut(waivers.approvedBy, row))")
    if let end = Day(ordinal: waivers.ends[row] - 1) {
      page.append(
        data.isJapanese ? "、\(data.word(Words.until)) \(end)" : ", \(data.word(Words.until)) \(end)")
    }
    page.append(data.isJapanese ? "）</p>" : ")</p>")
  }
}

/// The rows of the ledger that a finding rests on.
struct HTMLRecords {
  /// How many rows of a circle are listed.
  private static let cycleAtMost = 20

  private let data: HTMLData
  private let columns: FindingColumns

  init(data: HTMLData, _ columns: FindingColumns) {
    self.data = data
    self.columns = columns
  }

  /// Whether there is more to list than the row of the key.
  func hasMore(_ refers: FindingReferences) -> Bool {
    refers.other != nil || refers.restriction != nil || refers.cycle != nil || refers.operators != nil
      || refers.provision != nil
  }

  /// Appends the hops of the chain and the other rows, each with file and line.
  func append(_ route: Route?, _ refers: FindingReferences, to page: inout TextBuffer) {
    page.append("<ul class=\"r\">")
    var hops = route?.hops ?? []
    if route == nil, let p = refers.provision { hops = [p] }
    for (place, p) in hops.enumerated() {
      if hops.count > HTMLChains.hopsAtEnds * 2 + 1, place >= HTMLChains.hopsAtEnds,
        place < hops.count - HTMLChains.hopsAtEnds
      {
        if place == HTMLChains.hopsAtEnds {
          page.append("<li>\(data.word(HTMLChainWords.omitted(hops.count - HTMLChains.hopsAtEnds * 2)))</li>")
        }
        continue
      }
      append(provision: p, to: &page)
    }
    for p in (refers.cycle ?? []).prefix(Self.cycleAtMost) { append(provision: p, to: &page) }
    let more = (refers.cycle?.count ?? 0) - Self.cycleAtMost
    if more > 0 { page.append("<li>\(data.word(HTMLChainWords.omitted(more)))</li>") }
    let isListed =
      refers.other.map { hops.count <= HTMLChains.hopsAtEnds * 2 + 1 && hops.contains($0) } ?? true
    if let p = refers.other, !isListed { append(provision: p, to: &page) }
    if let row = refers.restriction {
      append(.restrictions, row, data.cut(data.tables.restrictions.ids, row), to: &page)
    }
    for x in (refers.operators ?? []).prefix(Self.cycleAtMost) {
      append(.operators, Int(x), data.name(x), to: &page)
    }
    let others = (refers.operators?.count ?? 0) - Self.cycleAtMost
    if others > 0 { page.append("<li>… \(data.count(others, .operators))</li>") }
    page.append("</ul>")
  }

  private func append(provision p: ProvisionIndex, to page: inout TextBuffer) {
    let operators = data.tables.operators
    // With the name, by which a reader searches.
    let ends = [columns.suppliers[Int(p)], columns.recipients[Int(p)]].map {
      "\(data.cut(operators.names, Int($0), to: 24)) \(data.cut(operators.ids, Int($0), to: 20))"
    }
    append(
      .provisions, Int(p),
      "<b>\(data.cut(data.tables.provisions.ids, Int(p)))</b> \(ends[0]) → \(ends[1])", to: &page)
  }

  private func append(_ table: TableName, _ row: Int, _ name: String, to page: inout TextBuffer) {
    page.append("<li>\(name)")
    if let place = data.audit.source(of: row, in: table) {
      page.append(" <code>")
      page.append(markup: visible(place.file))
      page.append(":\(place.line)</code>")
    }
    page.append("</li>")
  }
}
