import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// The stock of an operator for people: totals first, then ranges, then partners.
struct StockText {
  /// How many ranges or partners a list has unless all are asked for.
  private static let shown = 20
  /// How many provisions of one partner are shown unless all are asked for.
  private static let shownProvisions = 3

  /// How many other operators are named in a line.
  private static let shownOthers = 5

  private let facts: StockFacts
  private let policy: Policy
  private let context: ReportContext
  private let names: LedgerNames

  init(_ facts: StockFacts, _ policy: Policy, _ context: ReportContext) {
    self.facts = facts
    self.policy = policy
    self.context = context
    names = LedgerNames(facts.tables, context.language)
  }

  private var stock: OperatorStock { facts.stock }
  private var language: Language { context.language }
  private var tables: Tables { names.tables }
  private var comma: String { language == .ja ? "、" : ", " }

  /// - Complexity: O(*n*) in ranges and provisions, most of it only when all are listed.
  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    QuestionHead(
      title: StockWords.title, day: stock.day, subjects: subjects, answer: answer
    ).append(to: &page, context)
    MissingTables(tables, .standings).append(to: &page, language)
    if stock.categories.isEmpty { page.paragraph(StockWords.nothing[language]) }
    for (place, category) in stock.categories.enumerated() {
      let more = facts.categories[place]
      appendTotals(category, more, to: &page)
      try output.write(page.buffer)
      page.removeAll()
      appendRanges(category, more, to: &page)
      try output.write(page.buffer)
      page.removeAll()
      appendPartners(StockWords.suppliers, category.received, to: &page)
      appendPartners(StockWords.recipients, category.passedOn, to: &page)
      page.line()
    }
    if !stock.categories.isEmpty { page.paragraph(StockWords.users[language]) }
    page.line(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  /// Whose stock it is, and the other operators of the same person.
  private var subjects: [(Phrase, String)] {
    let person = facts.person
    let subject = (StockWords.operator, names.name(stock.operatorIndex))
    if person.count == 0 { return [subject] }
    let shown = context.showsAll ? person.members.count : Self.shownOthers
    return [
      subject,
      (
        StockWords.samePerson,
        list(person.members.map { ($0.operatorIndex, $0.numbers) }, person.count, shown)
      ),
    ]
  }

  /// Operators with how many numbers they have, the first few, and how many more there are.
  private func list(_ operators: [(OperatorIndex, UInt64)], _ count: Int, _ shown: Int) -> String {
    var parts = operators.prefix(shown).map { "\(names.name($0.0)) \(numbers($0.1))" }
    if count > parts.count { parts.append(StockWords.moreOperators(count - parts.count)[language]) }
    return parts.joined(separator: comma)
  }

  /// What is in hand in every category, and whether it adds up.
  private var answer: String {
    if stock.categories.isEmpty { return StockWords.nothing[language] }
    return stock.categories.enumerated().map { place, category in
      var text = "\(category.category.term[language]) \(numbers(category.numbers))"
      var parts: [String] = []
      let suspended = category.suspendedCount
      if suspended > 0 { parts.append(StockWords.ofThemSuspended(numbers(suspended))[language]) }
      let shared = facts.categories[place].elsewhere.numbers.size
      if shared > 0 { parts.append(StockWords.ofThemElsewhere(numbers(shared))[language]) }
      if !parts.isEmpty {
        text +=
          language == .ja ? "（うち\(parts.joined(separator: "、"))）" : " (\(parts.joined(separator: ", ")))"
      }
      if !category.isConserved {
        text += language == .ja ? "、収支が合わない" : ", which does not add up"
      }
      return text
    }.joined(separator: language == .ja ? "。" : "; ")
  }

  private func numbers(_ count: UInt64) -> String {
    var buffer = TextBuffer()
    buffer.append(count: count, .numbers, language)
    return buffer.text
  }

  // MARK: Totals

  private func appendTotals(
    _ category: CategoryStock, _ more: StockFacts.InCategory, to page: inout TextPage
  ) {
    page.heading(category.category.term[language], underline: "-")
    let standing = OperatorStanding(of: stock.operatorIndex, in: facts.state)
    page.line("1F \(standing.firstStorey(in: category.category, language))")
    if !standing.isUser {
      page.line("2F \(standing.secondStorey(language))")
    }
    for row in category.orders {
      let words = tables.restrictions.kinds[Int(row)].term[language] + ": " + names.restriction(row)
      page.paragraph(page.styled(words, .yellow), first: "!! ", indent: 3)
    }
    var rows = [
      (
        StockWords.inHand, category.numbers,
        category.inHand.isEmpty ? "" : StockWords.ranges(category.inHand.starts.count, language)
      )
    ]
    if category.countedInHand > 0 { rows.append((StockWords.countOnly, category.countedInHand, "")) }
    if category.suspendedCount > 0 { rows.append((StockWords.suspended, category.suspendedCount, "")) }
    let elsewhere = more.elsewhere.numbers.size
    if elsewhere > 0 { rows.append((StockWords.elsewhere, elsewhere, "")) }
    rows.append((StockWords.designated, category.designated.size, ""))
    let (received, passedOn) = (category.received, category.passedOn)
    rows.append((StockWords.received, received.numbers, StockWords.from(received.partners.count, language)))
    rows.append((StockWords.passedOn, passedOn.numbers, StockWords.to(passedOn.partners.count, language)))
    let labels = rows.map(\.0) + [StockWords.balance]
    let column = labels.map { DisplayWidth.of($0[language]) }.max() ?? 0
    for (label, count, note) in rows {
      let number = TextPage.pad(numbers(count), to: 16, right: true)
      page.line(TextPage.pad(label[language], to: column + 1) + number + (note.isEmpty ? "" : "  " + note))
    }
    let balance =
      category.isConserved ? StockWords.addsUp[language] : StockWords.difference(of: category, language)
    let style: TextPage.Style = category.isConserved ? .plain : .red
    page.paragraph(
      page.styled(balance, style), first: TextPage.pad(StockWords.balance[language], to: column + 3),
      indent: column + 3)
    for advice in advice(on: category) {
      page.paragraph(
        advice[language], first: String(repeating: " ", count: column + 3), indent: column + 3)
    }
    if category.passedOnUnnamed > 0 {
      page.paragraph(
        StockWords.unnamed(category.passedOnUnnamed)[language], first: page.styled("!! ", .yellow), indent: 3)
    }
    if elsewhere > 0 {
      let shown = context.showsAll ? more.elsewhere.others.count : Self.shownOthers
      let others = list(
        more.elsewhere.others.map { ($0.operatorIndex, $0.numbers) }, more.elsewhere.others.count, shown)
      page.paragraph(
        StockWords.heldElsewhere(numbers(elsewhere), by: others)[language],
        first: page.styled("!! ", .yellow), indent: 3)
    }
  }

  /// What may be why it does not add up.
  private func advice(on category: CategoryStock) -> [Phrase] {
    var advice: [Phrase] = []
    if category.notHeld + category.overdrawn > 0 {
      if !tables.isPresent(.designations) {
        advice.append(StockWords.designationsMayBeMissing)
      } else if !isComplete {
        advice.append(StockWords.inflowsMayBeMissing)
      }
    }
    if category.passedOnTwice > 0 { advice.append(StockWords.endsMayBeMissing) }
    return advice
  }

  /// Whether the ledger shows all that the operator receives.
  private var isComplete: Bool {
    switch policy.completeLedger {
    case .all: true
    case .operators(let ids): ids.contains(tables.operators.ids.unredacted[Int(stock.operatorIndex)])
    }
  }

  // MARK: Ranges

  private func appendRanges(
    _ category: CategoryStock, _ more: StockFacts.InCategory, to page: inout TextPage
  ) {
    let sources = more.sources
    if !sources.isEmpty {
      section(StockWords.rangesInHand, sources.count, to: &page)
      for source in sources.prefix(limit(sources.count)) {
        line(source.start, source.end, describe(source), to: &page)
      }
      rest(sources.count, to: &page)
    }
    list(StockWords.rangesElsewhere, more.elsewhere.numbers, to: &page)
    let suspended = category.suspended
    if !suspended.isEmpty {
      section(StockWords.rangesSuspended, suspended.count, to: &page)
      for piece in suspended.prefix(limit(suspended.count)) {
        line(piece.start, piece.end, names.restriction(piece.restriction), to: &page)
      }
      rest(suspended.count, to: &page)
    }
    list(StockWords.notHeld, category.notHeld > 0 ? category.outside : RangeSet(), to: &page)
    list(StockWords.passedOnTwice, category.passedOn.shared, to: &page)
  }

  /// From whom numbers in hand came, and by which provision.
  private func describe(_ source: SourcedNumbers) -> String {
    guard let p = source.provision else { return StockWords.designated[language] }
    let supplier = names.name(tables.provisions.suppliers[Int(p)])
    return StockWords.cameFrom(supplier, names.provision(p))[language]
  }

  private func list(_ title: Phrase, _ set: RangeSet, to page: inout TextPage) {
    if set.isEmpty { return }
    let count = set.starts.count
    section(title, count, to: &page)
    for place in 0..<limit(count) { line(set.starts[place], set.ends[place], "", to: &page) }
    rest(count, to: &page)
  }

  private func section(_ title: Phrase, _ count: Int, to page: inout TextPage) {
    page.line(page.styled("\(title[language]) (\(grouped(count)))", .bold))
  }

  private func line(_ start: UInt64, _ end: UInt64, _ note: String, to page: inout TextPage) {
    let range = TextPage.pad(names.numbers.range(start, end), to: 30)
    let number = TextPage.pad(numbers(end - start + 1), to: 16, right: true)
    page.paragraph("\(range)\(number)\(note.isEmpty ? "" : "  " + note)", first: "  ", indent: 4)
  }

  private func limit(_ count: Int) -> Int { context.showsAll ? count : min(count, Self.shown) }

  private func rest(_ count: Int, to page: inout TextPage) {
    let hidden = count - limit(count)
    if hidden > 0 {
      page.line(
        language == .ja
          ? "  … ほか\(grouped(hidden))件（--all ですべて表示）" : "  … and \(grouped(hidden)) more (--all lists them)")
    }
  }

  // MARK: Partners

  private func appendPartners(_ title: Phrase, _ flow: StockFlow, to page: inout TextPage) {
    if flow.partners.isEmpty { return }
    section(title, flow.partners.count, to: &page)
    for partner in flow.partners.prefix(limit(flow.partners.count)) {
      page.paragraph(
        names.name(partner.operatorIndex),
        first: TextPage.pad(numbers(partner.numbers), to: 18, right: true) + "  ", indent: 20)
      let provisions = flow.provisions[partner.provisions]
      let shown = context.showsAll ? provisions.count : Self.shownProvisions
      let words = provisions.prefix(shown).map(describe).joined(separator: language == .ja ? "；" : "; ")
      let hidden = provisions.count - shown
      let more =
        hidden <= 0 ? "" : language == .ja ? "；ほか\(grouped(hidden))件" : "; and \(grouped(hidden)) more"
      page.paragraph(
        page.styled(words + more, .faint), first: String(repeating: " ", count: 20), indent: 22)
    }
    rest(flow.partners.count, to: &page)
  }

  private func describe(_ p: ProvisionIndex) -> String {
    let table = tables.provisions
    let row = Int(p)
    let what =
      table.isRanged(row)
      ? names.numbers.range(table.rangeStarts[row], table.rangeEnd(row), language)
      : numbers(table.numbers[row])
    let days = DayInterval(start: table.starts[row], end: table.ends[row])
    return "\(names.provision(p)) \(what)" + (days == .always ? "" : comma + days.words(language))
  }
}

extension CategoryStock {
  /// How many numbers in hand are under a suspension.
  var suspendedCount: UInt64 { suspended.reduce(0) { $0 + $1.end - $1.start + 1 } }
}
