import Banken
import Bytes
import Glibc

/// A dataset that was read, with what was wrong in it.
struct LoadedDataset {
  /// How many messages are shown unless all are asked for.
  static let shown = 100

  private let dataset: Dataset
  private let directory: String
  private let isLenient: Bool

  /// nil when there is nothing to check.
  var chain: SupplyChain? { dataset.chain }
  var inputs: [ReportContext.Input] { dataset.inputs.map(ReportContext.Input.init) }
  var leftOut: [String] { dataset.leftOut }
  /// Rows that a lenient reading set aside.
  var rejectedRows: Int { dataset.inputs.reduce(0) { $0 + $1.rejected } }
  /// Whether the data has errors, set aside or not.
  var hasErrors: Bool { dataset.diagnostics.errorCount > 0 }

  init(_ options: CheckOptions) throws(Failure) {
    try self.init(LedgerOptions(options))
  }

  init(_ options: LedgerOptions) throws(Failure) {
    directory = options.dataset
    isLenient = options.isLenient
    var reading = ReadOptions()
    reading.lenient = options.isLenient
    reading.encoding = options.encoding
    reading.threads = options.threads
    reading.knownRules = RuleID.names
    do throws(FileError) {
      dataset = try Dataset.read(directory: options.dataset, options: reading)
    } catch {
      throw .unreadable(path: error.path, code: error.code)
    }
  }

  /// Shows what was wrong: everything, or the first hundred, errors before all else, and how many more there are.
  func report(to console: Console, showsAll: Bool) {
    let diagnostics = dataset.diagnostics
    let limit = showsAll ? diagnostics.count : LoadedDataset.shown
    let total = diagnostics.errorCount
    var rest = (errors: min(total, limit), others: max(0, limit - total))
    var hidden = diagnostics.count
    for diagnostic in diagnostics {
      if rest.errors == 0, rest.others == 0 { break }
      let isError = diagnostic.severity == .error
      guard (isError ? rest.errors : rest.others) > 0 else { continue }
      if isError { rest.errors -= 1 } else { rest.others -= 1 }
      hidden -= 1
      console.say(diagnostic)
    }
    if hidden > 0 {
      let errors = total - min(total, limit)
      console.say(.note, DataWords.more(hidden, errors: errors))
    }
    if chain == nil { console.say(.error, DataWords.nothingChecked(total, isLenient: isLenient)) }
  }

  /// Writes the rows set aside into a directory, which is made when it is not there.
  func writeRejects(into target: String, _ context: CommandContext) throws(Failure) {
    if mkdir(target, 0o777) != 0, errno != EEXIST { throw .unwritable(path: target, code: errno) }
    var (own, other) = (stat(), stat())
    guard stat(target, &other) == 0 else { throw .unwritable(path: target, code: errno) }
    guard other.st_mode & S_IFMT == S_IFDIR else { throw .unwritable(path: target, code: ENOTDIR) }
    // There the rejected rows would take the place of the data.
    if stat(directory, &own) == 0, own.st_dev == other.st_dev, own.st_ino == other.st_ino {
      throw context.usage(.rejectsIntoDataset)
    }
    for file in dataset.rejectedFiles(context.language.ofDiagnostics) {
      let path = target.hasSuffix("/") ? target + file.name : "\(target)/\(file.name)"
      try context.write(to: path) { output throws(OutputError) in try output.write(file.bytes) }
    }
  }
}

extension Language {
  /// The same language for messages about data.
  var ofDiagnostics: DiagnosticLanguage { self == .ja ? .ja : .en }
}

extension Console {
  /// A message about the data.
  func say(_ diagnostic: Diagnostic) {
    let spoken = language.ofDiagnostics
    guard isJSON else { return line(diagnostic.description(spoken)) }
    var members = ["\"level\": \"\(diagnostic.severity.name)\"", "\"file\": \(jsonText(diagnostic.file))"]
    members.append("\"line\": \(diagnostic.line)")
    members.append("\"column\": \(diagnostic.column)")
    let texts = [
      ("column_name", diagnostic.columnName), ("found", diagnostic.found),
      ("expected", diagnostic.expected(spoken)), ("hint", diagnostic.hint(spoken)),
      ("message", diagnostic.message(spoken)),
    ]
    for (name, text) in texts {
      if let text { members.append("\"\(name)\": \(jsonText(text))") }
    }
    line("{\(members.joined(separator: ", "))}")
  }
}
