import SupplyChain

/// Cost of some steps: money or steps first, then steps, then how many of them end a provision.
struct StepCost: Comparable, Sendable {
  var cost: UInt64 = 0
  var steps: UInt32 = 0
  var ends: UInt32 = 0

  static func < (left: StepCost, right: StepCost) -> Bool {
    (left.cost, left.steps, left.ends) < (right.cost, right.steps, right.ends)
  }

  static func + (left: StepCost, right: StepCost) -> StepCost {
    StepCost(
      cost: left.cost + right.cost, steps: left.steps + right.steps, ends: left.ends + right.ends)
  }
}

/// A problem of repair in numbers alone: steps with costs, provisions with what they need.
///
/// Steps are numbered in file order: by person, certification first, then approvals by category.
struct RepairCase {
  /// What each step costs.
  var costs: [UInt64] = []
  /// What ending a provision costs; nil when that is not allowed.
  var endCost: UInt64?
  /// Numbers of each provision, in file order as are the other columns.
  var numbers: [UInt64] = []
  /// Whether it may be ended.
  var canEnd: [Bool] = []
  /// Where the needs of each provision begin; one longer.
  var offsets: [UInt32] = [0]
  /// Steps that together cover it; necessary ones first.
  var needs: [UInt32] = []
  /// How many of its needs no other way can do without.
  var necessary: [UInt8] = []
  /// Every least set of steps that covers it; empty where they are not known.
  var alternatives: [[[UInt32]]] = []
  /// Provisions whose needs are more than can be kept; they have none here.
  var isDeep: [Bool] = []
  let goal: RepairGoal
  /// Numbers covered already, and numbers of all provisions with a tier.
  let covered: UInt64
  let all: UInt64

  init(goal: RepairGoal, covered: UInt64, all: UInt64) {
    self.goal = goal
    self.covered = covered
    self.all = all
  }

  func needs(of p: Int) -> Range<Int> { Int(offsets[p])..<Int(offsets[p + 1]) }

  /// How many more numbers must be covered when so many leave.
  func deficit(ended: UInt64 = 0) -> UInt64 {
    let least = goal.leastCovered(of: all - ended)
    return least > covered ? least - covered : 0
  }

  /// Whether the goal is reached by covering and ending so many numbers more.
  func isReached(covering: UInt64, ending: UInt64) -> Bool {
    goal.isReached(covered + covering, of: all - ending)
  }
}

/// Which steps are taken and which provisions are ended.
struct RepairChoice {
  /// In file order.
  var steps: [UInt32] = []
  /// Places in the case, in file order.
  var ended: [UInt32] = []

  func cost(in problem: RepairCase) -> StepCost {
    let taken = steps.reduce(UInt64(0)) { $0 + problem.costs[Int($1)] }
    let count = UInt32(steps.count + ended.count)
    return StepCost(
      cost: taken + (problem.endCost ?? 0) * UInt64(ended.count), steps: count, ends: UInt32(ended.count))
  }
}
