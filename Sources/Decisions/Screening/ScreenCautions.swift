import Audit
import Numbering
import SupplyChain

/// A rule that says nothing of a candidate because it could not be evaluated (判定不能).
public struct UnevaluatedRule: Sendable, Equatable {
  /// The rule.
  public let rule: RuleID
  /// Why it was not evaluated.
  public let reason: NotEvaluated

  /// Whether the ledger lacks what might have shown a reason against a candidate.
  ///
  /// A figure that the policy leaves out, or a rule it switches off, is no such lack.
  public var mayHideReason: Bool { reason.isLackOfData && rule.canBeReason }

  /// The rules of a day, in order, that were not evaluated.
  static func all(_ reasons: [NotEvaluated?]) -> [UnevaluatedRule] {
    zip(RuleID.allCases, reasons).compactMap { rule, reason in
      reason.map { UnevaluatedRule(rule: rule, reason: $0) }
    }
  }
}

extension NotEvaluated {
  /// Whether the data lack something, rather than the policy or the question.
  package var isLackOfData: Bool {
    switch self {
    case .noTable, .noColumn, .tooFragmented: true
    case .noConfirmationCategories, .noCaps, .noPolicyCap, .off, .notSelected: false
    }
  }
}

extension RuleID {
  /// Whether a candidate can make it report something (`docs/readings.md`, what a candidate can change).
  fileprivate var canBeReason: Bool {
    switch self {
    case .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed, .undeclaredResale,
      .deemedApprovalInvalid, .designationOverlap, .sharedIdentity, .waiverExpired:
      false
    default: true
    }
  }
}

/// What to know of a candidate beside its verdict, which it does not decide (留意事項).
public struct ScreenCautions: Sendable, Equatable {
  /// Numbers of a candidate's range that its supplier provides already.
  public struct ProvidedAlready: Sendable, Equatable {
    /// How many there are, at least 1.
    public let numbers: UInt64
    /// One of the provisions: of those that begin no later than the range ends, the first that reaches farthest.
    public let provision: ProvisionIndex
  }

  /// How many numbers of its range nobody was designated; nil for a count-only candidate, or without the table.
  public let undesignated: UInt64?
  /// What of its range the supplier provides already; nil for nothing, and for a count-only candidate.
  public let provided: ProvidedAlready?
  /// Rows of the refusals and suspensions of stock that the supplier's person is under, of any category.
  public let onSupplier: [UInt32]
  /// Rows of the refusals and suspensions of stock that the recipient's person is under, of any category.
  public let onRecipient: [UInt32]
  /// The rules that were not evaluated on the day, in order.
  public let notEvaluated: [UnevaluatedRule]

  /// How many of them might have shown a reason, had the ledger what they need.
  public var hidden: Int { notEvaluated.count(where: \.mayHideReason) }

  /// Whether there is nothing to be told of the candidate itself.
  public var isEmpty: Bool {
    undesignated ?? 0 == 0 && provided == nil && onSupplier.isEmpty && onRecipient.isEmpty
  }
}

extension ScreenCautions.ProvidedAlready {
  /// Looks through the supplier's provisions.
  ///
  /// - Complexity: O(*n*) in them.
  init?(_ candidate: ProvisionCandidate, _ state: DayState) {
    guard let span = candidate.span, let view = state.chain.outflows.view(candidate.category) else {
      return nil
    }
    let table = state.chain.tables.provisions
    var union = UnionSize()
    var (farthest, greatest): (ProvisionIndex, UInt64) = (noIndex, 0)
    // By start, count-only ones last.
    for position in view.range(candidate.supplier) {
      let row = view.provisions[position]
      let p = Int(row)
      guard table.isRanged(p), state.isActive(row) else { continue }
      if table.rangeStarts[p] > span.upperBound { break }
      let end = table.rangeEnd(p)
      if end > greatest { (farthest, greatest) = (row, end) }
      guard end >= span.lowerBound else { continue }
      union.add(from: max(span.lowerBound, table.rangeStarts[p]), through: min(span.upperBound, end))
    }
    guard union.size > 0, farthest != noIndex else { return nil }
    self.init(numbers: union.size, provision: farthest)
  }

