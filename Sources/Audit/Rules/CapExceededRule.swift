import Numbering
import SupplyChain

/// `cap-exceeded`: more numbers pass between two operators, or to one, than a cap allows.
package struct CapExceededRule: Rule {
  package static let id = RuleID.capExceeded

  package init() {}

  /// - Complexity: O(*m*) in the pairs looked at for each policy cap and near-linear in rows of the caps table.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    for (index, cap) in context.caps.policyCaps.enumerated() {
      guard let limited = context.pairs.limited[index],
        let pairs = context.pairs.pairs(in: cap.summedCategories)
      else { continue }
      for (place, v) in pairs.recipients.enumerated() where limited[Int(v)] {
        for pair in pairs.offsets[place]..<pairs.offsets[place + 1] where pairs.numbers[pair] > cap.maximum {
          findings.add(
            Finding(
              Self.id, subject: UInt32(index), second: pairs.suppliers[pair], third: v,
              numbers: pairs.numbers[pair], limit: cap.maximum))
        }
      }
    }
    checkTable(in: context, into: &findings)
  }

  private func checkTable(in context: AuditContext, into findings: inout RuleFindings) {
    let caps = context.caps.table
    let day = context.day.ordinal
    var received = ReceivedNumbers(context.state)
    for row in 0..<caps.count where caps.starts[row] <= day && day < caps.ends[row] {
      let (u, v) = (caps.suppliers[row], caps.recipients[row])
      let categories = caps.categories[row].map { CategorySet($0) } ?? .all
      let numbers =
        u == noIndex
        ? received.sum(v, in: categories)
        : context.pairs.pairs(in: categories)?.numbers(from: u, to: v) ?? 0
      guard numbers > caps.maximums[row] else { continue }
      findings.add(
        Finding(
          Self.id, subject: UInt32(context.caps.policyCaps.count + row), second: u, third: v,
          numbers: numbers,
          limit: caps.maximums[row]))
    }
  }
}

/// What operators receive from all suppliers together, each looked at once.
private struct ReceivedNumbers {
  private let state: DayState
  /// By operator and category: `operator * Category.count + category`.
  private var known: [Int: UInt64] = [:]

  init(_ state: DayState) {
    self.state = state
  }

  mutating func sum(_ x: OperatorIndex, in categories: CategorySet) -> UInt64 {
    var sum: UInt64 = 0
    for category in Category.allCases where categories.has(category) {
      sum += numbers(x, in: category)
    }
    return sum
  }

  private mutating func numbers(_ x: OperatorIndex, in category: Category) -> UInt64 {
    let key = Int(x) * Category.count + Int(category.rawValue)
    if let numbers = known[key] { return numbers }
    let numbers = state.holdings(of: x, in: category).received
    known[key] = numbers
    return numbers
  }
}
