import Banken

/// The manual page of section 1, in the macros of `man(7)`, made from the table of commands.
struct ManualPage {
  let language: Language

  func text() -> String {
    var page = Roff()
    page.macro(
      "TH", ["BANKEN", "1", bankenReleasedOn, "Banken \(bankenVersion)", ManualWords.volume[language]])
    // Lines of different length read better than gaps between words that have no blanks inside.
    page.macro("ad", ["l"])
    page.macro("nh")
    page.section(ManualWords.name[language])
    page.text("banken \u{2212} " + ManualWords.purpose[language])
    page.section(ManualWords.synopsis[language])
    page.text(
      bold: "banken", "\(HelpWords.commandPlaceholder[language]) \(HelpWords.optionsPlaceholder[language])")
    page.section(ManualWords.description[language])
    for (place, paragraph) in ManualWords.about.enumerated() {
      if place > 0 { page.macro("PP") }
      page.text(self.paragraph(paragraph[language]))
    }
    page.section(HelpWords.commands[language])
    for command in CommandID.allCases { append(command, to: &page) }
    page.section(ManualWords.common[language])
    for flag in CommandTable.common { page.item(spelling(flag), HelpWords.flag(flag.id)[language]) }
    page.section(HelpWords.exitStatus[language])
    for (status, words) in ManualWords.statuses { page.item(String(status), words[language]) }
    page.section(ManualWords.environment[language])
    for (name, words) in ManualWords.variables { page.item(name, words[language]) }
    page.section(ManualWords.examples[language])
    for (place, sample) in ManualWords.samples.enumerated() {
      if place > 0 { page.macro("PP") }
      page.text(sample.1[language])
      page.example(sample.0)
    }
    page.section(ManualWords.note[language])
    page.text(Disclaimer.text[language])
    return page.text
  }

  private func append(_ command: CommandID, to page: inout Roff) {
    let form = CommandTable.form(of: command)
    let arguments = form.arguments.map(\.written)
    page.subsection((["banken", command.name] + arguments).joined(separator: " "))
    let details = HelpWords.details(command)[language]
    page.text(details.isEmpty ? sentence(HelpWords.summary(command)[language]) : paragraph(details))
    for argument in form.arguments {
      page.item(argument.name, HelpWords.argument(argument.name, of: command)[language])
    }
    let common = Set(CommandTable.common.map(\.id))
    for flag in form.flags where !common.contains(flag.id) {
      page.item(spelling(flag), HelpWords.flag(flag.id)[language])
    }
    for (status, words) in HelpWords.statuses(command) {
      page.item("\(ManualWords.status[language]) \(status)", words[language])
    }
  }

  /// Lines put together: where one ends in Japanese there is no blank between them.
  private func paragraph(_ text: String) -> String {
    language == .en ? text : text.split(separator: "\n").joined()
  }

  private func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + ManualWords.stop[language]
  }

  private func spelling(_ flag: Flag) -> String {
    let names = (flag.short.map { ["-\($0)"] } ?? []) + ["--\(flag.long)"]
    return names.joined(separator: ", ") + (flag.placeholder.map { " \($0)" } ?? "")
  }
}