  /// The same from flows worked out beforehand.
  ///
  /// - Complexity: O(log *n*) in the supplier's provisions.
  init?(_ candidate: ProvisionCandidate, _ state: DayState, _ flows: PassedFlows?) {
    guard let span = candidate.span, let flows, let view = state.chain.outflows.view(candidate.category)
    else {
      return nil
    }
    let numbers = flows.numbers(of: span)
    guard numbers > 0 else { return nil }
    let table = state.chain.tables.provisions
    let all = view.range(candidate.supplier)
    var (low, high) = (all.lowerBound, all.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let p = Int(view.provisions[middle])
      let isBefore = table.isRanged(p) && table.rangeStarts[p] <= span.upperBound
      if isBefore { low = middle + 1 } else { high = middle }
    }
    let farthest = flows.farthest(before: low - all.lowerBound)
    if farthest == noIndex { return nil }
    self.init(numbers: numbers, provision: farthest)
  }
}

/// Tells the cautions of any candidate on a day.
struct CautionBook: Sendable {
  private let screening: Screening
  private let designated: [DesignatedNumbers]
  private let restrictions: RestrictionsInForce
  let notEvaluated: [UnevaluatedRule]

  /// - Complexity: O(*n* log *n*) in designations and restrictions.
  init(_ screening: Screening) {
    self.screening = screening
    let state = screening.state
    designated = Category.allCases.map { DesignatedNumbers($0, state) }
    restrictions = RestrictionsInForce(state.chain, on: state.day)
    notEvaluated = UnevaluatedRule.all(screening.plan.notEvaluated)
  }

  /// - Complexity: O(log *n*), and O(the restrictions on both ends).
  func cautions(of candidate: ProvisionCandidate) -> ScreenCautions {
    let state = screening.state
    var undesignated: UInt64?
    if let span = candidate.span, state.chain.tables.designations.origin.isPresent {
      undesignated = candidate.numbers - designated[Int(candidate.category.rawValue)].size(in: span)
    }
    return ScreenCautions(
      undesignated: undesignated,
      provided: .init(
        candidate, state, screening.flows.passed(by: candidate.supplier, in: candidate.category)),
      onSupplier: restrictions.rows(on: candidate.supplier),
      onRecipient: restrictions.rows(on: candidate.recipient), notEvaluated: notEvaluated)
  }
}

/// The numbers of a category that anybody was designated on a day.
private struct DesignatedNumbers: Sendable {
  private var spans = Spans()
  /// How many numbers the spans before each hold.
  private var before: [UInt64] = []

  init(_ category: Category, _ state: DayState) {
    let table = state.chain.tables.designations
    let day = state.day.ordinal
    let rows = (0..<table.count).filter {
      table.categories[$0] == category && table.starts[$0] <= day && day < table.ends[$0]
    }.sorted { table.rangeStarts[$0] < table.rangeStarts[$1] }
    for row in rows { spans.append(from: table.rangeStarts[row], to: table.rangeEnds[row]) }
    var sum: UInt64 = 0
    for (start, end) in zip(spans.starts, spans.ends) {
      before.append(sum)
      sum += end - start + 1
    }
    before.append(sum)
  }

  /// How many numbers of a range are among them.
  ///
  /// - Complexity: O(log *n*).
  func size(in span: ClosedRange<UInt64>) -> UInt64 {
    below(span.upperBound + 1) - below(span.lowerBound)
  }

  /// How many are less than a number.
  private func below(_ number: UInt64) -> UInt64 {
    var (low, high) = (0, spans.starts.count)
    while low < high {
      let middle = (low + high) / 2
      if spans.starts[middle] < number { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    return before[low - 1] + min(number - spans.starts[low - 1], before[low] - before[low - 1])
  }
}
