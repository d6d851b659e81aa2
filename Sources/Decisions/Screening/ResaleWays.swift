import Audit
import Numbering
import SupplyChain
import Synchronization

/// Whether numbers that are not their supplier's own pass from one operator to another.
///
/// Few operators stand above one that sells on, so a short search nearly always tells. Where it does not, and when short
/// searches add up to as much, an index of the category is made (`ResaleReach`) and asked from then on. Values may be
/// used from any thread.
final class ResaleWays: Sendable {
  private struct Known {
    /// 1 for the provisions that may be part of a circle; nil as long as no index was made.
    var kept: [UInt8]?
    var reach: [Category: ResaleReach] = [:]
  }

  private let state: DayState
  private let effort: ScreeningEffort
  private let known = Mutex(Known())
  /// Provisions that short searches looked at.
  private let spent = Atomic<Int>(0)

  init(_ state: DayState, _ effort: ScreeningEffort) {
    self.state = state
    self.effort = effort
  }

  /// Whether a way leads from one operator to another one.
  ///
  /// - Complexity: O(1) where one end passes nothing on or receives nothing; `effort.steps` provisions for a short search,
  ///   else as `ResaleReach`, which takes O(operators + provisions) once for each category.
  func leads(from y: OperatorIndex, to x: OperatorIndex, in category: Category) -> Bool {
    guard state.hasOutflow(y, in: category), state.hasInflow(x, in: category) else { return false }
    if let index = known.withLock({ $0.reach[category] }) { return index.leads(from: y, to: x) }
    if spent.load(ordering: .relaxed) < effort.allSteps {
      if let answer = search(upFrom: x, to: y, in: category) { return answer }
      if let answer = search(downFrom: y, to: x, in: category) { return answer }
    }
    return index(of: category)?.leads(from: y, to: x) ?? false
  }

  /// Everybody above an operator, as long as that is few provisions; nil when there are more.
  private func search(upFrom x: OperatorIndex, to y: OperatorIndex, in category: Category) -> Bool? {
    guard let view = state.chain.inflows.view(category) else { return false }
    let suppliers = state.chain.tables.provisions.suppliers
    var search = ShortSearch(from: x, steps: effort.steps)
    defer { spent.wrappingAdd(search.taken, ordering: .relaxed) }
    while let next = search.next() {
      for position in view.range(next) {
        guard search.step() else { return nil }
        let p = view.provisions[position]
        let u = suppliers[Int(p)]
        // Who receives nothing is the end of a way, or the beginning that is sought.
        guard u == y || state.hasInflow(u, in: category), state.isActive(p), !state.isWhollyOwn(p) else {
          continue
        }
        if u == y { return true }
        search.meet(u)
      }
    }
    return false
  }

  /// Everybody below an operator, likewise.
  private func search(downFrom y: OperatorIndex, to x: OperatorIndex, in category: Category) -> Bool? {
    guard let view = state.chain.outflows.view(category) else { return false }
    var search = ShortSearch(from: y, steps: effort.steps)
    defer { spent.wrappingAdd(search.taken, ordering: .relaxed) }
    while let next = search.next() {
      for position in view.range(next) {
        guard search.step() else { return nil }
        let (p, v) = (view.provisions[position], view.recipients[position])
        guard v == x || state.hasOutflow(v, in: category), state.isActive(p), !state.isWhollyOwn(p) else {
          continue
        }
        if v == x { return true }
        search.meet(v)
      }
    }
    return false
  }

  /// The index of a category; it is made once, others wait for it.
  private func index(of category: Category) -> ResaleReach? {
    known.withLock { known in
      if let index = known.reach[category] { return index }
      let kept = known.kept ?? state.resoldBetweenResellers()
      known.kept = kept
      let index = ResaleReach(state, in: category, kept: kept)
      known.reach[category] = index
      return index
    }
  }

  /// The operators on the way from one to another, both included, in file order; empty when none leads there.
  ///
  /// - Complexity: O(*n*) in the operators and provisions reached.
  func between(_ y: OperatorIndex, _ x: OperatorIndex, in category: Category) -> [OperatorIndex] {
    var reached: Set<OperatorIndex> = [y]
    var queue = [y]
    while let next = queue.popLast() {
      for v in state.resoldTo(by: next, in: category) where reached.insert(v).inserted { queue.append(v) }
    }
    guard reached.contains(x) else { return [] }
    var found: Set<OperatorIndex> = [x]
    queue = [x]
    while let next = queue.popLast() {
      for u in state.resoldBy(to: next, in: category) where reached.contains(u) && found.insert(u).inserted {
        queue.append(u)
      }
    }
    return found.sorted()
  }
}

/// A search that gives up after so many provisions.
private struct ShortSearch {
  private var seen: Set<OperatorIndex>
  private var stack: [OperatorIndex]
  private let most: Int
  /// How many provisions it looked at.
  private(set) var taken = 0

  init(from x: OperatorIndex, steps: Int) {
    (seen, stack, most) = ([x], [x], steps)
  }

  mutating func next() -> OperatorIndex? { stack.popLast() }

  /// Whether one provision more may be looked at.
  mutating func step() -> Bool {
    taken += 1
    return taken <= most
  }

  mutating func meet(_ x: OperatorIndex) {
    if seen.insert(x).inserted { stack.append(x) }
  }
}

extension DayState {
  /// To whom an operator provides what is not its own in a category, one for each provision.
  func resoldTo(by x: OperatorIndex, in category: Category) -> [OperatorIndex] {
    guard let view = chain.outflows.view(category) else { return [] }
    return view.range(x).compactMap { position in
      let p = view.provisions[position]
      return isActive(p) && !isWhollyOwn(p) ? view.recipients[position] : nil
    }
  }

  /// Who provides an operator with what is not the supplier's own in a category, one for each provision.
  func resoldBy(to x: OperatorIndex, in category: Category) -> [OperatorIndex] {
    guard let view = chain.inflows.view(category) else { return [] }
    return view.range(x).compactMap { position in
      let p = view.provisions[position]
      return isActive(p) && !isWhollyOwn(p) ? chain.tables.provisions.suppliers[Int(p)] : nil
    }
  }
}
