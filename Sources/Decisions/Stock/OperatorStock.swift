import Audit
import Bytes
import Numbering
import SupplyChain

/// What an operator has in hand on a day, from whom it came and to whom it went (SPEC §8 `stock`).
public struct OperatorStock: Sendable, Equatable {
  /// Whose.
  public let operatorIndex: OperatorIndex
  /// The day it is about.
  public let day: Day
  /// Every category in which it has a designation, an inflow or an outflow.
  public let categories: [CategoryStock]

  /// Takes stock of an operator.
  ///
  /// - Complexity: O(*n* log *n*) in its designations and provisions, and O(restrictions).
  public init(of x: OperatorIndex, in state: DayState) {
    operatorIndex = x
    day = state.day
    let restrictions = RestrictionsInForce(state.chain, on: state.day)
    categories = Category.allCases.compactMap { category in
      guard
        state.isHolder(x, in: category) || state.hasInflow(x, in: category)
          || state.hasOutflow(x, in: category)
      else { return nil }
      return CategoryStock(of: x, in: category, state, orders: restrictions.rows(on: x, in: category))
    }
  }
}

/// What an operator has in hand in one category.
///
/// Numbers its own end users use are among them: a ledger does not tell them apart.
public struct CategoryStock: Sendable, Equatable {
  /// 種別.
  public let category: Category
  /// Its active designations.
  public let designated: RangeSet
  /// What it receives, by supplier.
  public let received: StockFlow
  /// What it passes on, by recipient.
  public let passedOn: StockFlow
  /// The numbers in hand that the ledger names: designations and inflow ranges together, less the outflow ranges.
  public let inHand: RangeSet
  /// Of those, the numbers under a suspension in force, each with the first in the file; by range.
  public let suspended: [SuspendedNumbers]
  /// Refusals of new numbers and suspensions of stock its person is under in the category, rows in file order.
  public let orders: [UInt32]
  /// Numbers passed on by range that are in no designation and no inflow range.
  public let outside: RangeSet

  /// Numbers in hand that are known by count only: what came so, less what left so or left by range from nowhere else.
  public var countedInHand: UInt64 {
    received.counted - min(received.counted, outside.size + passedOn.counted)
  }

  /// How many of `inHand` were passed on by count only, so that the ledger does not tell which.
  public var passedOnUnnamed: UInt64 { min(inHand.size, countedBeyondReceived) }

  /// How many numbers are in hand, those known by count only included.
  public var numbers: UInt64 { inHand.size - passedOnUnnamed + countedInHand }

  /// What is passed on by count only beyond what came so and is not accounted for otherwise.
  private var countedBeyondReceived: UInt64 {
    let left = received.counted - min(received.counted, outside.size)
    return passedOn.counted - min(passedOn.counted, left)
  }

  /// Numbers passed on by range that it never held, neither by range nor perhaps by count.
  public var notHeld: UInt64 { outside.size - min(outside.size, received.counted) }

  /// Numbers passed on by count only for which nothing is left.
  public var overdrawn: UInt64 { countedBeyondReceived - passedOnUnnamed }

  /// Numbers passed on to more than one recipient, counted each time but the first.
  public var passedOnTwice: UInt64 { passedOn.repeated }

  /// By how many numbers what is passed on exceeds what there was to pass on; 0 when it adds up.
  public var difference: UInt64 { notHeld + overdrawn + passedOnTwice }

  /// Whether what came accounts for what left.
  public var isConserved: Bool { difference == 0 }

  /// What it holds all told (SPEC §4): designations and inflow ranges together, and the counts.
  public var held: UInt64 { inHand.size + passedOn.ranges.size - outside.size + received.counted }
}

/// Numbers of one suspension.
public struct SuspendedNumbers: Sendable, Equatable {
  /// The first number.
  public let start: UInt64
  /// The last number.
  public let end: UInt64
  /// The row of the suspension, the first in the file that contains them.
  public let restriction: UInt32
}

extension CategoryStock {
  init(of x: OperatorIndex, in category: Category, _ state: DayState, orders: [UInt32]) {
    var designated = RangeSet()
    if let spans = state.designated[Int(category.rawValue)] {
      for place in spans.range(x) { designated.append(spans.starts[place], spans.ends[place]) }
    }
    let received = StockFlow(
      of: x, state.chain.inflows.view(category), by: state.chain.tables.provisions.suppliers, state)
    let passedOn = StockFlow(
      of: x, state.chain.outflows.view(category), by: state.chain.tables.provisions.recipients, state)
    let holdings = designated.union(received.ranges)
    let inHand = holdings.subtracting(passedOn.ranges)
    self.category = category
    self.designated = designated
    self.received = received
    self.passedOn = passedOn
    self.inHand = inHand
    self.orders = orders
    outside = passedOn.ranges.subtracting(holdings)
    suspended = Self.suspended(inHand, state)
  }

  /// The parts of a set that are under a suspension in force.
  ///
  /// - Complexity: O(*n* log *n*) in suspensions, and O(runs).
  private static func suspended(_ numbers: RangeSet, _ state: DayState) -> [SuspendedNumbers] {
    let table = state.chain.tables.restrictions
    guard let first = numbers.starts.first, let last = numbers.ends.last else { return [] }
    let rows = table.suspensionsInForce(on: state.day).filter {
      table.rangeStarts[Int($0)] <= last && first <= table.rangeEnds[Int($0)]
    }
    if rows.isEmpty { return [] }
    var covers = FirstCovers()
    covers.append(
      starts: rows.map { table.rangeStarts[Int($0)] }, ends: rows.map { table.rangeEnds[Int($0)] + 1 },
      labels: rows)
    return covers.pieces(of: 0, within: numbers).map {
      SuspendedNumbers(start: $0.start, end: $0.end, restriction: $0.label)
    }
  }
}
