import Banken

/// Help made from the table of commands.
struct Help {
  let language: Language

  /// The help of the program, or of one command.
  func text(_ command: CommandID?) -> String {
    var lines: [String]
    if let command { lines = page(of: command) } else { lines = overview() }
    lines.append("")
    return lines.joined(separator: "\n")
  }

  private func overview() -> [String] {
    let commands = CommandID.allCases.map { ($0.name, HelpWords.summary($0)[language]) }
    var lines = [HelpWords.program[language], ""]
    lines.append(
      "\(HelpWords.usage[language]): banken <\(HelpWords.commandPlaceholder[language])> "
        + HelpWords.optionsPlaceholder[language])
    lines += section(HelpWords.commands, commands)
    lines += section(HelpWords.options, CommandTable.top.flags.map(row))
    return lines + ["", HelpWords.seeCommand[language]]
  }

  private func page(of command: CommandID) -> [String] {
    let form = CommandTable.form(of: command)
    var lines = ["banken \(command.name): \(HelpWords.summary(command)[language])", ""]
    let arguments = form.arguments.map(\.written)
    let words = ["banken", command.name] + arguments + [HelpWords.optionsPlaceholder[language]]
    lines.append("\(HelpWords.usage[language]): \(words.joined(separator: " "))")
    let details = HelpWords.details(command)[language]
    if !details.isEmpty { lines += ["", details] }
    if !form.arguments.isEmpty {
      let rows = form.arguments.map { ($0.name, HelpWords.argument($0.name, of: command)[language]) }
      lines += section(HelpWords.arguments, rows)
    }
    lines += section(HelpWords.options, form.flags.map(row))
    let statuses = HelpWords.statuses(command)
    if !statuses.isEmpty {
      lines += section(HelpWords.exitStatus, statuses.map { (String($0.0), $0.1[language]) })
    }
    return lines
  }

  private func row(_ flag: Flag) -> (String, String) {
    var left = flag.short.map { "-\($0), " } ?? "    "
    left += "--\(flag.long)"
    if let placeholder = flag.placeholder { left += " \(placeholder)" }
    return (left, HelpWords.flag(flag.id)[language])
  }

  /// A heading and rows in two columns; a left part that is too long has a line of its own.
  private func section(_ title: Phrase, _ rows: [(String, String)]) -> [String] {
    let width = rows.map { displayWidth($0.0) }.filter { $0 <= 24 }.max() ?? 0
    var lines = ["", "\(title[language]):"]
    for (left, right) in rows {
      let used = displayWidth(left)
      if used > width {
        lines += ["  \(left)", String(repeating: " ", count: width + 4) + right]
      } else {
        lines.append("  \(left)\(String(repeating: " ", count: width - used + 2))\(right)")
      }
    }
    return lines
  }
}
