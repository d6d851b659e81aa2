import Audit
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
  /// Whether the ledger has a table of designations, and of restrictions.
  let hasDesignations: Bool
  let hasRestrictions: Bool
  private let restrictions: RestrictionsInForce
  /// The numbers that will be asked for.
  private let asked: [TelephoneNumber]
  /// Through whose hands they went on other days: made when a number is met that nobody has.
  private var custody: CustodyTracer?
  private var standings: [OperatorIndex: OperatorStanding] = [:]
  private var counted: [Int: Counted] = [:]
  /// In the order in which they were first asked for.
  private(set) var countedAsked: [(operatorIndex: OperatorIndex, category: Category, direction: Direction)] =
    []

  private var restrictedKnown: Set<Int> = []
  /// The restrictions of operators that were asked for, each once; likewise.
  private(set) var restrictedMet: [(operatorIndex: OperatorIndex, category: Category, row: UInt32)] = []

  init(_ tracer: NumberTracer, of asked: [TelephoneNumber], _ language: Language) {
    self.tracer = tracer
    self.asked = asked
    self.language = language
    tables = tracer.state.chain.tables
    names = LedgerNames(tables, language)
    restrictions = RestrictionsInForce(tracer.state.chain, on: tracer.state.day)
    hasDesignations = tables.isPresent(.designations)
    hasRestrictions = tables.isPresent(.restrictions)
  }

  /// Who had a number that nobody has.
  func formerHands(of number: TelephoneNumber) -> FormerHands {
    let chain = tracer.state.chain
    let custody = custody ?? CustodyTracer(chain, numbers: asked, threads: tracer.state.options.threads)
    self.custody = custody
    return FormerHands(custody.history(of: number), before: tracer.state.day, in: chain)
  }

  func standing(of x: OperatorIndex) -> OperatorStanding {
    if let known = standings[x] { return known }
    let standing = OperatorStanding(of: x, in: tracer.state)
    standings[x] = standing
    return standing
  }

  /// Refusals and suspensions of stock that an operator's person is under.
  func restrictions(on x: OperatorIndex, in category: Category) -> [UInt32] {
    let rows = restrictions.rows(on: x, in: category)
    if !rows.isEmpty, restrictedKnown.insert(Int(x) * Category.count + Int(category.rawValue)).inserted {
      restrictedMet += rows.map { (x, category, $0) }
    }
    return rows
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
      end.reason, names: names.names(end.operators), isHolder: isHolder, hasDesignations: hasDesignations,
      counted: counted(at: end, of: trace.number).tally)[language]
  }

  /// How many ends of one trail are told in a sentence: a number may be provided to a million.
  static let toldEnds = 20

  /// Whom to ask next at the ends of a trail.
  func ask(_ trace: NumberTrace, showsAll: Bool) -> String {
    sentences(questions(trace), atMost: showsAll ? .max : Self.toldEnds, language == .ja ? "、" : "; ") {
      words(for: $0)
    }
  }

  private func sentences<Told>(
    _ all: [Told], atMost limit: Int, _ separator: String, _ sentence: (Told) -> String
  ) -> String {
    var told = all.prefix(limit).map(sentence)
    if all.count > limit { told.append(TraceWords.more(all.count - limit)[language]) }
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
