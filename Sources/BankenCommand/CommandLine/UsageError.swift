import Banken

/// A mistake on the command line; the status is 2.
struct UsageError: Error, Equatable {
  /// What is wrong.
  enum Kind: Equatable {
    case missingCommand
    case unknownCommand(name: String, suggestion: String?)
    /// `option` as written, `suggestion` with its hyphens.
    case unknownOption(option: String, suggestion: String?)
    case missingValue(option: String)
    case unwantedValue(option: String, value: String)
    case badChoice(option: String, value: String, choices: [String], suggestion: String?)
    case repeatedOption(option: String)
    case missingArgument(name: String)
    /// The command means nothing without this option.
    case missingOption(String)
    case unexpectedArgument(String)
    /// An option that means nothing without another.
    case needs(option: String, other: String)
    /// A category that is not that of the range.
    case categoryOfRange(value: String, range: String, category: Category)
    /// A count that is not the size of the range.
    case sizeOfRange(value: String, range: String, size: UInt64)
    /// A last day before the first.
    case endsBeforeStart(option: String, value: String, start: Day)
    /// `--rejects` names the directory of the dataset.
    case rejectsIntoDataset
    case badDay(option: String, value: String, DayFailure)
    /// Two options of which only one may be given.
    case excludes(option: String, other: String)
    /// A period that ends before it begins.
    case periodReversed(from: Day, to: Day)
    case badFiscalYear(value: String)
    /// `option` is the option or the argument, as the help writes it.
    case badTelephone(option: String, value: String, TelephoneNumberFailure)
    case badRange(option: String, value: String, NumberRangeFailure)
    /// A range that is not written `START..END`.
    case notARange(option: String, value: String)
    case badCategory(option: String, value: String)
    case badNumber(option: String, value: String, from: Int, to: Int)
    /// A share of provisions that is none.
    case badShare(option: String, value: String)
    /// More ranges than there are telephone numbers.
    case planExhausted
    /// `--output` names a directory with this other file in it.
    case directoryNotEmpty(path: String, file: String)
    /// Two reports that should not be compared, with every reason; `force` overrules them.
    case notComparable([ReportDifference])
    /// `--redact` without a key.
    case redactionWithoutKey
    /// `--output` names the file of the key, which would be lost.
    case outputIsKey(path: String)
    /// A document that is no report of an audit.
    case notAReport(path: String, schema: String)
    /// A share of numbers that is none.
    case badGoal(option: String, value: String)
    /// A graph too large to be drawn; `isAround` when only a part of it was asked for.
    case tooLargeToDraw(nodes: Int, edges: Int, isAround: Bool)
    /// A format of several files without a directory to write them into.
    case needsDirectory(format: String)
    /// The policy says nothing of fees, or not what ending a provision costs.
    case noFees(end: Bool)
    case unknownRule(name: String, suggestion: String?)
    /// No JSON document is called so.
    case unknownDocument(name: String, suggestion: String?)
    /// `near` are operators it may stand for, as `id name`.
    case unknownOperator(text: String, near: [String])
    /// `candidates` as `id name`; `others` is how many more there are.
    case ambiguousOperator(text: String, candidates: [String], others: Int)
  }

  let kind: Kind
  /// The command it was meant for; nil when none was recognised.
  let command: CommandID?

  init(_ kind: Kind, _ command: CommandID?) {
    self.kind = kind
    self.command = command
  }
}
