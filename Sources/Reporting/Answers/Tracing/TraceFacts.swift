import Decisions
import Numbering
import SupplyChain

/// What is said of operators again and again while numbers are traced: each thing is worked out once.
final class TraceFacts {
  /// What an operator provides, or receives, by count only in a category.
  struct Counted {
    var provisions: [ProvisionIndex] = []
    var numbers: UInt64 = 0

    var tally: (provisions: Int, numbers: UInt64) { (provisions.count, numbers) }
  }

  /// Which way a provision known by count only goes.
  enum Direction: String {
    case out, `in`
  }

  let tracer: NumberTracer
  let names: LedgerNames
  let language: Language
  let tables: Tables
  private let restrictions: RestrictionsInForce
  private var standings: [OperatorIndex: OperatorStanding] = [:]
  private var counted: [Int: Counted] = [:]
  /// In the order in which they were first asked for.
  private(set) var countedAsked: [(operatorIndex: OperatorIndex, category: Category, direction: Direction)] =
    []

  init(_ tracer: NumberTracer, _ language: Language) {
    self.tracer = tracer
    self.language = language
    tables = tracer.state.chain.tables
    names = LedgerNames(tables, language)
    restrictions = RestrictionsInForce(tracer.state.chain, on: tracer.state.day)
  }

  func standing(of x: OperatorIndex) -> OperatorStanding {
    if let known = standings[x] { return known }
    let standing = OperatorStanding(of: x, in: tracer.state)
    standings[x] = standing
    return standing
  }

  /// Refusals and suspensions of stock that an operator's person is under.
  func restrictions(on x: OperatorIndex, in category: Category) -> [UInt32] {
    restrictions.rows(on: x, in: category)
  }

  func counted(_ direction: Direction, _ x: OperatorIndex, in category: Category) -> Counted {
    let key = (Int(x) * Category.count + Int(category.rawValue)) * 2 + (direction == .out ? 0 : 1)
    if let known = counted[key] { return known }
    let provisions =
      direction == .out
      ? tracer.state.countOnlyOutflows(of: x, in: category)
      : tracer.state.countOnlyInflows(of: x, in: category)
    let numbers = provisions.reduce(0) { $0 + tables.provisions.numbers[Int($1)] }
    let found = Counted(provisions: provisions, numbers: numbers)
    counted[key] = found
    countedAsked.append((x, category, direction))
    return found
  }

  /// What an end of a trail has to do with provisions known by count only.
  func counted(at end: TraceEnd, of number: TelephoneNumber) -> Counted {
    guard end.reason == .countOnly, let x = end.operators.first else { return Counted() }
    return counted(.out, x, in: number.category)
  }

  func counted(at origin: TraceOrigin, of number: TelephoneNumber) -> Counted {
    guard origin.kind == .countOnly else { return Counted() }
    return counted(.in, origin.operatorIndex, in: number.category)
  }

  /// Why a trail ends, in words.
  func words(for end: TraceEnd, of trace: NumberTrace) -> String {
    let isHolder = trace.origins.contains {
      $0.kind == .designation && end.operators == [$0.operatorIndex]
    }
    return TraceWords.end(
      end.reason, names: names.names(end.operators), isHolder: isHolder,
      counted: counted(at: end, of: trace.number).tally)[language]
  }

  /// What to ask: at the ends of a trail who has the number, where it starts in the dark from whom it came.
  func questions(_ trace: NumberTrace) -> [TraceEnd] {
    let sources = trace.designations.isEmpty ? [] : trace.origins.filter { $0.kind != .designation }
    return trace.ends + sources.map { TraceEnd(reason: .noDesignation, operators: [$0.operatorIndex]) }
  }

  /// How many ends of one trail are told in a sentence: a number may be provided to a million.
  static let toldEnds = 20

  /// Whom to ask next at the ends of a trail.
  func ask(_ trace: NumberTrace, showsAll: Bool) -> String {
    sentences(questions(trace), atMost: showsAll ? .max : Self.toldEnds, language == .ja ? "、" : "; ") {
      end in
      let isUser = end.operators.count == 1 && end.operators.allSatisfy { standing(of: $0).isUser }
      return TraceWords.ask(end.reason, names: names.names(end.operators), isUser: isUser)[language]
    }
  }

  private func sentences(
    _ ends: [TraceEnd], atMost limit: Int, _ separator: String, _ sentence: (TraceEnd) -> String
  ) -> String {
    var told = ends.prefix(limit).map(sentence)
    if ends.count > limit { told.append(TraceWords.more(ends.count - limit)[language]) }
    return told.joined(separator: separator)
  }

  /// A trace in one sentence.
  func summary(_ trace: NumberTrace) -> String {
    sentences(trace.ends, atMost: Self.toldEnds, language == .ja ? "。" : "; ") { words(for: $0, of: trace) }
  }

  func period(of p: ProvisionIndex) -> DayInterval {
    DayInterval(start: tables.provisions.starts[Int(p)], end: tables.provisions.ends[Int(p)])
  }

  func period(ofDesignation row: UInt32) -> DayInterval {
    DayInterval(start: tables.designations.starts[Int(row)], end: tables.designations.ends[Int(row)])
  }

  /// A range and how many numbers it has.
  func range(_ start: UInt64, _ end: UInt64) -> String {
    var buffer = TextBuffer()
    buffer.append("\(names.numbers.digits(start))..\(names.numbers.digits(end))")
    buffer.append(language == .ja ? "（" : " (")
    buffer.append(count: end - start + 1, .numbers, language)
    buffer.append(language == .ja ? "）" : ")")
    return buffer.text
  }

  /// A designation: whose, which block, since when.
  func designation(_ row: UInt32) -> String {
    let table = tables.designations
    let block = range(table.rangeStarts[Int(row)], table.rangeEnds[Int(row)])
    let days = period(ofDesignation: row)
    let words = days == .always ? "" : (language == .ja ? "、" : ", ") + days.words(language)
    return "\(names.name(table.operators[Int(row)])) \(block)\(words)"
  }
}
