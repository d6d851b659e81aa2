import Audit
import Comparison
import SupplyChain

/// Every word about what changed between two reports.
enum ComparisonWords {
  static let title = Phrase(
    ja: "番号流通経路 前回との比較", en: "Telephone-number supply chain: what changed")
  static let block = Phrase(ja: "前回との比較", en: "Since the last report")
  static let old = Phrase(ja: "前回", en: "Before")
  static let new = Phrase(ja: "今回", en: "Now")
  static let before = Phrase(ja: "前回", en: "before")
  static let now = Phrase(ja: "今回", en: "now")
  static let result = Phrase(ja: "結果", en: "Result")
  static let policy = Phrase(ja: "方針", en: "Policy")
  static let byRule = Phrase(ja: "ルール別の増減", en: "By rule")
  static let change = Phrase(ja: "前回比", en: "change")
  static let total = Phrase(ja: "合計", en: "total")
  static let notComparable = Phrase(
    ja: "比較不能（前回と今回の片方でしか判定していない）", en: "Not comparable: evaluated in one report only")
  static let unchanged = Phrase(ja: "変化なし", en: "nothing changed")
  static let severity = Phrase(ja: "重大度", en: "severity")
  static let numbers = Phrase(ja: "番号数", en: "numbers")
  static let waivedBefore = Phrase(ja: "前回の適用除外", en: "waived before by")
  /// What the words mean of two periods.
  static let ofPeriods = Phrase(
    ja: """
      期間どうしの比較では、「新規」は前回の期間のどの日にもなかった指摘、「解消」は今回の期間のどの日にもない指摘、「継続」は両方の期間に\
      あった指摘。「継続中」「解消済み」は、それぞれの期間の最終日に続いているかどうか。
      """,
    en: """
      Of two periods, new was found on no day of the one before, resolved on no day of this one, continuing in both. \
      Still open and mended tell whether a finding holds on the last day of its period.
      """)
  static let severityChanged = Phrase(ja: "重大度が変わった指摘事項", en: "Severity changed")

  /// The short word for a state, as in a sum of them.
  static func word(_ state: FindingState) -> Phrase {
    switch state {
    case .new: Phrase(ja: "新規", en: "new")
    case .noLongerWaived: Phrase(ja: "除外終了", en: "no longer waived")
    case .grown: Phrase(ja: "増加", en: "grown")
    case .shrunk: Phrase(ja: "減少", en: "shrunk")
    case .continuing: Phrase(ja: "継続", en: "continuing")
    case .newlyWaived: Phrase(ja: "新たに除外", en: "newly waived")
    case .resolved: Phrase(ja: "解消", en: "resolved")
    case .waived: Phrase(ja: "適用除外", en: "waived")
    case .notComparable: Phrase(ja: "比較不能", en: "not comparable")
    }
  }

  /// The heading of a list of findings in a state.
  static func heading(_ state: FindingState) -> Phrase {
    switch state {
    case .new: Phrase(ja: "新規の指摘事項", en: "New findings")
    case .noLongerWaived: Phrase(ja: "適用除外が終わった指摘事項", en: "Findings no longer waived")
    case .grown: Phrase(ja: "番号数が増えた指摘事項", en: "Findings about more numbers")
    case .shrunk: Phrase(ja: "番号数が減った指摘事項", en: "Findings about fewer numbers")
    case .continuing: Phrase(ja: "継続している指摘事項", en: "Continuing findings")
    case .newlyWaived: Phrase(ja: "新たに適用除外とした指摘事項", en: "Findings newly waived")
    case .resolved: Phrase(ja: "解消した指摘事項", en: "Resolved findings")
    case .waived: Phrase(ja: "適用除外とした指摘事項", en: "Waived findings")
    case .notComparable: Phrase(ja: "比較できない指摘事項", en: "Findings that cannot be compared")
    }
  }

  /// Why two reports should not be compared.
  static func difference(_ difference: ReportDifference) -> Phrase {
    switch difference {
    case .redaction(let old, let new):
      Phrase(
        ja: "仮名化の対象か鍵が異なる（前回 \(mark(old).ja)、今回 \(mark(new).ja)）",
        en: "the reports are not redacted alike with one key (\(mark(old).en), then \(mark(new).en))")
    case .schema(let old, let new):
      Phrase(
        ja: "報告の形式が異なる（前回 \(visible(old))、今回 \(visible(new))）",
        en: "the reports have different layouts (\(visible(old)), then \(visible(new)))")
    case .auditKind:
      Phrase(ja: "一方はある日の監査、他方は期間の監査である", en: "one report is about a day, the other about a period")
    case .policy(let old, let new):
      Phrase(
        ja: "方針が異なる（前回 \(visible(old.source))、今回 \(visible(new.source))）",
        en: "the policies differ (\(visible(old.source)), then \(visible(new.source)))")
    case .operatorFilter(let old, let new):
      Phrase(
        ja: "対象事業者が異なる（前回 \(visible(old ?? "すべて"))、今回 \(visible(new ?? "すべて"))）",
        en:
          "the reports are limited to different operators (\(visible(old ?? "all")), then \(visible(new ?? "all")))"
      )
    }
  }

