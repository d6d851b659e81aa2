import Numbering
import SupplyChain

/// A rule that judges each operator by what it receives and passes on in one category.
///
/// Its findings refer to no lists. All such rules share one pass over the operators, which fetches their flows once.
package protocol FlowRule: Rule {
  /// What looks for it in a category; nil when nothing can be found there.
  func search(_ context: AuditContext, in category: Category) -> (any FlowSearch)?
}

/// What a rule looks for among the flows of one operator after another in one category.
package protocol FlowSearch: Sendable {
  /// Whether it asks for inflows.
  static var asksInflows: Bool { get }
  /// Reports what is found of an operator that has an active outflow in the category.
  mutating func look(at flows: OperatorFlows, into findings: inout RuleFindings)
}

extension FlowRule {
  /// - Complexity: as `FlowPass`.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    for pass in FlowPass.passes(for: [Self.id], context) {
      for part in 0..<pass.parts {
        var results = [RuleFindings(findings.severities)]
        pass.find(part, in: context, into: &results)
        findings.take(results[0])
      }
    }
  }
}

/// One pass over the operators that pass numbers on in a category, for several rules at once.
///
/// It falls into parts of about as many provisions each, so that a great supplier is a part of its own.
package struct FlowPass: Sendable {
  private let category: Category
  /// The rules it looks for.
  package let rules: [RuleID]
  /// One for each rule, as it is before the first operator.
  private let searches: [any FlowSearch]
  /// The first operator of each part, and the end.
  private let bounds: [OperatorIndex]

  private static var provisionsInPart: Int { 1 << 15 }

  /// The passes that some rules need: at most one for each category, the largest categories first.
  ///
  /// - Complexity: O(*c* log *n*) for *c* parts, besides what the searches prepare.
  package static func passes(for rules: [RuleID], _ context: AuditContext) -> [FlowPass] {
    let sizes = Category.allCases.map { context.chain.outflows.view($0)?.provisions.count ?? 0 }
    let order = Category.allCases.sorted { sizes[Int($0.rawValue)] > sizes[Int($1.rawValue)] }
    return order.compactMap { FlowPass($0, rules, context) }
  }

  private init?(_ category: Category, _ rules: [RuleID], _ context: AuditContext) {
    guard let view = context.chain.outflows.view(category) else { return nil }
    var (found, searches): ([RuleID], [any FlowSearch]) = ([], [])
    for id in rules {
      guard let search = (id.rule as? any FlowRule)?.search(context, in: category) else { continue }
      found.append(id)
      searches.append(search)
    }
    if found.isEmpty { return nil }
    self.category = category
    self.rules = found
    self.searches = searches
    let count = UInt32(truncatingIfNeeded: context.tables.operators.count)
    var bounds: [OperatorIndex] = [0]
    for limit in stride(from: Self.provisionsInPart, to: view.provisions.count, by: Self.provisionsInPart) {
      // The first operator whose provisions begin at the limit or after it.
      let x = view.offsets.firstPlace(in: view.offsets.indices, atLeast: UInt32(truncatingIfNeeded: limit))
      let bound = min(count, UInt32(truncatingIfNeeded: x))
      if let last = bounds.last, last < bound { bounds.append(bound) }
    }
    if let last = bounds.last, last < count { bounds.append(count) }
    self.bounds = bounds
  }

  /// How many parts there are.
  package var parts: Int { bounds.count - 1 }

  /// Adds what is found in one part to the findings of each of `rules`.
  ///
  /// - Complexity: O(*n*) in operators and their provisions in the category, besides what the searches do.
  package func find(_ part: Int, in context: AuditContext, into findings: inout [RuleFindings]) {
    var searches = searches
    let asksInflows = searches.contains { type(of: $0).asksInflows }
    var flows = OperatorFlows(context.state, in: category, withInflows: asksInflows)
    let outflow = context.state.outflow
    let bit = CategorySet(category).rawValue
    for x in bounds[part]..<bounds[part + 1] where outflow[Int(x)] & bit != 0 {
      flows.turn(to: x)
      for place in searches.indices { searches[place].look(at: flows, into: &findings[place]) }
    }
  }
}
