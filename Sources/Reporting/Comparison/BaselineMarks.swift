import Audit
import Comparison

/// What the text of an audit says beside a finding when there is an earlier report.
struct BaselineMarks {
  /// What is said of one finding.
  struct Mark {
    /// `【新規】`; empty for a finding that continues.
    let label: String
    /// Numbers and severity before and now; empty when both are the same or it was not found.
    let difference: String
    /// On which days it held in an earlier report of a period; empty where that does not tell.
    let history: String
  }

  private let members: ChangeMembers
  private let comparison: ReportComparison
  private let language: Language

  init(_ comparison: ReportComparison, _ language: Language) {
    members = ChangeMembers(comparison)
    self.comparison = comparison
    self.language = language
  }

  /// What is said of a finding, by its rule and its place among the findings of it.
  func mark(_ rule: RuleID, _ index: Int) -> Mark {
    let place = members.place(rule, index)
    let state = members.state(place)
    var (difference, history) = ("", "")
    if let before = members.before(place) {
      difference = FindingChange(before, comparison.new.entries[place], language).text
      let days = RecordedFinding(before, in: comparison.old).flatMap { RecordedDays($0, in: comparison.old) }
      history = days?.textOfOld(language) ?? ""
    }
    let label =
      switch state {
      case .continuing, .waived: ""
      default:
        language == .ja
          ? "【\(ComparisonWords.word(state).ja)】" : "[\(ComparisonWords.word(state).en)] "
      }
    return Mark(label: label, difference: difference, history: history)
  }

  /// Whether a finding did not count before.
  func isNews(_ rule: RuleID, _ index: Int) -> Bool {
    let state = members.state(members.place(rule, index))
    return state == .new || state == .noLongerWaived
  }
}
