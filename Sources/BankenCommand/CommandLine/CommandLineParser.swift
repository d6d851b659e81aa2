import Bytes

/// A command line as written: recorded, not yet acted upon.
struct ParsedLine: Equatable {
  /// nil when only options were given.
  var command: CommandID?
  /// The words that are no options.
  var arguments: [String] = []
  /// The options given; one that takes no value has one empty value.
  var values: [FlagID: [String]] = [:]

  /// Whether the option was given.
  func has(_ flag: FlagID) -> Bool { values[flag] != nil }

  /// The value of an option that may be given once; nil when it was not.
  func value(_ flag: FlagID) -> String? { values[flag]?.last }
}

/// Reads a command line by the table of commands.
///
/// Accepted are `--format json`, `--format=json`, `-f json`, `-fjson`; after `--` nothing is an option. A value that
/// begins with a hyphen needs the form with `=`, or a short option right before it.
struct CommandLineParser {
  private var rest: ArraySlice<String>
  private var line = ParsedLine()
  private var form = CommandTable.top

  /// What a command line says.
  static func parse(_ arguments: [String]) throws(UsageError) -> ParsedLine {
    var parser = CommandLineParser(rest: arguments[...])
    try parser.parse()
    return parser.line
  }

  /// The value of `--lang` on a command line that need not be right; nil for none.
  static func language(in arguments: [String]) -> String? {
    var found: String?
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", index + 1 < arguments.count { found = arguments[index + 1] }
      if argument.hasPrefix("--lang=") { found = String(argument.dropFirst(7)) }
    }
    return found
  }

  private init(rest: ArraySlice<String>) {
    self.rest = rest
  }

  private mutating func parse() throws(UsageError) {
    var areOptionsOver = false
    while let argument = rest.popFirst() {
      if areOptionsOver || argument == "-" || !argument.hasPrefix("-") {
        try word(argument)
      } else if argument == "--" {
        areOptionsOver = true
      } else if argument.hasPrefix("--") {
        try longOption(argument)
      } else {
        try shortOptions(argument)
      }
    }
    if line.has(.help) || line.has(.version) { return }
    guard line.command != nil else { throw failure(.missingCommand) }
    if form.arguments.count > line.arguments.count, form.arguments[line.arguments.count].isRequired {
      throw failure(.missingArgument(name: form.arguments[line.arguments.count].name))
    }
  }

  /// Takes a word that is no option: the command, or one of its arguments.
  private mutating func word(_ text: String) throws(UsageError) {
    guard line.command != nil else {
      guard let command = CommandID(name: text) else {
        let suggestion = nearest(text, among: CommandID.allCases.map(\.name))
        throw failure(.unknownCommand(name: text, suggestion: suggestion))
      }
      line.command = command
      form = CommandTable.form(of: command)
      return
    }
    guard line.arguments.count < form.arguments.count || form.arguments.last?.repeats == true else {
      throw failure(.unexpectedArgument(text))
    }
    line.arguments.append(text)
  }

  private mutating func longOption(_ argument: String) throws(UsageError) {
    let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard let flag = form.flags.first(where: { $0.long == name }) else {
      throw failure(.unknownOption(option: "--\(name)", suggestion: suggestion(name)))
    }
    if parts.count == 2 {
      let value = String(parts[1])
      if flag.value == .none { throw failure(.unwantedValue(option: "--\(name)", value: value)) }
      try record(flag, "--\(name)", value)
    } else {
      try record(flag, "--\(name)", flag.value == .none ? nil : nextValue())
    }
  }

  /// Reads a hyphen and letters: options without a value, and at the end one with its value.
  private mutating func shortOptions(_ argument: String) throws(UsageError) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let flag = form.flags.first(where: { $0.short == letter }) else {
        throw failure(
          .unknownOption(option: "-\(letter)", suggestion: suggestion(String(argument.dropFirst()))))
      }
      if flag.value == .none {
        try record(flag, "-\(letter)", nil)
      } else {
        try record(flag, "-\(letter)", letters.isEmpty ? nextValue() : String(letters))
        return
      }
    }
  }

  /// The next word if it can be a value; empty otherwise.
  private mutating func nextValue() -> String {
    guard let next = rest.first, next == "-" || !next.hasPrefix("-") else { return "" }
    rest.removeFirst()
    return next
  }

  private mutating func record(_ flag: Flag, _ option: String, _ value: String?) throws(UsageError) {
    if let value, value.isEmpty { throw failure(.missingValue(option: option)) }
    if case .choice(let choices) = flag.value, let value, !choices.contains(value) {
      let suggestion = nearest(value, among: choices)
      throw failure(.badChoice(option: option, value: value, choices: choices, suggestion: suggestion))
    }
    if line.has(flag.id), flag.value != .none, !flag.repeats {
      throw failure(.repeatedOption(option: option))
    }
    line.values[flag.id, default: []].append(value ?? "")
  }

  /// The option a mistyped one stands for, with its hyphens: the only one that begins so, else the nearest.
  private func suggestion(_ name: String) -> String? {
    let names = form.flags.map(\.long)
    let longer = name.isEmpty ? [] : names.filter { $0.hasPrefix(name) }
    return (longer.count == 1 ? longer.first : nearest(name, among: names)).map { "--\($0)" }
  }

  private func failure(_ kind: UsageError.Kind) -> UsageError {
    UsageError(kind, line.command)
  }
}
