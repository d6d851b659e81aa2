import Bytes
import Decisions
import Numbering
import SupplyChain

/// Through whose hands numbers went, for people: a line for each custody.
struct HistoryText {
  let numbers: [TelephoneNumber]
  let tracer: CustodyTracer
  let suspensions: NumberSuspensions
  let chain: SupplyChain
  /// The day of which it tells who has a number.
  let today: Day
  let names: LedgerNames
  let context: ReportContext

  private var language: Language { context.language }
  private var tables: Tables { names.tables }

  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    QuestionHead(
      title: TraceWords.historyTitle, day: nil, subjects: [(TraceWords.numbers, grouped(numbers.count))],
      answer: answer
    ).append(to: &page, context)
    page.paragraph(TraceWords.rangesOnly[language])
    page.line()
    MissingTables(tables, .custody).append(to: &page, language)
    for number in numbers {
      append(tracer.history(of: number), to: &page)
      if page.buffer.count > 1 << 16 {
        try output.write(page.buffer)
        page.removeAll()
      }
    }
    page.line(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  /// Who has the number today, or of how many numbers that is on record.
  private var answer: String {
    if let only = numbers.first, numbers.count == 1 { return inHand(tracer.history(of: only)) }
    let held = numbers.count { number in
      tracer.history(of: number).custody.contains { $0.days.contains(today.ordinal) }
    }
    return language == .ja
      ? "\(today)に手元にある者の記載がある番号 \(grouped(held))／\(grouped(numbers.count))"
      : "\(grouped(held)) of \(grouped(numbers.count)) numbers are in the hands of somebody on record on \(today)"
  }

  private func inHand(_ history: NumberHistory) -> String {
    let held = history.custody.filter { $0.days.contains(today.ordinal) }
    if held.isEmpty, let gap = history.gaps.first(where: { $0.days.contains(today.ordinal) }),
      gap.reason == .circle
    {
      return "\(today): \(words(for: gap, of: history, on: today))"
    }
    var told = held.prefix(TraceFacts.toldEnds).map { custody in
      let days = custody.days.words(language)
      return names.name(custody.operatorIndex) + (language == .ja ? "（\(days)）" : " (\(days))")
    }
    if held.count > told.count { told.append(TraceWords.more(held.count - told.count)[language]) }
    return TraceWords.inHand(on: today, told.joined(separator: language == .ja ? "、" : "; "))[language]
  }

  /// Why nobody has custody; of circles, who is in them on a day.
  private func words(for gap: CustodyGap, of history: NumberHistory, on day: Day) -> String {
    if gap.reason == .nobody { return TraceWords.gap(.nobody)[language] }
    let circles = history.circles(on: day, in: chain).map { names.names($0) }
    return TraceWords.gap(.circle)[language]
      + (language == .ja
        ? "（\(circles.joined(separator: "；"))）" : " (\(circles.joined(separator: "; ")))")
  }

  private func append(_ history: NumberHistory, to page: inout TextPage) {
    page.heading(
      "\(names.numbers.digits(history.number))\(language == .ja ? "　" : "  ")\(history.number.category.term[language])",
      underline: "-")
    if history.custody.isEmpty { page.line(TraceWords.noCustody[language]) }
    let shown = context.showsAll ? Int.max : TraceText.shownLines
    var gaps = history.gaps[...]
    for custody in history.custody.prefix(shown) {
      while let next = gaps.first, next.days.start < custody.days.start {
        append(next, of: history, named: gaps.startIndex, to: &page)
        gaps.removeFirst()
      }
      page.paragraph(names.name(custody.operatorIndex), first: days(custody.days), indent: column + 2)
      let change = HistoryWords.beginning(custody.beginning, names)
      let ending = HistoryWords.ending(custody.ending, names)
      let words = ending.isEmpty ? change : change + (language == .ja ? "、" : "; ") + ending
      page.paragraph(
        page.styled(words, .faint), first: String(repeating: " ", count: column), indent: column + 2)
    }
    if history.custody.count <= shown {
      for place in gaps.indices.prefix(shown) { append(gaps[place], of: history, named: place, to: &page) }
    }
    rest(history.custody.count - shown, to: &page)
    let suspended = suspensions.rows(containing: history.number)
    for row in suspended.prefix(shown) {
      let table = tables.restrictions
      let first = days(DayInterval(start: table.starts[Int(row)], end: table.ends[Int(row)]))
      let words = table.kinds[Int(row)].term[language] + ": " + names.restrictionName(row)
      page.paragraph(page.styled(words, .yellow), first: first, indent: column + 2)
    }
    rest(suspended.count - shown, to: &page)
    page.line()
  }

  /// A line for days on which nobody has custody: of the first gaps of a number it says who is in a circle.
  private func append(
    _ gap: CustodyGap, of history: NumberHistory, named place: Int, to page: inout TextPage
  ) {
    let day = Day(ordinal: max(gap.days.start, Day.earliest.ordinal))
    let words =
      day.flatMap { place < TraceText.shownLines ? self.words(for: gap, of: history, on: $0) : nil }
      ?? TraceWords.gap(gap.reason)[language]
    let line = gap.reason == .circle ? words : language == .ja ? "（\(words)）" : "(\(words))"
    page.paragraph(page.styled(line, .faint), first: days(gap.days), indent: column + 2)
  }

  private func rest(_ hidden: Int, to page: inout TextPage) {
    if hidden <= 0 { return }
    page.line(
      language == .ja
        ? "… ほか\(grouped(hidden))件（--all ですべて表示）" : "… and \(grouped(hidden)) more (--all lists them)")
  }

  /// How wide both days are.
  private var column: Int { language == .ja ? 25 : 27 }

  /// First and last day in columns of their own.
  private func days(_ days: DayInterval) -> String {
    let first = days.first?.description ?? "…"
    let last = days.last?.description ?? "…"
    return TextPage.pad(first, to: 10) + (language == .ja ? "～" : " to ") + TextPage.pad(last, to: 13)
  }
}

/// The words for how a custody began and ended.
enum HistoryWords {
  static func beginning(_ beginning: Custody.Beginning, _ names: LedgerNames) -> String {
    let isJapanese = names.language == .ja
    switch beginning {
    case .designated: return isJapanese ? "番号指定" : "designated to it"
    case .provided(let p):
      let supplier = names.name(names.tables.provisions.suppliers[Int(p)])
      return isJapanese
        ? "\(supplier)から受けた（\(names.provision(p))）" : "provided by \(supplier) (\(names.provision(p)))"
    case .cameBack(let p):
      let recipient = names.name(names.tables.provisions.recipients[Int(p)])
      return isJapanese
        ? "\(recipient)への提供が終わった（\(names.provision(p))）"
        : "its provision to \(recipient) ended (\(names.provision(p)))"
    }
  }

  /// Empty while it lasts.
  static func ending(_ ending: Custody.Ending, _ names: LedgerNames) -> String {
    let isJapanese = names.language == .ja
    switch ending {
    case .open: return ""
    case .passedOn(let p):
      let recipient = names.name(names.tables.provisions.recipients[Int(p)])
      return isJapanese
        ? "\(recipient)に渡した（\(names.provision(p))）" : "passed on to \(recipient) (\(names.provision(p)))"
    case .withdrawn(let p):
      return isJapanese
        ? "受けた提供が終わった（\(names.provision(p))）" : "the provision to it ended (\(names.provision(p)))"
    case .returned: return isJapanese ? "番号指定の返還" : "the designation was returned"
    }
  }
}
