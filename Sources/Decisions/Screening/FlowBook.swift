import Bytes
import Numbering
import SupplyChain

/// What each operator passes on and holds in one category on a day, ready for questions about one more provision.
struct CategoryFlows: Sendable {
  /// Ranges of active outflows together.
  let passed: SpanTable
  /// Numbers of active count-only outflows.
  let passedCounts: [UInt64]
  /// Designations and ranges of active inflows together.
  let held: SpanTable
  /// Numbers of active count-only inflows.
  let heldCounts: [UInt64]
  /// By position in the view of outflows: of the operator's active ranged ones up to there, the first that has the
  /// greatest end; `noIndex` for none.
  let farthest: [ProvisionIndex]

  /// How many numbers an operator passes on.
  func provided(_ x: OperatorIndex) -> UInt64 { passed.size(of: x) + passedCounts[Int(x)] }

  /// How many numbers an operator was designated or received.
  func held(_ x: OperatorIndex) -> UInt64 { held.size(of: x) + heldCounts[Int(x)] }

  /// How many numbers of a candidate its supplier does not yet pass on.
  ///
  /// - Complexity: O(log *k*) in the supplier's ranges.
  func added(by candidate: ProvisionCandidate) -> UInt64 {
    guard let span = candidate.span else { return candidate.numbers }
    let known = passed.size(of: candidate.supplier, from: span.lowerBound, through: span.upperBound)
    return candidate.numbers - known
  }
}

/// The flows of every category that has provisions or designations.
struct FlowBook: Sendable {
  private let flows: [CategoryFlows?]

  /// nil for a category without provisions.
  subscript(category: Category) -> CategoryFlows? { flows[Int(category.rawValue)] }

  /// - Complexity: O(*n*) in operators, designations and provisions; 24 bytes an operator in each category that is
  ///   used, 24 for each span held or passed on, 4 for each provision.
  init(_ state: DayState, threads: Int) {
    let categories = Category.allCases
    let used = categories.filter { state.chain.outflows.view($0) != nil }
    // Four parts a category, each of one thread.
    let parts = concurrentMap(4 * used.count, threads: threads) { task -> Part in
      let category = used[task / 4]
      switch task % 4 {
      case 0: return .spans(SpanTable.passed(in: category, state))
      case 1: return .spans(SpanTable.held(in: category, state))
      case 2: return .farthest(Self.farthest(in: category, state))
      default:
        let (passed, held) = Self.counts(in: category, state)
        return .counts(passed, held)
      }
    }
    var flows = [CategoryFlows?](repeating: nil, count: categories.count)
    for (place, category) in used.enumerated() {
      guard case .spans(let passed) = parts[4 * place], case .spans(let held) = parts[4 * place + 1],
        case .farthest(let farthest) = parts[4 * place + 2],
        case .counts(let passedCounts, let heldCounts) = parts[4 * place + 3]
      else { continue }
      flows[Int(category.rawValue)] = CategoryFlows(
        passed: passed, passedCounts: passedCounts, held: held, heldCounts: heldCounts, farthest: farthest)
    }
    self.flows = flows
  }

  private enum Part: Sendable {
    case spans(SpanTable)
    case farthest([ProvisionIndex])
    case counts([UInt64], [UInt64])
  }

  private static func counts(in category: Category, _ state: DayState) -> ([UInt64], [UInt64]) {
    let table = state.chain.tables.provisions
    var passed = [UInt64](repeating: 0, count: state.outflow.count)
    var held = passed
    let active = state.active.span
    let kinds = table.categories.span
    let (starts, numbers) = (table.rangeStarts.span, table.numbers.span)
    let (suppliers, recipients) = (table.suppliers.span, table.recipients.span)
    for p in active.indices where active[p] != 0 && kinds[p] == category && starts[p] == 0 {
      passed[Int(suppliers[p])] += numbers[p]
      held[Int(recipients[p])] += numbers[p]
    }
    return (passed, held)
  }

  private static func farthest(in category: Category, _ state: DayState) -> [ProvisionIndex] {
    guard let view = state.chain.outflows.view(category) else { return [] }
    let table = state.chain.tables.provisions
    return [ProvisionIndex](large: view.provisions.count) { farthest in
      let (provisions, active) = (view.provisions.span, state.active.span)
      let (starts, numbers) = (table.rangeStarts.span, table.numbers.span)
      for x in 0..<OperatorIndex(state.outflow.count) {
        var (first, end): (ProvisionIndex, UInt64) = (noIndex, 0)
        for position in view.range(x) {
          let p = Int(provisions[position])
          if starts[p] != 0, active[p] != 0, starts[p] + numbers[p] - 1 > end {
            (first, end) = (UInt32(truncatingIfNeeded: p), starts[p] + numbers[p] - 1)
          }
          farthest[position] = first
        }
      }
    }
  }
}
