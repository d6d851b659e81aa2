import Audit
import Numbering

/// Words of reports about a period.
enum PeriodWords {
  static let period = Phrase(ja: "監査期間", en: "Period")
  static let summary = Phrase(ja: "期間の集計", en: "Over the period")
  static let open = Phrase(ja: "継続中", en: "still open")
  static let mended = Phrase(ja: "解消済み", en: "mended")
  static let numberDays = Phrase(ja: "延べ番号日数", en: "number-days")
  static let total = Phrase(ja: "計", en: "total")
  static let worst = Phrase(ja: "延べ番号日数の多い事業者", en: "Operators with most number-days")
  static let uncovered = Phrase(ja: "適用除外の及ばない期間", en: "not waived")

  /// What the members of a finding are of, and what number-days are.
  static let notes = Phrase(
    ja: """
      指摘の内容（原因、流通経路など）は各指摘の最初の日のもの、番号数は期間中の最大。「継続中」は期間の最終日にも続いている指摘、\
      「解消済み」は最終日より前に終わった指摘。延べ番号日数は、適用除外でない指摘の番号数を日ごとに足したもの。
      """,
    en: """
      Findings are told as of their first day (cause, chain and so on), with the greatest numbers of any day. Still open \
      are those that hold on the last day of the period, mended those that ended before. Number-days are the numbers of \
      the findings that are not waived, added up day by day.
      """)

  /// On which day a chain was as it is shown.
  static func on(_ day: Day) -> Phrase { Phrase(ja: "（\(day)）", en: " on \(day)") }

  /// That the coverage is about one day.
  static func asOf(_ day: Day) -> Phrase {
    Phrase(ja: "期間の最終日（\(day)）の状態。", en: "As of the last day of the period, \(day).")
  }

  /// `2025-04-01から2025-06-30まで（91日間）`, `2025-04-01 to 2025-06-30 (91 days)`.
  static func run(_ days: DayInterval) -> Phrase {
    guard let first = Day(ordinal: days.start), let last = Day(ordinal: days.end - 1) else {
      return Phrase(ja: "", en: "")
    }
    return run(from: first.description, to: last.description, count: first.distance(to: last) + 1)
  }

  /// The same with days already written.
  static func run(from first: String, to last: String, count: Int) -> Phrase {
    if count == 1 { return Phrase(ja: "\(first)（1日間）", en: "\(first) (1 day)") }
    return Phrase(
      ja: "\(first)から\(last)まで（\(grouped(count))日間）", en: "\(first) to \(last) (\(grouped(count)) days)")
  }

  /// How many runs of days of one finding are told.
  private static let runsShown = 6

  /// Several runs one after the other, and how many days they are together.
  ///
  /// - Parameter whole: the period they lie in.
  static func runs(_ all: [DayInterval], within whole: DayInterval, _ language: Language) -> String {
    let count = all.reduce(0) { $0 + Int($1.end) - Int($1.start) }
    if all == [whole], count > 1 {
      let days = grouped(count)
      return language == .ja ? "期間を通じて（\(days)日間）" : "throughout the period (\(days) days)"
    }
    var parts = all.prefix(runsShown).map { run($0)[language] }
    let left = all.count - parts.count
    if left > 0 {
      parts.append(
        language == .ja ? "ほか\(grouped(left))回" : left == 1 ? "1 more run" : "\(grouped(left)) more runs")
    }
    let text = parts.joined(separator: language == .ja ? "、" : ", ")
    if all.count < 2 { return text }
    return language == .ja ? "\(text)、計\(grouped(count))日間" : "\(text), \(grouped(count)) days in all"
  }

  /// The days of a finding, and where waivers cover some of them those that none covers.
  static func days(
    _ all: [DayInterval], unwaived: [DayInterval], within whole: DayInterval, _ language: Language
  ) -> String {
    let text = runs(all, within: whole, language)
    if unwaived.isEmpty { return text }
    let label = uncovered[language]
    let rest = runs(unwaived, within: whole, language)
    return language == .ja ? "\(text)　\(label): \(rest)" : "\(text); \(label): \(rest)"
  }
}
