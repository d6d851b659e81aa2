import Numbering

extension DayState {
  /// Whether a provision is active and no self-provision.
  public func isActive(_ p: ProvisionIndex) -> Bool { active[Int(p)] != 0 }

  /// Whether an operator's person is certified.
  public func isCertified(_ x: OperatorIndex) -> Bool { certified[Int(x)] != 0 }

  /// Whether an operator's person is approved in a category.
  public func isApproved(_ x: OperatorIndex, in category: Category) -> Bool {
    CategorySet(rawValue: approved[Int(x)]).has(category)
  }

  /// Whether an operator has an active designation of its own in a category.
  public func isHolder(_ x: OperatorIndex, in category: Category) -> Bool {
    CategorySet(rawValue: holder[Int(x)]).has(category)
  }

  /// Whether an operator has role `user` and no active outflow: it needs neither approval nor certificate.
  public func isUser(_ x: OperatorIndex) -> Bool { user[Int(x)] != 0 }

  /// Whether an operator has an active outflow in a category.
  public func hasOutflow(_ x: OperatorIndex, in category: Category) -> Bool {
    CategorySet(rawValue: outflow[Int(x)]).has(category)
  }

  /// Whether an operator has an active inflow in a category.
  public func hasInflow(_ x: OperatorIndex, in category: Category) -> Bool {
    CategorySet(rawValue: inflow[Int(x)]).has(category)
  }

  /// The level of each operator in a category, hops from a holder (SPEC §4 *level(u)*); `noLevel` for none.
  ///
  /// Also where numbers are too fragmented for levels of their own.
  ///
  /// - Complexity: O(operators + provisions) at worst.
  package func levels(in category: Category) -> [UInt32] {
    if let known = levels?.byCategory[Int(category.rawValue)] { return known }
    guard let outflows = chain.outflows.view(category) else {
      return holder.map { CategorySet(rawValue: $0).has(category) ? 0 : noLevel }
    }
    return categoryLevels(of: category, holder: holder, along: outflows, active: active, passing: nil)
  }
}
