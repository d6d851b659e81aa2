import Banken

/// What `screen` is asked about one candidate, each option understood; the operators are still as written.
struct ScreenOptions {
  /// What the command line says of the numbers.
  enum Quantity {
    case count(Category, UInt64)
    case range(NumberRange)
  }

  let supplier: String
  let recipient: String
  let quantity: Quantity
  let endsOn: Day?
  let contract: ContractForm

  /// The options that describe a candidate, as written; `--batch` takes the place of all of them.
  static let ofCandidate: [(flag: FlagID, name: String)] = [
    (.supplier, "--supplier"), (.recipient, "--recipient"), (.category, "--category"),
    (.numbers, "--numbers"),
    (.range, "--range"), (.ends, "--ends"), (.contract, "--contract"),
  ]

  init(_ context: CommandContext, startsOn day: Day) throws(Failure) {
    let line = context.line
    guard let supplier = line.value(.supplier) else { throw context.usage(.missingOption("--supplier")) }
    guard let recipient = line.value(.recipient) else { throw context.usage(.missingOption("--recipient")) }
    (self.supplier, self.recipient) = (supplier, recipient)
    quantity = try Self.quantity(context)
    endsOn = try context.day(of: .ends, "--ends")
    if let endsOn, endsOn < day {
      throw context.usage(.endsBeforeStart(option: "--ends", value: line.value(.ends) ?? "", start: day))
    }
    contract = line.value(.contract) == "terms" ? .terms : .wholesale
  }

  private static func quantity(_ context: CommandContext) throws(Failure) -> Quantity {
    let line = context.line
    var category: Category?
    if let text = line.value(.category) { category = try context.category(text, of: "--category") }
    var numbers: UInt64?
    if let text = line.value(.numbers) { numbers = try context.count(text, of: "--numbers") }
    if let text = line.value(.range) {
      let range = try context.numberRange(text, of: "--range")
      if let category, category != range.category {
        throw context.usage(
          .categoryOfRange(value: line.value(.category) ?? "", range: text, category: range.category))
      }
      if let numbers, numbers != range.count {
        throw context.usage(.sizeOfRange(value: line.value(.numbers) ?? "", range: text, size: range.count))
      }
      return .range(range)
    }
    if let category, let numbers { return .count(category, numbers) }
    let missing = category != nil ? "--numbers" : numbers != nil ? "--category" : "--range"
    throw context.usage(.missingOption(missing))
  }

  /// The candidate, once the ledger is known.
  ///
  /// - Throws: a mistake on the command line when an operator is unknown or ambiguous.
  func candidate(
    in chain: SupplyChain, startsOn day: Day, _ context: CommandContext
  ) throws(Failure) -> ProvisionCandidate {
    let u = try context.operatorIndex(supplier, in: chain)
    let v = try context.operatorIndex(recipient, in: chain)
    switch quantity {
    case .count(let category, let numbers):
      return ProvisionCandidate(
        supplier: u, recipient: v, category: category, numbers: numbers, startsOn: day, endsOn: endsOn,
        contract: contract)
    case .range(let range):
      return ProvisionCandidate(
        supplier: u, recipient: v, range: range, startsOn: day, endsOn: endsOn, contract: contract)
    }
  }
}

extension CommandContext {
  /// How many telephone numbers a text means, as in data: digits, full-width ones too, thousands commas.
  func count(_ text: String, of option: String) throws(Failure) -> UInt64 {
    guard let count = CountText.parse(text) else {
      throw usage(.badNumber(option: option, value: text, from: 1, to: Int(CountText.largest)))
    }
    return count
  }
}
