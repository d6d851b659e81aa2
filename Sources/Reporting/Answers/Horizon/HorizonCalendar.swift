import Bytes
import Decisions
import Numbering

/// A calendar (RFC 5545) with an all-day event for each renewal, on the last day that counts.
struct HorizonCalendar {
  let horizon: Horizon
  let language: Language

  func write(to output: any Output) throws(OutputError) {
    let subjects = HorizonSubjects(horizon, language)
    var description = Disclaimer.text[language]
    if let redaction = horizon.audit.merged.state.chain.tables.redaction {
      description = "\(RedactionWords.label[language]): \(redaction.note[language])\n\(description)"
    }
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//banken//horizon//\(language == .ja ? "JA" : "EN")",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + Self.escaped(HorizonWords.renewals[language]),
      "X-WR-CALDESC:" + Self.escaped(description),
    ]
    try write(head, to: output)
    for renewal in horizon.renewals { try write(event(renewal, subjects), to: output) }
    try write(["END:VCALENDAR"], to: output)
  }

  private func write(_ lines: [String], to output: any Output) throws(OutputError) {
    var text = ""
    for line in lines { text += Self.folded(line) }
    try output.write(text)
  }

  private func event(_ renewal: Renewal, _ subjects: HorizonSubjects) -> [String] {
    let kind = subjects.kind(of: renewal.event)
    let subject = subjects.text(of: renewal.event)
    var description = "\(HorizonWords.lastDay[language]): \(renewal.last)"
    if renewal.findings > 0 {
      description +=
        language == .ja
        ? "\n始まる指摘: \(renewal.findings)件" : "\nFindings that start: \(renewal.findings)"
    }
    if let source = subjects.source(of: renewal.event) {
      description += "\n\(safeText(source.file)):\(source.line)"
    }
    description += "\n\n" + Disclaimer.text[language]
    let end = Day(ordinal: renewal.last.ordinal + 1) ?? renewal.last
    return [
      "BEGIN:VEVENT", "UID:\(identifier(renewal, subjects))@banken",
      // The day it was seen from, not the clock: the same ledger gives the same calendar.
      "DTSTAMP:\(Self.basic(horizon.day))T000000Z", "DTSTART;VALUE=DATE:\(Self.basic(renewal.last))",
      "DTEND;VALUE=DATE:\(Self.basic(end))", "SUMMARY:" + Self.escaped("\(kind): \(subject)"),
      "DESCRIPTION:" + Self.escaped(description), "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  /// The same for the same renewal, whatever the language and the day it is seen from.
  private func identifier(_ renewal: Renewal, _ subjects: HorizonSubjects) -> String {
    let tables = horizon.audit.merged.state.chain.tables
    let parts = [
      renewal.event.kind.name, renewal.event.operatorIndex.map { tables.operators.ids[Int($0)] } ?? "",
      renewal.event.category?.name ?? "", subjects.row(of: renewal.event)?.id ?? "",
      renewal.last.description,
    ]
    let key = parts.joined(separator: "\u{1F}")
    return String(SHA256.hex(of: FileContent(Array(key.utf8))).prefix(32))
  }

  private static func basic(_ day: Day) -> String { String(day.description.filter { $0 != "-" }) }

  /// Text in which commas, semicolons, backslashes and line ends are themselves, and nothing disturbs a terminal.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if place > 0 { result.append(contentsOf: "\\n".unicodeScalars) }
      // By scalars: a comma with a combining mark is one character, but no comma.
      for scalar in safeText(String(line)).unicodeScalars {
        if scalar == "," || scalar == ";" || scalar == "\\" { result.append("\\") }
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A line broken so that none has more than 75 bytes, with its CRLF; never inside a character.
  static func folded(_ line: String) -> String {
    var (result, used) = ("", 0)
    for character in line.unicodeScalars {
      let bytes = String(character).utf8.count
      if used + bytes > 75 {
        result += "\r\n "
        used = 1
      }
      result.unicodeScalars.append(character)
      used += bytes
    }
    return result + "\r\n"
  }
}
