import Audit
import Bytes
import Numbering
import SupplyChain

/// On whom others depend: operators through which every clean level of others runs (SPEC §8 `critical`).
///
/// Without the certificate of such an operator those that depend on it have no clean level any more: no chain of certified
/// operators from a holder reaches them. They are found as the dominators of the certified operators in the graph of one
/// category.
public struct CriticalOperators: Sendable {
  /// What depends on one operator in one category.
  public struct Row: Sendable, Equatable {
    /// On whom others depend.
    public let operatorIndex: OperatorIndex
    /// 種別.
    public let category: Category
    /// How many other operators have a clean level only through it; at least one.
    public let dependents: Int
    /// The numbers of the active inflows of those operators in the category, together.
    public let numbers: UInt64

    package init(operatorIndex: OperatorIndex, category: Category, dependents: Int, numbers: UInt64) {
      self.operatorIndex = operatorIndex
      self.category = category
      self.dependents = dependents
      self.numbers = numbers
    }
  }

  /// What the rows of one category are part of.
  public struct Whole: Sendable, Equatable {
    /// 種別.
    public let category: Category
    /// How many operators have a clean level.
    public let operators: Int
    /// The numbers of their active inflows in the category, together.
    public let numbers: UInt64

    package init(category: Category, operators: Int, numbers: UInt64) {
      self.category = category
      self.operators = operators
      self.numbers = numbers
    }
  }

  /// The state of the day that was asked about.
  public let state: DayState
  /// Why there is no answer: without designations nobody has a level, without certifications none is clean.
  public let notEvaluated: NotEvaluated?
  /// Most dependents first, then most numbers; equal ones by category, then in file order.
  public let rows: [Row]
  /// The categories in which some operator has a clean level, in order.
  public let categories: [Whole]

  /// Finds every operator on which another depends.
  ///
  /// - Complexity: O((*n* + *p*) log *n*) at most in operators and provisions, near-linear in practice, and
  ///   O(*r* log *r*) in ranges received.
  public init(_ state: DayState, threads: Int = 2) {
    self.state = state
    let tables = state.chain.tables
    if !tables.designations.origin.isPresent {
      (notEvaluated, rows, categories) = (.noTable(.designations), [], [])
      return
    }
    if !tables.certifications.origin.isPresent {
      (notEvaluated, rows, categories) = (.noTable(.certifications), [], [])
      return
    }
    let parts = concurrentMap(Category.count, threads: threads) { place in
      Category(rawValue: UInt8(place)).flatMap { Part($0, state) }
    }
    notEvaluated = nil
    categories = parts.compactMap { $0?.whole }
    rows = parts.flatMap { $0?.rows ?? [] }.sorted { left, right in
      if left.dependents != right.dependents { return left.dependents > right.dependents }
      if left.numbers != right.numbers { return left.numbers > right.numbers }
      return (left.category.rawValue, left.operatorIndex) < (right.category.rawValue, right.operatorIndex)
    }
  }

  /// What is the whole of a row.
  public func whole(of row: Row) -> Whole? { categories.first { $0.category == row.category } }

  /// One category.
  private struct Part: Sendable {
    let whole: Whole
    let rows: [Row]

    /// nil when nobody has a clean level.
    init?(_ category: Category, _ state: DayState) {
      let graph = ProvisionGraph(state, in: CategorySet(category), certifiedOnly: true)
      if graph.sources.isEmpty { return nil }
      let dominators = graph.dominators()
      let numbers = DominatedNumbers(dominators, in: category, state)
      var rows: [Row] = []
      for (x, count) in dominators.dominated.enumerated() where count > 0 {
        rows.append(
          Row(
            operatorIndex: OperatorIndex(x), category: category, dependents: Int(count),
            numbers: numbers.below[x]))
      }
      self.rows = rows
      let reached = dominators.immediate.count { $0 != noIndex }
      whole = Whole(category: category, operators: reached, numbers: numbers.total)
    }
  }
}
