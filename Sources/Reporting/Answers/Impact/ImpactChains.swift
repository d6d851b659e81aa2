import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// Whose last chain of certified operators breaks, and who keeps one.
struct ImpactChains {
  let impact: Impact
  let context: ReportContext

  private var language: Language { context.language }

  func append(to page: inout TextPage, _ output: any Output) throws(OutputError) {
    page.heading(ImpactWords.chains[language], underline: "-")
    if impact.event == .approval {
      page.paragraph(ImpactWords.approvalKeepsChains[language])
    } else if let reason = impact.levelsLacking {
      page.paragraph("\(Words.notEvaluated[language]): \(reason.explanation[language])")
    } else if impact.losses.isEmpty {
      page.paragraph(ImpactWords.noChains[language])
    } else {
      appendTable(to: &page)
      for loss in impact.losses where !loss.lost.isEmpty {
        try append(ImpactWords.losers, loss, loss.lost.map { ($0, nil) }, to: &page, output)
      }
      for loss in impact.losses where loss.keptLosingNumbers != 0 {
        try append(ImpactWords.losingKeepers, loss, loss.losingKeepers, to: &page, output)
      }
      appendItself(to: &page)
      page.paragraph(ImpactWords.chainsNote[language])
    }
    page.line()
  }

  private func appendTable(to page: inout TextPage) {
    let labels = [ImpactWords.lose, Words.numbers, ImpactWords.keep, Words.numbers, ImpactWords.losing]
    let widths = [10, 12, 10, 12, 18]
    let categoryWidth = 22
    let head = TextPage.pad(Words.category[language], to: categoryWidth)
    page.line(page.styled(head + TextPage.cells(labels.map { $0[language] }, widths), .faint))
    for loss in impact.losses {
      let cells = [
        grouped(loss.lost.count), grouped(loss.lostNumbers), grouped(loss.kept.count),
        grouped(loss.keptNumbers),
        loss.keptLosingNumbers.map { grouped($0) } ?? Words.notEvaluated[language],
      ]
      let category = TextPage.pad(loss.category.term[language], to: categoryWidth)
      page.line(category + TextPage.cells(cells, widths))
    }
  }

  /// In which categories operators of the person have no such chain any more.
  private func appendItself(to page: inout TextPage) {
    let categories = impact.losses.filter { !$0.itself.isEmpty }.map { $0.category.term[language] }
    if categories.isEmpty { return }
    let list = categories.joined(separator: language == .ja ? "、" : ", ")
    page.paragraph("\(ImpactWords.itself[language]): \(list)", first: "  ", indent: 4)
  }

  /// The first names in one paragraph, with numbers where there are; where all are asked for, one to a line.
  private func append(
    _ heading: Phrase, _ loss: CategoryLoss, _ operators: [(OperatorIndex, UInt64?)],
    to page: inout TextPage, _ output: any Output
  ) throws(OutputError) {
    if operators.isEmpty { return }
    let chain = impact.state.chain
    let category = loss.category.term[language]
    let label = language == .ja ? "\(heading.ja)（\(category)）:" : "\(heading.en) (\(category)):"
    func shown(_ entry: (x: OperatorIndex, numbers: UInt64?)) -> String {
      let name = chain.shownName(entry.x, language)
      guard let numbers = entry.numbers else { return name }
      var count = TextBuffer()
      count.append(count: numbers, .numbers, language)
      return "\(name) \(count.text)"
    }
    if context.showsAll {
      page.line("  " + label)
      for entry in operators {
        page.paragraph(shown(entry), first: "    ", indent: 6)
        try page.flush(to: output)
      }
      return
    }
    var names = operators.prefix(ImpactText.namedAtMost).map(shown)
    if operators.count > names.count {
      names.append(ImpactWords.more(operators.count - names.count, language))
    }
    page.paragraph(
      names.joined(separator: language == .ja ? "、" : ", "), first: "  \(label) ", indent: 4)
  }
}

extension CategoryLoss {
  /// Those that keep a chain but have numbers that lose theirs, with how many; most first, equal ones in file order.
  var losingKeepers: [(OperatorIndex, UInt64?)] {
    zip(kept, keptLosing ?? []).filter { $1 > 0 }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { ($0, $1) }
  }
}

/// Whom to tell: first those that hear it from nobody else.
struct ImpactNotices {
  let impact: Impact
  let context: ReportContext

  private var language: Language { context.language }

  func append(to page: inout TextPage, _ output: any Output) throws(OutputError) {
    page.heading(ImpactWords.tell[language], underline: "-")
    if impact.notified.isEmpty { page.line(ImpactWords.tellNobody[language]) }
    if impact.knowsCertification {
      try append(impact.notified.filter { !$0.isCertified }, ImpactWords.uncertified, to: &page, output)
      let certified = ImpactWords.certified(impact.event, impact.ended)
      try append(impact.notified.filter(\.isCertified), certified, to: &page, output)
    } else {
      try append(impact.notified, ImpactWords.unknownCertified, to: &page, output)
    }
    if !impact.notified.isEmpty { page.paragraph(ImpactWords.tellTable[language]) }
    page.line()
  }

  private func append(
    _ group: [NotifiedOperator], _ heading: Phrase, to page: inout TextPage, _ output: any Output
  ) throws(OutputError) {
    if group.isEmpty { return }
    var count = TextBuffer()
    count.append(count: UInt64(group.count), .operators, language)
    let title = language == .ja ? "■ \(heading.ja) \(count.text)" : "# \(heading.en), \(count.text)"
    page.paragraph(page.styled(title, .bold), indent: 2)
    let limit = context.showsAll ? Int.max : ImpactText.namedAtMost
    for entry in group.prefix(limit) {
      let name = impact.state.chain.shownName(entry.operatorIndex, language)
      page.paragraph("\(name)\(language == .ja ? "：" : ": ")\(relation(of: entry))", first: "  ", indent: 4)
      try page.flush(to: output)
    }
    if group.count > limit { page.line("  " + ImpactWords.more(group.count - limit, language)) }
  }

  /// What it has to do with the operator.
  private func relation(of entry: NotifiedOperator) -> String {
    var parts: [String] = []
    func count(_ number: UInt64) -> String {
      var buffer = TextBuffer()
      buffer.append(count: number, .numbers, language)
      return buffer.text
    }
    if let numbers = entry.provides {
      parts.append(language == .ja ? "卸元（\(count(numbers))を提供）" : "supplier (provides \(count(numbers)))")
    }
    if let numbers = entry.receives {
      let role = entry.isUser ? Phrase(ja: "利用者", en: "user") : Phrase(ja: "卸先", en: "recipient")
      parts.append(
        language == .ja
          ? "\(role.ja)（\(count(numbers))の提供を受ける）" : "\(role.en) (receives \(count(numbers)))")
    }
    if !entry.loses.isEmpty {
      let categories = Category.allCases.filter { entry.loses.has($0) }.map { $0.term[language] }
      parts.append(
        language == .ja
          ? "経路を失う（\(categories.joined(separator: "、"))）"
          : "loses its last chain of certified operators (\(categories.joined(separator: ", ")))")
    }
    return parts.joined(separator: language == .ja ? "、" : ", ")
  }
}
