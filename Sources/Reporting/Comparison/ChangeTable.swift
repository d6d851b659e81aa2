import Audit
import Comparison

/// What changed, in one line and rule by rule.
struct ChangeTable {
  let comparison: ReportComparison
  let language: Language
  /// Whether rules without a change have a line of their own.
  let showsAll: Bool

  /// What it comes to: how many findings there were and are, and what became of them.
  var verdict: String {
    let total = comparison.total
    let comparable = comparison.comparableTotal
    let sum: String
    let change = signed(comparable.new - comparable.old, language)
    // What only one report looked for would make the sum wrong.
    let isPart = comparable.old != total.old || comparable.new != total.new
    if language == .ja {
      let note = (isPart ? "、比較不能を除く" : "") + mended(total)
      sum = "指摘 \(grouped(total.old))件 → \(grouped(total.new))件（前回比 \(change)\(note)）"
    } else {
      let note = (isPart ? " among those comparable" : "") + mended(total)
      sum = "\(grouped(total.old)) → \(count(total.new)) (\(change)\(note))"
    }
    let states: [FindingState] = [
      .new, .noLongerWaived, .grown, .shrunk, .newlyWaived, .resolved, .notComparable, .continuing,
    ]
    let always: Set<FindingState> = [.new, .resolved, .continuing]
    var parts = states.filter { always.contains($0) || total[$0] > 0 }.map { state in
      item(total[state], ComparisonWords.word(state)) + (state == .new ? graveness(of: total) : "")
    }
    if total.raised > 0 {
      parts.append(item(total.raised, Phrase(ja: "重大度上昇", en: "graver")))
    }
    if total.lowered > 0 {
      parts.append(item(total.lowered, Phrase(ja: "重大度低下", en: "milder")))
    }
    if comparison.isUnchanged { parts = [ComparisonWords.unchanged[language]] }
    return sum + (language == .ja ? "。" : ": ") + parts.joined(separator: language == .ja ? "、" : ", ")
  }

  /// How many findings of a period had ended by its last day; empty for a day.
  private func mended(_ total: RuleChange) -> String {
    guard comparison.new.time.isPeriod else { return "" }
    let count = grouped(total.mended)
    return language == .ja ? "、今回のうち解消済み \(count)件" : "; \(count) of those now mended"
  }

  /// How many of the new findings are violations, and warnings; empty for none.
  private func graveness(of total: RuleChange) -> String {
    let counts = [(Severity.violation, total.new(.violation)), (.warning, total.new(.warning))]
    let parts = counts.filter { $0.1 > 0 }.map { severity, count in
      switch (severity, language) {
      case (.violation, .ja): "違反等 \(grouped(count))件"
      case (_, .ja): "注意 \(grouped(count))件"
      case (_, .en): "\(grouped(count)) \(severity.name)\(count == 1 ? "" : "s")"
      }
    }
    if parts.isEmpty { return "" }
    return language == .ja ? "（うち\(parts.joined(separator: "、"))）" : " (\(parts.joined(separator: ", ")))"
  }

  private func item(_ number: Int, _ word: Phrase) -> String {
    language == .ja ? "\(word.ja) \(grouped(number))件" : "\(grouped(number)) \(word.en)"
  }

  private func count(_ number: Int) -> String { "\(grouped(number)) \(number == 1 ? "finding" : "findings")" }

  // MARK: Table

  /// Appends a line for each rule that changed, the total, and what cannot be compared.
  func append(to page: inout TextPage) {
    let total = comparison.total
    var columns: [FindingState] = [.new, .resolved, .grown, .shrunk]
    if total[.noLongerWaived] + total[.newlyWaived] > 0 { columns += [.noLongerWaived, .newlyWaived] }
    let head =
      [ComparisonWords.before, ComparisonWords.now, ComparisonWords.change].map { $0[language] }
      + columns.map { heading($0)[language] }
    var lines: [(label: String, cells: [String], isWorse: Bool)] = []
    var same = (rules: 0, findings: 0)
    for rule in RuleID.allCases {
      let change = comparison[rule]
      if !change.isChanged, change.new == 0 || !showsAll {
        same.rules += change.isComparable ? 1 : 0
        same.findings += change.new
      } else if change.old + change.new > 0 || change.isComparable {
        let isWorse = change[.new] + change[.noLongerWaived] + change[.grown] > 0
        lines.append((rule.name, cells(change, change.change, columns), isWorse))
      }
    }
    let comparable = comparison.comparableTotal
    lines.append(
      (ComparisonWords.total[language], cells(total, comparable.new - comparable.old, columns), false))
    let widths = head.indices.map { column in
      2 + lines.reduce(DisplayWidth.of(head[column])) { max($0, DisplayWidth.of($1.cells[column])) }
    }
    func line(_ label: String, _ cells: [String]) -> String {
      zip(cells, widths).reduce(TextPage.pad(label, to: 28)) {
        $0 + TextPage.pad($1.0, to: $1.1, right: true)
      }
    }
    page.line(page.styled(line(Words.rule[language], head), .faint))
    for (label, cells, isWorse) in lines {
      page.line(isWorse ? page.styled(line(label, cells), .bold) : line(label, cells))
    }
    if same.rules > 0 {
      var rules = TextBuffer()
      rules.append(count: UInt64(same.rules), .rules, language)
      page.line(
        language == .ja
          ? "増減のないルール: \(rules.text)（指摘 \(grouped(same.findings))件）"
          : "Without a change: \(rules.text) (\(count(same.findings)))")
    }
    appendOneSided(to: &page)
    if comparison.old.time.isPeriod, comparison.new.time.isPeriod {
      page.paragraph(ComparisonWords.ofPeriods[language])
    }
  }

  private func cells(_ counts: RuleChange, _ change: Int?, _ columns: [FindingState]) -> [String] {
    [grouped(counts.old), grouped(counts.new), change.map { signed($0, language) } ?? "-"]
      + columns.map { grouped(counts[$0]) }
  }

  /// The head of a column; shorter than the word where that would not fit.
  private func heading(_ state: FindingState) -> Phrase {
    switch state {
    case .noLongerWaived: Phrase(ja: "除外終了", en: "unwaived")
    case .newlyWaived: Phrase(ja: "除外へ", en: "waived")
    default: ComparisonWords.word(state)
    }
  }

  /// Rules that one report evaluated and the other did not, each with the reason.
  private func appendOneSided(to page: inout TextPage) {
    let rules = RuleID.allCases.filter { comparison[$0].isOneSided }
    guard !rules.isEmpty else { return }
    page.line()
    page.line(page.styled(ComparisonWords.notComparable[language], .bold))
    for rule in rules {
      let change = comparison[rule]
      let side = change.oldReason == nil ? ComparisonWords.new : ComparisonWords.old
      let reason = ComparisonWords.reason(change.oldReason ?? change.newReason ?? "")
      let found = change.old + change.new
      let words =
        language == .ja
        ? "\(side.ja)は判定不能: \(reason.ja)（他方の指摘 \(grouped(found))件）"
        : "not evaluated \(change.oldReason == nil ? "now" : "before"): \(reason.en)"
          + " (\(count(found)) in the other)"
      page.paragraph(words, first: TextPage.pad("  " + rule.name, to: 30), indent: 30)
    }
  }
}

extension ReportComparison {
  /// The counts of the rules that both reports evaluated.
  var comparableTotal: RuleChange {
    var total = RuleChange()
    for rule in rules where rule.isComparable { total.add(rule) }
    return total
  }
}
