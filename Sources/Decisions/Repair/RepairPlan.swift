import Audit
import Numbering
import SupplyChain

/// What a plan of repair shall be short of: steps, or money.
public enum RepairMeasure: String, Sendable, CaseIterable {
  /// The fewest steps.
  case steps
  /// The least cost by the fees of the policy, then the fewest steps.
  case fees
}

/// One thing to be brought about.
public enum RepairAction: Sendable, Hashable {
  /// ETOC certification of an operator's person, from the day on.
  case certify(OperatorIndex)
  /// Approval of an operator's person in a category, from the day on.
  case approve(OperatorIndex, Category)
  /// The end of a provision: its last day is the day before.
  case end(ProvisionIndex)
}

/// How many numbers of active provisions with a tier there are, and how many are covered.
///
/// Covered are those of provisions whose ends are approved and certified, users excused, and that are clean.
public struct RepairCoverage: Sendable, Equatable {
  /// Active provisions with a tier.
  public internal(set) var provisions = 0
  /// The numbers of those provisions, added up.
  public internal(set) var numbers: UInt64 = 0
  /// How many of the provisions are covered.
  public internal(set) var coveredProvisions = 0
  /// The numbers of the covered provisions, added up.
  public internal(set) var covered: UInt64 = 0
}

/// A step of a plan with what it brings.
public struct RepairStep: Sendable, Equatable {
  /// What shall be done.
  public let action: RepairAction
  /// What it costs in yen; nil when the plan counts steps.
  public let fee: UInt64?
  /// Which fee is asked for a certification; nil for any other step, and when the plan counts steps.
  public let feeBasis: RepairFeeBasis?
  /// The numbers that become covered by it after the steps before it; of an ended provision, those that leave.
  ///
  /// 0 for a step that only prepares for a later one.
  public let numbers: UInt64
  /// How many numbers are covered when it and the steps before it are entered in the data.
  public let covered: UInt64
  /// How many numbers count then.
  public let of: UInt64
}

/// The steps that bring the share of covered numbers up to a goal.
public struct RepairPlan: Sendable {
  /// What is known of how short the plan is.
  public enum Standing: Sendable, Equatable {
    /// The goal is met without a step.
    case alreadyMet
    /// No shorter plan exists, of those that end nothing but last hops as they are on the day.
    case proven
    /// A shorter plan may exist, but none below the bound.
    case greedy
    /// Nothing can be said, for the reason given.
    case notEvaluated(NotEvaluated)
  }

  /// The supply chain on the day.
  public let state: DayState
  /// What was asked for.
  public let goal: RepairGoal
  /// What was to be short.
  public let measure: RepairMeasure
  /// Whether provisions might be ended.
  public let allowsEnd: Bool
  /// What is known of how short it is.
  public let standing: Standing
  /// How things stand on the day.
  public let before: RepairCoverage
  /// How they stand when every step is done.
  public let after: RepairCoverage
  /// In the order in which each next one covers most for its cost when those before it are done; ends last.
  public let steps: [RepairStep]
  /// How many steps, or how much money, any plan that reaches the goal takes at least.
  ///
  /// Any that ends nothing but last hops as they are on the day.
  public let leastCost: UInt64

  /// What the plan costs: its steps, or its fees in yen.
  public var cost: UInt64 {
    measure == .steps ? UInt64(steps.count) : steps.reduce(0) { $0 + ($1.fee ?? 0) }
  }

  /// Whether the goal is reached when every step is done.
  public var reachesGoal: Bool {
    if case .notEvaluated = standing { return false }
    return goal.isReached(after.covered, of: after.numbers)
  }
}

/// What a plan of repair shall do.
public struct RepairOptions: Sendable {
  /// The share to be reached.
  public var goal = RepairGoal.standard
  /// What the plan shall be short of.
  public var measure = RepairMeasure.steps
  /// Whether provisions that nothing goes on from may be ended.
  public var allowsEnd = false
  /// How many threads may be used; the plan does not depend on it.
  public var threads = 2
  /// How much may be tried out in search of a proof.
  package var limits = RepairLimits()

  /// The built-in options: 95 %, by steps, nothing ended.
  public init() {}
}

/// How much work may go into a proof that no shorter plan exists; counts, never seconds.
package struct RepairLimits: Sendable {
  /// With more uncovered provisions no proof by enumeration is sought.
  package var provisions = 4_000
  /// Operators, inflows and intervals that the chains of one provision may touch.
  package var reach = 48
  /// Alternatives that one provision may have.
  package var alternatives = 64
  /// Elementary operations in one group of steps that depend on one another.
  package var group = 1 << 22
  /// Elementary operations in all.
  package var total = 1 << 25
  /// Steps that the needs of one provision may have in the greedy search.
  package var needs = 24

  package init() {}
}