  /// How a report is redacted.
  static func mark(_ redaction: ReportDigest.RedactionMark?) -> Phrase {
    guard let redaction else { return Phrase(ja: "仮名化なし", en: "not redacted") }
    let (scope, key) = (visible(redaction.scope), visible(redaction.keyID))
    return Phrase(ja: "\(scope)、鍵の識別子 \(key)", en: "\(scope), key \(key)")
  }

  /// Why a rule was not evaluated, from the code in a report.
  static func reason(_ code: String) -> Phrase {
    if code == ReportDigest.notListed {
      return Phrase(ja: "報告にこのルールがない", en: "the report does not have this rule")
    }
    if let reason = NotEvaluated(code: code) { return reason.explanation }
    return Phrase(ja: visible(code), en: visible(code))
  }

  /// When a report's findings held.
  static func time(_ time: ReportDigest.AuditedTime, _ language: Language) -> String {
    switch (time, language) {
    case (.day(let day), .ja): day.japanese
    case (.day(let day), .en): day.description
    case (.period(let from, let to), .ja): "\(from.japanese)から\(to.japanese)まで"
    case (.period(let from, let to), .en): "\(from) to \(to)"
    }
  }

  /// That the order of the two looks wrong, or that findings may be missing.
  static func cautions(_ comparison: ReportComparison, forced: [ReportDifference]) -> [Phrase] {
    var found = forced.map { difference in
      let words = ComparisonWords.difference(difference)
      return Phrase(
        ja: words.ja + "ことを承知のうえで比べた（--force）。", en: words.en + "; compared all the same (--force).")
    }
    if comparison.old.time.last > comparison.new.time.last {
      found.append(
        Phrase(
          ja: "前回の報告のほうが後の日のものである。", en: "the report given as the old one is of a later day."))
    }
    if case .period(let a, let b) = comparison.old.time, case .period(let c, let d) = comparison.new.time {
      let days = (a.distance(to: b) + 1, c.distance(to: d) + 1)
      // Months and years differ by so much.
      if abs(days.0 - days.1) > 3 {
        found.append(
          Phrase(
            ja: "期間の長さが異なる（前回 \(grouped(days.0))日間、今回 \(grouped(days.1))日間）。"
              + "長い期間ほど指摘は多くなる。",
            en:
              "the periods differ in length (\(grouped(days.0)) days before, \(grouped(days.1)) now): a longer one "
              + "finds more."))
      }
    }
    let rejected = (comparison.old.rejectedRows, comparison.new.rejectedRows)
    if rejected.0 > 0 || rejected.1 > 0 {
      found.append(
        Phrase(
          ja:
            "誤りのある行を除いて監査している（前回 \(grouped(rejected.0))行、今回 \(grouped(rejected.1))行）。除いた行の指摘は新規にも解消にも見えうる。",
          en:
            "rows with errors were set aside (\(grouped(rejected.0)) before, \(grouped(rejected.1)) now): what hangs on "
            + "them may look new or resolved."))
    }
    return found
  }
}

extension NotEvaluated {
  /// The reason of that code; nil for none.
  init?(code: String) {
    let columns: [ProvisionColumns] = [
      .approvalCheckedOn, .conditionsAgreedOn, .continuityCheckedOn, .declaredOn, .resaleClause,
    ]
    let all: [NotEvaluated] =
      TableName.allCases.map { .noTable($0) } + columns.map { .noColumn($0) }
      + [.noConfirmationCategories, .noCaps, .noPolicyCap, .tooFragmented, .off, .notSelected]
    guard let reason = all.first(where: { $0.code == code }) else { return nil }
    self = reason
  }
}

/// A difference with its sign: `+3`, `-2`, `±0`.
func signed(_ change: Int, _ language: Language) -> String {
  if change == 0 { return "±0" }
  let digits = grouped(abs(change))
  if change > 0 { return "+" + digits }
  return (language == .ja ? "−" : "-") + digits
}
