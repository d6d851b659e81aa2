import Audit
import Decisions
import Numbering
import SupplyChain

/// One finding in the text: its sentence, where it stands, its chain hop by hop.
struct FindingEntry {
  /// How many columns a name or an id may take.
  static let nameColumns = 40
  /// How many columns the reason of a waiver may take: it is the reader's evidence, so a few lines.
  private static let reasonColumns = 400
  /// How many hops of a long chain are shown at either end.
  private static let hopsAtEnds = 4

  private let audit: DayAudit
  private let tables: Tables
  private let language: Language
  private let messages: MessageWriter
  private let escaping = Escaping.cut(columns: Self.nameColumns)

  /// The days of the findings, and what operators were on them; nil for an audit of a day.
  private let period: (audit: PeriodAudit, timelines: PeriodTimelines)?

  /// The provision that is only considered; nil where findings are about what is.
  private let candidate: ProvisionIndex?

  /// - Parameter candidate: the provision that is only considered, which the findings are about.
  init(
    audit: DayAudit, _ columns: FindingColumns, context: ReportContext, period: PeriodAudit? = nil,
    candidate: ProvisionIndex? = nil
  ) {
    self.audit = audit
    self.candidate = candidate
    self.period = period.map { period in
      (period, PeriodTimelines(audit.state.chain, graceDays: audit.policy.graceDays))
    }
    tables = audit.state.chain.tables
    language = context.language
    messages = MessageWriter(
      audit, columns, language: context.language, candidate: candidate ?? noIndex,
      isHypothetical: candidate != nil)
  }

  /// `place` is the place of a finding of a period among those of its rule.
  func append(
    _ finding: Finding, of results: RuleFindings, number: Int, place: Int? = nil,
    mark change: BaselineMarks.Mark? = nil,
    routes: inout RouteFinder, to page: inout TextPage
  ) {
    let days = place.flatMap { period?.audit.outcomes[Int(finding.rule.rawValue)].findings.spans(of: $0) }
    let day = days?.first?.days.start ?? audit.state.day.ordinal
    let route = routes.route(of: finding)
    var refers = audit.references(of: finding, in: results)
    if period != nil { refers.tier = UInt32(clamping: route?.tier ?? 0) }
    var sentence = TextBuffer()
    messages.append(finding, refers, escaping, to: &sentence)
    let severity = finding.severity.term(finding.rule.basis)[language]
    let mark = TextPage.pad(String(number), to: 2, right: true) + " "
    let label = language == .ja ? "【\(severity)】" : "[\(severity)] "
    let news = change.map { page.styled($0.label, .bold) } ?? ""
    page.paragraph(
      sentence.text, first: mark + news + page.styled(label, finding.severity.style), indent: 3)
    if let place { appendPeriods(of: finding, place, to: &page) }
    if let history = change?.history, !history.isEmpty { page.paragraph(history, first: "   ", indent: 5) }
    page.paragraph(page.styled(evidence(finding, refers, results), .faint), first: "   ", indent: 5)
    if let difference = change?.difference, !difference.isEmpty {
      page.paragraph(difference, first: "   ", indent: 5)
    }
    if let row = refers.waivedBy { appendWaiver(row, to: &page) }
    if let route { append(route, on: day, to: &page) }
  }

  /// Where it stands in the files, since when, and its fingerprint.
  private func evidence(_ finding: Finding, _ refers: FindingReferences, _ results: RuleFindings) -> String {
    var parts: [String] = []
    if let source = refers.source, let place = audit.source(of: source.row, in: source.table) {
      parts.append("\(visible(place.file)):\(place.line)")
    }
    let explain = candidate == nil ? finding.rule.explanation : finding.rule.candidateExplanation
    if let cause = finding.cause, let words = explain(cause) {
      parts.append("\(cause.name): \(words[language])")
    }
    if let since = finding.since {
      parts.append(language == .ja ? "\(since)から" : "since \(since)")
    }
    parts.append("#" + audit.fingerprint(of: finding, in: results))
    return parts.joined(separator: language == .ja ? "　" : "  ")
  }

  /// On which days a finding of a period holds, and whether it still does on the last.
  private func appendPeriods(of finding: Finding, _ place: Int, to page: inout TextPage) {
    guard let period else { return }
    let days = ShownDays(period.audit, Int(finding.rule.rawValue), place)
    let whole = DayInterval(start: period.audit.from.ordinal, end: period.audit.to.ordinal + 1)
    let ending = (days.isOpen ? PeriodWords.open : PeriodWords.mended)[language]
    let text = PeriodWords.days(days.periods, unwaived: days.unwaived ?? [], within: whole, language)
    page.paragraph(
      text, first: "   " + page.styled(ending, .bold) + (language == .ja ? "　" : ": "), indent: 5)
  }

