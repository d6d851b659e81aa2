import Banken

/// The completion script for fish.
struct FishCompletion {
  let language: Language

  func script() -> String {
    let names = CommandID.allCases.map(\.name).joined(separator: " ")
    var lines = [
      "# Completion of banken for fish: save it as banken.fish in ~/.config/fish/completions.",
      "complete -c banken -f",
    ]
    let top = "not __fish_seen_subcommand_from \(names)"
    lines += CommandTable.top.flags.map { option($0, when: top) }
    for command in CommandID.allCases {
      lines.append(
        "complete -c banken -n \(quoted(top)) -a \(command.name) -d \(quoted(HelpWords.summary(command)[language]))"
      )
    }
    for command in CommandID.allCases {
      let form = CommandTable.form(of: command)
      let seen = "__fish_seen_subcommand_from \(command.name)"
      lines += form.flags.map { option($0, when: seen) }
      if let argument = argument(of: form, when: seen) { lines.append(argument) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func option(_ flag: Flag, when condition: String) -> String {
    var line = "complete -c banken -n \(quoted(condition)) -l \(flag.long)"
    if let short = flag.short { line += " -s \(short)" }
    if let completions = Completions(flag) { line += " " + value(completions) }
    return line + " -d \(quoted(HelpWords.flag(flag.id)[language]))"
  }

  /// What the arguments of a command may be; all of one command are of a kind.
  private func argument(of form: CommandForm, when condition: String) -> String? {
    guard let first = form.arguments.first else { return nil }
    let head = "complete -c banken -n \(quoted(condition))"
    switch Completions(placeholder: first.name) {
    case .nothing: return nil
    case .words(let words): return "\(head) -f -a \(quoted(words.joined(separator: " ")))"
    case .files: return "\(head) -F"
    case .directories: return "\(head) -f -a '(__fish_complete_directories)'"
    }
  }

  private func value(_ completions: Completions) -> String {
    switch completions {
    case .nothing: "-x"
    case .words(let words): "-x -a \(quoted(words.joined(separator: " ")))"
    case .files: "-r -F"
    case .directories: "-x -a '(__fish_complete_directories)'"
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "'"
    for character in text {
      if character == "'" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "'"
  }
}
