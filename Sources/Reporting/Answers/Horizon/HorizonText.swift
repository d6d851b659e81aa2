import Audit
import Bytes
import Decisions
import Numbering

/// What is about to change, for people: by day and by what takes effect.
struct HorizonText {
  /// How many findings of one event, and how many lines of a table, are shown unless all are asked for.
  private static let (findingsShown, linesShown) = (3, 20)

  let horizon: Horizon
  let context: ReportContext
  private let subjects: HorizonSubjects

  init(horizon: Horizon, context: ReportContext) {
    self.horizon = horizon
    self.context = context
    subjects = HorizonSubjects(horizon, context.language)
  }

  private var language: Language { context.language }

  /// - Complexity: O(*n*) in what is listed.
  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    appendHead(to: &page)
    page.heading(HorizonWords.changes[language], underline: "-")
    if horizon.groups.isEmpty { page.line(HorizonWords.nothing[language]) }
    try FindingColumns.of(horizon.audit.merged) { (columns) throws(OutputError) in
      let messages = MessageWriter(horizon.audit.merged, columns, language: language)
      var members = HorizonMembers(horizon)
      var day: Day?
      for (place, group) in horizon.groups.enumerated() {
        if group.event.day != day {
          day = group.event.day
          page.line(page.styled(described(group.event.day), .bold))
          let ofDay = horizon.groups[place...].prefix { $0.event.day == day }
          members.look(at: ofDay.flatMap { shown($0) })
        }
        append(group, members, messages, to: &page)
        if page.buffer.count > 1 << 16 {
          try output.write(page.buffer)
          page.removeAll()
        }
      }
    }
    page.line()
    appendRenewals(to: &page)
    appendLinks(to: &page)
    page.line(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  private func appendHead(to page: inout TextPage) {
    page.heading(HorizonWords.title[language], underline: "=")
    let span =
      language == .ja
      ? "\(described(horizon.last))まで（\(horizon.within)日間）"
      : "\(horizon.within), to \(horizon.last)"
    var rows = [
      (HorizonWords.seen, described(horizon.day)), (HorizonWords.span, span),
      (Words.dataset, visible(context.dataset)), (Words.tool, "banken \(context.toolVersion)"),
      (HorizonWords.result, verdict),
    ]
    if let redaction = context.redaction {
      rows.insert((RedactionWords.label, redaction.note[language]), at: 3)
    }
    let column = rows.map { DisplayWidth.of($0.0[language]) }.max() ?? 0
    for (label, value) in rows {
      page.paragraph(value, first: TextPage.pad(label[language], to: column + 2), indent: column + 2)
    }
    if context.inputs.contains(where: { $0.rejected > 0 }) || context.isLenient {
      page.line()
      page.paragraph(
        LenientReading(context, language).sentences, first: page.styled("!! ", .yellow), indent: 3)
    }
    page.line()
    page.paragraph(HorizonWords.assumption[language])
    page.line()
  }

  private var verdict: String {
    let starts = horizon.groups.reduce(0) { $0 + $1.starts }
    let ends = horizon.groups.reduce(0) { $0 + $1.ends }
    let renewals = horizon.renewals.count
    // Rules left out on purpose are no lack.
    let skipped = horizon.audit.merged.outcomes.count { outcome in
      outcome.notEvaluated.map { $0 != .off && $0 != .notSelected } ?? false
    }
    if language == .ja {
      return "始まる指摘 \(grouped(starts))件、終わる指摘 \(grouped(ends))件、更新の期限 \(grouped(renewals))件"
        + (skipped > 0 ? "、判定不能 \(skipped)ルール" : "")
    }
    return
      "\(noun(starts, .findings)) start\(starts == 1 ? "s" : ""), \(grouped(ends)) end\(ends == 1 ? "s" : ""); "
      + "\(grouped(renewals)) renewal\(renewals == 1 ? "" : "s") due"
      + (skipped > 0 ? "; \(skipped) rule\(skipped == 1 ? "" : "s") not evaluated" : "")
  }

  /// The changes of an event that are told one by one.
  private func shown(_ group: Horizon.Group) -> ArraySlice<Horizon.Change> {
    horizon.changes[group.changes].prefix(context.showsAll ? group.changes.count : Self.findingsShown)
  }

  private func append(
    _ group: Horizon.Group, _ members: HorizonMembers, _ messages: MessageWriter, to page: inout TextPage
  ) {
    let subject = subjects.text(of: group.event)
    let kind = subjects.kind(of: group.event)
    var head = kind + (subject.isEmpty ? "" : (language == .ja ? "：" : ": ") + subject)
    if let source = subjects.source(of: group.event) {
      head += "  " + page.styled("\(visible(source.file)):\(source.line)", .faint)
    }
    page.paragraph(head, first: "  ", indent: 4)
    page.paragraph(hanging(group), first: "    ", indent: 6)
    let shown = shown(group)
    for change in shown { append(change, members.members(of: change), messages, to: &page) }
    if group.changes.count > shown.count {
      let more = group.changes.count - shown.count
      page.line(
        language == .ja ? "    ほか\(grouped(more))件（--all ですべて表示）" : "    \(grouped(more)) more (--all)")
    }
  }

  /// What hangs on an event, in one line.
  private func hanging(_ group: Horizon.Group) -> String {
    if language == .ja {
      var parts: [String] = []
      if group.starts > 0 { parts.append("始まる指摘 \(grouped(group.starts))件") }
      if group.ends > 0 { parts.append("終わる指摘 \(grouped(group.ends))件") }
      if group.provisions > 0 {
        parts.append("番号提供 \(grouped(group.provisions))件・番号 \(count(group.numbers))")
      }
      if group.operators > 0 { parts.append("事業者 \(grouped(group.operators))") }
      return parts.joined(separator: "、")
    }
    var parts: [String] = []
    if group.starts > 0 {
      parts.append("\(noun(group.starts, .findings)) start\(group.starts == 1 ? "s" : "")")
    }
    if group.ends > 0 { parts.append("\(noun(group.ends, .findings)) end\(group.ends == 1 ? "s" : "")") }
    if group.provisions > 0 {
      parts.append("\(noun(group.provisions, .provisions)) with \(numbers(group.numbers))")
    }
    if group.operators > 0 { parts.append(noun(group.operators, .operators)) }
    return parts.joined(separator: ", ")
  }

  private func append(
    _ change: Horizon.Change, _ members: HorizonMembers.Members, _ messages: MessageWriter,
    to page: inout TextPage
  ) {
    let finding = members.finding
    var sentence = TextBuffer()
    messages.append(finding, members.refers, .cut(columns: FindingEntry.nameColumns), to: &sentence)
    let severity = finding.severity.term(finding.rule.basis)[language]
    let word = (change.starts ? HorizonWords.starts : HorizonWords.ends)[language]
    let mark = change.starts ? "+ " : "- "
    let label = language == .ja ? "\(word)【\(severity)】" : "\(word) [\(severity)] "
    let style: TextPage.Style = change.starts ? finding.severity.style : .faint
    page.paragraph(sentence.text, first: "    " + mark + page.styled(label, style), indent: 6)
  }

  private func appendRenewals(to page: inout TextPage) {
    page.heading(HorizonWords.renewalsByDay[language], underline: "-")
    if horizon.renewals.isEmpty { page.line(HorizonWords.noRenewals[language]) }
    let shown = context.showsAll ? horizon.renewals.count : Self.linesShown
    for renewal in horizon.renewals.prefix(shown) {
      let kind = subjects.kind(of: renewal.event)
      let hanging =
        renewal.findings == 0
        ? ""
        : language == .ja
          ? "（始まる指摘 \(grouped(renewal.findings))件）"
          : " (\(noun(renewal.findings, .findings)) start\(renewal.findings == 1 ? "s" : ""))"
      page.paragraph(
        "\(kind)\(language == .ja ? "：" : ": ")\(subjects.text(of: renewal.event))\(hanging)",
        first: "  \(renewal.last)  ", indent: 14)
    }
    appendRest(horizon.renewals.count - shown, to: &page)
    page.line()
  }

  private func appendLinks(to page: inout TextPage) {
    page.heading(HorizonWords.links[language], underline: "-")
    if horizon.weakestLinks == nil {
      page.line(HorizonWords.noLevels[language])
    } else if horizon.weakestLinks?.isEmpty == true {
      page.line(HorizonWords.noLinks[language])
    }
    let links = horizon.weakestLinks ?? []
    let shown = context.showsAll ? links.count : Self.linesShown
    for link in links.prefix(shown) {
      let kind = subjects.kind(of: link.event)
      let hanging =
        language == .ja
        ? "（流通経路 \(grouped(link.chains))本、番号 \(count(link.numbers))）"
        : " (\(grouped(link.chains)) chain\(link.chains == 1 ? "" : "s"), \(numbers(link.numbers)))"
      page.paragraph(
        "\(kind)\(language == .ja ? "：" : ": ")\(subjects.text(of: link.event))\(hanging)",
        first: "  \(link.event.day)  ", indent: 14)
    }
    appendRest(links.count - shown, to: &page)
    page.line()
  }

  private func appendRest(_ more: Int, to page: inout TextPage) {
    guard more > 0 else { return }
    page.line(language == .ja ? "  ほか\(grouped(more))件（--all ですべて表示）" : "  \(grouped(more)) more (--all)")
  }

  private func described(_ day: Day) -> String { language == .ja ? day.japanese : day.description }

  private func count(_ number: UInt64) -> String {
    var buffer = TextBuffer()
    buffer.append(grouped: number)
    return buffer.text
  }

  /// A count of telephone numbers in English: `1 number`.
  private func numbers(_ number: UInt64) -> String { count(number) + (number == 1 ? " number" : " numbers") }

  private func noun(_ number: Int, _ noun: CountNoun) -> String {
    var buffer = TextBuffer()
    buffer.append(count: UInt64(number), noun, language)
    return buffer.text
  }
}
