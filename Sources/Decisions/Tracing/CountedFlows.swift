import Numbering
import SupplyChain
import Synchronization

/// What operators have to do with active provisions known by their count only, worked out for those that are asked about.
///
/// An operator may have a million of them: what took more than a few steps is remembered.
final class CountedFlows: Sendable {
  private struct Known {
    /// By question, operator and category.
    var answers: [UInt64: UInt32] = [:]
    /// By category, where the state has none.
    var levels: [Category: [UInt32]] = [:]
  }

  private enum Question: UInt64 {
    case leave, arrive, level
  }

  private let state: DayState
  private let known = Mutex(Known())
  /// Answers that take fewer steps are not remembered.
  private static let fewSteps = 32

  init(_ state: DayState) {
    self.state = state
  }

  /// Whether an operator provides any.
  ///
  /// - Complexity: O(*k*) once, in its provisions known by their count only; then O(1).
  func leave(_ x: OperatorIndex, in category: Category) -> Bool {
    guard state.hasOutflow(x, in: category), let view = state.chain.outflows.view(category) else {
      return false
    }
    return remembered(.leave, x, category) { self.hasAny(of: x, view) } != 0
  }

  /// Whether an operator receives any.
  ///
  /// - Complexity: as `leave`.
  func arrive(at x: OperatorIndex, in category: Category) -> Bool {
    guard state.hasInflow(x, in: category), let view = state.chain.inflows.view(category) else {
      return false
    }
    return remembered(.arrive, x, category) { self.hasAny(of: x, view) } != 0
  }

  /// One more than the least level of those from whom an operator receives some; `noLevel` for none (SPEC §4
  /// *level(u, x)*, where no range contains the number).
  ///
  /// - Complexity: as `leave`; where the state has no levels, once O(operators + provisions of the category).
  func levelGiven(to x: OperatorIndex, in category: Category) -> UInt32 {
    guard let view = state.chain.inflows.view(category) else { return noLevel }
    return remembered(.level, x, category) {
      let levels = self.levels(in: category)
      let suppliers = self.state.chain.tables.provisions.suppliers
      var least = noLevel
      let steps = self.walk(view, of: x) { p in
        least = min(least, levels[Int(suppliers[p])])
        return true
      }
      return (least == noLevel ? noLevel : least + 1, steps)
    }
  }

  private func hasAny(of x: OperatorIndex, _ view: CategoryAdjacency) -> (UInt32, steps: Int) {
    var found: UInt32 = 0
    let steps = walk(view, of: x) { _ in
      found = 1
      return false
    }
    return (found, steps)
  }

  /// Goes through the active ones of an operator as long as the body wants more; returns how many rows it saw.
  private func walk(_ view: CategoryAdjacency, of x: OperatorIndex, _ body: (Int) -> Bool) -> Int {
    let starts = state.chain.tables.provisions.rangeStarts
    let range = view.range(x)
    for position in range.reversed() {
      let p = Int(view.provisions[position])
      // The ranged ones stand first.
      if starts[p] != 0 || (state.active[p] != 0 && !body(p)) { return range.upperBound - position }
    }
    return range.count
  }

  private func remembered(
    _ question: Question, _ x: OperatorIndex, _ category: Category, _ work: () -> (UInt32, steps: Int)
  ) -> UInt32 {
    let key = (UInt64(x) << 8 | UInt64(category.rawValue)) << 2 | question.rawValue
    if let answer = known.withLock({ $0.answers[key] }) { return answer }
    let (answer, steps) = work()
    if steps > Self.fewSteps { known.withLock { $0.answers[key] = answer } }
    return answer
  }

  private func levels(in category: Category) -> [UInt32] {
    if let levels = state.levels?.byCategory[Int(category.rawValue)] { return levels }
    return known.withLock { known in
      if let levels = known.levels[category] { return levels }
      let levels = state.levels(in: category)
      known.levels[category] = levels
      return levels
    }
  }
}
