import Banken

/// What a shell may offer for a word of the command line.
enum Completions: Equatable {
  /// Nothing: a day, a number, a name that only the user knows.
  case nothing
  /// One of these words.
  case words([String])
  /// Any file.
  case files
  /// Any directory.
  case directories

  /// What fits a placeholder of the help.
  init(placeholder: String) {
    switch placeholder {
    case "FILE", "OLD", "NEW": self = .files
    case "DIR", "DATASET": self = .directories
    case "RULE": self = .words(RuleID.allCases.map(\.name))
    case "COMMAND": self = .words(CommandID.allCases.map(\.name))
    case "NAME": self = .words(JSONDocument.allCases.map(\.rawValue))
    case "SHELL": self = .words(CompletionShell.allCases.map(\.rawValue))
    case "CATEGORY": self = .words(Category.allCases.map(\.name))
    default: self = .nothing
    }
  }

  /// What fits the value of an option; nil for one without a value.
  init?(_ flag: Flag) {
    switch flag.value {
    case .none: return nil
    case .choice(let words): self = .words(words)
    case .text(let placeholder): self.init(placeholder: placeholder)
    }
  }
}

/// A shell that completes command lines.
enum CompletionShell: String, CaseIterable {
  case bash, zsh, fish

  /// The completion script, with descriptions in a language where the shell shows any.
  ///
  /// It is made from the table of commands, as parsing and help are.
  func script(_ language: Language) -> String {
    switch self {
    case .bash: BashCompletion.script()
    case .zsh: ZshCompletion(language: language).script()
    case .fish: FishCompletion(language: language).script()
    }
  }
}
