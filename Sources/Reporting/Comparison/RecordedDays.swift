import Comparison
import Numbering

/// On which days a finding held, as a report of a period tells.
struct RecordedDays {
  /// Maximal runs, ascending.
  private let periods: [DayInterval]
  /// Those on which no waiver covered it; empty when they are none or all of them.
  private let unwaived: [DayInterval]
  /// Whether it held on the last day of the period.
  private let isOpen: Bool
  /// The days of the report.
  private let whole: DayInterval

  /// nil for a finding of a day, and for days that cannot be read.
  init?(_ finding: RecordedFinding, in digest: ReportDigest) {
    guard case .period(let from, let to) = digest.time else { return nil }
    periods = finding.days("periods")
    unwaived = finding.days("unwaived_periods")
    guard let last = periods.last else { return nil }
    isOpen = last.end > to.ordinal
    whole = DayInterval(start: from.ordinal, end: to.ordinal + 1)
  }

  /// `still open: 2025-04-01 to 2025-06-30 (91 days)`.
  func text(_ language: Language) -> String {
    let ending = (isOpen ? PeriodWords.open : PeriodWords.mended)[language]
    return ending + (language == .ja ? "　" : ": ")
      + PeriodWords.days(periods, unwaived: unwaived, within: whole, language)
  }

  /// The same of an earlier report.
  func textOfOld(_ language: Language) -> String {
    "\(ComparisonWords.old[language])\(language == .ja ? "　" : ": ")\(text(language))"
  }
}

extension RecordedFinding {
  /// The runs of a member that are days.
  fileprivate func days(_ name: String) -> [DayInterval] {
    runs(name).compactMap { run in
      guard let first = Day(run.from), let last = Day(run.to), first <= last else { return nil }
      return DayInterval(start: first.ordinal, end: last.ordinal + 1)
    }
  }
}
