import Banken
import Glibc

/// The options of `check`, each understood, none yet acted upon.
struct CheckOptions {
  /// As written.
  let dataset: String
  let day: Day
  /// The first and the last day of a period; nil for an audit of `day`.
  let period: (from: Day, to: Day)?
  /// The days that the report is about.
  var time: ReportDigest.AuditedTime { period.map { .period(from: $0.from, to: $0.to) } ?? .day(day) }
  /// The rules to evaluate; nil for all.
  let rules: Set<RuleID>?
  let format: ReportFormat
  /// Whether `failOn` takes the place of the policy's.
  let setsFailOn: Bool
  /// The mildest severity that makes the status 1; nil for none.
  let failOn: Severity?
  let isLenient: Bool
  /// The directory for rejected rows; nil for none.
  let rejects: String?
  let encoding: TextEncoding?
  let threads: Int

  init(_ context: CommandContext) throws(Failure) {
    let line = context.line
    dataset = line.arguments.first ?? ""
    day = try context.day()
    period = try context.period()
    var rules: Set<RuleID> = []
    for name in line.values[.rule] ?? [] { rules.insert(try context.rule(name)) }
    self.rules = line.has(.rule) ? rules : nil
    format = line.value(.format).flatMap(ReportFormat.init(rawValue:)) ?? .text
    setsFailOn = line.has(.failOn)
    let wanted = line.value(.failOn)
    failOn = Severity.allCases.first { $0.name == wanted }
    isLenient = line.has(.lenient)
    rejects = line.value(.rejects)
    if line.has(.force), !line.has(.baseline) {
      throw context.usage(.needs(option: "--force", other: "--baseline"))
    }
    if rejects != nil, !isLenient { throw context.usage(.needs(option: "--rejects", other: "--lenient")) }
    encoding = line.value(.encoding).flatMap(TextEncoding.init(rawValue:))
    threads = try context.threads()
  }
}

extension CommandContext {
  /// How many threads to use: those asked for, else one for each processor.
  func threads() throws(Failure) -> Int {
    guard let text = line.value(.threads) else {
      return min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 64)
    }
    return try number(text, of: "--threads", in: 1...256)
  }

  /// A whole number on the command line.
  func number(_ text: String, of option: String, in range: ClosedRange<Int>) throws(Failure) -> Int {
    guard let number = Int(text), range.contains(number) else {
      throw usage(
        .badNumber(option: option, value: text, from: range.lowerBound, to: range.upperBound))
    }
    return number
  }
}
