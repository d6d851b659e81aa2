import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// What came of a candidate, for people.
struct ScreenText {
  private let screening: PartnerScreening
  private let context: ReportContext
  private let words: ScreenSentences
  private var language: Language { context.language }

  /// How many consequences are listed unless all are asked for.
  private static let shownConsequences = 10

  init(_ screening: PartnerScreening, _ context: ReportContext) {
    self.screening = screening
    self.context = context
    let (chain, caps) = (screening.state.chain, screening.caps)
    words = ScreenSentences(chain: chain, caps: caps, language: context.language)
  }

  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    appendHead(to: &page)
    let (before, after) = (screening.difference.before, screening.difference.after)
    FindingColumns.of(after) { columns in
      let entry = FindingEntry(audit: after, columns, context: context, candidate: candidateRow)
      var routes = RouteFinder(after.state)
      append(ScreenWords.reasons, screening.reasons, entry, &routes, to: &page)
      if !screening.waived.isEmpty { append(ScreenWords.waived, screening.waived, entry, &routes, to: &page) }
    }
    UnevaluatedText(rules: screening.cautions.notEvaluated, language: language).append(to: &page)
    appendCaps(to: &page)
    appendLater(to: &page)
    FindingColumns.of(before) { old in
      FindingColumns.of(after) { new in
        appendConsequences(
          MessageWriter(before, old, language: language),
          MessageWriter(after, new, language: language, candidate: candidateRow), to: &page)
      }
    }
    appendConfirmations(to: &page)
    PartnerText(screening, words, context).append(to: &page)
    page.paragraph(ScreenWords.freeDecision[language])
    page.line()
    page.line(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  /// It stands last in the edited ledger.
  private var candidateRow: ProvisionIndex {
    ProvisionIndex(screening.difference.before.state.chain.tables.provisions.count)
  }

  // MARK: - Head

  private func appendHead(to page: inout TextPage) {
    page.heading(ScreenWords.title[language], underline: "=")
    let candidate = screening.candidate
    let rows = [
      (ScreenWords.supplier, words.name(candidate.supplier)),
      (ScreenWords.recipient, words.name(candidate.recipient)),
      (ScreenWords.numbers, words.numbers(candidate)),
      (ScreenWords.period, words.period(candidate)),
      (ScreenWords.contract, candidate.contract.term[language]),
    ]
    AnswerPage(context).append(rows, day: candidate.startsOn, to: &page)
    if let found = screening.designation, let note = words.designation(found, of: candidate) {
      page.paragraph(note, first: page.styled("!! ", .yellow), indent: 3)
      page.line()
    }
    let answer = screening.answer
    let verdict = words.label(answer.verdict, hidden: screening.cautions.hidden)
    page.line(page.styled("\(Words.verdict[language]): \(verdict)", .bold))
    page.paragraph(words.meaning(of: screening))
    page.line(words.tally(answer.reasons.map(\.severity), waived: answer.waived.count))
    let headroom = words.headroom(of: screening)
    page.paragraph(headroom.text, first: "\(headroom.label): ", indent: 2)
    for caution in words.cautions(screening.cautions, of: candidate, designation: false) {
      page.paragraph(caution, first: page.styled("!! ", .yellow), indent: 3)
    }
    page.line()
  }

  // MARK: - Reasons

  private func append(
    _ heading: Phrase, _ entries: [AuditDifference.Entry], _ entry: FindingEntry, _ routes: inout RouteFinder,
    to page: inout TextPage
  ) {
    page.heading(heading[language], underline: "-")
    if entries.isEmpty { page.line(ScreenWords.noReasons[language]) }
    var number = 0
    for severity in Severity.allCases.reversed() {
      for reason in entries {
        guard let found = screening.difference.finding(of: reason), found.finding.severity == severity else {
          continue
        }
        number += 1
        entry.append(found.finding, of: found.results, number: number, routes: &routes, to: &page)
        page.paragraph(
          reason.rule.candidateRemedy[language], first: "   \(Words.remedy[language]): ", indent: 5)
      }
    }
    page.line()
  }

  // MARK: - Caps and days to come

  private func appendCaps(to page: inout TextPage) {
    page.heading(ScreenWords.caps[language], underline: "-")
    let rooms = screening.headrooms
    if rooms.isEmpty { page.paragraph(words.noCaps(screening.cautions)) }
    let names = rooms.map { words.cap($0.cap) }
    let head = ScreenWords.capHead
    let idWidth = (names + [head.cap[language]]).map { DisplayWidth.of($0) }.max() ?? 0
    let scopeWidth = 22
    func line(_ cells: [String]) -> String {
      TextPage.pad(cells[0], to: idWidth + 2) + TextPage.pad(cells[1], to: scopeWidth)
        + cells[2...].map { TextPage.pad($0, to: 16, right: true) }.joined()
    }
    if !rooms.isEmpty {
      let titles = [head.cap, head.scope, head.maximum, head.now, head.room].map { $0[language] }
      page.line(page.styled(line(titles), .faint))
    }
    for (room, name) in zip(rooms, names) {
      let cells = [
        name, room.scope.term[language], grouped(room.maximum), grouped(room.numbers), grouped(room.headroom),
      ]
      page.line(line(cells))
    }
    page.line()
  }

  private func appendLater(to page: inout TextPage) {
    page.heading(ScreenWords.later[language], underline: "-")
    for change in screening.outlook.changes { page.paragraph(words.change(change), indent: 12) }
    page.paragraph(words.lasting(screening.outlook))
    page.line()
  }

  // MARK: - Consequences

  private func appendConsequences(_ old: MessageWriter, _ new: MessageWriter, to page: inout TextPage) {
    let count = screening.consequenceCount
    page.heading(ScreenWords.consequences[language], underline: "-")
    if count == 0 {
      page.line(ScreenWords.none[language])
      page.line()
      return
    }
    let limit = context.showsAll ? Int.max : Self.shownConsequences
    for consequence in screening.consequences.prefix(limit) {
      guard let found = screening.difference.finding(of: consequence) else { continue }
      let refers = found.audit.references(of: found.finding, in: found.results)
      var sentence = TextBuffer()
      let writer = consequence.after == nil ? old : new
      writer.append(found.finding, refers, .cut(columns: FindingEntry.nameColumns), to: &sentence)
      let change = consequence.change.map { $0.term[language] } ?? ""
      let severity = found.finding.severity.term(consequence.rule.basis)[language]
      let label = language == .ja ? "・\(change)【\(severity)】" : "- \(change) [\(severity)] "
      page.paragraph(sentence.text, first: label, indent: 2)
    }
    let shown = min(limit, screening.consequences.count)
    if shown < count {
      let rest = grouped(count - shown)
      page.line(language == .ja ? "…ほか\(rest)件" : "… and \(rest) more")
    }
    page.line(ScreenWords.consequencesNote[language])
    page.line()
  }

  // MARK: - Before signing

  private func appendConfirmations(to page: inout TextPage) {
    page.heading(ScreenWords.before[language], underline: "-")
    if screening.confirmations.isEmpty { page.line(ScreenWords.nothingToConfirm[language]) }
    for item in screening.confirmations {
      page.paragraph(item.sentence[language], first: "[ ] ", indent: 4)
    }
    for gap in screening.gaps {
      page.paragraph(words.gap(gap, of: screening.candidate), first: "[ ] ", indent: 4)
    }
    page.line()
  }
}
