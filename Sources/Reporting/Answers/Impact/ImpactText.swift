import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// The answer of `impact` for people: what comes to it in one line, whose chains break, whom to tell, which findings.
struct ImpactText {
  /// How many operators of a list are named unless all are asked for.
  static let namedAtMost = 10

  let impact: Impact
  let context: ReportContext

  private var language: Language { context.language }

  /// - Complexity: O(*n*) in findings that appear and vanish, most of it only when all are listed.
  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    QuestionHead(
      title: ImpactWords.title(impact.event), day: impact.state.day, subjects: subjects,
      answer: ImpactAnswer(impact: impact, language: language).line
    ).append(to: &page, context)
    if !impact.ended.isNothing {
      try ImpactChains(impact: impact, context: context).append(to: &page, output)
      try ImpactNotices(impact: impact, context: context).append(to: &page, output)
      appendRules(to: &page)
      try output.write(page.buffer)
      page.removeAll()
      try write(
        impact.appearing, ImpactWords.appearing, ImpactWords.appearingWaived, asksToAct: true, to: output)
      try write(
        impact.vanishing, ImpactWords.vanishing, ImpactWords.vanishingWaived, asksToAct: false, to: output)
      page.paragraph(ImpactWords.hypothetical[language])
    }
    page.paragraph(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  private func write(
    _ audit: DayAudit, _ heading: Phrase, _ waivedHeading: Phrase, asksToAct: Bool, to output: any Output
  ) throws(OutputError) {
    if audit.outcomes.allSatisfy({ $0.results.findings.isEmpty }) { return }
    let list = FindingList(
      audit: audit, context: context, heading: heading, waivedHeading: waivedHeading, asksToAct: asksToAct)
    try list.write(to: output)
  }

  // MARK: Head

  private var subjects: [(Phrase, String)] {
    let chain = impact.state.chain
    var rows = [(ImpactWords.operatorLabel, chain.shownName(impact.operatorIndex, language))]
    let others = impact.operators.filter { $0 != impact.operatorIndex }
    if !others.isEmpty {
      var names = others.prefix(context.showsAll ? Int.max : Self.namedAtMost).map {
        chain.shownName($0, language)
      }
      if others.count > names.count { names.append(ImpactWords.more(others.count - names.count, language)) }
      let list = names.joined(separator: language == .ja ? "、" : ", ")
      rows.append((ImpactWords.samePerson, list + ImpactWords.befallenToo[language]))
    }
    rows.append((ImpactWords.standing, standing))
    if !impact.ended.isNothing {
      rows.append((ImpactWords.ends, ImpactWords.ended(impact.ended, impact.event, language)))
    }
    return rows
  }

  /// Both storeys as they stand, all categories of approval together.
  private var standing: String {
    let standing = OperatorStanding(of: impact.operatorIndex, in: impact.state)
    let tables = impact.state.chain.tables
    var parts = [standing.registration.term[language]]
    if !standing.isUser {
      let approved = Category.allCases.filter { standing.approval(in: $0).standing == .approved }
      let names = approved.map { $0.term[language] }
      let list =
        approved.count == Category.allCases.count
        ? Words.allCategories[language] : names.joined(separator: language == .ja ? "・" : ", ")
      if approved.isEmpty, !tables.isPresent(.approvals) {
        parts.append(ImpactWords.unknown(ImpactWords.approvalSubject, without: .approvals)[language])
      } else if approved.isEmpty {
        parts.append(standing.withoutApproval[language])
      } else {
        parts.append(
          language == .ja ? "\(Words.approval.ja)（\(list)）" : "\(Words.approval.en) (\(list))")
      }
    }
    if standing.isUser || tables.isPresent(.certifications) {
      parts.append(standing.secondStorey(language))
    } else {
      parts.append(ImpactWords.unknown(ImpactWords.certificationSubject, without: .certifications)[language])
    }
    return parts.joined(separator: language == .ja ? "、" : ", ")
  }

  // MARK: Rules

  private func appendRules(to page: inout TextPage) {
    page.heading(ImpactWords.changes[language], underline: "-")
    let changed = impact.rules.filter(\.isChanged)
    let all: [(Phrase, (RuleDifference) -> Int)] = [
      (ImpactWords.appear, { $0.appear }), (ImpactWords.vanish, { $0.vanish }),
      (ImpactWords.grown, { $0.grown }), (ImpactWords.shrunk, { $0.shrunk }),
      (ImpactWords.raised, { $0.raised }), (ImpactWords.lowered, { $0.lowered }),
      (ImpactWords.appearUnderWaiver, { $0.appearWaived }),
      (ImpactWords.vanishUnderWaiver, { $0.vanishWaived }),
    ]
    // The first two always, the others where they say something.
    let columns = all.enumerated().filter { place, column in
      place < 2 || changed.contains { column.1($0) > 0 }
    }.map(\.element)
    let widths = columns.map { max(10, DisplayWidth.of($0.0[language])) }
    if changed.isEmpty {
      page.line(ImpactWords.noChanges[language])
    } else {
      let labels = TextPage.cells(columns.map { $0.0[language] }, widths)
      page.line(page.styled(TextPage.pad(Words.rule[language], to: 28) + labels, .faint))
    }
    for rule in changed {
      let counts = columns.map { grouped($0.1(rule)) }
      page.line(TextPage.pad(rule.rule.name, to: 28) + TextPage.cells(counts, widths))
    }
    let skipped = impact.unjudged
    if !skipped.isEmpty {
      page.line()
      page.line(page.styled(Words.notEvaluated[language], .bold))
    }
    for rule in skipped {
      guard let reason = rule.notEvaluated else { continue }
      page.paragraph(
        reason.explanation[language], first: TextPage.pad("  " + rule.rule.name, to: 30), indent: 30)
    }
    page.line()
  }
}
