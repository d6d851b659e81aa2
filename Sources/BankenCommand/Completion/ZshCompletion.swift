import Banken

/// The completion script for zsh, an autoloaded function `_banken`.
struct ZshCompletion {
  let language: Language

  func script() -> String {
    var lines = [
      "#compdef banken",
      "# Completion of banken for zsh: save it as _banken in a directory of $fpath.",
      "",
      "_banken() {",
      "  local curcontext=\"$curcontext\" state line",
      "  local -a commands",
      "  typeset -A opt_args",
      "",
      "  _arguments -C \\",
    ]
    lines += CommandTable.top.flags.flatMap(specifications).map { "    \($0) \\" }
    lines += ["    '1: :->command' \\", "    '*:: :->arguments' && return 0", "", "  case $state in"]
    lines += ["    command)", "      commands=("]
    for command in CommandID.allCases {
      lines.append("        \(quoted("\(command.name):\(plain(HelpWords.summary(command)))"))")
    }
    lines += ["      )", "      _describe -t commands command commands", "      ;;"]
    lines += ["    arguments)", "      case $words[1] in"]
    for command in CommandID.allCases { lines += branch(of: command).map { "        " + $0 } }
    lines += ["      esac", "      ;;", "  esac", "}", ""]
    // Autoloaded, the file's body is the function's: the first call defines it and must call it, too.
    lines += ["if [ \"$funcstack[1]\" = _banken ]; then _banken \"$@\"; else compdef _banken banken; fi", ""]
    return lines.joined(separator: "\n")
  }

  private func branch(of command: CommandID) -> [String] {
    let form = CommandTable.form(of: command)
    var parts = form.flags.flatMap(specifications)
    for (place, argument) in form.arguments.enumerated() {
      let count = argument.repeats ? "*" : "\(place + 1)"
      let colons = argument.isRequired || argument.repeats ? ":" : "::"
      let words = escaped(plain(HelpWords.argument(argument.name, of: command)))
      let action = action(Completions(placeholder: argument.name))
      parts.append(quoted("\(count)\(colons)\(words):\(action)"))
    }
    return ["\(command.name))", "  _arguments -s -S \\"]
      + parts.enumerated().map { "    \($1)" + ($0 == parts.count - 1 ? "" : " \\") } + ["  ;;"]
  }

  /// What `_arguments` takes for an option, a word for each spelling.
  private func specifications(_ flag: Flag) -> [String] {
    let words = escaped(plain(HelpWords.flag(flag.id)))
    let long = "--\(flag.long)"
    let spellings = [long] + (flag.short.map { ["-\($0)"] } ?? [])
    let exclusion = flag.repeats ? "*" : spellings.count > 1 ? "(\(spellings.joined(separator: " ")))" : ""
    return spellings.map { spelling in
      guard let completions = Completions(flag) else { return quoted("\(exclusion)\(spelling)[\(words)]") }
      let mark = spelling == long ? "=" : "+"
      let name = escaped(flag.long)
      return quoted("\(exclusion)\(spelling)\(mark)[\(words)]:\(name):\(action(completions))")
    }
  }

  private func action(_ completions: Completions) -> String {
    switch completions {
    case .nothing: " "
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .files: "_files"
    case .directories: "_files -/"
    }
  }

  private func plain(_ phrase: Phrase) -> String { phrase[language] }

  /// With the marks of a specification escaped.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == ":" || character == "[" || character == "]" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result
  }

  private func quoted(_ text: String) -> String { Shell.quoted(text) }
}

/// Words of shells.
enum Shell {
  /// A word that bash, zsh and sh take as it is.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
