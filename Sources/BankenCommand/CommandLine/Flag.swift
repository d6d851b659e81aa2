/// An option of the command line.
enum FlagID: CaseIterable {
  case on, from, to, fiscalYear
  case policy, rule, `operator`, format, all, failOn, output, lenient, rejects, encoding, threads
  case baseline, force, allChanges, failOnNew, event, list
  case supplier, recipient, category, numbers, range, ends, contract, batch
  case file, history
  case operators, provisions, seed, directory, profile, ranges, expected, clean
  case within
  case goal, by, allow, allSteps
  case around, depth, onlyCategory, graphFormat, graphOutput
  case redact, redactKey
  case lang, help, version
}

/// How an option is written and what it takes.
///
/// One table of these (`CommandTable`) drives parsing, help and the messages about mistakes.
struct Flag {
  /// What stands after an option.
  enum Value: Equatable {
    /// Nothing: the option is given or not.
    case none
    /// Any text; the help names it so.
    case text(placeholder: String)
    /// One of these words.
    case choice([String])
  }

  let id: FlagID
  /// Without the two hyphens.
  let long: String
  var short: Character?
  var value = Value.none
  /// Whether it may be given more than once.
  var repeats = false

  /// What the help writes for its value; nil without one.
  var placeholder: String? {
    switch value {
    case .none: nil
    case .text(let placeholder): placeholder
    case .choice(let words): words.joined(separator: "|")
    }
  }
}

/// A word of the command line that is no option.
struct Argument {
  /// In capitals, as the help writes it.
  let name: String
  let isRequired: Bool
  /// Whether it may stand there any number of times; only the last of a command.
  var repeats = false

  /// As the help writes it.
  var written: String { (isRequired ? name : "[\(name)]") + (repeats ? "…" : "") }
}