  private func appendWaiver(_ row: Int, to page: inout TextPage) {
    var buffer = TextBuffer()
    buffer.append("\(Words.waivedBy[language]) ")
    buffer.append(tables.waivers.ids, row, escaping)
    buffer.append(": ")
    buffer.append(tables.waivers.reasons, row, .cut(columns: Self.reasonColumns))
    buffer.append(" (\(Words.approvedBy[language]) ")
    buffer.append(tables.waivers.approvedBy, row, escaping)
    if let end = Day(ordinal: tables.waivers.ends[row] - 1) {
      buffer.append(", \(Words.until[language]) \(end)")
    }
    buffer.append(")")
    page.paragraph(buffer.text, first: "   ", indent: 5)
  }

  // MARK: - Chain

  /// Appends the chain: its first supplier, then a line for each hop with the recipient.
  private func append(_ route: Route, on day: Int32, to page: inout TextPage) {
    guard let first = route.hops.first else { return }
    let category = tables.provisions.categories[Int(first)]
    let holder = tables.provisions.suppliers[Int(first)]
    let supplier = name(holder)
    // The hops shown are the last ones of the chain.
    let before = (route.tier ?? route.hops.count) - route.hops.count
    // What is said of operators is of that day only.
    let date = period == nil ? "" : (Day(ordinal: day).map { PeriodWords.on($0)[language] } ?? "")
    var head = "\(Words.chain[language])\(date): "
    if route.tier == nil {
      head += "\(supplier) [\(standing(of: holder, in: category, on: day))] \(Words.unrooted[language])"
    } else if before > 0 {
      head += omitted(before) + " \(supplier) [\(standing(of: holder, in: category, on: day))]"
    } else {
      head += "\(supplier) [\(Words.holder[language])\(comma)\(standing(of: holder, in: category, on: day))]"
    }
    page.paragraph(head, first: "   ", indent: 5)
    let count = route.hops.count
    let cuts = count > Self.hopsAtEnds * 2 + 1
    for (place, hop) in route.hops.enumerated() {
      if cuts, place >= Self.hopsAtEnds, place < count - Self.hopsAtEnds {
        if place == Self.hopsAtEnds { page.line("     " + omitted(count - Self.hopsAtEnds * 2)) }
        continue
      }
      appendHop(hop, tier: route.tier == nil ? nil : before + place + 1, on: day, to: &page)
    }
  }

  private func appendHop(_ hop: ProvisionIndex, tier: Int?, on day: Int32, to page: inout TextPage) {
    var id = TextBuffer()
    messages.append(provision: hop, escaping, to: &id)
    let recipient = tables.provisions.recipients[Int(hop)]
    var text = "\(id.text) → \(name(recipient)) ["
    if let tier {
      text += (language == .ja ? "卸次数\(grouped(tier))" : "tier \(grouped(tier))") + comma
    }
    text += standing(of: recipient, in: tables.provisions.categories[Int(hop)], on: day) + "]"
    page.paragraph(text, first: "     └ ", indent: 7)
  }

  private var comma: String { language == .ja ? "、" : ", " }

  /// Both storeys of an operator on the day: approval and certification.
  private func standing(of x: OperatorIndex, in category: Category, on day: Int32) -> String {
    let state = audit.state
    // Beside a candidate both ends are told in the same words.
    if candidate != nil {
      return OperatorStanding(of: x, in: state).brief(in: category, language)
    }
    let timelines = period?.timelines
    if timelines?.isUser(x, on: day) ?? state.isUser(x) { return Words.user[language] }
    let isApproved =
      timelines?.isApproved(x, in: category, on: day) ?? state.isApproved(x, in: category)
    let approval = (isApproved ? Words.approval : Words.noApproval)[language]
    guard tables.certifications.origin.isPresent else { return approval }
    let isCertified = timelines?.isCertified(x, on: day) ?? state.isCertified(x)
    return approval + comma
      + (isCertified ? Words.certification : Words.noCertification)[language]
  }

  private func omitted(_ hops: Int) -> String {
    var buffer = TextBuffer()
    buffer.append("… ")
    buffer.append(count: UInt64(max(0, hops)), .hops, language)
    buffer.append(" …")
    return buffer.text
  }

  private func name(_ x: OperatorIndex) -> String {
    var buffer = TextBuffer()
    messages.append(operator: x, escaping, to: &buffer)
    return buffer.text
  }
}
