import Bytes
import Decisions
import Numbering
import SupplyChain

/// Through whose hands numbers went, for people: a line for each custody.
struct HistoryText {
  let numbers: [TelephoneNumber]
  let tracer: CustodyTracer
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

  /// Who is the last to have had the number, or how many numbers somebody has for good.
  private var answer: String {
    var (open, last) = (0, "")
    for number in numbers {
      let custody = tracer.history(of: number).custody
      if custody.contains(where: { $0.ending == .open }) { open += 1 }
      last =
        custody.filter { $0.ending == .open }.map {
          names.name($0.operatorIndex) + (language == .ja ? "、" : ", ") + $0.days.words(language)
        }.joined(separator: language == .ja ? "。" : "; ")
    }
    if numbers.count == 1 { return last.isEmpty ? TraceWords.nobodyNow[language] : last }
    return language == .ja
      ? "終わりのない保有者がある番号 \(grouped(open))／\(grouped(numbers.count))"
      : "\(grouped(open)) of \(grouped(numbers.count)) numbers have a last hand without an end"
  }

  private func append(_ history: NumberHistory, to page: inout TextPage) {
    page.heading(
      "\(names.numbers.digits(history.number))\(language == .ja ? "　" : "  ")\(history.number.category.term[language])",
      underline: "-")
    if history.custody.isEmpty { page.line(TraceWords.noCustody[language]) }
    let limit = context.showsAll ? history.custody.count : TraceText.shownLines
    var gap = history.gaps[...]
    for custody in history.custody.prefix(limit) {
      while let next = gap.first, next.end <= custody.days.start {
        page.line(days(next) + page.styled(TraceWords.gap[language], .faint))
        gap.removeFirst()
      }
      page.paragraph(names.name(custody.operatorIndex), first: days(custody.days), indent: 27)
      let change = HistoryWords.beginning(custody.beginning, names)
      let ending = HistoryWords.ending(custody.ending, names)
      let words = ending.isEmpty ? change : change + (language == .ja ? "、" : "; ") + ending
      page.paragraph(page.styled(words, .faint), first: String(repeating: " ", count: 25), indent: 27)
    }
    let rest = history.custody.count - limit
    if rest > 0 {
      page.line(
        language == .ja
          ? "… ほか\(grouped(rest))件（--all ですべて表示）" : "… and \(grouped(rest)) more (--all lists them)")
    }
    page.line()
  }

  /// First and last day in columns of their own.
  private func days(_ days: DayInterval) -> String {
    let first = days.first?.description ?? "…"
    let last = days.last?.description ?? "…"
    return TextPage.pad(first, to: 10) + (language == .ja ? "～" : "- ") + TextPage.pad(last, to: 13)
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
