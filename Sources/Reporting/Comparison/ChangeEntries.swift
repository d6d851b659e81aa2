import Audit
import Bytes
import Comparison

/// Lists findings that are known from a report, by rule, the graver first.
struct ChangeEntries {
  let comparison: ReportComparison
  let language: Language
  let showsAll: Bool
  let messages: RecordedMessage
  /// How many findings are laid out between two writes.
  private static let batch = 1_024

  /// Writes one list under its heading; nothing when it is empty.
  ///
  /// - Complexity: O(*n*) in findings listed and in the length of their entries.
  func write(
    _ list: ChangeList, _ heading: Phrase, asksToAct: Bool = false, _ page: inout TextPage,
    to output: any Output
  ) throws(OutputError) {
    if list.isEmpty { return }
    page.heading(heading[language], underline: "-")
    let digest = list.isOld ? comparison.old : comparison.new
    for rule in RuleID.allCases {
      let places = list.places[Int(rule.rawValue)]
      if places.isEmpty { continue }
      appendTitle(rule, places.count, to: &page)
      let limit = showsAll ? Int.max : FindingList.shownAtMost
      var shown = 0
      severities: for severity in Severity.allCases.reversed() {
        for place in places where digest.entries[Int(place)].severity == severity {
          if shown == limit { break severities }
          shown += 1
          append(Int(place), isOld: list.isOld, number: shown, to: &page)
          if shown % Self.batch == 0 {
            try output.write(page.buffer)
            page.removeAll()
          }
        }
      }
      if shown < places.count { page.line(more(places.count - shown)) }
      if asksToAct {
        page.paragraph(rule.text.remedy[language], first: "   \(Words.remedy[language]): ", indent: 3)
      }
      page.line()
    }
    try output.write(page.buffer)
    page.removeAll()
  }

  private func appendTitle(_ rule: RuleID, _ count: Int, to page: inout TextPage) {
    var total = TextBuffer()
    total.append(count: UInt64(count), .findings, language)
    let text =
      language == .ja
      ? "■ \(rule.text.title.ja)（\(rule.name)） \(total.text)"
      : "# \(rule.text.title.en) (\(rule.name)), \(total.text)"
    page.paragraph(page.styled(text, .bold), indent: 2)
  }

  private func append(_ place: Int, isOld: Bool, number: Int, to page: inout TextPage) {
    let digest = isOld ? comparison.old : comparison.new
    let entry = digest.entries[place]
    guard let finding = RecordedFinding(entry, in: digest) else { return }
    let severity = entry.severity.term(entry.rule.basis)[language]
    let label = language == .ja ? "【\(severity)】" : "[\(severity)] "
    let mark = TextPage.pad(String(number), to: 2, right: true) + " "
    let sentence = messages.text(finding, .cut(columns: FindingEntry.nameColumns))
    page.paragraph(sentence, first: mark + page.styled(label, entry.severity.style), indent: 3)
    if let days = RecordedDays(finding, in: digest) {
      page.paragraph(days.text(language), first: "   ", indent: 5)
    }
    let before = isOld ? nil : comparison.before(place)
    if let before, let old = RecordedFinding(before, in: comparison.old),
      let days = RecordedDays(old, in: comparison.old)
    {
      page.paragraph(days.textOfOld(language), first: "   ", indent: 5)
    }
    page.paragraph(page.styled(evidence(finding), .faint), first: "   ", indent: 5)
    guard let before else { return }
    let change = FindingChange(before, entry, language).text
    if !change.isEmpty { page.paragraph(change, first: "   ", indent: 5) }
    appendWaivers(place, before, finding, to: &page)
  }

  /// The waiver that covered it, or that covers it now.
  private func appendWaivers(
    _ place: Int, _ before: ReportDigest.Entry, _ finding: RecordedFinding, to page: inout TextPage
  ) {
    switch comparison.newStates[place] {
    case .noLongerWaived:
      guard let id = RecordedFinding(before, in: comparison.old)?.text("waived_by") else { return }
      page.paragraph("\(ComparisonWords.waivedBefore[language]) \(cut(id))", first: "   ", indent: 5)
    case .newlyWaived:
      guard let id = finding.text("waived_by") else { return }
      page.paragraph("\(Words.waivedBy[language]) \(cut(id))", first: "   ", indent: 5)
    default: return
    }
  }

  /// Where it stood in the files, since when, and its fingerprint.
  private func evidence(_ finding: RecordedFinding) -> String {
    var parts: [String] = []
    if let (file, line) = finding.source { parts.append("\(visible(file)):\(line)") }
    if let cause = finding.cause, let words = finding.entry.rule.explanation(of: cause) {
      parts.append("\(cause.name): \(words[language])")
    }
    if let since = finding.text("since") {
      parts.append(language == .ja ? "\(cut(since))から" : "since \(cut(since))")
    }
    parts.append("#" + finding.entry.fingerprint)
    return parts.joined(separator: language == .ja ? "　" : "  ")
  }

  private func cut(_ text: String) -> String {
    var buffer = TextBuffer()
    buffer.append(text, .cut(columns: FindingEntry.nameColumns))
    return buffer.text
  }

  private func more(_ rest: Int) -> String {
    language == .ja
      ? "   …ほか\(grouped(rest))件（--all ですべて表示）" : "   … and \(grouped(rest)) more (--all lists them)"
  }
}

/// What is different about a finding that both reports have.
struct FindingChange {
  /// Numbers and severity before and now; empty when both are the same.
  let text: String

  init(_ before: ReportDigest.Entry, _ now: ReportDigest.Entry, _ language: Language) {
    var parts: [String] = []
    if let a = before.numbers, let b = now.numbers, a != b {
      let isMore = b > a
      let difference = isMore ? b - a : a - b
      let sign = isMore ? "+" : language == .ja ? "−" : "-"
      let words = "\(grouped(a)) → \(grouped(b))"
      parts.append(
        language == .ja
          ? "\(ComparisonWords.numbers.ja): \(words)（\(sign)\(grouped(difference))）"
          : "\(ComparisonWords.numbers.en): \(words) (\(sign)\(grouped(difference)))")
    }
    if before.severity != now.severity {
      let (old, new) = (before.severity.term(before.rule.basis), now.severity.term(now.rule.basis))
      parts.append("\(ComparisonWords.severity[language]): \(old[language]) → \(new[language])")
    }
    text = parts.joined(separator: language == .ja ? "　" : "  ")
  }
}
