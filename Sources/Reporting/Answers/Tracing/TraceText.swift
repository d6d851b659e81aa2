import Bytes
import Decisions
import Numbering
import SupplyChain

/// Traced numbers for people: whom to ask, then each number with the hands it is in.
struct TraceText {
  /// More numbers than this get a line each instead of a section, unless all are asked for.
  static let shownNumbers = 20
  /// How many lines a table has unless all are asked for.
  static let shownLines = 100
  /// How many provisions known by count only are named at the end of a trail unless all are asked for.
  private static let shownCounted = 5

  let numbers: [TelephoneNumber]
  let facts: TraceFacts
  let context: ReportContext

  private var language: Language { context.language }
  private var tables: Tables { facts.tables }

  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    let asked = TraceTally(numbers, facts)
    let answer =
      numbers.count == 1
      ? numbers.map { facts.summary(facts.tracer.trace($0)) }.joined() : asked.answer(language)
    QuestionHead(
      title: TraceWords.title, day: facts.tracer.state.day, subjects: subjects, answer: answer
    ).append(to: &page, context)
    MissingTables(tables, .standings).append(to: &page, language)
    if numbers.count > 1 { asked.append(to: &page, facts, showsAll: context.showsAll) }
    if numbers.count > Self.shownNumbers, !context.showsAll {
      appendTable(to: &page)
    } else {
      for number in numbers {
        append(facts.tracer.trace(number), to: &page)
        if page.buffer.count > 1 << 16 {
          try output.write(page.buffer)
          page.removeAll()
        }
      }
    }
    page.line(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  private var subjects: [(Phrase, String)] {
    if let only = numbers.first, numbers.count == 1 {
      return [
        (
          TraceWords.numbers,
          "\(facts.names.numbers.digits(only))\(language == .ja ? "　" : "  ")\(only.category.term[language])"
        )
      ]
    }
    return [(TraceWords.numbers, grouped(numbers.count))]
  }

  // MARK: One number

  private func append(_ trace: NumberTrace, to page: inout TextPage) {
    let number = trace.number
    if numbers.count > 1 {
      page.heading(
        "\(facts.names.numbers.digits(number))\(language == .ja ? "　" : "  ")\(number.category.term[language])",
        underline: "-")
    }
    let holders = trace.origins.filter { $0.kind == .designation }.map(\.operatorIndex)
    if holders.count > 1 {
      page.paragraph(
        TraceWords.overlap(facts.names.names(holders))[language], first: page.styled("!! ", .yellow),
        indent: 3)
    }
    TraceTree(facts: facts, showsAll: context.showsAll).append(trace, to: &page)
    if trace.designations.isEmpty { appendNearby(number, to: &page) }
    let told = context.showsAll ? trace.ends.count : TraceFacts.toldEnds
    for end in trace.ends.prefix(told) {
      field(TraceWords.ends, facts.words(for: end, of: trace), to: &page)
      appendCounted(at: end, of: trace, to: &page)
    }
    if trace.ends.count > told {
      let more = TraceWords.more(trace.ends.count - told)[language]
      field(TraceWords.ends, more + (language == .ja ? "（--all ですべて表示）" : " (--all lists them)"), to: &page)
    }
    let suspensions = trace.suspensions.map(facts.names.restriction)
    field(
      TraceWords.restrictions,
      suspensions.isEmpty
        ? (facts.hasRestrictions ? TraceWords.notSuspended : OperatorStanding.notEvaluated(.restrictions))[
          language] : suspensions.joined(separator: language == .ja ? "、" : "; "),
      style: suspensions.isEmpty ? .plain : .yellow, to: &page)
    field(TraceWords.askNext, facts.ask(trace, showsAll: context.showsAll), style: .bold, to: &page)
    page.line()
  }

  private func field(
    _ label: Phrase, _ text: String, style: TextPage.Style = .plain, to page: inout TextPage
  ) {
    let labels = [TraceWords.ends, TraceWords.restrictions, TraceWords.askNext]
    let column = labels.map { DisplayWidth.of($0[language]) }.max() ?? 0
    page.paragraph(
      page.styled(text, style), first: TextPage.pad(label[language], to: column + 2), indent: column + 2)
  }

  /// The provisions in which a number may hide.
  private func appendCounted(at end: TraceEnd, of trace: NumberTrace, to page: inout TextPage) {
    let counted = facts.counted(at: end, of: trace.number)
    let shown = context.showsAll ? counted.provisions.count : Self.shownCounted
    for p in counted.provisions.prefix(shown) {
      var line = TextBuffer()
      line.append("\(facts.names.provision(p)) → ")
      line.append(facts.names.name(tables.provisions.recipients[Int(p)]))
      line.append(language == .ja ? "、" : ", ")
      line.append(count: tables.provisions.numbers[Int(p)], .numbers, language)
      line.append((language == .ja ? "、" : ", ") + facts.period(of: p).words(language))
      page.paragraph(line.text, first: "  ? ", indent: 6)
    }
    let rest = counted.provisions.count - shown
    if rest > 0 {
      page.line(
        language == .ja
          ? "  ? ほか\(grouped(rest))件（--all ですべて表示）" : "  ? and \(grouped(rest)) more (--all lists them)")
    }
  }

  /// The blocks nearest to a number that no designation contains.
  private func appendNearby(_ number: TelephoneNumber, to page: inout TextPage) {
    let near = facts.tracer.designations(near: number)
    var lines = near.onOtherDays.map {
      (Phrase(ja: "別の日の番号指定", en: "designated on other days"), facts.designation($0))
    }
    if let row = near.below {
      lines.append((Phrase(ja: "すぐ下の番号指定", en: "nearest designation below"), facts.designation(row)))
    }
    if let row = near.above {
      lines.append((Phrase(ja: "すぐ上の番号指定", en: "nearest designation above"), facts.designation(row)))
    }
    if lines.isEmpty, facts.hasDesignations {
      page.paragraph(
        language == .ja ? "この種別の番号指定は台帳にない。" : "The ledger has no designation of this category.")
    }
    for (label, text) in lines { page.paragraph("\(label[language]): \(text)", indent: 2) }
  }

  // MARK: Many numbers

  private func appendTable(to page: inout TextPage) {
    page.heading(TraceWords.eachNumber[language], underline: "-")
    let head = TraceWords.tableHead
    page.line(
      page.styled(
        TextPage.pad(head.number[language], to: 16) + TextPage.pad(head.hops[language], to: 6, right: true)
          + "  " + head.end[language], .faint))
    for number in numbers.prefix(Self.shownLines) {
      let trace = facts.tracer.trace(number)
      var told = trace.ends.prefix(TraceFacts.toldEnds).map { end in
        let reason = TraceWords.reason(end.reason, hasDesignations: facts.hasDesignations)[language]
        let names = facts.names.names(end.operators, atMost: 2)
        return names.isEmpty ? reason : language == .ja ? "\(names)、\(reason)" : "\(names), \(reason)"
      }
      let rest = trace.ends.count - told.count
      if rest > 0 { told.append(TraceWords.more(rest)[language]) }
      var ends = told.joined(separator: language == .ja ? "；" : "; ")
      if !trace.suspensions.isEmpty { ends += language == .ja ? "【停止】" : " [suspended]" }
      page.paragraph(
        ends,
        first: TextPage.pad(facts.names.numbers.digits(number), to: 16)
          + TextPage.pad(grouped(trace.hops.count), to: 6, right: true) + "  ", indent: 24)
    }
    let rest = numbers.count - Self.shownLines
    if rest > 0 {
      page.line(language == .ja ? "… ほか\(grouped(rest))番号" : "… and \(grouped(rest)) more numbers")
    }
    page.line(
      language == .ja ? "--all は番号ごとの経路をすべて表示する。" : "--all shows the whole trail of each number.")
    page.line()
  }
}
