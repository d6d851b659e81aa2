import Banken

/// The options that say which ledger is asked, about which day, and how it is read.
struct LedgerOptions {
  /// As written.
  let dataset: String
  let day: Day
  let isLenient: Bool
  let encoding: TextEncoding?
  let threads: Int

  init(_ context: CommandContext) throws(Failure) {
    let line = context.line
    dataset = line.arguments.first ?? ""
    day = try context.day()
    isLenient = line.has(.lenient)
    encoding = line.value(.encoding).flatMap(TextEncoding.init(rawValue:))
    threads = try context.threads()
  }

  init(_ options: CheckOptions) {
    dataset = options.dataset
    day = options.day
    isLenient = options.isLenient
    encoding = options.encoding
    threads = options.threads
  }
}

extension CommandContext {
  /// The day of `--on`, else today in Japan.
  func day() throws(Failure) -> Day {
    try day(of: .on, "--on") ?? invocation.today
  }

  /// The day an option names; nil without it.
  func day(of flag: FlagID, _ option: String) throws(Failure) -> Day? {
    guard let text = line.value(flag) else { return nil }
    switch Day.parse(text) {
    case .success(let day): return day
    case .failure(let failure): throw usage(.badDay(option: option, value: text, failure))
    }
  }

  /// The telephone number a text means.
  ///
  /// - Parameter option: the option or argument it was given for, as the help writes it.
  func telephoneNumber(_ text: String, of option: String) throws(Failure) -> TelephoneNumber {
    switch TelephoneNumber.parse(text) {
    case .success(let number): return number
    case .failure(let failure): throw usage(.badTelephone(option: option, value: text, failure))
    }
  }

  /// The range that `START..END` means, or what answers in Japanese write: `START〜END`.
  func numberRange(_ text: String, of option: String) throws(Failure) -> NumberRange {
    var ends = text.split(separator: "..", omittingEmptySubsequences: false)
    // The last is the two dots of full width; the others are the wave dashes of different systems, and one of two dots.
    for mark in ["\u{301C}", "\u{FF5E}", "\u{2025}", "\u{FF0E}\u{FF0E}"] where ends.count == 1 {
      ends = text.split(separator: mark, omittingEmptySubsequences: false)
    }
    guard ends.count == 2 else { throw usage(.notARange(option: option, value: text)) }
    let start = try telephoneNumber(String(ends[0]), of: option)
    let end = try telephoneNumber(String(ends[1]), of: option)
    do throws(NumberRangeFailure) {
      return try NumberRange(from: start, to: end)
    } catch {
      throw usage(.badRange(option: option, value: text, error))
    }
  }

  /// The category a text names.
  func category(_ text: String, of option: String) throws(Failure) -> Category {
    guard let category = Category.parse(text) else {
      throw usage(.badCategory(option: option, value: text))
    }
    return category
  }
}
