import Decisions
import Numbering
import SupplyChain

/// What many traces come to: how they end, and whom to ask about how many numbers.
struct TraceTally {
  private var suspended = 0
  private var branched = 0
  /// Numbers by the reasons that their trails end with.
  private var reasons: [TraceEnd.Reason: Int] = [:]
  private var groups: [TraceQuestion: Int] = [:]
  private let hasDesignations: Bool

  /// - Complexity: that of tracing each number.
  init(_ numbers: [TelephoneNumber], _ facts: TraceFacts) {
    hasDesignations = facts.hasDesignations
    for number in numbers {
      let trace = facts.tracer.trace(number)
      if !trace.suspensions.isEmpty { suspended += 1 }
      if trace.ends.count(where: { $0.reason != .noDesignation }) > 1 { branched += 1 }
      for reason in Set(trace.ends.map(\.reason)) { reasons[reason, default: 0] += 1 }
      for question in facts.questions(trace) { groups[question, default: 0] += 1 }
    }
  }

  /// All in one line.
  func answer(_ language: Language) -> String {
    var parts = TraceEnd.Reason.allCases.compactMap { reason in
      reasons[reason].map { TraceWords.tally(reason, $0, hasDesignations: hasDesignations)[language] }
    }
    if branched > 0 {
      parts.append(
        language == .ja ? "終わりが複数 \(grouped(branched))番号" : "\(grouped(branched)) with several ends")
    }
    if suspended > 0 {
      parts.append(language == .ja ? "停止中 \(grouped(suspended))番号" : "\(grouped(suspended)) suspended")
    }
    return parts.joined(separator: language == .ja ? "、" : ", ")
  }

  /// Appends the operators to ask, those with the most numbers first.
  func append(to page: inout TextPage, _ facts: TraceFacts, showsAll: Bool) {
    let language = facts.language
    page.heading(TraceWords.whomToAsk[language], underline: "-")
    let sorted = groups.sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      if left.key.operators != right.key.operators {
        return left.key.operators.lexicographicallyPrecedes(right.key.operators)
      }
      if left.key.kind != right.key.kind { return left.key.kind.rawValue < right.key.kind.rawValue }
      return left.key.rank < right.key.rank
    }
    for (question, count) in sorted.prefix(showsAll ? sorted.count : TraceText.shownLines) {
      page.paragraph(
        facts.words(for: question), first: TextPage.pad(grouped(count), to: 8, right: true) + "  ", indent: 12
      )
    }
    let rest = sorted.count - TraceText.shownLines
    if rest > 0, !showsAll {
      page.line(
        language == .ja
          ? "… ほか\(grouped(rest))件（--all ですべて表示）" : "… and \(grouped(rest)) more (--all lists them)")
    }
    page.line()
  }
}
